import SearchStore
import Testing

@testable import SearchCore

private let analyzer = Analyzer(DefaultLexicon.lexicon)

private func key(_ word: String) -> String {
    String(decoding: analyzer.keys(of: Array(word.utf8))[0], as: UTF8.self)
}

private func terms(_ text: String) -> [String] {
    tokens(Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
}

@Suite struct AnalysisTests {
    @Test(arguments: [
        ("Kafé NAÏVE Straße", ["kafe", "naive", "strase"]), ("Juma'at Qur’an", ["jumaat", "quran"]),
        ("mak\u{AD}lumat\u{A0}balas", ["maklumat", "balas"]), ("A 1 b2", ["a", "1", "b2"]),
        ("1/2008; e–mel", ["1", "2008", "e", "mel"]), ("日本語", ["日", "本", "語"]), ("Привет ΣΩ", ["привет", "σω"]),
        ("\u{FF21}\u{FF11}", ["a1"]), ("", []),
    ])
    func foldsAndSplits(_ text: String, _ expected: [String]) {
        #expect(terms(text) == expected)
    }

    @Test(arguments: [
        ("menulis", "tulis"), ("penyampaian", "sampai"), ("mengawal", "kawal"), ("pengesahan", "sah"),
        ("memilih", "pilih"),
        ("mempelajari", "ajar"), ("bekerja", "kerja"), ("keberkesanan", "kesan"), ("jawapan", "jawab"),
        ("berpengetahuan", "tahu"), ("diperkenalkan", "kenal"), ("ciri2", "ciri"), ("maklumatmaklumat", "maklumat"),
        ("penambahbaikan", "tambahbaik"), ("kerajaan", "kerajaan"), ("nilai", "nilai"), ("selesai", "selesai"),
        ("service", "service"), ("person", "person"), ("complaints", "complaints"), ("organisasi", "organisasi"),
    ])
    func conflatesMalay(_ word: String, _ root: String) {
        #expect(key(word) == root)
    }

    @Test(arguments: [
        ("caresses", "caress"), ("ponies", "poni"), ("hopping", "hop"), ("relational", "relat"), ("news", "news"),
        ("generously", "generous"), ("dying", "die"), ("skies", "sky"), ("conditional", "condit"), ("bias", "bias"),
        ("'twa", "twa"),
    ])
    func stemsEnglish(_ word: String, _ stem: String) {
        #expect(EnglishStemmer.stem(Array(word.utf8)) == Array(stem.utf8))
    }

    @Test(arguments: [
        ("dua puluh lima hari", "25"), ("twenty one", "21"), ("Bil. 1 Tahun 2008", "1/2008"), ("PKPA 1/2008", "1/2008"),
        ("1991 Bil. 10", "10/1991"), ("tujuh", "7"), ("seven", "7"),
    ])
    func readsNumbersAndCitations(_ text: String, _ key: String) {
        #expect(analyzer.analyze(Array(text.utf8)).keys.contains(Array(key.utf8)))
    }

    @Test func everyWordOfNumbersIsKnown() {
        let words =
            """
            sifar satu dua tiga empat lima enam tujuh lapan sembilan sepuluh sebelas seratus seribu belas puluh ratus ribu
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
            eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
            tahun year bil bilangan no
            """
        for word in words.split(whereSeparator: \.isWhitespace) {
            #expect(NumberKind(Array(word.utf8)[...]) != .other, "\(word)")
        }
        for word in ["satuan", "noh", "tiba", "n"] { #expect(NumberKind(Array(word.utf8)[...]) == .other, "\(word)") }
    }
}
