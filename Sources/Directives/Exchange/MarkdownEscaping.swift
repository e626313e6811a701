extension String {
    /// Plain text so that Markdown reads it as it is inside a line.
    var markdownEscaped: String {
        var result = ""
        for character in self {
            if "\\`*_[]<>~|&:{}$".contains(character) { result += "\\" }
            result.append(character)
        }
        return result
    }

    /// Escaped text with what means something only at the start of a line escaped, too.
    var markdownGuarded: String {
        if let first, "#+-=".contains(first) { return "\\" + self }
        let digits = prefix(while: \.isNumber)
        if !digits.isEmpty, let next = self[digits.endIndex...].first, next == "." || next == ")" {
            return digits + "\\" + self[digits.endIndex...]
        }
        return self
    }
}
