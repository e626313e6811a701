/// What a line needs in order to stand in the same quotes and list items as a block that began above it.
///
/// A line without it can still continue a paragraph ("lazily"), but it cannot be part of a table.
struct ContainerPrefix {
    private enum Container {
        case quote
        /// Columns that the item's content is indented by, from its surroundings' content on.
        case item(indentation: Int)
    }

    /// From the outermost.
    private var containers: [(node: TreeBuilder.Index, container: Container)] = []

    init(of block: TreeBuilder.Index, in builder: TreeBuilder) {
        var ancestors: [TreeBuilder.Index] = []
        var current = builder.nodes[Int(block)].parentIndex
        while current >= 0 {
            ancestors.append(current)
            current = builder.nodes[Int(current)].parentIndex
        }
        var contentColumn = 1
        for index in ancestors.reversed() {
            let node = builder.nodes[Int(index)]
            if node.kind == .blockQuote {
                containers.append((index, .quote))
                contentColumn = Int(node.column) + 2
            } else if node.kind == .item {
                let first = builder.nodes[Int(node.firstIndex)]
                let column = first.line == node.line ? Int(first.column) : Int(node.column) + 2
                containers.append((index, .item(indentation: max(1, column - contentColumn))))
                contentColumn = column
            }
        }
    }

    /// Where the content of a line begins, and the outermost container that the line does not continue.
    func match(
        _ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>
    ) -> (content: Int, missing: TreeBuilder.Index?) {
        var position = line.lowerBound
        for (node, container) in containers {
            var next = position
            let spaces = ContainerPrefix.skipSpace(text, &next, line)
            switch container {
            case .quote:
                guard next < line.upperBound, text[next] == UInt8(ascii: ">"), spaces < 4 else { return (next, node) }
                position = next + 1
                if position < line.upperBound, text[position] == UInt8(ascii: " ") { position += 1 }
            case .item(let indentation):
                guard spaces >= indentation else { return (next, node) }
                position = min(next, position + indentation)
            }
        }
        _ = ContainerPrefix.skipSpace(text, &position, line)
        return (position, nil)
    }

    /// Returns columns; a tab counts as four, which is more than anybody indents a table by.
    private static func skipSpace(_ text: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ line: Range<Int>) -> Int
    {
        var columns = 0
        while position < line.upperBound, text[position].isSpaceOrTab {
            columns += text[position] == UInt8(ascii: "\t") ? 4 : 1
            position += 1
        }
        return columns
    }
}
