// Footnotes of a document that others were put into.

extension Document {
    /// The highest number of a footnote; 0 when there is none.
    var lastFootnote: Int32 {
        nodes.reduce(0) { $1.kind.isFootnote ? max($0, $1.number) : $0 }
    }

    /// Numbers footnotes anew, in the order in which the text first refers to them.
    mutating func renumberFootnotes() {
        let notes = Array(descendants(of: root)).filter { self[$0].kind.isFootnote }
        var numbers: [Int32: Int32] = [:]
        for id in notes where self[id].kind == .footnoteReference {
            numbers[self[id].number] = numbers[self[id].number] ?? Int32(numbers.count + 1)
        }
        var last: (parent: NodeID?, number: Int32) = (nil, 0)
        for id in notes {
            let number = numbers[self[id].number] ?? 0
            nodes[Int(id.index)].number = number
            guard self[id].kind == .footnoteDefinition else { continue }
            if self[id].parent != last.parent { last.number = 0 }
            nodes[Int(id.index)].flags.remove(.jumps)
            if number != last.number + 1 { nodes[Int(id.index)].flags.insert(.jumps) }
            last = (self[id].parent, number)
        }
    }
}

extension Document.Kind {
    var isFootnote: Bool { self == .footnoteReference || self == .footnoteDefinition }
}
