import Diagnostics
import SiteModel

/// Where the values of a page's front matter stand: what is wrong in one is reported at its beginning.
///
/// A value is read as a text of its own, so that columns in it say nothing about the file.
struct FrontMatterPlaces {
    private let file: String
    private let bodyLine: Int
    /// In reading order.
    private let places: [SourceLocation]

    init(_ source: PageSource) {
        file = source.file
        bodyLine = source.bodyLine
        let answer = source.metadata.answer?.parts.map(\.text.location) ?? []
        let fields = source.metadata.fields.map(\.location)
        places = ([source.metadata.summaryLocation].compactMap { $0 } + answer + fields).sorted()
    }

    /// The place of the value that the location is in; a location in the body as it is.
    func corrected(_ location: SourceLocation) -> SourceLocation {
        guard location.file == file, location.line < bodyLine else { return location }
        return places.last { $0.line <= location.line } ?? location
    }
}
