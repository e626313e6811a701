import Foundation

/// A number with a unit as a page writes it out, in digits or words, in Malay or English.
struct WrittenFigure: Hashable {
    /// Path in `content/`.
    var page: String
    /// Small letters, one space between words: `10 saat`, `seven working days`.
    var text: String
    /// In the title or among the words by which the page is found, where no directive can stand.
    var isPlain: Bool

    private static let numbers =
        #"\d+(?:[.,]\d+)?|(?:(?:se|satu|dua|tiga|empat|lima|enam|tujuh|lapan|sembilan)[ -])?(?:belas|puluh|ratus)"#
        + #"|satu|dua|tiga|empat|lima|enam|tujuh|lapan|sembilan|sepuluh|sebelas|seratus|separuh|setengah"#
        + #"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|thirty"#
        + #"|forty|fifty|sixty|ninety|hundred|half an?"#
    private static let units =
        #"saat|minit|jam|hari bekerja|hari|minggu|bulan|tahun(?! \d{4})|kali(?: setahun| sehari| sebulan)?|peratus|%"#
        + #"|seconds?|minutes?|hours?|working[ -]days?|days?|weeks?|months?|years?|times(?: a (?:year|day|month))?"#
        + #"|per ?cent"#
    private static let pattern =
        "(?:^|[^\\w-])((?:\(numbers))[ -]?(?:\(units))|se(?:minit|jam|hari|minggu|bulan|tahun|saat)|twice)(?![\\w-])"
    /// What is no text: directives that stand for figures, addresses of links.
    private static let hidden = #":fakta\[[^\]]*\](?:\{[^}]*\})?|\]\([^)]*\)"#
    private static let plainKeys = Set(["title", "english", "keywords", "tags"])
    /// `asks` are the words of those who do not know; the others hold no figures.
    private static let silentKeys = Set([
        "asks", "reviewed", "sources", "number", "issued", "review_months", "order", "aliases",
    ])

    static func all(in page: String, text: String) throws -> [WrittenFigure] {
        let hidden = try Regex(Self.hidden)
        let pattern = try Regex(Self.pattern).ignoresCase()
        var (found, key, isFront): ([WrittenFigure], Substring, Bool) = ([], "", text.hasPrefix("---\n"))
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if isFront, number > 0, line == "---" { (isFront, key) = (false, "") }
            if isFront, let name = line.firstMatch(of: /^([a-z_]+):/)?.1 { key = name }
            if silentKeys.contains(String(key)) { continue }
            let visible = line.replacing(hidden, with: "\u{1}")
            for match in visible.matches(of: pattern) {
                guard let range = match.output[1].range else { continue }
                let words = visible[range].lowercased()
                found.append(
                    WrittenFigure(
                        page: page, text: words.replacing("-", with: " "), isPlain: plainKeys.contains(String(key))))
            }
        }
        return found
    }
}
