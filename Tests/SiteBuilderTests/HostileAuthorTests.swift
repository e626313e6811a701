import Foundation
import SiteBuilder
import TestSites
import Testing

/// What an author writes anywhere is shown as text: it never becomes markup, and never leads to another host.
@Suite struct HostileAuthorTests {
    private static let attack = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'&{{title}}"
    private static let quoted = attack.replacingOccurrences(of: "'", with: "''")

    private static let site = """
        -- site.yml --
        title: { ms: '\(quoted)', en: '\(quoted)' }
        languages: [ms, en]
        base_url: https://contoh.my/"><script>
        site_id: '\(quoted)'
        navigation: [prosedur]
        pinned: [prosedur/x.md]
        variables: { telefon: '\(quoted)' }
        types:
          prosedur:
            label: '\(quoted)'
            plural: '\(quoted)'
            summary: '\(quoted)'
            hue: '\(quoted)'
            fields: { actor: { kind: text, label: '\(quoted)' } }
        -- content/prosedur/x.md --
        ---
        title: '\(quoted)'
        summary: '\(quoted) :var[telefon]'
        owner: '\(quoted)'
        sources: ['\(quoted)', 'javascript:alert(1)']
        reviewed: 2026-01-01
        tags: ['\(quoted)', '../../../x']
        channels: ['\(quoted)']
        keywords: ['\(quoted)']
        asks: ['\(quoted)']
        aliases: ['lama/"><script>alert(1)<']
        actor: '\(quoted)'
        answer: { say: '\(quoted)', do: '[a](javascript:alert(1))', refer: '<script>alert(1)</script>' }
        ---
        ## \(attack) {#x onclick=alert(1)}

        \(attack) :var[telefon]

        [teks \(attack)](x.md "\(attack)") ![\(attack)](../g.png "'\(attack)")

        <a href="javascript:alert(1)">a</a> <IMG SRC=x OnError=alert(1)>

        ```"><script>alert(1)</script>
        </code><script>alert(1)</script>
        ```

        | a | b |
        |---|---|
        | <script>alert(1)</script> | \(attack) |

        :::note [\(attack)]
        \(attack)
        :::

        :::details [\(attack)]{x="\(attack)"}
        <script>alert(1)</script>
        :::

        [^1] <!-- --><script>alert(1)</script> <![CDATA[<script>]]>

        [^1]: <script>alert(1)</script>

        -- content/prosedur/"><script>alert(1)<.md --
        Teks.
        -- content/<script>alert(1)</index.md --
        Teks.
        -- content/<svg onload=alert(1)>/y.md --
        Teks.
        -- content/g.png --
        x
        """

    @Test func nothingThatAnAuthorWritesBecomesMarkup() throws {
        let site = try TemporarySite(Self.site)
        try build(site) { $0.keepsGoing = true }
        let files = TemporarySite.contents(of: site.output).filter { $0.key.hasSuffix(".html") || $0.key.hasSuffix(".xml") }
        #expect(files.count > 12)
        for (path, data) in files {
            let html = String(decoding: data, as: UTF8.self)
            // What stands in quotes is no markup.
            let tags = html.replacingOccurrences(of: "=\"[^\"]*\"", with: "=\"\"", options: .regularExpression)
            #expect(!html.contains("<script>"), "\(path)")
            #expect(!html.contains("<svg onload"), "\(path)")
            #expect(tags.range(of: "<[a-z][^>]* on[a-z]+=", options: [.regularExpression, .caseInsensitive]) == nil, "\(path)")
            #expect(html.range(of: "<img src=\"?x", options: [.regularExpression, .caseInsensitive]) == nil, "\(path)")
            #expect(html.range(of: "(href|src)=[\"']?javascript:", options: [.regularExpression, .caseInsensitive]) == nil, "\(path)")
            #expect(html.range(of: " (src|srcset)=\"(https?:)?//", options: .regularExpression) == nil, "\(path)")
            #expect(html.range(of: "<[^>]+ style=", options: .regularExpression) == nil, "\(path)")
        }
    }

    @Test func nothingIsWrittenOutsideTheSite() throws {
        let site = try TemporarySite(Self.site)
        try build(site) { $0.keepsGoing = true }
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.base).sorted() == ["site", "sumber"])
    }

    @Test func linksThatRunCodeAreDropped() throws {
        let site = try TemporarySite(
            """
            -- content/x.md --
            [a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](<java script:alert(1)>) [d](data:text/html,x)
            [e](&#106;avascript:alert(1)) [f](vbscript:x) <javascript:alert(1)> ![g](data:image/svg+xml,x)
            [h](./javascript:alert(1).md) [i](file:///etc/passwd) [j](\\\\luar\\x)
            -- content/javascript:alert(1).md --
            # Halaman
            """)
        try build(site) { $0.keepsGoing = true }
        let html = try site.built("x.html").lowercased()
        #expect(html.range(of: "(href|src)=\"\\s*[^\"./]*(script|data):", options: .regularExpression) == nil)
        #expect(html.contains("href=\"./javascript:alert(1).html\""))
    }

    @Test func tagsAreSlugsAndNeverPaths() throws {
        let long = String(repeating: "panjang ", count: 100)
        let site = try built(
            """
            -- content/x.md --
            ---
            tags: ["../../luar", "index", "a/b", "..", "!!", "\(long)", "a b", "A-B"]
            ---
            # Satu
            """)
        let pages = site.builtPaths().filter { $0.hasPrefix("tag/") }
        #expect(pages.count == 5)
        #expect(Set(pages).isSuperset(of: ["tag/index.html", "tag/index-.html", "tag/a-b.html", "tag/luar.html"]))
    }
}
