import Testing

@testable import SearchCore

private let pages = [
    page(
        "prosedur/telefon.html", "Menjawab panggilan telefon", ("", "Panggilan dijawab dalam 10 saat."),
        ("Salam", "Ucapkan salam dan nama jabatan kepada pelanggan."),
        ("Pesanan", "Catat pesanan dan nombor telefon pemanggil.")),
    page(
        "prosedur/aduan.html", "Mengurus aduan", ("", "Aduan pelanggan dijawab dalam tujuh hari bekerja."),
        ("Akuan terima", "Hantar akuan terima melalui e-mel.")),
    page(
        "soalan/bayar.html", "Bagaimana saya membayar?", ("", "Pembayaran dibuat di kaunter utama pada hari bekerja.")),
    page(
        "pekeliling/pkpa-1-2008.html", "PKPA Bil. 1 Tahun 2008",
        ("", "Panduan pengurusan perhubungan pelanggan bagi agensi kerajaan.")),
]

@Suite struct SearchTests {
    @Test(arguments: [
        ("telefon", "prosedur/telefon.html"), ("telfon", "prosedur/telefon.html"), ("complaint", "prosedur/aduan.html"),
        ("mengadu", "prosedur/aduan.html"), ("bayar", "soalan/bayar.html"), ("7 hari", "prosedur/aduan.html"),
        ("pkpa1/2008", "pekeliling/pkpa-1-2008.html"), ("bil 1 2008", "pekeliling/pkpa-1-2008.html"),
        ("emel", "prosedur/aduan.html"), ("pelangan adu", "prosedur/aduan.html"), ("telef", "prosedur/telefon.html"),
        ("macam mana nak bayar", "soalan/bayar.html"), ("phone call", "prosedur/telefon.html"),
    ])
    func findsThePageFirst(_ query: String, _ url: String) throws {
        var index = try TestIndex(pages)
        let found = try #require(index.urls(query).first)
        #expect(found.hasPrefix(url), "\(query) found \(found)")
    }

    @Test func carriesTheBestSectionsAnchor() throws {
        var index = try TestIndex(pages)
        #expect(index.urls("catat pesanan").first == "prosedur/telefon.html#pesanan")
    }

    @Test func correctsAndSaysSo() throws {
        var index = try TestIndex(pages)
        #expect(index.search("telfon").correction == Array("telefon".utf8))
        #expect(index.search("telefon").correction == nil)
    }

    @Test func excludesAndFilters() throws {
        var index = try TestIndex(pages)
        #expect(index.urls("pelanggan -aduan").allSatisfy { !$0.hasPrefix("prosedur/aduan") })
        var typed = pages
        typed[2].type = 1
        var other = try TestIndex(typed)
        #expect(other.urls("hari type:soalan") == ["soalan/bayar.html"])
    }

    @Test func takesQuotesForAPhrase() throws {
        var index = try TestIndex(pages)
        #expect(index.urls("\"hari bekerja\"").count == 2)
        #expect(index.urls("\"bekerja hari\"").isEmpty)
    }

    @Test func prefersAPageWithAllTheWords() throws {
        var index = try TestIndex([
            page("satu.html", "Satu", ("", "Kaunter kaunter kaunter.")),
            page("dua.html", "Dua", ("", "Kaunter dibuka pagi ini."), ("Lain", "Borang ada di sini.")),
            page("tiga.html", "Tiga", ("", "Borang borang borang.")),
        ])
        #expect(index.urls("kaunter borang").first?.hasPrefix("dua.html") == true)
    }

    @Test func ranksWhatIsSupersededLower() throws {
        var twice = [pages[3], pages[3]]
        twice[1].url = Array("pekeliling/baharu.html".utf8)
        twice[0].successor = twice[1].url
        var index = try TestIndex(twice)
        #expect(index.urls("perhubungan pelanggan").first == "pekeliling/baharu.html")
    }

    /// However much more an old page says of what is asked; and a chain ends with what replaced all.
    @Test func ranksWhatIsSupersededBelowItsSuccessor() throws {
        let filler = Array(repeating: "Perkara lain yang panjang lebar tentang jabatan.", count: 60).joined(
            separator: " ")
        var chain = [
            page("lama.html", "Caj kaunter khas", ("Caj kaunter khas", "Caj kaunter khas ialah caj kaunter.")),
            page("tengah.html", "Caj kaunter", ("", "Caj kaunter khas dahulu.")),
            page("baharu.html", "Pekeliling", ("", "\(filler) Caj di kaunter. \(filler) Khas.")),
            page("lain.html", "Caj", ("", "Tentang caj.")),
        ]
        chain[0].successor = chain[1].url
        chain[1].successor = chain[2].url
        var index = try TestIndex(chain)
        #expect(
            index.urls("caj kaunter khas").map { $0.prefix { $0 != "#" } }.filter { $0 != "lain.html" } == [
                "baharu.html", "tengah.html", "lama.html",
            ])
        chain[1].successor = Array("tiada.html".utf8)
        index = try TestIndex(chain)
        let results = index.search("caj kaunter khas").results
        #expect(
            results.filter(\.superseded).map { String(decoding: $0.title, as: UTF8.self) } == [
                "Caj kaunter", "Caj kaunter khas",
            ])
    }

    @Test func pinsAPageForAQuery() throws {
        var settings = TestIndex.settings
        settings.pins = [(Array("hari bekerja".utf8), Array("soalan/bayar.html".utf8))]
        var index = try TestIndex(pages, settings: settings)
        #expect(index.urls("Hari bekerja").first == "soalan/bayar.html")
        // Also when it is misspelt.
        #expect(index.search("hari bekrja").results.first?.isPinned == true)
        #expect(index.search("bekerja").results.allSatisfy { !$0.isPinned })
    }

    @Test func marksTheWordsInUTF16() throws {
        var index = try TestIndex([page("a.html", "A", ("", "Naïf 🙂 aduan di sini"))])
        let excerpt = try #require(index.search("aduan").results.first).excerpt
        let text = Array(String(decoding: excerpt.text, as: UTF8.self).utf16)
        let mark = try #require(excerpt.marks.first)
        #expect(String(decoding: text[mark.start..<mark.end], as: UTF16.self) == "aduan")
    }

    @Test func survivesHostileQueries() throws {
        var index = try TestIndex(pages)
        for query in [String(repeating: "a b ", count: 5_000), "\"\"\"", "-", "type:", "<script>", "\u{0}", "💥é", ""] {
            #expect(index.search(query).query == Array(query.utf8))
        }
    }
}

/// What a site's owner decides, and what a reader's marks do.
@Suite struct QueryTests {
    private let slips =
        (0..<9).map { page("p\($0).html", "Telefon \($0)", ("", "Nombor telefon pejabat cawangan ke-\($0).")) }
        + [page("senarai.html", "Senarai", ("", "Kata yang tersilap taip."))]

    @Test func correctsAWordThatOnlyKeywordsHave() throws {
        var pages = slips
        pages[9].keywords = [Array("cawamgan sabtu".utf8)]
        var index = try TestIndex(pages)
        let results = index.search("cawamgan")
        #expect(results.correction == Array("cawangan".utf8))
        #expect(results.total == 10)
        #expect(index.search("sabtu").correction == nil)
    }

    @Test func pinsAPageThatTheWordsDoNotFind() throws {
        var settings = TestIndex.settings
        settings.pins = [(Array("nombor telefon".utf8), Array("senarai.html".utf8))]
        var index = try TestIndex(slips, settings: settings)
        let found = index.search("Nombor  Telefon").results
        #expect(found.first?.url == Array("senarai.html".utf8))
        #expect(found.map(\.isPinned) == [true] + [Bool](repeating: false, count: 9))
        #expect(index.search("nombor").results.allSatisfy { !$0.isPinned })
        #expect(index.urls("nombor telefon type:soalan").isEmpty)
    }

    /// The panel shows fewer pages than the search page: both tell the same numbers.
    @Test(arguments: [1, 8, 30])
    func countsOnlyPagesThatHaveThePhraseHoweverManyAreShown(_ limit: Int) throws {
        let pages = (0..<60).map { number in
            var page = page("\(number).html", "Hal", ("", number % 3 == 0 ? "Borang cuti ada." : "Cuti, bukan borang."))
            page.type = UInt8(number % 2)
            return page
        }
        var index = try TestIndex(pages)
        var options = SearchOptions()
        options.limit = limit
        #expect(index.search("borang cuti", options).total == 60)
        let found = index.search("\"borang cuti\"", options)
        #expect((found.total, found.results.count) == (20, min(limit, 20)))
        #expect(found.types.map(\.count) == [10, 10])
        options.type = Array("soalan".utf8)
        let typed = index.search("\"borang cuti\"", options)
        #expect((typed.total, typed.types.map(\.count)) == (10, [10, 10]))
    }

    /// Few files are read, but all pages that stand in them; what was not read is not passed over in silence.
    @Test func readsAPhrasesBestPiecesAndSaysThatThereMayBeMore() throws {
        var index = try TestIndex((0..<200).map { longPage($0, "Borang cuti ada.") })
        let found = index.search("\"borang cuti\"")
        #expect(index.pieces.count == RankingWeights.quoted)
        #expect(found.total > 2 * RankingWeights.quoted && found.total < 200)
        #expect(found.mayHaveMore)
        #expect(String(decoding: found.json, as: UTF8.self).contains("\"total\":\(found.total),\"more\":true,"))
    }

    /// A pinned page's piece is read once, and so are those that fill the number of pieces.
    @Test func countsAPinnedPagesPieceOnce() throws {
        var settings = TestIndex.settings
        settings.pins = [(Array("borang cuti".utf8), Array("40.html".utf8))]
        var index = try TestIndex((0..<78).map { longPage($0, "Borang cuti ada.") }, settings: settings)
        let found = index.search("\"borang cuti\"")
        #expect(index.pieces.count == RankingWeights.quoted)
        #expect((found.total, found.mayHaveMore) == (78, false))
    }

    @Test func saysThatThereMayBeMoreAlsoWhereAPhraseIsTakenForItsWords() throws {
        var index = try TestIndex((0..<200).map { longPage($0, "Borang untuk cuti ada di pejabat.") })
        let found = index.search("\"borang cuti\" pejabat")
        #expect(!found.results.isEmpty && found.mayHaveMore)
    }

    /// Pages whose sections lack a word, or have only its kin, rank higher here and are not read.
    @Test func readsOnlyWhatMayHaveThePhrase() throws {
        let others = (0..<200).map { number in
            var page = longPage(number, number % 2 == 0 ? "Borang borang borang." : "Borang dicutikan, bercuti.")
            page.sections.append(SearchSection(anchor: [], heading: [], text: Array("Cuti cuti cuti.".utf8)))
            return page
        }
        var index = try TestIndex(others + (200..<240).map { longPage($0, "Borang cuti ada.") })
        let found = index.search("\"borang cuti\"")
        #expect((found.total, found.mayHaveMore) == (40, false))
        #expect(index.pieces.count == 14)
        #expect(String(decoding: found.json, as: UTF8.self).contains("\"total\":40,\"types\""))
    }

    /// A piece holds three of them.
    private func longPage(_ number: Int, _ text: String) -> SearchPage {
        page("\(number).html", "Hal", ("", text + String(repeating: " Perkara lain.", count: 400)))
    }

    @Test func marksAQuotedWordAndNotItsKin() throws {
        var index = try TestIndex([page("a.html", "A", ("", "Mengadu ialah membuat aduan."))])
        #expect(try #require(index.search("aduan").results.first).excerpt.marks.count == 2)
        let quoted = try #require(index.search("\"aduan\"").results.first).excerpt.marks
        #expect(quoted.map(\.start) == [22])
    }

    @Test func aPhraseThatNoPageHasIsOnlyItsWords() throws {
        var index = try TestIndex(slips)
        #expect(index.urls("\"pejabat telefon\" nombor").count == 9)
        #expect(index.urls("\"pejabat telefon\"").isEmpty)
        #expect(index.urls("\"telefon pejabat\" -cawangan").isEmpty)
    }

    @Test func aPagesTitleStandsAboveItsBeginning() throws {
        var index = try TestIndex([
            page("satu.html", "Borang cuti", ("", "Isi dan hantar."), ("Lain", "Teks.")),
            page("dua.html", "Hal lain", ("", "Borang ini lain."), ("Borang", "Lain lagi.")),
        ])
        #expect(index.urls("borang cuti").first == "satu.html")
    }

    @Test func saysWhyAPageStandsWhereItDoes() throws {
        var options = SearchOptions()
        var index = try slipsIndex()
        #expect(index.search("telefon cawangan", options).results.allSatisfy { $0.explanation == nil })
        options.explain = true
        options.language = Array("ms".utf8)
        let result = try #require(index.search("telefon cawangan", options).results.first)
        #expect(
            String(decoding: try #require(result.explanation), as: UTF8.self).wholeMatch(
                of:
                    /\{"section":\d+,"others":\d+,"fields":\d+,"factors":\{"weight":100,"language":125,"coverage":100,"nearness":\d+\},"words":\[\["telefon",\d+,\d+\],\["cawangan",\d+,\d+\]\]\}/
            ) != nil)
    }

    private func slipsIndex() throws -> TestIndex { try TestIndex(slips) }

    @Test func thePageInTheReadersLanguageTakesTheBetterPlace() throws {
        let own = page("emel.html", "Jawab e-mel", ("Isi", "Jawab e-mel dalam sehari. Nombor email ada di sini."))
        var english = page("en/emel.html", "Answer an email", ("Body", "Email email email: answer the email today."))
        english.language = 1
        var index = try TestIndex([own, english, page("lain.html", "Lain", ("Isi", "Hal lain."))])
        for (language, first) in [("ms", "emel"), ("en", "en/em")] {
            var options = SearchOptions()
            options.language = Array(language.utf8)
            let found = index.search("email", options).results
            #expect(found.count == 2)
            #expect(found.first.map { String(decoding: $0.url.prefix(first.count), as: UTF8.self) } == first)
        }
    }

    @Test func leavesOutPagesWithAllWordsOfAQuote() throws {
        var index = try TestIndex([
            page("a.html", "Peti aduan", ("Isi", "Peti.")), page("b.html", "Aduan", ("Isi", "Lain.")),
            page("c.html", "Peti cadangan", ("Isi", "Cadangan.")),
        ])
        #expect(index.urls("aduan -\"peti aduan\"").map { $0.prefix(1) } == ["b"])
        #expect(index.urls("aduan cadangan -peti -lain").isEmpty)
        #expect(Set(index.urls("peti aduan").map { $0.prefix(1) }) == ["a", "b", "c"])
    }

    @Test func readsTypesHoweverTheyAreWritten() throws {
        var asked = page("a.html", "Aduan", ("Isi", "Isi."))
        asked.type = 1
        var index = try TestIndex([asked, page("b.html", "Aduan", ("Isi", "Isi."))])
        #expect(index.urls("Type:SOALAN aduan").map { $0.prefix(1) } == ["a"])
    }

    /// Titles that say it in other words do not stand before the question that a trainer wrote.
    @Test func theVeryQuestionComesFirst() throws {
        var pages = (0..<6).map { page("l\($0).html", "Laporan \($0)", ("Isi", "Laporan pegawai, laporan prestasi.")) }
        var asked = page("aduan.html", "Bagaimana membuat aduan?", ("Isi", "Isi borang dan hantar."))
        asked.keywords = ["cara buat aduan", "nak report pegawai", "saya tak puas hati"].map { Array($0.utf8) }
        pages.append(asked)
        var index = try TestIndex(pages)
        #expect(index.urls("nak report pegawai").first?.prefix(10) == "aduan.html")
    }

    @Test(arguments: [
        ("pelanggan rasuah", ["rasuah"]), ("pelanggan dan RASUAH, pelanggan", ["RASUAH"]), ("pelangan", []),
        ("bagaimana pelanggan", []), ("pelanggan -rasuah", []), ("pelang gan rasuah", ["rasuah"]),
        ("pelangganmarah", []), ("customer komplen", ["komplen"]), ("pelanggan mara", []),
    ])
    func tellsTheWordsThatAPageLacks(query: String, missing: [String]) throws {
        let pages = (0..<3).map { page("p\($0).html", "Pelanggan", ("Isi", "Pelanggan yang marah dilayan \($0).")) }
        var index = try TestIndex(pages)
        let found = try #require(index.search(query).results.first)
        #expect(found.missing.map { String(decoding: $0, as: UTF8.self) } == missing)
    }

    @Test func pagesThatWereReadLongAgoAreReadAgain() throws {
        let pages = (0..<400).map {
            page("p\($0).html", "Halaman \($0)", ("Isi", "Kata kunci\($0)x di halaman \($0)."))
        }
        var index = try TestIndex(pages)
        let first = index.search("kunci0x").results.map(\.excerpt.text)
        #expect(first.count == 1)
        for number in 1..<400 { #expect(index.search("kunci\(number)x").results.count == 1) }
        let files = index.loaded.count
        #expect(index.search("kunci0x").results.map(\.excerpt.text) == first)
        #expect(index.loaded.count == files)
    }
}
