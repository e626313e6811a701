import SiteModel
import Testing

@Suite struct RelativePathTests {
    @Test(arguments: [
        ("a/c.html", "en/a/b.html", "../en/a/b.html"), ("a/c.html", "a/b.html", "b.html"),
        ("c.html", "a/b.html", "a/b.html"), ("a/b/c.html", "index.html", "../../index.html"),
        ("a/bc.html", "a/b/d.html", "b/d.html"), ("a/b.html", "ab/b.html", "../ab/b.html"),
    ])
    func way(from origin: String, to target: String, is way: String) {
        #expect(RelativePath.from(origin, to: target) == way)
    }

    @Test(arguments: [
        ("../b/x.md", "a", "b/x.md"), ("./x.md", "a/b", "a/b/x.md"), ("..", "a", ""), ("x//y", "", "x/y"),
        ("../../x", "a", nil), ("a/../../x", "", nil), ("..a/x", "", "..a/x"), ("a/..", "b", "b"),
    ])
    func reference(_ reference: String, in folder: String, resolvesTo path: String?) {
        #expect(RelativePath.resolve(reference, in: folder) == path)
    }

    @Test(arguments: [
        ("a b.html", "a%20b.html"), ("a#b?c%d", "a%23b%3Fc%25d"), ("é", "%C3%A9"), ("a/b-c_d.~", "a/b-c_d.~"),
        ("\"<>'&:", "%22%3C%3E%27%26%3A"),
    ])
    func addressIsEncodedAndBack(_ path: String, _ encoded: String) {
        #expect(URLPath.encoded(path) == encoded)
        #expect(URLPath.decoded(encoded) == path)
    }

    @Test func whatIsNoEncodingStaysAndWhatIsNoTextIsRefused() {
        #expect(URLPath.decoded("100%") == "100%")
        #expect(URLPath.decoded("%zz") == "%zz")
        #expect(URLPath.decoded("%ff") == nil)
    }
}
