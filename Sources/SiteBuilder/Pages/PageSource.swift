import Diagnostics
import Markdown
import SiteModel

/// A page's file as it was read, its front matter understood, its body not yet.
struct PageSource: Sendable {
    var address = PageAddress(key: "", language: "")
    /// Relative to the folder that is built, as diagnostics name it.
    var file = ""
    /// The same, in the content folder.
    var contentFile = ""
    var bytes: [UInt8] = []
    var body = 0..<0
    var bodyLine = 1
    var metadata = PageMetadata()
    var type: ContentType?
    var diagnostics: [Diagnostic] = []
}

/// Reads a page's file: is it text, where does its front matter end, what does that say.
struct PageSourceReader: Sendable {
    let tree: SourceTree
    let configuration: SiteConfiguration

    /// More than a person writes; it would be a mistake, and slow everything down.
    static let largest = 16 << 20

    /// - Parameter path: in the content folder.
    func read(_ path: String) throws -> PageSource {
        let file = tree.displayPath(path)
        let address = PageAddress(sourcePath: Self.markdownPath(path), languages: configuration.languages)
        var source = PageSource(address: address.withReadmeAsIndex, file: file, contentFile: path)
        if let bytes = try FileSystem.read(tree.path(ofContent: path), atMost: Self.largest) {
            source.bytes = bytes
            checkText(&source)
        } else {
            source.report(
                "too-large", .error, "the file is larger than 16 MiB",
                help: "split the page, or move it out of the content")
        }
        readFrontMatter(&source)
        return source
    }

    private static func markdownPath(_ path: String) -> String {
        path.hasSuffix(".markdown") ? path.dropLast(9) + ".md" : path
    }

    private func checkText(_ source: inout PageSource) {
        if let fault = Diagnostic.notUTF8(source.bytes, file: source.file) {
            source.diagnostics.append(fault)
            source.bytes = Array(String(decoding: source.bytes, as: UTF8.self).utf8)
        }
        if source.bytes.has(0), let null = source.bytes.firstIndex(of: 0) {
            let place = SourceLocation(file: source.file, ofByte: null, in: source.bytes)
            source.diagnostics.append(
                Diagnostic("null-byte", .error, "the file holds a null byte", at: place, help: "save it as plain text"))
        }
        if source.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
            source.report("empty-page", .warning, "the file is empty", help: "write the page, or remove the file")
        }
    }

    private func readFrontMatter(_ source: inout PageSource) {
        let split = source.bytes.withUnsafeBufferPointer(FrontMatter.split)
        source.body = split.body
        source.bodyLine = split.bodyLine
        let isUnclosed = split.isUnclosed && looksLikeKey(source.bytes)
        if isUnclosed {
            source.report(
                "unclosed-front-matter", .error, "the front matter has no end", help: "close it with a line '---'")
        }
        let known = source.diagnostics.count
        let yaml = split.yaml.flatMap {
            YAMLReader.read(
                Array(source.bytes[$0]), file: source.file, firstLine: split.yamlLine, diagnostics: &source.diagnostics)
        }
        // Nobody knows what front matter that cannot be read lacks; an empty file is said to be one.
        let isUnread = isUnclosed || source.diagnostics.count > known || source.bytes.isEmpty
        (source.metadata, source.type) = MetadataReader.read(
            yaml, address: source.address, file: source.file, configuration: configuration,
            form: isUnread ? .unreadable : split.yaml == nil ? .none : .written, diagnostics: &source.diagnostics)
        source.metadata.bodyLine = split.bodyLine
    }

    /// Whether the second line is `key:`: then the first opened front matter and was no thematic break.
    private func looksLikeKey(_ bytes: [UInt8]) -> Bool {
        guard let start = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return false }
        let line = bytes[(start + 1)...].prefix { $0 != UInt8(ascii: "\n") }
        let key = line.prefix { (97...122).contains($0) || $0 == UInt8(ascii: "_") }
        return !key.isEmpty && line.dropFirst(key.count).first == UInt8(ascii: ":")
    }
}

extension PageSource {
    mutating func report(_ id: String, _ severity: Diagnostic.Severity, _ message: String, help: String) {
        diagnostics.append(
            Diagnostic(id, severity, message, at: SourceLocation(file: file, line: 1, column: 1), help: help))
    }
}
