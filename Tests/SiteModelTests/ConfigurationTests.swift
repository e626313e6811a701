import SiteModel
import Testing

@Suite struct ConfigurationTests {
    @Test func nothingIsNeeded() {
        let (site, diagnostics) = configuration("")
        #expect(diagnostics == "")
        #expect(site.languages == ["ms"])
        #expect(site.title["ms"] == "Panduan")
        #expect(site.theme.value == "panduan")
        #expect(site.types.keys.sorted() == ["borang", "prosedur"])
        #expect(site.baseURL == nil)
        #expect(!site.allowsRawHTML)
    }

    @Test func everythingIsRead() {
        let (site, diagnostics) = configuration(
            """
            title: { ms: Laman, en: Site }
            languages: [ms, en]
            base_url: https://panduan.contoh.my
            theme: lain
            navigation: [soalan, prosedur]
            pinned: [a.md]
            pins: { nombor telefon: a.md, aduan: [b.md, c.md] }
            variables: { telefon: "03", agensi: { ms: Agensi, en: Agency } }
            allow_html: true
            site_id: contoh
            """)
        #expect(diagnostics == "")
        #expect((site.title["ms"], site.title["en"]) == ("Laman", "Site"))
        #expect(site.languages == ["ms", "en"])
        #expect(site.baseURL == "https://panduan.contoh.my/")
        #expect(site.theme.value == "lain")
        #expect(site.navigation.map(\.value) == ["soalan", "prosedur"])
        #expect(site.pinned.map(\.value) == ["a.md"])
        #expect(site.pins.map(\.query) == ["nombor telefon", "aduan"])
        #expect(site.pins.map { $0.pages.map(\.value) } == [["a.md"], ["b.md", "c.md"]])
        #expect(site.variables["telefon"]?["en"] == "03")
        #expect(site.variables["agensi"]?["en"] == "Agency")
        #expect(site.allowsRawHTML)
        #expect(site.siteID == "contoh")
    }

    @Test func languagesAreThoseFoundWhenNoneIsWritten() {
        #expect(configuration("", found: ["ms", "en"]).0.languages == ["ms", "en"])
        #expect(configuration("languages: []", found: ["ms", "en"]).0.languages == ["ms", "en"])
    }

    @Test(arguments: [
        (
            "tittle: Laman",
            """
            site.yml:1:1: error: site.yml has no key 'tittle' [unknown-key]
              help: did you mean 'title'?

            """
        ),
        (
            "title: Laman\nzzz: 1",
            """
            site.yml:2:1: error: site.yml has no key 'zzz' [unknown-key]
              help: known keys: title, languages, base_url, theme, types, navigation, pinned, pins, variables, allow_html, site_id

            """
        ),
        ("- a", "site.yml:1:1: error: 'site.yml' should be a map of keys and values, not a list [wrong-kind]\n"),
        (
            "title: { mss: Nama }",
            """
            site.yml:1:10: warning: 'title' has a text in 'mss', which is no language of the site [unknown-language]
              help: did you mean 'ms'?

            """
        ),
        (
            "languages: [ms, zh]\nvariables: { telefon: { ms: a, zh: b, ta: c } }",
            """
            site.yml:2:39: warning: 'telefon' has a text in 'ta', which is no language of the site [unknown-language]
              help: its languages are ms, zh

            """
        ),
        ("title: { ms: a, en: b }", ""),
        (
            "languages: []",
            """
            site.yml:1:12: warning: 'languages' is empty [empty-languages]
              help: write codes such as [ms, en], or take the line out

            """
        ),
        (
            "languages:",
            """
            site.yml:1:1: warning: 'languages' is empty [empty-languages]
              help: write codes such as [ms, en], or take the line out

            """
        ),
        (
            "types:\n  nota: { folder: catatan }\n  memo: { folder: catatan }\n  surat: { folder: borang }",
            """
            site.yml:3:19: warning: the folder 'catatan' is that of the type 'nota' already [shared-folder]
              help: name another, or a page in it says which of the two it is: 'type: memo'
            site.yml:4:20: warning: the folder 'borang' is that of the type 'borang' already [shared-folder]
              help: name another, or a page in it says which of the two it is: 'type: surat'

            """
        ),
        ("title: [a]", "site.yml:1:8: error: 'title' should be text, not a list [wrong-kind]\n"),
        ("title: { ms: [a] }", "site.yml:1:14: error: 'title' should be text, not a list [wrong-kind]\n"),
        (
            "languages: [ms, English, ms, e]",
            """
            site.yml:1:17: error: 'English' is no language code, or stands here twice [bad-language]
              help: write codes such as ms, en
            site.yml:1:26: error: 'ms' is no language code, or stands here twice [bad-language]
              help: write codes such as ms, en
            site.yml:1:30: error: 'e' is no language code, or stands here twice [bad-language]
              help: write codes such as ms, en

            """
        ),
        (
            "languages: [assets, tag]",
            """
            site.yml:1:13: error: 'assets' is no language code, or stands here twice [bad-language]
              help: write codes such as ms, en
            site.yml:1:21: error: 'tag' is no language code, or stands here twice [bad-language]
              help: write codes such as ms, en

            """
        ),
        (
            "base_url: contoh.my",
            """
            site.yml:1:11: error: 'contoh.my' is no address for the sitemap [bad-base-url]
              help: write it whole: https://panduan.contoh.gov.my/

            """
        ),
        (
            "base_url: https://a b",
            """
            site.yml:1:11: error: 'https://a b' is no address for the sitemap [bad-base-url]
              help: write it whole: https://panduan.contoh.gov.my/

            """
        ),
        (
            "base_url: https://",
            """
            site.yml:1:11: error: 'https://' is no address for the sitemap [bad-base-url]
              help: write it whole: https://panduan.contoh.gov.my/

            """
        ),
        (
            "theme: ../luar",
            """
            site.yml:1:8: error: '../luar' is no theme's name [bad-theme]
              help: write the name of a folder in themes/

            """
        ),
        (
            "theme: ..",
            """
            site.yml:1:8: error: '..' is no theme's name [bad-theme]
              help: write the name of a folder in themes/

            """
        ),
        (
            "navigation: { a: b }",
            "site.yml:1:13: error: 'navigation' should be a list of texts, not a map [wrong-kind]\n"
        ),
        ("pinned: [[a]]", "site.yml:1:10: error: 'pinned' should be text, not a list [wrong-kind]\n"),
        (
            "variables: telefon",
            "site.yml:1:12: error: 'variables' should be a map of keys and values, not 'telefon' [wrong-kind]\n"
        ),
        ("variables: { telefon: [a] }", "site.yml:1:23: error: 'telefon' should be text, not a list [wrong-kind]\n"),
        ("allow_html: maybe", "site.yml:1:13: error: 'allow_html' should be true or false, not 'maybe' [wrong-kind]\n"),
    ])
    func mistake(_ source: String, _ expected: String) {
        #expect(configuration(source).diagnostics == expected)
    }
}
