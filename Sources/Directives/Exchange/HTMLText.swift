/// Reads HTML as Moodle's editor writes it as Markdown: paragraphs, lists, line breaks and emphasis. Of other tags the
/// text is kept.
struct HTMLText {
    /// A paragraph, or an item of a list.
    struct Block {
        /// What an item begins with; empty for a paragraph.
        var marker = ""
        /// Markdown.
        var lines: [String]
    }

    private(set) var blocks: [Block] = []
    /// Names of the tags that Markdown has no word for.
    private(set) var dropped: Set<String> = []
    /// Images and links, each as one sentence.
    private(set) var losses: [String] = []
    private var lines = [HTMLLine()]
    private var marker = ""
    /// The items so far of each list that is open; nil where they have no numbers.
    private var lists: [Int?] = []
    private var strong = 0
    private var emphasis = 0

    init(_ html: String) {
        var rest = html[...]
        while let first = rest.first {
            if first == "<", let tag = HTMLTag(rest) {
                rest = tag.rest
                read(tag, &rest)
            } else if first == "&", let (text, end) = HTMLTag.entity(rest) {
                rest = rest[end...]
                add(text)
            } else {
                add(String(first))
                rest.removeFirst()
            }
        }
        endBlock()
    }

    private mutating func add(_ text: String) {
        lines[lines.count - 1].add(text, isStrong: strong > 0, isEmphasis: emphasis > 0)
    }

    private mutating func endBlock() {
        let written = lines.map { $0.markdown(&dropped) }.filter { !$0.isEmpty }
        lines = [HTMLLine()]
        if written.isEmpty { return }
        blocks.append(Block(marker: marker, lines: written))
        marker = ""
    }

    private mutating func read(_ tag: HTMLTag, _ rest: inout Substring) {
        let step = tag.isEnd ? -1 : 1
        switch tag.name {
        case "b", "strong": strong = max(0, strong + step)
        case "i", "em": emphasis = max(0, emphasis + step)
        case "br": lines.append(HTMLLine())
        case "p", "div": endBlock()
        case "ul", "ol":
            endBlock()
            if !tag.isEnd { lists.append(tag.name == "ol" ? 0 : nil) } else if !lists.isEmpty { lists.removeLast() }
        case "li":
            endBlock()
            marker = tag.isEnd ? "" : nextMarker()
        default: drop(tag, &rest)
        }
    }

    private mutating func nextMarker() -> String {
        guard let last = lists.last, let count = last else { return "* " }
        lists[lists.count - 1] = count + 1
        return "\(count + 1). "
    }

    private mutating func drop(_ tag: HTMLTag, _ rest: inout Substring) {
        if tag.name == "img" {
            losses.append("the image is left out: \(tag.attributes["src"] ?? "")")
            return add(tag.attributes["alt"] ?? "")
        }
        if tag.name == "a" {
            if let way = tag.attributes["href"] { losses.append("the address of a link is left out: \(way)") }
            return
        }
        if !tag.name.isEmpty { dropped.insert(tag.name) }
        if Self.hidden.contains(tag.name), !tag.isEnd, let end = rest.firstRange(of: "</" + tag.name) {
            rest = rest[end.lowerBound...]
        } else if Self.blocks.contains(tag.name) {
            endBlock()
        } else if tag.name == "td" || tag.name == "th" {
            add(" ")
        }
    }

    private static let hidden: Set = ["script", "style"]
    private static let blocks: Set = [
        "address", "article", "blockquote", "dd", "dl", "dt", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "pre", "section", "table", "tr",
    ]
}
