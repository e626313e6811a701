"""What a learner did is kept: over a reload, the way back, a full store, a forbidden one, a damaged one."""

import json

import pytest

from test_accessibility import violations
from watch import until

PAGE = "latihan/amali.html"
KEY = "panduan:khidmat-pelanggan:progress:practice/latihan/amali#practice.1"

FILL = """
for (let size = 1 << 22; size > 0; size >>= 1) {
  try { for (let n = 0; ; n++) localStorage.setItem('filler' + size + '-' + n, 'x'.repeat(size)); } catch (error) { /* full */ }
}
"""
FORBID = """
for (const name of ['localStorage', 'sessionStorage']) {
  Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
}
"""


def checks(page):
    return [box.is_checked() for box in page.locator(".checks input").all()]


def fill_in(page):
    page.locator(".checks input").nth(1).check()
    page.locator("textarea").press_sequentially("Saya lupa nama agensi.")


def assert_filled_in(page):
    assert checks(page) == [False, True, False]
    assert page.locator("textarea").input_value() == "Saya lupa nama agensi."


def test_a_practice_is_kept_over_reload_and_back(site, open_page):
    page = open_page(site(PAGE))
    fill_in(page)
    page.reload()
    assert_filled_in(page)
    page.goto(site("latihan/s1-salam.html"))
    page.go_back()
    assert_filled_in(page)
    assert page.locator(".learning-notices").inner_text() == ""


def test_a_practice_is_done_by_keyboard_alone(from_file, open_page):
    page = open_page(from_file(PAGE))
    page.locator(".checks input").first.focus()
    for _ in range(3):
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
    assert checks(page) == [True, True, True]
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    assert "Selesai pada" in page.locator(".practice").inner_text()
    assert violations(page) == []


@pytest.mark.parametrize("trouble", [FILL, FORBID], ids=["full", "forbidden"])
def test_nothing_is_lost_when_the_store_takes_nothing(from_file, open_page, trouble):
    page = open_page(from_file("hubungi.html"))
    if trouble == FILL:
        page.evaluate(FILL)
    else:
        page.add_init_script(FORBID)
    page.goto(from_file(PAGE))
    fill_in(page)
    assert "dalam tab ini sahaja" in page.locator(".learning-notices").inner_text()
    page.reload()
    assert_filled_in(page)
    page.goto(from_file("hubungi.html"))
    page.go_back()
    assert_filled_in(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Muat turun kemajuan").click()
    kept = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert kept["items"]["practice/latihan/amali#practice.1"]["v"]["text"] == "Saya lupa nama agensi."
    assert violations(page) == []


def test_what_was_kept_in_the_tab_moves_up_when_there_is_room(from_file, open_page):
    page = open_page(from_file(PAGE))
    page.evaluate(FILL)
    fill_in(page)
    assert page.evaluate("panduan.progress.state()") == "tab"
    page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('filler')).forEach(k => localStorage.removeItem(k))")
    page.reload()
    assert_filled_in(page)
    assert page.evaluate("panduan.progress.state()") == "kept"
    assert page.locator(".learning-notices").inner_text() == ""


def test_when_only_the_page_keeps_it_closing_asks(from_file, open_page):
    page = open_page(from_file("hubungi.html"))
    page.add_init_script(FORBID + "history.replaceState = () => { throw new Error('denied'); };")
    page.goto(from_file(PAGE))
    fill_in(page)
    assert "apabila halaman ini ditutup" in page.locator(".learning-notices").inner_text()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    assert asked == ["beforeunload"]


@pytest.mark.parametrize("text", ["{", "[]", '{"f":2,"t":1,"v":{}}', '{"f":1,"t":"x","v":1}', ""])
def test_what_cannot_be_read_is_set_aside(from_file, open_page, text):
    page = open_page(from_file("hubungi.html"))
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])
    page.goto(from_file(PAGE))
    assert "tidak dapat dibaca" in page.locator(".learning-notices").inner_text()
    assert page.evaluate("key => localStorage.getItem(key.replace(':progress:', ':damaged:'))", KEY) == text
    fill_in(page)
    page.reload()
    assert_filled_in(page)


@pytest.mark.parametrize("value", [None, 5, [], {"checks": 3, "text": {"a": 1}}, {"checks": [[], "x"], "result": 7}, {"result": {"score": "9e9", "at": {}, "version": []}}])
def test_values_of_a_strange_shape_break_nothing(from_file, open_page, value):
    page = open_page(from_file("hubungi.html"))
    page.evaluate("([key, v]) => localStorage.setItem(key, JSON.stringify({ f: 1, t: 1, v: v }))", [KEY, value])
    page.goto(from_file(PAGE))
    fill_in(page)
    page.reload()
    assert page.locator("textarea").input_value().endswith("Saya lupa nama agensi.")


def test_two_windows_do_not_undo_each_other(over_http, open_page):
    first = open_page(over_http(PAGE))
    second = first.context.new_page()
    second.goto(over_http(PAGE))
    second.evaluate("window.heard = []; panduan.progress.subscribe(key => heard.push(key))")
    first.evaluate("panduan.progress.set('a', 1)")
    until(second, "heard.length === 1")
    second.evaluate("panduan.progress.set('b', 2)")
    until(first, "panduan.progress.get('b') === 2")
    assert second.evaluate("panduan.progress.get('a')") == 1


def test_merging_takes_the_later_and_keeps_the_better(from_file, open_page):
    page = open_page(from_file(PAGE))
    merged = page.evaluate("""() => {
      const progress = panduan.progress;
      const result = (score, at, version = 'a') => ({ score, passed: score >= 80, at, version });
      progress.set('quiz/x#1', { answer: 'mine', result: result(90, '2026-01-01') });
      progress.set('quiz/y#1', { answer: 'mine', result: result(100, '2026-01-01') });
      const late = Date.now() + 1000;
      const taken = progress.merge({
        'quiz/x#1': { t: late, v: { answer: 'theirs', result: result(85, '2026-02-01') } },
        'quiz/y#1': { t: 5, v: { answer: 'theirs', result: result(80, '2026-03-01', 'b') } },
        'quiz/z#1': { t: 5, v: 7 },
        'quiz/broken#1': { t: 'x' }, 'quiz/nothing#1': null
      });
      return { taken, x: progress.get('quiz/x#1'), y: progress.get('quiz/y#1'), z: progress.get('quiz/z#1'), again: progress.merge(progress.all().items) };
    }""")
    assert merged["x"]["answer"] == "theirs" and merged["x"]["result"]["score"] == 90
    assert merged["y"]["answer"] == "mine" and merged["y"]["result"]["version"] == "b"
    assert (merged["taken"], merged["z"], merged["again"]) == (3, 7, 0)


def test_a_module_that_changed_says_so(from_file, open_page):
    page = open_page(from_file("hubungi.html"))
    done = {"f": 1, "t": 1, "v": {"checks": [], "text": "", "result": {"score": 100, "passed": True, "at": "2026-03-05", "version": "old"}}}
    page.evaluate("([key, item]) => localStorage.setItem(key, JSON.stringify(item))", [KEY, done])
    page.goto(from_file(PAGE))
    assert "telah berubah selepas anda menyelesaikannya pada 5 Mac 2026" in page.locator(".learning-notices").inner_text()
    for box in page.locator(".checks input").all():
        box.check()
    assert page.locator(".learning-notices").inner_text() == ""


def test_wiping_leaves_nothing(from_file, open_page):
    page = open_page(from_file(PAGE))
    fill_in(page)
    page.evaluate("panduan.progress.wipe()")
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes(':progress:'))") == []


def test_a_practice_prints_as_a_worksheet(from_file, open_page):
    page = open_page(from_file(PAGE))
    page.evaluate("document.documentElement.classList.add('print-part'); document.querySelector('.practice').classList.add('printed')")
    page.emulate_media(media="print")
    assert page.locator(".practice .activity-title").is_visible()
    assert page.locator(".checks input").first.is_visible()
    assert page.locator(".lines").bounding_box()["height"] > 100
    assert not page.locator("h1").is_visible()
    assert not page.locator(".practice button").first.is_visible()


def test_the_words_beside_a_box_are_one_text_with_their_links(from_file, open_page):
    page = open_page(from_file("latihan/s3-segak.html"))
    assert page.locator(".checks label a").count() == 1
    assert page.locator(".checks label > a").count() == 0


def test_without_javascript_a_practice_is_a_list_to_tick(from_file, open_page):
    page = open_page(from_file(PAGE), java_script_enabled=False)
    assert page.locator(".checks li").count() == 3
    assert "Apa yang berjalan lancar?" in page.locator(".practice").inner_text()


SILENT = "addEventListener('storage', event => event.stopImmediatePropagation(), true);"


def test_two_windows_on_one_practice_lose_nothing(from_file, open_page):
    first = open_page(from_file("hubungi.html"))
    first.context.add_init_script(SILENT)  # as where a browser does not tell one page of another
    first.goto(from_file(PAGE))
    second = first.context.new_page()
    second.goto(from_file(PAGE))
    fill_in(first)
    until(second, f"(localStorage.getItem('{KEY}') || '').includes('nama agensi.')")  # pages are processes of their own
    second.locator(".checks input").first.check()
    kept = second.evaluate("panduan.progress.get('practice/latihan/amali#practice.1')")
    assert kept["checks"] == [True, True, False] and kept["text"] == "Saya lupa nama agensi."
    until(first, f"localStorage.getItem('{KEY}').includes('[true,true,')")
    first.evaluate("dispatchEvent(new Event('focus'))")
    assert checks(first) == [True, True, False]


def test_what_another_window_wiped_does_not_come_back(from_file, open_page):
    first = open_page(from_file("hubungi.html"))
    first.context.add_init_script(SILENT)
    first.goto(from_file(PAGE))
    fill_in(first)
    second = first.context.new_page()
    second.goto(from_file(PAGE))
    second.evaluate("panduan.progress.wipe()")
    until(first, "Object.keys(panduan.progress.all().items).length === 0")


def test_what_cannot_be_read_is_set_aside_in_a_full_store_too(from_file, open_page):
    page = open_page(from_file("hubungi.html"))
    page.evaluate("key => localStorage.setItem(key, '{' + 'x'.repeat(1000))", KEY)
    page.evaluate(FILL)
    page.goto(from_file(PAGE))
    assert page.evaluate("key => localStorage.getItem(key.replace(':progress:', ':damaged:')).length", KEY) == 1001


def test_a_clock_put_back_makes_no_answer_older(from_file, open_page):
    page = open_page(from_file(PAGE), today="2030-01-01T08:00:00")
    page.locator("textarea").fill("dahulu")
    page.clock.set_fixed_time("2026-01-01T08:00:00")
    page.reload()
    page.locator("textarea").fill("kemudian")
    page.reload()
    assert page.locator("textarea").input_value() == "kemudian"


def test_firefox_is_told_to_carry_what_one_file_keeps(from_file, over_http, open_page):
    agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    page = open_page(from_file(PAGE), user_agent=agent)
    assert page.locator(".notice").count() == 0
    page.locator(".checks input").first.check()
    assert "setiap halaman yang dibuka daripada fail" in page.locator(".notice").inner_text()
    with page.expect_download():
        page.get_by_role("button", name="Muat turun kemajuan").click()
    assert violations(page) == []
    page.goto(from_file("latihan/kursus-contoh.html"))
    assert "pilih fail-fail itu di sini" in page.locator(".path details.more").inner_text()
    page = open_page(over_http(PAGE), user_agent=agent)
    page.locator(".checks input").first.check()
    assert page.locator(".notice").count() == 0
