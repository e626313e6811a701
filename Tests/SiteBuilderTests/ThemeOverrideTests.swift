import Diagnostics
import SiteBuilder
import TestSites
import Testing

@Suite struct ThemeOverrideTests {
    private let page = "-- content/x.md --\n# Satu\n"

    @Test func oneTemplateIsReplacedWithoutCopyingTheTheme() throws {
        let site = try built(page + "-- themes/panduan/templates/page.mustache --\nHALAMAN {{title}}\n")
        let html = try site.built("x.html")
        #expect(html.contains("HALAMAN Satu"))
        #expect(html.contains("<!DOCTYPE html>"))
    }

    @Test func anotherThemeIsLaidOverTheDefault() throws {
        let site = try built(
            page + "-- site.yml --\ntheme: lain\n-- themes/lain/assets/img/logo.svg --\n<svg/>\n"
                + "-- themes/lain/templates/page.mustache --\n{{root}}{{asset.img_logo_svg}}\n")
        #expect(site.builtPaths().contains { $0.hasPrefix("assets/img/logo.") })
        #expect(try site.built("x.html").contains("assets/img/logo."))
    }

    @Test func aTypeHasATemplateOfItsOwn() throws {
        let site = try built(
            """
            -- site.yml --
            types: { notis: { template: notis } }
            -- themes/panduan/templates/notis.mustache --
            NOTIS {{title}}
            -- content/notis/x.md --
            # Satu
            -- content/soalan/y.md --
            # Dua
            """)
        #expect(try site.built("notis/x.html").contains("NOTIS Satu"))
        #expect(try !site.built("soalan/y.html").contains("NOTIS"))
    }

    @Test func aThemeThatIsNotThereIsReported() throws {
        #expect(
            try check(page + "-- site.yml --\ntitle: T\ntheme: tiada\n") == """
                site.yml:2:8: error: there is no folder themes/tiada [unknown-theme]
                  help: make it, or take 'theme' out of site.yml

                """)
    }

    @Test func aLanguageThatTheThemeDoesNotSpeakIsReported() throws {
        #expect(
            try check(page + "-- site.yml --\nlanguages: [ms, zh]\n") == """
                site.yml:1:12: error: the theme has no words in 'zh' [unknown-language]
                  help: write strings/zh.yml in the theme

                """)
    }

    @Test func aLinkInAThemeIsReported() throws {
        let site = try TemporarySite(page + "-- themes/panduan/assets/a.css --\n")
        try site.link("themes/panduan/assets/b.css", to: "a.css")
        #expect(
            try check(site) == """
                themes/panduan/assets/b.css: error: this is neither a file nor a folder [not-a-file]
                  help: copy the file itself into the theme

                """)
    }

    @Test func aBrokenTemplateSaysWhere() throws {
        let site = try TemporarySite(page + "-- themes/panduan/templates/page.mustache --\n\n {{titel}}\n")
        #expect(
            try check(site) == """
                themes/panduan/templates/page.mustache:2:2: error: nothing here is called 'titel' [unknown-name]
                  help: did you mean 'title'?

                """)
        let loaded = try SiteLoader(options: BuildOptions(source: site.source, output: site.output)).load()
        var lines = loaded.sourceLines
        #expect(loaded.diagnostics.last.flatMap { lines[$0.location]?.text } == " {{titel}}")
    }
}
