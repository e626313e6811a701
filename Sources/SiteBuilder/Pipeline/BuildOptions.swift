public import SiteModel

/// What a run is asked to do.
public struct BuildOptions: Sendable {
    /// Folder that is built.
    public var source: String
    /// Where the site goes; it is not content even where it lies in the source.
    public var output: String
    public var includesDrafts = false
    /// Warnings count as errors.
    public var isStrict = false
    /// The site is written in spite of errors, which then stand on the pages that have them.
    public var keepsGoing = false
    /// The day on which overdue pages are looked for; nil looks for none, so that a build depends on no clock.
    public var today: CalendarDay?

    /// Whether the pages' questions are searched for.
    public var asks = Asks.no

    public enum Asks: Sendable {
        /// A build does without.
        case no
        case indexed
        /// What is not found in an index without the questions is reported.
        case unindexed
    }

    public init(source: String = ".", output: String = "site") {
        self.source = source
        self.output = output
    }
}
