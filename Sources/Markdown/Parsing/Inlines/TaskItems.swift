extension TreeBuilder {
    /// Takes `[ ]` or `[x]` from the start of list items and notes it on them.
    mutating func readTaskItems() {
        for index in nodes.indices where nodes[index].kind == .item {
            let paragraph = nodes[index].firstIndex
            guard paragraph >= 0, nodes[Int(paragraph)].kind == .paragraph else { continue }
            let text = nodes[Int(paragraph)].firstIndex
            guard text >= 0, nodes[Int(text)].kind == .text, let isDone = taskState(nodes[Int(text)].text) else {
                continue
            }
            nodes[index].flags.formUnion(isDone ? [.task, .done] : .task)
            nodes[Int(text)].textStart += 4
            nodes[Int(text)].column += 4
        }
    }

    /// White space has to follow the sign, which the sign's own text or a following inline holds.
    private func taskState(_ range: Range<Int32>) -> Bool? {
        bytes.withUnsafeBufferPointer { bytes in
            let text = bytes.slice(Int(range.lowerBound)..<Int(range.upperBound))
            guard text.count > 3, text[0] == UInt8(ascii: "["), text[2] == UInt8(ascii: "]"),
                text[3].isASCIIWhitespace
            else { return nil }
            switch text[1] {
            case UInt8(ascii: " "): return false
            case UInt8(ascii: "x"), UInt8(ascii: "X"): return true
            default: return nil
            }
        }
    }
}
