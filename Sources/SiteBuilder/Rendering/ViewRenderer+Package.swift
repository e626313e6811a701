import SiteModel
import Theming

/// Pages as they stand in a package for a learning management system: without the site around them.
extension ViewRenderer {
    /// - Parameter paths: output paths of the package's pages; links to others are taken out.
    func renderPackaged(_ entry: Int, keeping paths: Set<String>) -> [UInt8] {
        let path = outputPath(entry)
        let page = page(at: entry)
        let links = PackagedLinks(path: path, pages: paths)
        var values = shell(besideOutput: path, folder: nil).values
        values["path"] = .text(path)
        values["title"] = .text(page.title)
        values["page_title"] = .text(page.title)
        values["description"] = .text(page.body.description)
        values["summary_html"] = .html(links.cut(placed(page.body.summaryHTML, path: path)))
        values["body"] = .html(links.cut(placed(page.body.html, path: path)))
        values["required"] = .texts(page.body.activities.filter(\.isRequired).map { "\($0.kind)#\($0.id)" })
        values.add(learning(on: page))
        var output: [UInt8] = []
        theme.render("package", values, to: &output)
        return output
    }

    /// Output paths of the theme's files that a packaged page loads.
    func packagedAssets(of page: Page) -> [String] {
        let names = ["panduan.css", "panduan.js", "favicon.svg", "strings-\(view.language).js", "scorm.js"]
        return (names + page.body.assets.map { $0.replacing("{lang}", with: view.language) }).compactMap {
            assets.paths[$0]
        }
    }
}
