/// Writes values as a classic script that sets one variable of `window`: a page opened from a file cannot load JSON.
public enum ScriptData {
    /// `window.NAME={…};` with names in order, so that the same values are the same bytes.
    public static func assignment(_ name: String, _ value: TemplateValue) -> [UInt8] {
        var script = Array("window.\(name)=".utf8)
        append(value, to: &script)
        script.append(contentsOf: ";\n".utf8)
        return script
    }

    private static func append(_ value: TemplateValue, to script: inout [UInt8]) {
        switch value {
        case .text(let text): append(text, to: &script)
        case .html(let bytes): append(String(decoding: bytes, as: UTF8.self), to: &script)
        case .bool(let bool): script.append(contentsOf: (bool ? "true" : "false").utf8)
        case .list(let items): append(items.map { $0[.current] ?? .values($0) }, to: &script)
        case .values(let values): append(values, to: &script)
        }
    }

    private static func append(_ items: [TemplateValue], to script: inout [UInt8]) {
        script.append(UInt8(ascii: "["))
        for (index, item) in items.enumerated() {
            if index > 0 { script.append(UInt8(ascii: ",")) }
            append(item, to: &script)
        }
        script.append(UInt8(ascii: "]"))
    }

    private static func append(_ values: TemplateValues, to script: inout [UInt8]) {
        script.append(UInt8(ascii: "{"))
        for (index, (name, value)) in values.sorted.enumerated() {
            if index > 0 { script.append(contentsOf: ",\n".utf8) }
            append(name, to: &script)
            script.append(UInt8(ascii: ":"))
            append(value, to: &script)
        }
        script.append(UInt8(ascii: "}"))
    }

    private static func append(_ text: String, to script: inout [UInt8]) {
        script.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": script.append(contentsOf: "\\\(scalar)".utf8)
            // Line ends of every kind, which a script's string may not hold as they are.
            case "\u{0}"..<" ", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                script.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
            default: script.append(contentsOf: String(scalar).utf8)
            }
        }
        script.append(UInt8(ascii: "\""))
    }
}
