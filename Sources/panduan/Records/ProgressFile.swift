import Foundation

/// What a learner's browser handed out: a progress file, or the same as a code. It comes from other hands.
struct ProgressFile {
    struct Item {
        var result: Result?
        /// By question: how often it was asked, and how often missed.
        var seen: [String: (asked: Int, missed: Int)] = [:]
        var name: String?
    }

    struct Result {
        /// As the browser writes it.
        var score: String
        var isPassed: Bool
        var day: String
        var version: String
    }

    var items: [String: Item]
    var exported: String

    static let largest = 8 << 20

    /// - Throws: `CommandFailure` that says what is wrong with it.
    init(_ bytes: Data) throws {
        guard bytes.count <= Self.largest else { throw CommandFailure("larger than 8 MiB") }
        // Editors put a byte order mark before what they save, which the browser trims as it trims space.
        let text = String(decoding: bytes, as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines.union(["\u{FEFF}"]))
        let json = text.hasPrefix("{") ? Data(text.utf8) : ProgressCode.read(text).map { Data($0) }
        guard let json, let data = try? JSONSerialization.jsonObject(with: json) as? [String: Any],
            data["format"] as? String == "panduan-progress", let items = data["items"] as? [String: Any]
        else { throw CommandFailure("no progress file or code, or part of it is missing") }
        guard data["version"] as? Int == 1 else { throw CommandFailure("made by a newer version of the site") }
        exported = data["exported"] as? String ?? ""
        self.items = items.compactMapValues { ($0 as? [String: Any])?["v"] as? [String: Any] }.mapValues(Self.item)
    }

    /// The name that the learner typed.
    var name: String? {
        let name = items["learner"]?.name?.trimmingCharacters(in: .whitespacesAndNewlines)
        return name?.isEmpty ?? true ? nil : name
    }

    private static func item(_ value: [String: Any]) -> Item {
        var item = Item(name: value["name"] as? String)
        if let result = value["result"] as? [String: Any], let score = result["score"] as? NSNumber {
            item.result = Result(
                score: score.stringValue, isPassed: result["passed"] as? Bool ?? false,
                day: result["at"] as? String ?? "", version: result["version"] as? String ?? "")
        }
        for (id, counts) in value["seen"] as? [String: Any] ?? [:] {
            guard let counts = counts as? [Int], counts.count == 2 else { continue }
            item.seen[id] = (counts[0], counts[1])
        }
        return item
    }
}
