import Diagnostics

/// The interface words of one language: lines of `key: text` or `key: "text"`, with `#` comments.
struct StringsFile {
    private(set) var strings: [String: String] = [:]

    init(file: String, source: [UInt8], diagnostics: inout [Diagnostic]) {
        let lines = source.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, bytes) in lines.enumerated() {
            let line = trim(String(decoding: bytes, as: UTF8.self))
            if line.isEmpty || line.hasPrefix("#") { continue }
            let location = SourceLocation(file: file, line: index + 1, column: 1)
            guard let (key, text) = entry(line) else {
                diagnostics.append(
                    Diagnostic(
                        "invalid-string", .error, "this line is not 'key: text'", at: location,
                        help: "a text that starts with a quotation mark ends with one; a \" inside it is written \\\""))
                continue
            }
            if strings.updateValue(text, forKey: key) != nil {
                diagnostics.append(Diagnostic("duplicate-key", .error, "'\(key)' is here twice", at: location))
            }
        }
    }

    private func entry(_ line: String) -> (key: String, text: String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let key = line[..<colon]
        guard !key.isEmpty, key.utf8.allSatisfy(isKeyByte) else { return nil }
        let text = trim(String(line[line.index(after: colon)...]))
        guard text.hasPrefix("\"") else { return text.isEmpty ? nil : (String(key), text) }
        return unquoted(text).map { (String(key), $0) }
    }

    private func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "_"): true
        default: false
        }
    }

    private func unquoted(_ text: String) -> String? {
        var result = ""
        var isEscaped = false
        for (index, character) in zip(text.indices, text).dropFirst() {
            if isEscaped {
                result.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                return text.index(after: index) == text.endIndex ? result : nil
            } else {
                result.append(character)
            }
        }
        return nil
    }

    private func trim(_ text: String) -> String {
        let space = Array(" \t\r".utf8)
        var bytes = Array(text.utf8)[...]
        while let first = bytes.first, space.contains(first) { bytes.removeFirst() }
        while let last = bytes.last, space.contains(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension StringsFile {
    /// The script that hands the words that scripts show, those with a prefix, to a page: without the prefix.
    static func script(_ strings: [String: String], prefix: String, _ variable: String) -> [UInt8] {
        let words = strings.filter { $0.key.hasPrefix(prefix) }
        let values = words.map { (String($0.key.dropFirst(prefix.count)), TemplateValue.text($0.value)) }
        return ScriptData.assignment(variable, .values(TemplateValues(values)))
    }
}
