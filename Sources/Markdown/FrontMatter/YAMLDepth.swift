/// Bounds a YAML text before it is parsed: Yams calls itself once for each level, and copies what an alias names.
enum YAMLDepth {
    /// The first line, from 1, at which more than `limit` values lie inside each other; signs in quotes count too.
    static func lineTooDeep(in text: String, limit: Int) -> Int? {
        var line = 1
        var brackets = 0
        var signs = 0
        var indentation = 0
        var isAtStart = true
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                (signs, indentation, isAtStart) = (0, 0, true)
                continue
            case UInt8(ascii: "["), UInt8(ascii: "{"): brackets += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"): brackets = max(brackets - 1, 0)
            case UInt8(ascii: "-"), UInt8(ascii: "?"): if isAtStart { signs += 1 }
            case UInt8(ascii: " "): if isAtStart { indentation += 1 }
            default: isAtStart = false
            }
            // Each level is indented by one space at least, so wide indentation alone is suspect only when extreme.
            if brackets > limit || signs > limit || isAtStart && indentation > 16 * limit { return line }
        }
        return nil
    }

    /// Whether some name occurs both as `&name` and as `*name`.
    static func hasAliases(_ text: String) -> Bool {
        let anchors = names(after: UInt8(ascii: "&"), in: text)
        return !anchors.isEmpty && !anchors.isDisjoint(with: names(after: UInt8(ascii: "*"), in: text))
    }

    private static func names(after sign: UInt8, in text: String) -> Set<[UInt8]> {
        var names: Set<[UInt8]> = []
        var name: [UInt8]?
        for byte in text.utf8 {
            if byte.isASCIIAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80 {
                name?.append(byte)
            } else {
                if let name, !name.isEmpty { names.insert(name) }
                name = byte == sign ? [] : nil
            }
        }
        if let name, !name.isEmpty { names.insert(name) }
        return names
    }
}
