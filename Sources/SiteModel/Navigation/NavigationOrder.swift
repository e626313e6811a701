/// In which order pages and folders follow one another: as written, else by title as a person sorts.
struct NavigationOrder {
    private let orders: [Int]
    private let rank: [Int]
    private let topFolders: [String]

    /// - Parameter rank: place of each entry in the order of titles.
    init(entries: [SiteView.Entry], pages: [Page], rank: [Int], configuration: SiteConfiguration) {
        orders = entries.map { pages[$0.page].metadata.order ?? Int.max }
        self.rank = rank
        topFolders = configuration.navigation.map(\.value)
    }

    func sorted(_ entries: [Int]) -> [Int] {
        entries.sorted { (orders[$0], rank[$0]) < (orders[$1], rank[$1]) }
    }

    func sorted(folders indices: [Int], of folders: [SiteView.Folder]) -> [Int] {
        let ranked = indices.map { index -> (rank: Int, title: [UInt8], path: String, index: Int) in
            let folder = folders[index]
            let indexOrder = folder.index.map { orders[$0] } ?? Int.max
            let rank = topFolders.firstIndex(of: folder.path) ?? indexOrder
            return (rank, NaturalOrder.key(folder.title), folder.path, index)
        }
        return ranked.sorted {
            if $0.rank != $1.rank { return $0.rank < $1.rank }
            if $0.title != $1.title { return $0.title.lexicographicallyPrecedes($1.title) }
            return $0.path < $1.path
        }.map(\.index)
    }
}

/// Sorting as a person does: letters without case or accents, numbers by value.
public enum NaturalOrder {
    /// Indices of the texts in order, those of equal ones as they stand.
    static func sorted(_ texts: [String]) -> [Int] {
        let keys = texts.map(key)
        return keys.indices.sorted {
            keys[$0] != keys[$1] ? keys[$0].lexicographicallyPrecedes(keys[$1]) : $0 < $1
        }
    }

    /// A key whose bytes sort as the text should.
    public static func key(_ text: String) -> [UInt8] {
        var folded = folded(text)
        var key: [UInt8] = []
        key.reserveCapacity(folded.utf8.count + 8)
        folded.withUTF8 { bytes in
            var position = 0
            while position < bytes.count {
                guard isDigit(bytes[position]) else {
                    key.append(bytes[position])
                    position += 1
                    continue
                }
                let start = position
                while position < bytes.count, isDigit(bytes[position]) { position += 1 }
                let value = bytes[start..<position].drop { $0 == UInt8(ascii: "0") }
                key.append(UInt8(ascii: "0"))
                key.append(UInt8(min(value.count, 255)))
                key.append(contentsOf: value)
            }
        }
        return key
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// Lower case, and Latin letters without their accents.
    public static func folded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
        var scalars = String.UnicodeScalarView()
        for scalar in text.lowercased().unicodeScalars {
            if !(0x300...0x36F).contains(scalar.value) { scalars.append(Self.base[scalar] ?? scalar) }
        }
        return String(scalars)
    }

    private static let base: [Unicode.Scalar: Unicode.Scalar] = {
        let groups: [(Unicode.Scalar, String)] = [
            ("a", "àáâãäåāăą"), ("c", "çćč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ğ"), ("i", "ìíîïīį"),
            ("l", "ł"), ("n", "ñńň"), ("o", "òóôõöøō"), ("r", "ř"), ("s", "śšş"), ("t", "ťţ"), ("u", "ùúûüūůű"),
            ("y", "ýÿ"), ("z", "źżž"),
        ]
        return Dictionary(
            groups.flatMap { letter, accented in accented.unicodeScalars.map { ($0, letter) } },
            uniquingKeysWith: { first, _ in first })
    }()
}
