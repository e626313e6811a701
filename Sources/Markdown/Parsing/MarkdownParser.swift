public import Diagnostics

/// Reads Markdown into a `Document`: libcmark for CommonMark, our own passes for everything beyond it.
///
/// Holds reusable memory: make one per thread and parse many documents with it.
public struct MarkdownParser {
    public let options: MarkdownOptions
    private let arena = ParseArena()

    public init(options: MarkdownOptions) {
        self.options = options
    }

    /// Parses one document; what is wrong with it is appended to `diagnostics`.
    ///
    /// - Parameters:
    ///   - source: UTF-8; invalid sequences and NUL read as U+FFFD.
    ///   - file: the file's name in diagnostics.
    ///   - firstLine: the line of the file on which `source` starts, which is not 1 after front matter.
    public mutating func parse(
        _ source: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int = 1, diagnostics: inout [Diagnostic]
    ) -> Document {
        let cleaner = SourceCleaner(source)
        if cleaner.hasTooManyImages {
            diagnostics.append(
                Diagnostic(
                    "too-many-images", .error, "more than \(SourceCleaner.imageLimit) images in one paragraph",
                    at: SourceLocation(file: file, line: firstLine), help: "put blank lines between them"))
        }
        return withBuffer(of: cleaner.cleaned, else: source) {
            parse(cleaned: $0, file, firstLine, &diagnostics)
        }
    }

    private func parse(
        cleaned original: UnsafeBufferPointer<UInt8>, _ file: String, _ firstLine: Int,
        _ diagnostics: inout [Diagnostic]
    ) -> Document {
        let preparer = SourcePreparer(original, options)
        guard preparer.isRewritten else {
            return parse(PreparedSource(preparer, text: original), preparer, file, firstLine, &diagnostics)
        }
        // libcmark repairs what it reads; what we put back from the source has to be repaired before.
        let repaired = SourceCleaner.repairUTF8(original)
        guard repaired == nil else {
            return withBuffer(of: repaired, else: original) { parse(cleaned: $0, file, firstLine, &diagnostics) }
        }
        return preparer.output.withUnsafeBufferPointer {
            parse(PreparedSource(preparer, text: $0), preparer, file, firstLine, &diagnostics)
        }
    }

    private func parse(
        _ prepared: PreparedSource, _ preparer: SourcePreparer, _ file: String, _ firstLine: Int,
        _ diagnostics: inout [Diagnostic]
    ) -> Document {
        var job = ParseJob(prepared, options, arena, file: file, firstLine: firstLine)
        job.reportDeepPlaces(preparer.deepPlaces)
        let document = job.run()
        diagnostics += job.diagnostics
        return document
    }

    public mutating func parse(
        _ source: [UInt8], file: String = "", firstLine: Int = 1, diagnostics: inout [Diagnostic]
    ) -> Document {
        source.withUnsafeBufferPointer { parse($0, file: file, firstLine: firstLine, diagnostics: &diagnostics) }
    }

    public mutating func parse(
        _ source: String, file: String = "", firstLine: Int = 1, diagnostics: inout [Diagnostic]
    ) -> Document {
        parse(Array(source.utf8), file: file, firstLine: firstLine, diagnostics: &diagnostics)
    }

    private func withBuffer<Result>(
        of bytes: [UInt8]?, else buffer: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        guard let bytes else { return body(buffer) }
        return bytes.withUnsafeBufferPointer(body)
    }
}

extension PreparedSource {
    init(_ preparer: SourcePreparer, text: UnsafeBufferPointer<UInt8>) {
        original = preparer.original
        self.text = text
        features = preparer.features
        isRewritten = preparer.isRewritten
        originalLines = preparer.lines
        lines = preparer.isRewritten ? SourceLines(text) : preparer.lines
        lineMap = preparer.lineMap
        markers = preparer.markers
        delimiterRows = preparer.delimiterRows
    }
}

extension ParseJob {
    mutating func reportDeepPlaces(_ places: [(line: Int32, column: Int32)]) {
        for place in places {
            let location = SourceLocation(file: file, line: Int(place.line) + firstLine - 1, column: Int(place.column))
            diagnostics.append(
                Diagnostic(
                    "nested-too-deeply", .error,
                    "more than \(LineClassifier.depthLimit) quotes and lists inside each other", at: location,
                    help: "what follows on this line is read as text"))
        }
    }
}
