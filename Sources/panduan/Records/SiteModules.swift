import Foundation

/// The modules of a built site, from the script that its pages read.
struct SiteModules: Decodable {
    struct Module: Decodable {
        struct Activity: Decodable {
            var id: String
            var title: String
            var questions: [String: String]
        }

        var key: String
        var title: String
        var version: String
        var activities: [Activity]
    }

    /// In reading order.
    private(set) var modules: [Module] = []

    init() {}

    init(from decoder: any Decoder) throws {
        modules = try decoder.singleValueContainer().decode([Module].self)
    }

    /// Those of all languages of a site; none where the site has none or is not there.
    static func read(site: String) -> SiteModules {
        let assets = URL(fileURLWithPath: site).appendingPathComponent("assets")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: assets.path)) ?? []
        var all = SiteModules()
        for name in names.sorted() where name.hasPrefix("modules-") {
            guard let script = try? Data(contentsOf: assets.appendingPathComponent(name)),
                let start = script.firstIndex(of: UInt8(ascii: "[")), let end = script.lastIndex(of: UInt8(ascii: "]")),
                let read = try? JSONDecoder().decode(SiteModules.self, from: script[start...end])
            else { continue }
            for module in read.modules where all[module.key] == nil { all.modules.append(module) }
        }
        return all
    }

    subscript(key: String) -> Module? { modules.first { $0.key == key } }
}
