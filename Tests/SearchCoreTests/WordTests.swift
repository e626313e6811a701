import Testing

@testable import SearchCore

/// What stands for a word of the query: corrections, shorthand, synonyms.
@Suite struct WordTests {
    /// In tenths of an edit; the third is as far off the diagonal as its limit lets a word be.
    @Test(arguments: [
        ("kaunter", "kaunter", 0), ("kauntre", "kaunter", 10), ("kkaauunter", "kaunter", 18), ("kuntr", "kaunter", 18),
        ("kkaauunnter", "kaunter", nil), ("pejabat", "kaunter", nil),
    ])
    func measuresHowFarAWordIsFromAnother(_ typed: String, _ word: String, _ expected: Int?) {
        var distance = EditDistance()
        _ = distance.between(Array("penyampaian".utf8), Array("penyimpanan".utf8), limit: 20)
        #expect(distance.between(Array(typed.utf8), Array(word.utf8), limit: 20) == expected)
        #expect(distance.between(Array(word.utf8), Array(typed.utf8), limit: 20) == expected)
    }

    @Test func aWordWithSynonymsIsNotTakenForASlip() throws {
        let borang = page("borang.html", "Borang", ("Isi", "Isi borang di kaunter ini."))
        var index = try TestIndex([borang, page("marah.html", "Pelanggan marah", ("Tenang", "Dengar dahulu."))])
        let found = index.search("berang")
        #expect(found.results.first.map { String(decoding: $0.url, as: UTF8.self).prefix(10) } == "marah.html")
        #expect(found.correction == nil)
        // Where no page has a synonym either, it may still be one.
        var other = try TestIndex([borang])
        #expect(other.search("berang").correction == Array("borang".utf8))
    }

    @Test(arguments: ["orang saya kaunter", "orang awal kaunter", "away kaunter", "SSM", "SST", "300", "ping"])
    func anotherWordIsNoMisspelling(query: String) throws {
        let text = "Orang awam datang pada masa yang sama, satu hari, pagi, 30 orang."
        var index = try TestIndex(["a", "b"].map { page("\($0).html", "Kaunter", ("Isi", text)) })
        #expect(index.search(query).correction == nil)
    }

    @Test(arguments: [
        ("angy", "angry"), ("dauan", "aduan"), ("aduann", "aduan"), ("kaunterr", "kaunter"), ("iagam", "piagam"),
        ("kadp", "kad"),
        ("writedesk", "write desk"),
    ])
    func correctsOneSlipBeforeALostSpace(typed: String, meant: String) throws {
        var index = try TestIndex(
            ["a", "b"].map {
                page(
                    "\($0).html", "Aduan di kaunter",
                    ("Isi", "Nombor piagam aduan, kad, kaun ter buka. Write to the desk, any angry customer.")
                )
            })
        #expect(index.search(typed).correction == Array(meant.utf8))
    }

    /// Slots of a phrase share words with what means the same: each word is its own slot's all the same.
    @Test(arguments: ["maklum balas", "m/balas", "x faham"])
    func aTitleThatSaysJustWhatWasAskedComesFirst(query: String) throws {
        var pages = [page("a.html", "Maklum balas", ("Isi", "Isi.")), page("b.html", "Tidak faham", ("Isi", "Isi."))]
        pages += (0..<6).map {
            page("c\($0).html", "Balas balas faham faham", ("Isi", "Balas maklum, faham tidak, tindak balas."))
        }
        var index = try TestIndex(pages)
        let first = index.search(query).results.first
        #expect(first.map { $0.title } == pages[query == "x faham" ? 1 : 0].title)
    }

    @Test func correctsToAWordThatOnlySynonymsHave() throws {
        var index = try TestIndex([page("peti.html", "Peti aduan", ("Isi", "Letak peti aduan di kaunter."))])
        let found = index.search("complant box")
        #expect(found.correction == Array("complaint box".utf8))
        #expect(found.results.first.map { String(decoding: $0.url, as: UTF8.self).prefix(9) } == "peti.html")
        // Not when the index has no word of like meaning.
        #expect(index.search("stakehlder kaunter").correction == nil)
    }

    @Test(arguments: [("dtg", "datang"), ("plnggn", "pelanggan")])
    func readsChatByItsConsonants(chat: String, word: String) throws {
        var settings = TestIndex.settings
        settings.lexicon.shorthand = []
        let pages = ["a", "b"].map { page("\($0).html", "Kaunter", ("Isi", "Pelanggan datang.")) }
        var index = try TestIndex(pages, settings: settings)
        #expect(index.search(chat).correction == Array(word.utf8))
    }

    /// `mengamuk` stands in no page, so that what means the same counts for it as much as `kaunter` counts for itself.
    @Test func aWordThatPagesLackIsNotOutweighed() throws {
        var pages = (0..<8).map {
            page("k\($0).html", "Kaunter \($0)", ("Isi", "Pelanggan di kaunter, dan kaunter ditutup."))
        }
        pages += (0..<40).map { page("l\($0).html", "Lain \($0)", ("Isi", "Hal lain.")) }
        pages.append(page("marah.html", "Pelanggan marah", ("Isi", "Dengar dahulu.")))
        var index = try TestIndex(pages)
        #expect(index.urls("pelanggan mengamuk di kaunter").first?.prefix(10) == "marah.html")
    }

    @Test func aWordIsNoRarerThanWhatMeansTheSame() throws {
        var pages = (0..<30).map { page("p\($0).html", "Layanan \($0)", ("Isi", "Pelanggan dilayan di kaunter.")) }
        pages += (0..<8).map { page("j\($0).html", "Hal \($0)", ("Isi", "Janji ditepati pada hari itu.")) }
        pages.append(page("rare.html", "Lain", ("Isi", "The customer waits here.")))
        pages.append(page("both.html", "Dua", ("Isi", "Janji kepada pelanggan ditepati.")))
        var index = try TestIndex(pages)
        #expect(index.urls("customer janji").first?.hasPrefix("both.html") == true)
    }

    @Test func aWordWithSynonymsIsNotTheBeginningOfAnother() throws {
        var settings = TestIndex.settings
        settings.lexicon.synonyms = Array("cakap = say\n".utf8)
        let sayang = page("sayang.html", "Sayang", ("Isi", "Sayangkan kerja."))
        var index = try TestIndex([sayang, page("cakap.html", "Suara", ("Isi", "Cara cakap."))], settings: settings)
        #expect(index.urls("say").map { $0.prefix(5) } == ["cakap"])
        // Where no page has a synonym, it may still be one.
        var other = try TestIndex([sayang], settings: settings)
        #expect(other.urls("say").map { $0.prefix(6) } == ["sayang"])
    }

    @Test func aPhraseThatBeginsWithAFunctionWordHasSynonyms() throws {
        var settings = TestIndex.settings
        settings.lexicon.synonyms = Array("bersemuka = in person, in\n".utf8)
        let pages = [
            page("semuka.html", "Urusan", ("Isi", "Datang bersemuka sahaja.")), page("x.html", "X", ("Isi", "Lain.")),
        ]
        var index = try TestIndex(pages, settings: settings)
        #expect(index.urls("in person").first?.hasPrefix("semuka.html") == true)
        #expect(index.urls("in").isEmpty)
    }

    @Test func functionWordsOfASynonymAreNotMarked() throws {
        var settings = TestIndex.settings
        settings.lexicon.synonyms = Array("bersemuka = in person\n".utf8)
        let text = "They come in pairs, each in person."
        var index = try TestIndex([page("x.html", "X", ("Isi", text))], settings: settings)
        let excerpt = try #require(index.search("bersemuka").results.first).excerpt
        let marked = excerpt.marks.map {
            String(Array(String(decoding: excerpt.text, as: UTF8.self))[$0.start..<$0.end])
        }
        #expect(marked == ["person"])
    }

    /// A word of the other language stands on few pages; that does not make its page the better answer.
    @Test func aSynonymIsNoRarerThanTheWord() throws {
        var settings = TestIndex.settings
        settings.lexicon.synonyms = Array("pelanggan = customer\n".utf8)
        var pages = (0..<30).map { page("ms\($0).html", "Layan pelanggan \($0)", ("Isi", "Cara melayan pelanggan.")) }
        pages.append(page("en.html", "Serve a customer", ("Text", "How to serve a customer.")))
        var index = try TestIndex(pages, settings: settings)
        #expect(index.urls("pelanggan").first?.hasPrefix("ms") == true)
        #expect(index.urls("customer").first?.hasPrefix("en") == true)
    }

    /// `pelangan` is written as a derived word of `lang` would be, and stands among keywords alone; `sabtu` is a root.
    @Test func aWordOfKeywordsAloneIsCorrectedUnlessItIsARoot() throws {
        var pages = (0..<30).map { page("p\($0).html", "Pelanggan \($0)", ("Isi", "Pelanggan satu dilayan.")) }
        var special = page("khas.html", "Khas", ("Isi", "Piagam."))
        special.keywords = [Array("piagam pelangan, sabtu".utf8)]
        pages.append(special)
        var index = try TestIndex(pages)
        #expect(index.search("pelangan").correction == Array("pelanggan".utf8))
        #expect(index.search("sabtu").correction == nil)
    }

    @Test func aFunctionWordIsNotRare() throws {
        var pages = (0..<60).map { page("lain\($0).html", "Hal \($0)", ("Isi", "Perkara nombor \($0).")) }
        pages += (0..<2).map { page("piagam\($0).html", "Janji \($0)", ("Isi", "Semak piagam itu semula.")) }
        pages.append(page("apa.html", "Kisah", ("Isi", "Terangkan apa yang berlaku.")))
        var index = try TestIndex(pages)
        #expect(index.urls("apa piagam").first?.hasPrefix("piagam") == true)
    }
}
