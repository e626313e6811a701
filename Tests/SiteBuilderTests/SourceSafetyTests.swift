import Foundation
import SiteBuilder
import TestSites
import Testing

@Suite struct SourceSafetyTests {
    @Test func linksThatLeadOutOfTheSourceAreRefused() throws {
        let site = try TemporarySite("-- content/x.md --\n# Satu\n")
        let outside = try TemporarySite("-- sulit.md --\n# Rahsia\n-- bawah/y.md --\n# Rahsia\n")
        try site.link("content/fail.md", to: outside.source + "/sulit.md")
        try site.link("content/folder", to: outside.source + "/bawah")
        try site.link("content/naik", to: "../..")
        try site.link("content/putus.md", to: "tiada.md")
        #expect(
            try check(site) == """
                content/fail.md: error: the symbolic link leads out of the source folder [symlink-outside]
                  help: copy what it leads to into the source folder
                content/folder: error: the symbolic link leads out of the source folder [symlink-outside]
                  help: copy what it leads to into the source folder
                content/naik: error: the symbolic link leads out of the source folder [symlink-outside]
                  help: copy what it leads to into the source folder
                content/putus.md: error: the symbolic link leads nowhere [broken-symlink]
                  help: remove it or mend its target

                """)
        try build(site) { $0.keepsGoing = true }
        #expect(!site.builtPaths().contains { $0.contains("fail") || $0.contains("folder") || $0.contains("naik") })
    }

    @Test(arguments: ["content", "themes", "themes/panduan", "site.yml"])
    func noPartOfTheSourceMayBeALinkOut(_ path: String) throws {
        let outside = try TemporarySite(
            """
            -- x.md --
            # Rahsia
            -- panduan/templates/page.mustache --
            rahsia
            -- templates/page.mustache --
            rahsia
            -- site.yml --
            title: Rahsia
            """)
        let site = try TemporarySite(path == "content" ? "" : "-- content/x.md --\n# Satu\n")
        try site.link(path, to: outside.source + (path == "site.yml" ? "/site.yml" : ""))
        #expect(
            try check(site) == """
                \(path): error: the symbolic link leads out of the source folder [symlink-outside]
                  help: copy what it leads to into the source folder

                """)
        try build(site) { $0.keepsGoing = true }
        for (_, data) in TemporarySite.contents(of: site.output) where data.count < 100_000 {
            #expect(!String(decoding: data, as: UTF8.self).lowercased().contains("rahsia"))
        }
    }

    @Test func linksInsideTheSourceAreFollowedOnceAndCyclesEnd() throws {
        let site = try TemporarySite(
            "-- content/a/x.md --\n# Satu\n-- kongsi/y.md --\n# Dua\n-- kongsi/bawah/z.md --\n# Tiga\n")
        try site.link("content/a/bulat", to: "..")
        try site.link("content/kongsi", to: "../kongsi")
        try site.link("content/lagi", to: "../kongsi/bawah")
        try site.link("content/semua", to: "..")
        try site.link("content/a/w.md", to: "x.md")
        #expect(
            try check(site) == """
                content/a/bulat: error: the folder is part of the site already [repeated-folder]
                  help: remove the link that leads here
                content/lagi: error: the folder is part of the site already [repeated-folder]
                  help: remove the link that leads here
                content/semua/content: error: the folder is part of the site already [repeated-folder]
                  help: remove the link that leads here
                content/semua/kongsi: error: the folder is part of the site already [repeated-folder]
                  help: remove the link that leads here

                """)
        try build(site) { $0.keepsGoing = true }
        let pages = site.builtPaths().filter { $0.hasSuffix(".html") && !$0.contains("index") }
        #expect(pages.filter { $0.contains("/") } == ["a/w.html", "a/x.html", "kongsi/bawah/z.html", "kongsi/y.html"])
    }

    @Test func namesThatNoLinkCanNameAreRefused() throws {
        let site = try TemporarySite("-- content/x.md --\n# Satu\n")
        try site.write(Array("# Dua".utf8), to: "content/dua\nbaris.md")
        try site.write(Array("# Tiga".utf8), to: "content/fol\u{1B}der/tiga.md")
        var name = Array((site.source + "/content/").utf8CString.dropLast())
        name += [CChar(bitPattern: 0xFF), 0x2E, 0x6D, 0x64, 0]
        let file = try #require(fopen(name, "w"))
        fclose(file)
        #expect(
            try check(site) == """
                content/dua\u{FFFD}baris.md: error: the name holds characters that no link can name [bad-file-name]
                  help: rename it
                content/fol\u{FFFD}der: error: the name holds characters that no link can name [bad-file-name]
                  help: rename it
                content/\u{FFFD}.md: error: the name holds characters that no link can name [bad-file-name]
                  help: rename it

                """)
    }

    @Test func namesThatWindowsForbidsAreReported() throws {
        let site = try TemporarySite("-- content/x.md --\n# Satu\n")
        for path in ["a:b.md", "con.md", "Kad./x.md", "kad/LPT1/x.md", "KAD/y.md", "kad/conan.md"] {
            try site.write(Array("# Dua\n".utf8), to: "content/" + path)
        }
        #expect(
            try check(site) == """
                content/Kad.: warning: the name ends with a dot, which Windows does not allow [windows-name]
                  help: rename it
                content/a:b.md: warning: the name holds a ':', which Windows does not allow [windows-name]
                  help: rename it
                content/con.md: warning: the name is that of a device, which Windows does not allow [windows-name]
                  help: rename it
                content/kad: error: the address kad/index.html is that of a folder's own page too [address-taken]
                  help: rename one of them
                content/kad/LPT1: warning: the name is that of a device, which Windows does not allow [windows-name]
                  help: rename it

                """)
    }

    @Test func addressesOnOneMachineAreReported() throws {
        #expect(
            try check(
                "-- content/x.md --\n[a](file:///C:/a.pdf) [b](FILE://pelayan/b.pdf) [c](https://contoh.my/file:c)\n")
                    == """
                    content/x.md:1:1: error: this address leads to the disk of one machine: file:///C:/a.pdf [file-link]
                      help: put the file into the content folder and link to it there
                    content/x.md:1:23: error: this address leads to the disk of one machine: FILE://pelayan/b.pdf [file-link]
                      help: put the file into the content folder and link to it there

                    """)
    }

    @Test func addressesThatStartProgramsOrFetchImagesAreReported() throws {
        let found = try check(
            """
            -- content/x.md --
            [a](ms-word:ofe|u|x) [b](//pelayan/x.docx) ![c](https://contoh.my/c.png) ![d](//pelayan/d.png)
            [e](mailto:a@contoh.my) [f](tel:0) [g](https://contoh.my/g.html)

            """)
        #expect(
            found.matches(of: /\[([a-z-]+)\]\n/).map { String($0.1) } == [
                "unknown-scheme", "link-without-scheme", "outside-image", "outside-image",
            ], "\(found)")
    }

    @Test func filesThatRunAreNotHandedOut() throws {
        let pages = """
            -- content/x.md --
            [a](a.html) [b](b.SVG) ![b](b.SVG) [c](c.pdf) ![c](c.pdf) [d](d.exe)
            -- content/a.html --
            <script>alert(1)</script>
            -- content/b.SVG --
            <svg xmlns="http://www.w3.org/2000/svg"/>
            -- content/c.pdf --
            %PDF
            -- content/d.exe --
            MZ

            """
        let found = try check(pages, ignoring: ["missing-field", "orphan-file"])
        #expect(
            found.matches(of: /\[([a-z-]+)\]\n/).map { String($0.1) } == [
                "active-file", "active-file", "active-file", "active-file", "not-an-image", "active-file",
            ], "\(found)")
        #expect(
            found.contains(
                "content/d.exe: warning: what stands in this file would run when it is opened: it is not published"))
        let allowed = try check("-- site.yml --\nallow_html: true\n" + pages)
        #expect(!allowed.contains("active-file"), "\(allowed)")
    }

    @Test func filesThatRunAreNotPublishedUnasked() throws {
        let pages =
            "-- content/x.md --\n# X\n-- content/a.html --\n<script>alert(1)</script>\n-- content/b.txt --\nteks\n"
        let site = try built(pages)
        #expect(site.builtPaths().contains("b.txt") && !site.builtPaths().contains("a.html"))
        #expect(try built("-- site.yml --\nallow_html: true\n" + pages).builtPaths().contains("a.html"))
    }

    /// Nor where the site allows raw HTML, nor where a build goes on in spite of errors.
    @Test func contentTakesNoAddressOfTheSitesOwn() throws {
        let configuration = "-- site.yml --\nallow_html: true\nbase_url: https://a.example/\n"
        let plain = try built(configuration + "-- content/x.md --\n# X\n")
        let scripts = plain.builtPaths().filter { $0.hasPrefix("assets/") || $0.hasPrefix("search/") }
        #expect(scripts.contains { $0.hasPrefix("assets/types") } && scripts.contains { $0.hasPrefix("search/engine") })
        let taken = ["index.html", "cari.html", "sitemap.xml", "x.html"] + scripts
        let site = try TemporarySite(
            configuration + "-- content/x.md --\n---\naliases: [a-z.html, lama.html]\n---\n# X\n")
        for path in taken { try site.write(Array("palsu".utf8), to: "content/" + path) }
        let found = try check(site)
        for path in taken { #expect(found.contains("content/\(path): error: "), "\(path)") }
        try build(site) { $0.keepsGoing = true }
        for (path, text) in TemporarySite.contents(of: site.output) { #expect(text != Data("palsu".utf8), "\(path)") }
        #expect(try site.built("a-z.html").contains("data-") && site.built("lama.html").contains("x.html"))
    }

    @Test func whatALinkMayNotLeadToIsDropped() throws {
        let site = try TemporarySite(
            """
            -- content/x.md --
            [a](ms-msdt:/id) [b](//evil.example/x) ![c](https://evil.example/t.png) [d](file:////host/x.exe)
            [e](../../../../etc/passwd) [f](e.exe) ![g](y.md) [h](tiada.md)
            -- content/e.exe --
            MZ
            -- content/y.md --
            # Y

            """)
        try build(site) { $0.keepsGoing = true }
        let page = try site.built("x.html")
        for address in ["ms-msdt", "//evil", "https://evil", "file:", "../../..", "e.exe"] {
            #expect(!page.contains("=\"" + address), "\(address)")
        }
        #expect(!page.contains("src=\"y") && page.contains("=\"tiada.md"))
    }

    @Test func twoSpellingsOfAnAccentAreOneName() throws {
        let site = try TemporarySite("-- content/x.md --\n[a](cafe\u{301}.md) [b](caf\u{E9}.md) ![c](e\u{301}.png)\n")
        try site.write(Array("# Satu".utf8), to: "content/cafe\u{301}.md")
        try site.write(Array("# Dua".utf8), to: "content/caf\u{E9}.md")
        try site.write([1], to: "content/e\u{301}.png")
        #expect(
            try check(site) == """
                content/caf\u{E9}.md: error: another file's name differs only in how its accents are stored [same-name]
                  help: remove one

                """)
        try build(site) { $0.keepsGoing = true }
        // Both spellings lead to the file as its name is stored.
        let html = try site.built("x.html")
        #expect(html.contains("<a href=\"cafe%CC%81.html\">a</a> <a href=\"cafe%CC%81.html\">b</a>"))
    }

    @Test func whatIsNoFileIsRefused() throws {
        let site = try TemporarySite("-- content/x.md --\n# Satu\n")
        #expect(mkfifo(site.source + "/content/paip.md", 0o600) == 0)
        #expect(mkfifo(site.source + "/site.yml", 0o600) == 0)
        try site.link("content/peranti.md", to: "/dev/zero")
        try site.link("content/paip2.md", to: "paip.md")
        #expect(
            try check(site) == """
                content/paip.md: error: this is neither a file nor a folder [not-a-file]
                  help: remove it from the source folder
                content/paip2.md: error: this is neither a file nor a folder [not-a-file]
                  help: remove it from the source folder
                content/peranti.md: error: the symbolic link leads out of the source folder [symlink-outside]
                  help: copy what it leads to into the source folder
                site.yml: error: this is neither a file nor a folder [not-a-file]
                  help: remove it from the source folder

                """)
    }

    @Test func aSiteYAMLThatIsAFolderIsRefused() throws {
        #expect(
            try check("-- content/x.md --\n# Satu\n-- site.yml/x --\n") == """
                site.yml: error: this is a folder [not-a-file]
                  help: rename it: site.yml is the site's settings

                """)
    }

    @Test func namesThatNeedEncodingWork() throws {
        let site = try built(
            """
            -- content/soalan #1?/apa 100%.md --
            # Apa
            ![gambar](<../img/a b%23c.png>) [sini](<apa%20100%25.md>) [lain](<"petik" & <lagi>.md>)
            -- content/soalan #1?/"petik" & <lagi>.md --
            # Petik
            -- content/img/a b#c.png --
            x
            -- content/index.md --
            [apa](<soalan%20%231%3F/apa 100%25.md>)
            """)
        let page = try site.built("soalan #1?/apa 100%.html")
        #expect(page.contains("src=\"../img/a%20b%23c."))
        #expect(page.contains("href=\"apa%20100%25.html\""))
        #expect(page.contains("href=\"%22petik%22%20%26%20%3Clagi%3E.html\""))
        #expect(try site.built("index.html").contains("href=\"soalan%20%231%3F/apa%20100%25.html\""))
    }

    @Test func aFolderNamedLikeAPageOrAnUpperCaseTwinIsReported() throws {
        #expect(
            try check("-- content/Kad.md --\n# A\n-- content/kad.md --\n# B\n") == """
                content/kad.md: error: the address kad.html is that of content/Kad.md too [address-taken]
                  help: rename one of them

                """)
    }

    @Test func aMissingSourceStopsTheRun() throws {
        let site = try TemporarySite()
        #expect {
            try build(site) { $0.source = site.source + "/tiada" }
        } throws: {
            String(describing: $0) == "there is no folder \(site.source)/tiada: give another --source"
        }
        #expect(TemporarySite.contents(of: site.base).isEmpty)
    }
}
