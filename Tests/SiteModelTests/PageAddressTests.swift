import SiteModel
import Testing

@Suite struct PageAddressTests {
    @Test(arguments: [
        ("prosedur/x.md", "prosedur/x", "ms", "prosedur/x.html"),
        ("prosedur/x.en.md", "prosedur/x", "en", "en/prosedur/x.html"),
        ("prosedur/x.ms.md", "prosedur/x", "ms", "prosedur/x.html"),
        ("index.md", "index", "ms", "index.html"), ("index.en.md", "index", "en", "en/index.html"),
        ("a.b/x.y.md", "a.b/x.y", "ms", "a.b/x.y.html"), ("token.md", "token", "ms", "token.html"),
        ("xen.md", "xen", "ms", "xen.html"),
    ])
    func fileBecomesAddress(_ file: String, _ key: String, _ language: String, _ output: String) {
        let address = PageAddress(sourcePath: file, languages: ["ms", "en"])
        #expect(address.key == key)
        #expect(address.language == language)
        #expect(address.outputPath(defaultLanguage: "ms") == output)
    }

    @Test func knowsItsFolders() {
        let address = PageAddress(key: "a/b/c", language: "ms")
        #expect((address.folder, address.topFolder, address.isIndex) == ("a/b", "a", false))
        let index = PageAddress(key: "a/index", language: "ms")
        #expect((index.folder, index.topFolder, index.isIndex) == ("a", "a", true))
        let root = PageAddress(key: "index", language: "ms")
        #expect((root.folder, root.topFolder, root.isIndex) == ("", nil, true))
        #expect(!PageAddress(key: "a/kindex", language: "ms").isIndex)
    }
}
