"""A course shows what is done of it, and what is next."""

import pytest

from test_accessibility import violations

PAGE = "latihan/kursus-contoh.html"

DONE = """([key, at, version]) => {
  const module = panduanModules.find(module => module.key === key);
  for (const activity of module.activities) {
    panduan.progress.set(activity.kind + '/' + key + '#' + activity.id,
      { result: { score: 100, passed: true, at: at, version: version || module.version } });
  }
}"""


def steps(page):
    return [item.inner_text().split("\n")[0] for item in page.locator(".modules > li.done > a").all()]


def test_a_course_says_what_is_next(site, open_page):
    page = open_page(site(PAGE))
    assert "0 daripada 3 modul selesai" in page.locator(".course").inner_text()
    assert page.locator(".course a.button").inner_text() == "Mula: Amali"
    page.evaluate(DONE, ["latihan/amali", "2026-11-03", None])
    assert "Selesai pada 3 Nov 2026" in page.locator(".modules > li").first.inner_text()
    assert page.locator(".course a.button").inner_text() == "Teruskan: Kad tempoh"
    assert violations(page) == []
    page.locator(".course a.button").click()
    assert page.url.endswith("latihan/kad.html")


def test_what_needs_another_comes_after_it(from_file, open_page):
    page = open_page(from_file(PAGE))
    page.get_by_label("Sudah dibaca").nth(0).check()
    assert page.locator(".course a.button").inner_text() == "Teruskan: Amali"
    assert page.locator(".needs").inner_text() == "Selepas: Amali"


def test_reading_is_said_by_keyboard_and_can_be_taken_back(from_file, open_page):
    page = open_page(from_file(PAGE))
    box = page.get_by_label("Sudah dibaca").first
    box.focus()
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.type") == "checkbox", "the focus stays"
    assert "1 daripada 3 modul" in page.locator(".course").inner_text()
    page.reload()
    assert page.get_by_label("Sudah dibaca").first.is_checked()
    page.get_by_label("Sudah dibaca").first.uncheck()
    assert "0 daripada 3 modul" in page.locator(".course").inner_text()


def test_a_module_that_changed_since_says_so(from_file, open_page):
    page = open_page(from_file(PAGE))
    page.evaluate(DONE, ["latihan/amali", "2026-03-05", "another text"])
    assert "berubah selepas 5 Mac 2026" in page.locator(".modules > li").first.inner_text()


def test_all_done(from_file, open_page):
    page = open_page(from_file(PAGE))
    page.evaluate(DONE, ["latihan/amali", "2026-11-03", None])
    for box in page.get_by_label("Sudah dibaca").all():
        box.check()
    assert "sudah anda selesaikan" in page.locator(".course").inner_text()
    assert not page.locator(".course a.button").is_visible()


@pytest.mark.parametrize("value", [3, {"result": 5}, {"result": {"passed": {}}}, []])
def test_strange_results_break_nothing(from_file, open_page, value):
    page = open_page(from_file(PAGE))
    page.evaluate("value => panduan.progress.set('practice/latihan/amali#practice.1', value)", value)
    page.reload()
    assert page.locator(".course").inner_text() != ""


def test_without_javascript_a_course_is_a_list_of_links(from_file, open_page):
    page = open_page(from_file(PAGE), java_script_enabled=False)
    assert page.locator(".modules > li > a").count() == 3
