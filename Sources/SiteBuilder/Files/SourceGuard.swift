/// Keeps a build from replacing what it builds from.
struct SourceGuard {
    let source: String

    /// - Throws: when the output is the source folder, its content, its theme, or a folder that holds one of them.
    func refuse(output: String) throws {
        guard let target = FileSystem.realPath(output) else { return }
        for folder in [source, source + "/content", source + "/themes"] {
            guard let real = FileSystem.realPath(folder) else { continue }
            if real == target || real.hasPrefix(target == "/" ? "/" : target + "/") {
                throw BuildFailure("\(output) holds the source of the site: choose another --output folder")
            }
        }
    }
}
