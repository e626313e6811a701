import SiteModel
import Theming

/// Where the theme's assets and the search engine's script lie in the output.
struct AssetPaths: Sendable {
    /// Output path of each of the theme's assets, by its path in the theme's `assets` folder.
    var paths: [String: String]
    /// Output path of the script that starts search, or "" before there is one.
    var searchScript = ""

    init(theme: Theme) {
        paths = Dictionary(
            uniqueKeysWithValues: theme.assets.map { ($0.path, "assets/" + Fingerprint.path($0.path, of: $0.bytes)) })
    }

    /// As templates see them: `panduan.css` is `{{asset.panduan_css}}`.
    var values: TemplateValue {
        .values(TemplateValues(paths.map { name, path in (Theme.assetKey(name), .text(path)) }))
    }
}
