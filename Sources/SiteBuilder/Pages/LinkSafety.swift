/// What authors may link to: nothing that runs when it is opened, nothing that is fetched from elsewhere unasked.
enum LinkSafety {
    typealias Problem = (id: String, message: String, help: String)

    /// Files that a browser or a desktop runs.
    private static let active: Set<String> = [
        "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "svg", "svgz", "xml", "xsl", "xslt", "js", "mjs",
        "wasm",
        "hta", "exe", "com", "msi", "scr", "pif", "bat", "cmd", "ps1", "vbs", "vbe", "jse", "wsf", "lnk", "url", "jar",
        "desktop", "sh", "app", "reg",
    ]
    /// As an image even an SVG runs nothing.
    private static let images: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "bmp", "ico", "apng",
    ]
    private static let schemes: Set<String> = ["http", "https", "mailto", "tel", "sms"]
    /// The parser reports these by itself.
    private static let reported: Set<String> = ["javascript", "vbscript", "data"]

    /// - Parameter path: an address with a scheme, or one that begins with `//`.
    static func problem(ofAddress path: String, isImage: Bool) -> Problem? {
        let scheme = path.hasPrefix("//") ? "" : path.prefix { $0 != ":" }.lowercased()
        if reported.contains(scheme) { return nil }
        if scheme == "file" {
            return (
                "file-link", "this address leads to the disk of one machine",
                "put the file into the content folder and link to it there"
            )
        }
        if isImage {
            return (
                "outside-image", "this image is not in the content folder",
                "save it there and write its path: pages fetch nothing from elsewhere"
            )
        }
        if scheme.isEmpty {
            return ("link-without-scheme", "this address does not say how it is reached", "write https: before it")
        }
        if schemes.contains(scheme) { return nil }
        return (
            "unknown-scheme", "this address may start another program", "use http:, https:, mailto:, tel: or sms:"
        )
    }

    /// - Parameter path: a file in the content folder.
    static func problem(ofFile path: String, isImage: Bool) -> Problem? {
        let name = path.split(separator: "/").last ?? ""
        let ending = name.split(separator: ".").dropFirst().last?.lowercased() ?? ""
        if isImage {
            if images.contains(ending) { return nil }
            return ("not-an-image", "this file is no image", "link to it without '!'")
        }
        guard active.contains(ending) else { return nil }
        return (
            "active-file", "what stands in this file would run when it is opened",
            "hand it out as PDF or the like, or set 'allow_html: true' in site.yml"
        )
    }
}
