import SiteModel

/// The answer of a page as plain text, to be pasted into a reply: with its source and the day it was verified.
struct AnswerText {
    let page: Page
    let interface: Interface

    var text: String {
        var lines: [String] = []
        for part in page.body.answer {
            lines.append(part.part == .say ? part.text : "\(interface[part.part.rawValue]): \(part.text)")
        }
        guard !lines.isEmpty else { return "" }
        var trust =
            page.metadata.sources.isEmpty
            ? [] : [interface["js_source"] + ": " + page.metadata.sources.joined(separator: "; ")]
        if let reviewed = page.metadata.reviewed {
            trust.append(interface["reviewed_on"] + " " + interface.text(reviewed))
        }
        if !trust.isEmpty { lines.append(trust.joined(separator: " · ")) }
        return lines.joined(separator: "\n")
    }
}
