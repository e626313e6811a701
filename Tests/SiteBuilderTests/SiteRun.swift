import Diagnostics
import SiteBuilder
import SiteModel
import TestSites

/// What a check of a literal site prints, without the quoted source lines.
/// - Parameter ignoring: ids that the test is not about; most sites of tests do not say who owns their pages.
func check(
    _ literal: String, ignoring: Set<String> = ["missing-field"], _ change: (inout BuildOptions) -> Void = { _ in }
) throws -> String {
    try check(TemporarySite(literal), ignoring: ignoring, change)
}

func check(
    _ site: TemporarySite, ignoring: Set<String> = ["missing-field"], _ change: (inout BuildOptions) -> Void = { _ in }
) throws -> String {
    var options = BuildOptions(source: site.source, output: site.output)
    change(&options)
    return text(try SiteLoader(options: options).load().diagnostics, ignoring: ignoring)
}

func text(_ diagnostics: [Diagnostic], ignoring: Set<String> = []) -> String {
    diagnostics.filter { !ignoring.contains($0.id) }.map { DiagnosticPrinter().text($0, sourceLine: nil) }.joined()
}

/// Builds a literal site; what stops the run is thrown.
@discardableResult
func build(
    _ site: TemporarySite, _ change: (inout BuildOptions) -> Void = { _ in }
) throws -> SiteBuild.Report {
    var options = BuildOptions(source: site.source, output: site.output)
    change(&options)
    return try SiteBuild(options: options).run()
}

/// A site that a test needs was not built.
struct NotBuilt: Error {
    var diagnostics: String
}

/// A site that is built; one that is not is thrown.
func built(_ literal: String, _ change: (inout BuildOptions) -> Void = { _ in }) throws -> TemporarySite {
    let site = try TemporarySite(literal)
    let report = try build(site, change)
    guard report.isWritten else { throw NotBuilt(diagnostics: text(report.loaded.diagnostics)) }
    return site
}
