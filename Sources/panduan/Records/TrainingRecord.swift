/// Learners' progress as tables: who has done what, and which questions are missed.
struct TrainingRecord {
    struct Learner {
        var name: String
        var file: ProgressFile
    }

    private(set) var learners: [Learner] = []
    let site: SiteModules

    init(site: SiteModules) {
        self.site = site
    }

    /// Takes a file in; of two of one name the later export stays.
    mutating func add(_ file: ProgressFile, name: String) {
        if let place = learners.firstIndex(where: { $0.name == name }) {
            if learners[place].file.exported <= file.exported { learners[place].file = file }
        } else {
            learners.append(Learner(name: name, file: file))
        }
        learners.sort { $0.name < $1.name }
    }

    static let resultsHead = [
        "Nama", "Modul", "Aktiviti", "Markah", "Lulus", "Tarikh", "Versi kandungan", "Kod semakan",
    ]
    static let missedHead = ["Soalan", "Modul", "Tersalah", "Dijawab", "Peratus tersalah"]

    var results: [[String]] {
        learners.flatMap { learner -> [[String]] in
            let check = RecordCheck.of(name: learner.file.name ?? "", learner.file.items)
            return activities(of: learner).map { part, result in
                let module = site[part.module]
                let activity = module?.activities.first { $0.id == part.id }
                let isOld = module.map { $0.version != result.version } ?? false
                return [
                    learner.name, module?.title ?? part.module,
                    activity.flatMap { $0.title.isEmpty ? nil : $0.title } ?? part.kind, result.score,
                    result.isPassed ? "ya" : "tidak", result.day,
                    result.version + (isOld ? " (kandungan lama)" : ""), check,
                ]
            }
        }
    }

    /// In the order of the site's modules.
    private func activities(of learner: Learner) -> [(part: ActivityKey, result: ProgressFile.Result)] {
        let order = Dictionary(uniqueKeysWithValues: site.modules.enumerated().map { ($1.key, $0) })
        return learner.file.items.compactMap { key, item in
            guard let part = ActivityKey(key), let result = item.result else { return nil }
            return (part, result)
        }.sorted { a, b in
            let places = (order[a.part.module] ?? .max, order[b.part.module] ?? .max)
            return places.0 != places.1 ? places.0 < places.1 : a.part.key < b.part.key
        }
    }

    /// The most missed first.
    var missed: [[String]] {
        var counts: [String: (module: String, id: String, asked: Int, missed: Int)] = [:]
        for (key, item) in learners.flatMap(\.file.items) {
            guard let part = ActivityKey(key) else { continue }
            for (id, seen) in item.seen {
                var count = counts[part.module + "#" + id] ?? (part.module, id, 0, 0)
                count.asked += min(max(seen.asked, 0), 100_000)
                count.missed += min(max(seen.missed, 0), 100_000)
                counts[part.module + "#" + id] = count
            }
        }
        let sorted = counts.values.filter { $0.missed > 0 && $0.asked > 0 }.sorted { a, b in
            let shares = (a.missed * b.asked, b.missed * a.asked)
            if shares.0 != shares.1 { return shares.0 > shares.1 }
            return a.missed != b.missed ? a.missed > b.missed : (a.module, a.id) < (b.module, b.id)
        }
        return sorted.map { count in
            let module = site[count.module]
            let text = module?.activities.compactMap { $0.questions[count.id] }.first
            return [
                text ?? count.id, module?.title ?? count.module, String(count.missed), String(count.asked),
                "\((200 * count.missed + count.asked) / (2 * count.asked)) %",
            ]
        }
    }
}

/// `quiz/latihan/s1-salam#quiz.1`, taken apart.
struct ActivityKey {
    let key: String
    let kind: String
    let module: String
    let id: String

    init?(_ key: String) {
        guard let slash = key.firstIndex(of: "/"), let hash = key.lastIndex(of: "#"), slash < hash else { return nil }
        self.key = key
        kind = String(key[..<slash])
        module = String(key[key.index(after: slash)..<hash])
        id = String(key[key.index(after: hash)...])
        guard !kind.isEmpty, kind.allSatisfy({ $0.isASCII && $0.isLowercase }), !module.isEmpty, !id.isEmpty else {
            return nil
        }
    }
}
