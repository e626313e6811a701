import SiteModel

/// Writes what a new site, or a new page, begins with. Nothing that is there already is overwritten.
public enum Starter {
    /// Makes a site in a folder that is empty or not there yet.
    /// - Returns: the paths written, relative to the folder.
    public static func makeSite(in folder: String) throws -> [String] {
        if FileSystem.kind(folder) != nil {
            guard FileSystem.isFolder(folder) else { throw BuildFailure("\(folder) is not a folder") }
            if let name = try FileSystem.list(folder).first {
                throw BuildFailure("\(folder) is not empty (\(name)): give a new or an empty folder")
            }
        }
        for path in EmbeddedStarter.paths {
            let parent = path.lastIndex(of: "/").map { folder + "/" + path[..<$0] } ?? folder
            try FileSystem.makeFolder(parent)
            try FileSystem.write(EmbeddedStarter.bytes(path) ?? [], to: folder + "/" + path)
        }
        return EmbeddedStarter.paths
    }

    /// There is no such content type.
    public struct UnknownType: Error {
        public let known: [String]
    }

    /// Makes a page of a type from the type's archetype.
    /// - Parameter name: a title, or a path without `.md`; it becomes the file's name.
    /// - Returns: the path of the file.
    public static func makePage(type id: String, name: String, options: BuildOptions) throws -> String {
        let configuration = try SiteLoader(options: options).configuration()
        guard let type = configuration.types[id] else { throw UnknownType(known: configuration.types.keys.sorted()) }
        let slug = Tag.slug(name)
        guard !slug.isEmpty else { throw BuildFailure("'\(name)' holds no letter or digit to name a file by") }
        let root = options.source == "." ? "" : options.source + "/"
        let content = root + (FileSystem.isFolder(options.source + "/content") ? "content/" : "")
        let path = "\(content)\(type.folder)/\(slug).md"
        if FileSystem.kind(path) != nil { throw BuildFailure("\(path) is there already: choose another name") }
        try FileSystem.makeFolder("\(content)\(type.folder)")
        try FileSystem.write(Array(page(type, title: name).utf8), to: path)
        return path
    }

    private static func page(_ type: ContentType, title: String) -> String {
        let archetype = type.archetype.isEmpty ? plainArchetype : type.archetype
        let quoted = "\"" + title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        return archetype.replacing("{title}", with: quoted)
    }

    /// For types that declare none.
    private static let plainArchetype = """
        ---
        title: {title}
        summary:
        owner:
        sources: []
        reviewed:
        tags: []
        ---

        """
}
