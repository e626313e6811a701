"""The search as people use it, from a file and over http."""

import json
import re

import pytest

from watch import until

CALLS = "prosedur/jawab-telefon.html"


def type_query(page, text):
    page.locator("#q").click()
    page.locator("#q").press_sequentially(text, delay=20)


def wait_for_results(page):
    """Waits for results, and until those of the last letter have come."""
    page.wait_for_selector("#hits [role=option]")
    before = None
    while before != (now := page.locator("#hits").inner_html()):
        before = now
        page.wait_for_timeout(150)


def hrefs(page):
    """Addresses of the pages found, without those of their further sections."""
    return page.eval_on_selector_all("#hits [role=option]:not(.sub)", "found => found.map(option => option.getAttribute('href'))")


def titles(page):
    return page.locator("#hits .title").all_inner_texts()


def test_a_small_index_is_soon_loaded_whole_and_outlives_its_server(over_http, open_page):
    page = open_page(over_http("index.html"))
    type_query(page, "kaunter")
    wait_for_results(page)
    files = sorted(path.name for path in over_http.folder.joinpath("search").glob("[tvrp][0-9]*.js"))
    assert len(files) > 20
    until(page, "window.fetched = performance.getEntriesByType('resource').map(entry => entry.name.split('/').pop()),"
          f"{json.dumps(files)}.every(name => fetched.includes(name))")
    page.context.set_offline(True)
    page.locator("#q").fill("")
    for query in ["telfon", "hari bekerja untuk akuan terima", "misteri belanja"]:
        assert page.evaluate("query => panduan.search(query).then(found => found.results.length && !found.problem)", query)


@pytest.mark.parametrize("query", ["telfon", "tele", "jawab telefon", "TELEFON"])
def test_finds_how_a_call_is_answered(site, open_page, query):
    page = open_page(site("index.html"))
    type_query(page, query)
    wait_for_results(page)
    assert any(CALLS in href for href in hrefs(page)[:3]), titles(page)


def test_opens_the_answer_of_the_first_result_under_it(from_file, open_page):
    page = open_page(from_file("index.html"))
    type_query(page, "jawab telefon")
    wait_for_results(page)
    assert "“" in page.locator("#hits .answer").first.inner_text()


def test_first_letters_find_before_the_word_is_finished(from_file, open_page):
    page = open_page(from_file("index.html"))
    type_query(page, "kaunt")
    wait_for_results(page)
    assert any("kaunter" in title.lower() for title in titles(page)), titles(page)


def test_finds_english_pages_by_english_words(site, open_page):
    page = open_page(site("en/index.html"))
    type_query(page, "answer a phone call")
    wait_for_results(page)
    assert any("en/" + CALLS in href for href in hrefs(page)[:3]), hrefs(page)


def test_marks_the_words_that_were_found(from_file, open_page):
    page = open_page(from_file("cari.html?q=kaunter+dibuka"))
    wait_for_results(page)
    marks = page.locator("#hits mark").all_inner_texts()
    assert any("kaunter" in mark.lower() for mark in marks), marks


def test_filters_by_type(from_file, open_page):
    page = open_page(from_file("cari.html?q=aduan"))
    wait_for_results(page)
    before = hrefs(page)
    button = page.locator(".filters button", has_text=re.compile(r"^Prosedur \d+$"))
    count = int(button.inner_text().split()[-1])
    button.click()
    page.wait_for_selector(".filters [aria-pressed=true]:has-text('Prosedur')")
    found = page.locator("#hits [role=group] > [role=option]:not(.sub) .where").all_inner_texts()
    assert found and all("Prosedur" in where.split(" · ")[:2] for where in found), found
    assert len(found) == min(count, 30)
    assert "type=prosedur" in page.url
    assert page.evaluate("document.activeElement.id") == "q"
    page.locator(".filters button").first.click()
    page.wait_for_selector(".filters button[aria-pressed=true] >> nth=0")
    until(page, "!document.querySelector('.filters [aria-pressed=true]').textContent.startsWith('Prosedur')")
    assert hrefs(page) == before


def test_arrows_choose_enter_opens_escape_closes(site, open_page):
    page = open_page(site("prosedur/rekod-urusan.html"))
    type_query(page, "telefon")
    wait_for_results(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    chosen = page.locator("#hits [aria-selected=true]")
    assert chosen.count() == 1
    assert chosen.get_attribute("id") == page.locator("#q").get_attribute("aria-activedescendant")
    assert page.evaluate("document.activeElement.id") == "q"
    target = chosen.evaluate("option => option.href")

    page.keyboard.press("Escape")
    page.wait_for_selector(".panel", state="hidden")
    assert page.locator("#q").input_value() == "telefon"
    page.keyboard.press("Escape")
    assert page.locator("#q").input_value() == ""

    type_query(page, "telefon")
    wait_for_results(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(target)


def test_slash_reaches_the_box_from_anywhere(from_file, open_page):
    page = open_page(from_file("dasar/piagam-pelanggan.html"))
    assert page.evaluate("document.activeElement.id") != "q"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("a/b")
    assert page.locator("#q").input_value() == "a/b"


def test_an_address_with_a_query_shows_its_results(site, open_page):
    page = open_page(site("cari.html?q=telfon&type=prosedur"))
    wait_for_results(page)
    assert page.locator("#q").input_value() == "telfon"
    assert any(CALLS in href for href in hrefs(page)[:3])
    assert page.locator(".filters [aria-pressed=true]").inner_text().startswith("Prosedur")


def test_another_language_is_asked_the_same(site, open_page):
    page = open_page(site("cari.html?q=aduan"))
    wait_for_results(page)
    page.locator(".filters button", has_text="Borang").click()
    until(page, "location.search.includes('type=borang')")
    page.locator(".tools a[hreflang=en]").click()
    page.wait_for_url("**/en/cari.html?q=aduan&type=borang")
    wait_for_results(page)
    assert page.locator(".filters [aria-pressed=true]").inner_text().startswith("Form")


def test_the_address_follows_the_query(site, open_page):
    page = open_page(site("cari.html"))
    type_query(page, "aduan & piagam")
    wait_for_results(page)
    until(page, "location.search.includes('aduan')")
    page.reload()
    wait_for_results(page)
    assert page.locator("#q").input_value() == "aduan & piagam"


def test_enter_in_the_box_of_a_page_goes_to_the_search_page(site, open_page):
    page = open_page(site("prosedur/rekod-urusan.html"))
    type_query(page, "aduan")
    wait_for_results(page)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"cari\.html\?q=aduan"))
    wait_for_results(page)


def test_says_when_there_is_no_result_and_offers_the_types(from_file, open_page):
    page = open_page(from_file("cari.html?q=zzqxvwkj"))
    page.wait_for_selector(".status .count:has-text('zzqxvwkj')")
    assert page.locator("#hits [role=option]").count() == 0
    assert page.locator(".browse").is_visible()


def test_a_result_leads_to_its_section(from_file, open_page):
    page = open_page(from_file("cari.html?q=" + "Jika tidak selesai telefon".replace(" ", "+")))
    wait_for_results(page)
    anchored = [href for href in hrefs(page) if "#" in href]
    assert anchored
    page.goto(from_file("cari.html").rsplit("/", 1)[0] + "/" + anchored[0])
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.evaluate("id => document.getElementById(id) !== null", anchor)


def test_the_page_offers_the_engine_to_scripts(site, open_page):
    page = open_page(site("cari.html"))
    until(page, "Boolean(window.panduan && window.panduan.search)")
    answer = page.evaluate("window.panduan.search('telfon', { limit: 3 })")
    assert answer["query"] == "telfon"
    assert 1 <= len(answer["results"]) <= 3
    for result in answer["results"]:
        assert isinstance(result["score"], int)
        for key in ["url", "title", "section", "type", "excerpt"]:
            assert isinstance(result[key], str), key
        assert isinstance(result["sections"], list)
        path = result["url"].split("#")[0]
        assert (site.folder / path).is_file(), result["url"]
    scores = [result["score"] for result in answer["results"]]
    assert scores == sorted(scores, reverse=True)
    typed = page.evaluate("window.panduan.search('telefon', { limit: 20, type: 'soalan' })")
    assert typed["results"] and {result["type"] for result in typed["results"]} == {"soalan"}
    assert json.dumps(page.evaluate("window.panduan.search('', {})")["results"]) == "[]"
