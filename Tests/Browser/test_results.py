"""What the panel of results does besides finding: keys, copying, recent queries, no result, damage, print."""

import io
import json
import re
import shutil
import urllib.parse

import pypdf
import pytest

from sites import Site
from test_search import hrefs, titles, type_query, wait_for_results
from watch import until

OPTIONS = "#hits [role=option]"
NOWHERE = "zzqxvwkj"


def chosen(page):
    return page.eval_on_selector_all(f"{OPTIONS}[aria-selected=true]", "found => found.map(option => option.id)")


def settled(page):
    """Waits until the results are those of what stands in the box."""
    page.wait_for_selector(OPTIONS)
    page.wait_for_timeout(400)


@pytest.mark.parametrize("delay", [0, 15, 39, 60])
def test_down_right_after_a_letter_chooses_among_the_new_results(from_file, open_page, delay):
    page = open_page(from_file("prosedur/rekod-urusan.html"))
    type_query(page, "telefo")
    wait_for_results(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.type("n")
    page.wait_for_timeout(delay)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    settled(page)
    assert chosen(page) == ["hit-1"]
    assert page.locator("#q").get_attribute("aria-activedescendant") == "hit-1"


@pytest.mark.parametrize("is_ready", [True, False], ids=["search is there", "search is being fetched"])
def test_enter_right_after_down_opens_a_result_of_what_was_typed(site, open_page, is_ready):
    page = open_page(site("dasar/piagam-pelanggan.html"))
    if is_ready:
        page.locator("#q").click()
        page.wait_for_selector("#q[role=combobox]")
    else:
        page.locator("#q").evaluate("box => box.focus()")
    page.keyboard.insert_text("jawab telefon")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/prosedur/jawab-telefon.html*")


def test_home_and_end_move_in_the_list_once_a_result_is_chosen(from_file, open_page):
    page = open_page(from_file("cari.html?q=telefon"))
    wait_for_results(page)
    page.keyboard.press("Home")
    assert chosen(page) == [] and page.locator("#q").evaluate("box => box.selectionStart") == 0
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    assert chosen(page) == [f"hit-{page.locator(OPTIONS).count() - 1}"]
    page.keyboard.press("ArrowDown")
    assert chosen(page) == [], "beyond the last lies the box"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Home")
    assert chosen(page) == ["hit-0"]


def test_typing_on_lets_the_choice_go(from_file, open_page):
    page = open_page(from_file("cari.html?q=telefon"))
    wait_for_results(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.type(" a")
    assert chosen(page) == []


def test_the_count_is_said_when_the_typing_rests(from_file, open_page):
    page = open_page(from_file("index.html"))
    type_query(page, "telefon")
    wait_for_results(page)
    until(page, "/^\\d+ hasil$/.test(document.getElementById('say').textContent)")
    assert page.locator("#say").inner_text() == page.locator(".status .count").inner_text()
    type_query(page, "n jwab")
    wait_for_results(page)
    until(page, "/^\\d+ hasil\\. Maksud anda telefon jawab\\?$/.test(document.getElementById('say').textContent)")


@pytest.mark.parametrize("way", ["button", "key"])
def test_copies_the_first_answer_as_plain_text(over_http, open_page, way):
    page = open_page(over_http("cari.html?q=jawab+telefon"), permissions=["clipboard-read", "clipboard-write"])
    wait_for_results(page)
    if way == "button":
        page.locator(".found > .copy").click()
    else:
        page.keyboard.press("Alt+c")
    page.wait_for_selector("#say:has-text('Disalin')", state="attached")
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[0] == titles(page)[0]
    assert copied[1].startswith("Sebut: Selamat pagi")
    assert copied[-1].startswith("Sumber: Panduan Khidmat Pelanggan · Jawab panggilan telefon · Disemak ")
    assert page.locator(".found > .copy").inner_text().startswith("Disalin")


@pytest.mark.parametrize("has_clipboard", [True, False], ids=["clipboard", "plain http"])
def test_copies_the_answer_of_the_chosen_result_and_says_so_there(over_http, open_page, has_clipboard):
    page = open_page(over_http("prosedur/rekod-urusan.html"), permissions=["clipboard-read", "clipboard-write"])
    if not has_clipboard:
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined})")
    type_query(page, "jawab telefon")
    wait_for_results(page)
    settled(page)
    second = page.locator("#hits > div + div > [role=option]").first
    while chosen(page) != [second.get_attribute("id")]:
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Alt+c")
    told = second.locator(".told")
    told.wait_for()
    assert told.inner_text() == "Disalin"
    assert "Disalin" not in page.locator(".found > .copy").inner_text()
    assert chosen(page) == [second.get_attribute("id")] and page.locator("#q").evaluate("box => box === document.activeElement")
    page.evaluate("delete navigator.clipboard")
    assert page.evaluate("navigator.clipboard.readText()").startswith(second.locator(".title").inner_text())
    told.wait_for(state="detached")


def test_says_when_the_chosen_result_has_no_answer(from_file, open_page):
    page = open_page(from_file("cari.html?q=jawab+telefon"))
    wait_for_results(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator(f"{OPTIONS}[aria-selected=true]").get_attribute("class") == "sub"
    page.keyboard.press("Alt+c")
    page.wait_for_selector("#say:has-text('tiada jawapan')", state="attached")
    assert "tiada jawapan" in page.locator(f"{OPTIONS}[aria-selected=true] .told").inner_text()


def test_offers_recent_queries_until_they_are_forgotten(over_http, open_page):
    page = open_page(over_http("prosedur/rekod-urusan.html"))
    type_query(page, "aduan")
    wait_for_results(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "rekod-urusan" not in url)
    page.locator("#q").click()
    page.wait_for_selector("#hits .recent")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    wait_for_results(page)
    assert page.locator("#q").input_value() == "aduan"
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_selector("#hits .recent")
    page.get_by_role("button", name="Padam carian terkini").click()
    page.wait_for_selector("#hits .recent", state="detached")
    assert page.evaluate("localStorage.getItem('panduan:khidmat-pelanggan:recent')") is None


@pytest.mark.parametrize("query", [f'"telefon {NOWHERE}"', f"-telefon {NOWHERE}"])
def test_without_results_the_nearest_pages_can_be_chosen(from_file, open_page, query):
    page = open_page(from_file("prosedur/rekod-urusan.html"))
    page.locator("#q").fill(query)
    page.wait_for_selector(".nearest")
    assert "Tiada hasil" in page.locator(".status").inner_text()
    assert any("telefon" in title.lower() for title in titles(page))
    page.keyboard.press("ArrowDown")
    assert chosen(page) == ["hit-0"]
    assert page.locator(".notes a.item").count() >= 8, "the types"


def test_a_filter_without_results_leads_out_of_itself(from_file, open_page):
    page = open_page(from_file(f"cari.html?q=pemarah&type={NOWHERE}"))
    page.wait_for_selector(".nearest")
    assert hrefs(page)
    page.locator(".filters button").first.click()
    page.wait_for_selector(".nearest", state="detached")
    assert len(hrefs(page)) > 3


def test_on_a_small_screen_the_filters_open_on_demand(from_file, open_page):
    page = open_page(from_file("cari.html?q=aduan"), viewport={"width": 360, "height": 640})
    wait_for_results(page)
    assert page.locator(".filters button:visible").count() == 2
    assert page.locator("#hits .title").first.bounding_box()["y"] < 320, "the first result is seen without scrolling"
    page.locator(".filters .widen").click()
    assert page.locator(".filters .widen").get_attribute("aria-expanded") == "true"
    page.locator(".filters button", has_text="Borang").click()
    page.wait_for_selector(".filters [aria-pressed=true]:has-text('Borang')")
    assert page.locator(".filters [aria-pressed=false]").first.is_visible(), "they stay open"


def logged(page, query):
    page.locator("#q").fill(query)
    page.wait_for_selector(f".status .count:has-text('{query[:8]}')")
    page.locator(".notes button", has_text="Catat").click()


def test_queries_without_results_are_kept_and_handed_on(site, open_page):
    page = open_page(site("cari.html"))
    assert not page.locator(".missing").is_visible()
    logged(page, NOWHERE)
    logged(page, f'=HYPERLINK("{NOWHERE}","{NOWHERE}")')
    page.locator("#q").fill(NOWHERE)
    page.wait_for_selector(".notes p:has-text('telah dicatat')")
    page.reload()
    page.locator(".missing summary").click()
    assert page.locator(".missing li").count() == 2
    with page.expect_download() as download:
        page.get_by_role("button", name="Muat turun CSV").click()
    assert download.value.suggested_filename.endswith(".csv")
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == '"carian","kali","kali pertama","kali terakhir"'
    assert lines[1].startswith(f'"{NOWHERE}","1","20')
    assert lines[2].startswith('"\'=HYPERLINK(""'), "no formula for a spreadsheet"
    page.get_by_role("button", name="Kosongkan senarai").click()
    assert not page.locator(".missing").is_visible()


def test_the_readers_language_comes_first(from_file, open_page):
    for home, is_english in [("cari.html", False), ("en/cari.html", True)]:
        page = open_page(from_file(home + "?q=helpdesk"))
        wait_for_results(page)
        own, other = ("en", "ms") if is_english else ("ms", "en")
        languages = page.eval_on_selector_all("#hits .title", "found => found.map(title => title.closest('[lang]').lang)")
        assert languages[0] == own and other in languages, languages
        foreign = page.locator("#hits [role=option]:not(.sub)").nth(languages.index(other))
        assert foreign.locator(".where").inner_text().startswith("Bahasa Melayu" if is_english else "English")


def test_a_result_without_a_translation_keeps_the_reader_among_pages_of_their_language(from_file, open_page):
    def found(page):
        wait_for_results(page)
        languages = page.eval_on_selector_all("#hits .title", "found => found.map(title => title.closest('[lang]').lang)")
        return dict(zip(hrefs(page), languages, strict=True))

    page = open_page(from_file("en/cari.html?q=helpdesk"))
    assert set(found(page).values()) == {"ms", "en"}
    assert all(href.startswith("../en/") == (language == "en") for href, language in found(page).items()), "each is itself"
    page.goto(from_file("en/cari.html?q=gajah"))
    untranslated = "../en/gajah.html"
    assert found(page).get(untranslated) == "ms", found(page)
    group = page.locator(f"#hits [role=group]:has(a[href^='{untranslated}'])")
    for parts, language in [(".excerpt, .title, .sub, .where span", "ms"), (".where", "en")]:
        spoken = group.locator(parts).evaluate_all("parts => parts.map(part => part.closest('[lang]').lang)")
        assert len(spoken) >= 1 and language in spoken, (parts, spoken)
    page.locator(f"#hits a[href='{untranslated}']").click()
    page.wait_for_url("**/en/gajah.html")
    assert page.locator("html").get_attribute("lang") == "en"


@pytest.mark.parametrize("query, section", [
    ("salam type:modul", "latihan"), ("salam type:Latihan", "latihan"), ('salam type:"soalan lazim"', "soalan"),
    ("type:latihan salam", "latihan"),
])
def test_a_type_is_named_by_its_id_or_its_label(from_file, open_page, query, section):
    page = open_page(from_file("cari.html?q=" + urllib.parse.quote(query)))
    wait_for_results(page)
    assert all(f"/{section}/" in f"/{href}" for href in hrefs(page)), hrefs(page)
    assert page.locator(".nearest").count() == 0


def test_a_type_in_a_phrase_is_text_and_a_correction_keeps_its_name(from_file, open_page):
    page = open_page(from_file("cari.html?q=" + urllib.parse.quote("salm type:Latihan")))
    wait_for_results(page)
    assert page.locator(".meant button").inner_text() == "salam type:Latihan"
    page.evaluate("() => { const search = panduan.search; window.asked = []; panduan.search = (query, options) => { asked.push(query); return search(query, options); }; }")
    for query, sent in [('"salam type:Latihan"', '"salam type:Latihan"'), ("salam type:Latihan", "salam type:modul"), ("type:tiada salam", "type:tiada salam")]:
        page.locator("#q").fill(query)
        until(page, "asked.length > 0")
        assert page.evaluate("asked.splice(0)")[0] == sent


def test_no_filter_stays_behind_when_the_box_is_emptied(from_file, open_page):
    page = open_page(from_file("cari.html?q=aduan"))
    wait_for_results(page)
    page.locator(".filters button", has_text="Borang").click()
    page.wait_for_url("**type=borang")
    page.locator("#q").fill("")
    type_query(page, "aduan")
    wait_for_results(page)
    assert page.locator(".filters [aria-pressed=true]").inner_text().startswith("Semua")


def test_an_answer_opens_at_the_top_of_its_page_and_the_best_section_below_it(from_file, open_page):
    page = open_page(from_file("en/cari.html?q=wrong+number+script"))
    wait_for_results(page)
    first = page.locator("#hits [role=group]").first
    assert first.locator(".answer").count() == 1 and "#" not in first.locator("[role=option]:not(.sub)").get_attribute("href")
    assert "Which office are you looking for" in first.locator(".sub").first.inner_text()
    # Where no answer is shown, the title leads to the section that the excerpt is of.
    assert any("#" in href for href in hrefs(page)[1:]), hrefs(page)


def test_the_page_of_search_shows_more_when_asked(from_file, open_page):
    page = open_page(from_file("cari.html?q=aduan"))
    wait_for_results(page)
    before = hrefs(page)
    assert len(before) == 30
    options = page.locator(OPTIONS).count()
    page.get_by_role("button", name="Tunjuk lagi").focus()
    page.keyboard.press("Enter")
    until(page, "document.querySelectorAll('#hits [role=group]').length > 30")
    assert hrefs(page)[:10] == before[:10]
    assert chosen(page) == [f"hit-{options}"] and page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("End")
    page.keyboard.type(" borang")
    until(page, "document.querySelectorAll('#hits [role=group]').length <= 30")


def test_says_of_which_type_nothing_was_found(from_file, open_page):
    page = open_page(from_file("cari.html?q=" + NOWHERE + "&type=borang"))
    until(page, "document.querySelector('.status .count').textContent.endsWith('dalam Borang')")


def test_results_stay_where_they_are_when_a_correction_is_offered(from_file, open_page):
    page = open_page(from_file("prosedur/jawab-telefon.html"))
    places = []
    for query, is_corrected in [("pelanggan", False), ("pelangan", True), ("pelanggan", False)]:
        page.locator("#q").fill(query)
        settled(page)
        assert (page.locator(".status button").count() == 1) == is_corrected
        places.append(page.locator(".found").bounding_box()["y"])
    assert len(set(places)) == 1, places


def test_every_result_has_the_mark_of_its_type_also_a_plain_page(from_file, open_page):
    page = open_page(from_file("cari.html?q=nombor+telefon"))
    wait_for_results(page)
    hits = page.locator("#hits [role=option]:not(.sub)")
    assert page.locator("#hits .hue-grey").count() > 0
    assert page.locator("#hits .mark svg").count() == hits.count()
    # Without results, types are offered; plain pages have no list to lead to.
    page.goto(from_file("index.html"))
    type_query(page, NOWHERE)
    page.wait_for_selector("a.item")
    assert all(page.locator("a.item").all_inner_texts())


def test_says_which_word_a_result_does_not_mention(from_file, open_page):
    page = open_page(from_file("cari.html?q=telefon+xyzzyx"))
    wait_for_results(page)
    first = page.locator("#hits [role=option]").first
    assert first.locator(".where").inner_text().endswith("Tidak menyebut: xyzzyx")
    page.goto(from_file("cari.html?q=telefon"))
    wait_for_results(page)
    assert page.locator("#hits .lacks").count() == 0


def test_prints_the_results_alone(from_file, open_page):
    page = open_page(from_file("cari.html?q=aduan"), color_scheme="dark")
    wait_for_results(page)
    pdf = page.pdf(format="A4")
    text = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert "aduan" in text and all(title.split()[-1] in text for title in titles(page)[:5])
    for control in ["Salin jawapan", "Semua", "Indeks A–Z", "Paparan gelap"]:
        assert control not in text, control


def test_marks_can_be_seen_in_forced_colours(from_file, open_page):
    page = open_page(from_file("cari.html?q=aduan"), forced_colors="active", color_scheme="dark")
    wait_for_results(page)
    colours = page.locator("#hits mark").first.evaluate(
        "mark => [getComputedStyle(mark).color, getComputedStyle(document.body).backgroundColor]")
    assert colours[0] != colours[1]


@pytest.fixture
def copy_of_site(folder, tmp_path):
    """A copy that a test may damage."""
    copy = shutil.copytree(folder, tmp_path / "salinan")
    return Site(copy, copy.as_uri() + "/")


def shards(copy, kind):
    return sorted((copy.folder / "search").glob(f"{kind}[0-9]*-*.js"))


@pytest.mark.parametrize("damage", ["cut", "foreign", "nonsense"])
def test_damaged_texts_are_told_and_the_page_goes_on(copy_of_site, open_page, damage):
    for shard in shards(copy_of_site, "p"):
        text = shard.read_text(encoding="utf-16")
        name, digits = text.split('","')
        spoiled = {"cut": f'{name}","{digits[:len(digits) // 4 * 2]}")', "nonsense": f'{name}","%%%%")',
                   "foreign": 'panduan.shard("p0-lain","AAAA")'}[damage]
        shard.write_text(spoiled, encoding="utf-16")
    page = open_page(copy_of_site("cari.html?q=telefon"), homes=[copy_of_site.base])
    page.wait_for_selector(".problem")
    assert len(page.locator(".problem").inner_text()) > 20
    assert page.locator("#q").is_editable()


@pytest.mark.parametrize("script, told", [('panduan.shard("start","nonsense")', "rosak"), ("", "tidak ditemui")])
def test_an_index_that_cannot_be_opened_leads_to_the_lists(copy_of_site, open_page, script, told):
    (copy_of_site.folder / "search" / "start.js").write_text(script, encoding="utf-8")
    page = open_page(copy_of_site("cari.html?q=telefon"), homes=[copy_of_site.base])
    page.wait_for_selector(".problem")
    assert "tidak dapat dibuka" in page.locator(".status").inner_text()
    assert told in page.locator(".problem").inner_text()
    assert page.locator(".notes a", has_text="Indeks A–Z").is_visible()
    assert page.locator(".browse .types a").count() >= 8


def test_an_engine_that_is_damaged_is_told(copy_of_site, open_page):
    [engine] = (copy_of_site.folder / "search").glob("wasm-*.js")
    text = engine.read_text(encoding="utf-16")
    engine.write_text(text[:len(text) // 4 * 2] + '")', encoding="utf-16")
    page = open_page(copy_of_site("cari.html?q=telefon"), homes=[copy_of_site.base])
    page.wait_for_selector(".problem")
    assert "rosak" in page.locator(".problem").inner_text()


def test_a_browser_that_cannot_inflate_searches_too(copy_of_site, open_page):
    [engine] = (copy_of_site.folder / "search").glob("engine-*.js")
    script = engine.read_text(encoding="utf-8")
    assert "deflate-raw" in script
    engine.write_text(script.replace("deflate-raw", "none"), encoding="utf-8")
    page = open_page(copy_of_site("cari.html?q=telefon"), homes=[copy_of_site.base])
    wait_for_results(page)


INCOMPLETE = """
() => {
  const search = panduan.search;
  panduan.search = (query, options) => search(query, options).then(answer => Object.assign(answer, { more: query[0] === '"' }));
}
"""


def test_tells_that_more_pages_may_have_the_phrase(from_file, open_page):
    page = open_page(from_file("cari.html"))
    until(page, "Boolean(panduan.search && document.querySelector('#q[role=combobox]'))")
    page.evaluate(INCOMPLETE)
    type_query(page, '"maklum balas"')
    page.locator(".notes", has_text="mungkin ada lagi").wait_for()
    page.locator("#q").fill("")
    type_query(page, "telefon")
    wait_for_results(page)
    assert not page.locator(".notes").inner_text()


EXPLAINING = """
() => {
  const search = panduan.search;
  panduan.search = (query, options) => search(query, options).then(answer => {
    window.isAsked = options.explain;
    answer.results[0].pinned = true;
    return answer;
  });
}
"""


@pytest.mark.parametrize("address, is_asked", [("cari.html", False), ("cari.html?explain=1", True)])
def test_shows_why_a_result_stands_where_it_does_when_asked(from_file, open_page, address, is_asked):
    page = open_page(from_file(address))
    until(page, "Boolean(panduan.search && document.querySelector('#q[role=combobox]'))")
    page.evaluate(EXPLAINING)
    type_query(page, "telefon")
    wait_for_results(page)
    assert page.evaluate("window.isAsked") == is_asked
    first = page.locator(OPTIONS).first
    assert first.locator(".why").count() == is_asked
    assert first.locator(".where").inner_text().startswith("Disematkan · ")


@pytest.mark.parametrize("address, told", [
    ("cari.html", r"telefon \d+ \+ \d+\nbahagian \d+ \+ \d+, medan \d+\n× pemberat \d+ .*× dekat \d+ % = \d+"),
    ("en/cari.html", r"telefon \d+ \+ \d+\nsections \d+ \+ \d+, fields \d+\n× weight \d+ .*× nearness \d+ % = \d+"),
])
def test_the_reasons_are_in_the_language_of_the_page(from_file, open_page, address, told):
    page = open_page(from_file(address + "?q=telefon&explain=1"))
    wait_for_results(page)
    assert re.fullmatch(told, page.locator(OPTIONS).first.locator(".why").inner_text())


def test_what_is_asked_in_the_address_is_kept_with_it(from_file, open_page):
    page = open_page(from_file("cari.html?q=telefon&type=skrip&explain=1"))
    wait_for_results(page)
    page.locator("#q").fill("aduan")
    until(page, "location.search.includes('aduan')")
    kept = urllib.parse.parse_qs(urllib.parse.urlsplit(page.url).query)
    assert kept == {"q": ["aduan"], "type": ["skrip"], "explain": ["1"]}, json.dumps(kept)


ALL = "queries => Promise.all(queries.map(query => panduan.search(query).then(answer => answer.results.map(r => r.url))))"


def test_answers_alike_when_the_engine_has_forgotten_its_files(from_file, copy_of_site, open_page):
    [engine] = (copy_of_site.folder / "search").glob("engine-*.js")
    script = engine.read_text(encoding="utf-8")
    assert "8 << 20" in script
    engine.write_text(script.replace("8 << 20", "1 << 12"), encoding="utf-8")
    queries = ["telefon", "aduan pelanggan", "borang", "telfon", "\"maklum balas\""]
    answers = []
    for site, homes in (from_file, None), (copy_of_site, [copy_of_site.base]):
        page = open_page(site("cari.html"), **({"homes": homes} if homes else {}))
        until(page, "Boolean(panduan.search)")
        one_by_one = [page.evaluate(ALL, [query])[0] for query in queries * 2]
        assert one_by_one == page.evaluate(ALL, queries * 2)
        answers.append(one_by_one)
    assert answers[0] == answers[1] and all(answers[0])
