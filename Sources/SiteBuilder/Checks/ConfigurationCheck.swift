import Diagnostics
import SiteModel
import Theming

extension SiteChecker {
    /// Folders, pages, templates and icons that `site.yml` names must exist.
    func checkConfiguration() -> [Diagnostic] {
        checkNavigation() + checkPages(site.configuration.pinned, of: "pinned")
            + checkPages(site.configuration.pins.flatMap(\.pages), of: "pins") + checkAppearance() + checkHues()
    }

    private func checkNavigation() -> [Diagnostic] {
        let view = site.views[0]
        return site.configuration.navigation.filter { view.folder(path: $0.value) == nil }.map { folder in
            let meant = closestMatch(to: folder.value, in: view.folders.map(\.path))
            return Diagnostic(
                "unknown-folder", .error, "'navigation' names a folder that is not there: \(folder.value)",
                at: folder.location, help: meant.map { "did you mean '\($0)'?" })
        }
    }

    private func checkPages(_ pages: [Located<String>], of key: String) -> [Diagnostic] {
        pages.filter { index.page(namedInConfiguration: $0.value) == nil }.map { page in
            let meant = closestMatch(to: page.value, in: site.views[0].entries.map { $0.key + ".md" })
            return Diagnostic(
                "broken-link", .error, "'\(key)' names a page that is not there: \(page.value)", at: page.location,
                help: meant.map { "did you mean '\($0)'?" } ?? "write its path in the content folder")
        }
    }

    private func checkAppearance() -> [Diagnostic] {
        var diagnostics = site.configuration.languages.filter { theme.strings(for: $0).isEmpty }.map { language in
            Diagnostic(
                "unknown-language", .error, "the theme has no words in '\(language)'",
                at: site.configuration.languagesLocation, help: "write strings/\(language).yml in the theme")
        }
        for type in site.configuration.types.values {
            if let place = type.places["template"], !theme.hasTemplate(type.template) {
                diagnostics.append(
                    Diagnostic(
                        "unknown-template", .error, "the theme has no template '\(type.template)'", at: place,
                        help: "write templates/\(type.template).mustache in the theme, or take the line out"))
            }
            if let place = type.places["icon"], theme.icon(type.icon).isEmpty {
                diagnostics.append(
                    Diagnostic(
                        "unknown-icon", .error, "the theme has no icon '\(type.icon)'", at: place,
                        help: "draw icons/\(type.icon).svg in the theme, or take the line out"))
            }
        }
        return diagnostics
    }

    /// Hues that the site chose, which the theme must have a rule for.
    private func checkHues() -> [Diagnostic] {
        let types = site.configuration.types.values.filter { $0.places["hue"]?.file == "site.yml" }
        if types.isEmpty { return [] }
        let hues = hues()
        return types.filter { !hues.contains($0.hue) }.map { type in
            let meant = closestMatch(to: type.hue, in: hues).map { "did you mean '\($0)'?" }
            return Diagnostic(
                "unknown-hue", .error, "the theme has no hue '\(type.hue)'", at: type.places["hue"]!,
                help: meant ?? "choose one of \(hues.joined(separator: ", "))")
        }
    }

    /// The hues that the theme's style sheets have a rule for: `.hue-blue`.
    private func hues() -> [String] {
        var names: Set<String> = []
        for asset in theme.assets where asset.path.hasSuffix(".css") {
            for part in String(decoding: asset.bytes, as: UTF8.self).split(separator: ".hue-").dropFirst() {
                names.insert(String(part.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }))
            }
        }
        return names.sorted()
    }
}
