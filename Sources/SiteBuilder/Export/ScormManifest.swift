import HTMLEscaping
import SiteModel

/// `imsmanifest.xml` of SCORM 1.2: what the package holds, and in which order a learner takes it.
struct ScormManifest {
    let identifier: String
    let title: String
    /// Pages that report to the system, in order.
    let items: [(title: String, path: String)]
    /// Paths of all other files.
    let shared: [String]

    var bytes: [UInt8] {
        let organization = items.enumerated().map { number, item in
            "<item identifier=\"item-\(number + 1)\" identifierref=\"page-\(number + 1)\"><title>\(escaped(item.title))</title></item>"
        }
        let pages = items.enumerated().map { number, item in
            """
            <resource identifier="page-\(number + 1)" type="webcontent" adlcp:scormtype="sco" href="\(address(item.path))">
            \(file(item.path))
            <dependency identifierref="shared"/>
            </resource>
            """
        }
        return Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest identifier="\(escaped(identifier))" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
            <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
            <organizations default="course">
            <organization identifier="course">
            <title>\(escaped(title))</title>
            \(organization.joined(separator: "\n"))
            </organization>
            </organizations>
            <resources>
            \(pages.joined(separator: "\n"))
            <resource identifier="shared" type="webcontent" adlcp:scormtype="asset">
            \(shared.map(file).joined(separator: "\n"))
            </resource>
            </resources>
            </manifest>

            """.utf8)
    }

    private func file(_ path: String) -> String { "<file href=\"\(address(path))\"/>" }

    private func address(_ path: String) -> String { escaped(URLPath.encoded(path)) }

    private func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        // Characters that XML cannot hold, however they are written.
        appendEscapedHTML(
            String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 })), .all, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
