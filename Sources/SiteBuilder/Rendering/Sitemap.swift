import HTMLEscaping
import SiteModel

/// `sitemap.xml`: every page that is written in a language, with the day of its review.
struct Sitemap {
    let site: Site
    let baseURL: String

    var bytes: [UInt8] {
        var xml = Array(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                .utf8)
        for page in site.pages {
            let path = page.address.outputPath(defaultLanguage: site.configuration.defaultLanguage)
            xml += Array("<url><loc>".utf8)
            appendEscapedHTML(baseURL + URLPath.encoded(path), .all, to: &xml)
            xml += Array("</loc>".utf8)
            if let reviewed = page.metadata.reviewed { xml += Array("<lastmod>\(reviewed.iso)</lastmod>".utf8) }
            xml += Array("</url>\n".utf8)
        }
        return xml + Array("</urlset>\n".utf8)
    }
}
