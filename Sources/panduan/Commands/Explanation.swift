import Foundation
import SiteBuilder

/// What a page's score is made of, as the engine tells it.
struct Explanation: Decodable {
    private struct Word: Decodable {
        var text: String
        var section, fields: Int

        init(from decoder: any Decoder) throws {
            var values = try decoder.unkeyedContainer()
            text = try values.decode(String.self)
            section = try values.decode(Int.self)
            fields = try values.decode(Int.self)
        }
    }

    private var section, others, fields: Int
    private var factors: [String: Int]
    private var words: [Word]

    init(json: [UInt8]) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json))
    }

    /// As pages show it: a line a word, their sum, and the factors by which that is multiplied.
    func lines(score: Int32, _ interface: Interface) -> [String] {
        let sum = ["section": section, "others": others, "fields": fields].mapValues { "\($0)" }
        let order = ["weight", "superseded", "language", "coverage", "nearness"]
        let product = order.compactMap { name in
            factors[name].map { "× \(interface.text("js_why_\(name)")) \($0) " }
        }
        return words.map { "\($0.text) \($0.section) + \($0.fields)" }
            + [interface.text("js_why_sum", sum), product.joined() + "% = \(score)"]
    }
}
