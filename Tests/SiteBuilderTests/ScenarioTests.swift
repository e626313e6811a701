import Diagnostics
import Foundation
import SearchStore
import SiteBuilder
import TestSites
import Testing

@Suite struct ScenarioTests {
    private static let page = """
        -- content/latihan/x.md --
        ## Main peranan

        :::scenario [Di *kaunter*]{officer=Aminah script=../skrip/y.md#kaunter}
        Giliran 12.

        ### Dia tiba

        - **Encik Razak:** Lama!
        - **Aminah:** Selamat pagi.

        1. [Maaf, **Encik**.](#duduk) :score{S8=+1 S6=-1}
           Anda mengakui.

           Dua perenggan.
        2. [*(diam)*](#pergi)

        ### Duduk

        Dia duduk.

        :ending{kind=good}

        ### Pergi

        :ending{kind=bad} Dia pergi.
        :::

        ## Selepas itu
        -- content/skrip/y.md --
        ## Kaunter
        """

    @Test func readsAsTextWithLinksBetweenScenes() throws {
        let page = try built(Self.page).built("latihan/x.html")
        #expect(
            page.contains(
                """
                <section class="activity scenario" id="scenario.1" aria-label="Main peranan: Di kaunter">
                <p class="label">Main peranan</p>
                <p class="activity-title">Di <em>kaunter</em></p>
                <div class="intro">
                <p>Giliran 12.</p>
                </div>
                <p class="script"><a href="../skrip/y.html#kaunter">Skrip bagi kes ini</a></p>
                <div class="scenes">
                <section class="scene">
                <h3 id="dia-tiba">Dia tiba</h3>
                <dl class="dialogue">
                <div class="line"><dt class="speaker">Encik Razak</dt><dd>Lama!</dd></div>
                <div class="line officer"><dt class="speaker">Aminah</dt><dd>Selamat pagi.</dd></div>
                </dl>
                <ol class="choices">
                <li><a class="choice" href="#duduk">Maaf, <strong>Encik</strong>.</a> <span class="score">\
                (<span data-trait="S6" data-points="-1">Sensitif −1</span>, \
                <span data-trait="S8" data-points="1">Sopan +1</span>)</span>
                <div class="why"><p>Anda mengakui.</p>
                <p>Dua perenggan.</p></div></li>
                <li><a class="choice" href="#pergi"><em>(diam)</em></a>
                <div class="why"></div></li>
                </ol>
                </section>
                <section class="scene" data-ending="good">
                <h3 id="duduk">Duduk</h3>
                <p>Dia duduk.</p>
                <p><strong class="ending good">Pengakhiran baik</strong></p>
                </section>

                """), "\(page)")
    }

    @Test func scenesAreNoPartOfThePagesContents() throws {
        let page = try built(Self.page).built("latihan/x.html")
        let contents = try #require(page.firstRange(of: "class=\"toc\"").map { page[$0.upperBound...] })
        #expect(contents.contains("href=\"#main-peranan\""))
        #expect(!contents.contains("<li><a href=\"#dia-tiba\""))
    }

    @Test func marksAreNotSearched() throws {
        let site = try built(Self.page)
        var search = try SearchDirectory(site: site.output)
        #expect(search.searchJSON("mengakui").contains("latihan/x.html"))
        for mark in ["S8", "sopan"] { #expect(!search.searchJSON(mark).contains("latihan/x.html"), "\(mark)") }
    }

    /// Four times as many scenes take about four times as long, not sixteen. What they take in milliseconds is measured
    /// with the optimised command, in the browser tests.
    @Test func theTimeOfACheckGrowsWithTheNumberOfScenes() throws {
        let (few, many) = (try checkTime(scenes: 125), try checkTime(scenes: 500))
        #expect(many < few * 9, "\(few), \(many)")
    }

    private func checkTime(scenes count: Int) throws -> Duration {
        func anchor(_ number: Int) -> String { number < count ? "adegan-\(number)" : "tamat" }
        let scenes = (0..<count).map { number in
            """
            ### Adegan \(number)

            - **Pelanggan:** Baris \(number), lama betul saya menunggu di sini.
            - **Petugas:** Saya semak sekarang.

            1. [Saya minta maaf, Encik.](#\(anchor(number + 1))) :score{S8=+1 S6=+1}
               Anda mengakui kesulitannya.
            2. [Sila tunggu.](#\(anchor(number + 2))) :score{S4=-1}
               Anda tidak menyatakan tempoh.
            """
        }
        let site = try TemporarySite(
            "-- content/x.md --\n:::scenario [Besar]\n" + scenes.joined(separator: "\n\n")
                + "\n\n### Tamat\n\n:ending{kind=good}\n:::\n")
        let options = BuildOptions(source: site.source, output: site.output)
        var found: [String] = []
        let times = try (0..<4).map { _ in
            try ContinuousClock().measure { found = try SiteLoader(options: options).load().diagnostics.map(\.id) }
        }
        #expect(found.filter { $0 != "missing-field" } == [])
        return times.min() ?? .zero
    }
}
