"""A course shows what is done of it, and what is next."""

import pytest

from test_accessibility import violations
from training_pages import drop

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
    assert page.locator(".course a.go").inner_text() == "Mula: Amali"
    page.evaluate(DONE, ["latihan/amali", "2026-11-03", None])
    assert "Selesai pada 3 Nov 2026" in page.locator(".modules > li").first.inner_text()
    assert page.locator(".course a.go").inner_text() == "Teruskan: Kad tempoh"
    assert violations(page) == []
    page.locator(".course a.go").click()
    assert page.url.endswith("latihan/kad.html")


def test_what_needs_another_comes_after_it(from_file, open_page):
    page = open_page(from_file(PAGE))
    page.get_by_label("Sudah dibaca").nth(0).check()
    assert page.locator(".course a.go").inner_text() == "Teruskan: Amali"
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


def test_what_is_left_of_a_module_is_named(from_file, open_page):
    page = open_page(from_file(PAGE))
    page.evaluate("panduan.progress.set('practice/latihan/amali#practice.1', { checks: [true], text: '' })")
    assert "Sedang berjalan. Belum selesai: Salam di telefon." in page.locator(".modules > li").first.inner_text()


def test_all_done(from_file, open_page):
    page = open_page(from_file(PAGE))
    page.evaluate(DONE, ["latihan/amali", "2026-11-03", None])
    for box in page.get_by_label("Sudah dibaca").all():
        box.check()
    assert "sudah anda selesaikan" in page.locator(".course").inner_text()
    assert not page.locator(".course a.go").is_visible()


@pytest.mark.parametrize("value", [3, {"result": 5}, {"result": {"passed": {}}}, []])
def test_strange_results_break_nothing(from_file, open_page, value):
    page = open_page(from_file(PAGE))
    page.evaluate("value => panduan.progress.set('practice/latihan/amali#practice.1', value)", value)
    page.reload()
    assert page.locator(".course").inner_text() != ""


def test_without_javascript_a_course_is_a_list_of_links(from_file, open_page):
    page = open_page(from_file(PAGE), java_script_enabled=False)
    assert page.locator(".modules > li > a").count() == 3


def test_a_course_leads_to_the_cards_that_are_due(from_file, open_page):
    page = open_page(from_file(PAGE), today="2026-11-20T09:00:00")
    link = page.locator(".course .due-cards")
    assert link.inner_text() == "Ulang kaji harian"
    page.evaluate("""panduan.progress.set('cards/latihan/kad#' + Object.keys(panduanModules.find(module => module.key === 'latihan/kad').activities[0].questions)[0],
      { state: 'review', step: 0, stability: 3, difficulty: 5, last: Date.now() - 4 * 86400000, due: Date.now() - 1 })""")
    assert link.inner_text() == "Ulang kaji harian · 1 kad perlu diulang hari ini"
    link.locator("a").click()
    assert "1 kad perlu diulang hari ini" in page.locator(".counts").inner_text()


@pytest.mark.parametrize("language", ["ms", "en"])
@pytest.mark.parametrize("way", ["paste", "drop", "pick"])
def test_a_course_takes_in_progress_of_another_browser(from_file, open_page, tmp_path, way, language):
    path = PAGE if language == "ms" else "en/" + PAGE
    page = open_page(from_file(path))
    page.evaluate(DONE, ["latihan/amali", "2026-11-03", None])
    text = page.evaluate("JSON.stringify(panduan.progress.all())")
    other = open_page(from_file(path))
    carry = other.locator(".path details.more")
    if way == "drop":
        drop(other, text)
        other.wait_for_selector(".carry-status p", state="visible")
    else:
        carry.locator("summary").focus()
        other.keyboard.press("Enter")
    if way == "pick":
        file = tmp_path / "kemajuan.json"
        file.write_text(text, encoding="utf-8")
        carry.locator("input[type=file]").set_input_files(file)
    if way == "paste":
        carry.locator("textarea").fill(page.evaluate("panduan.code.write(JSON.stringify(panduan.progress.all()))"))
        other.keyboard.press("Tab")
        other.keyboard.press("Enter")
    said = {"ms": "Kemajuan diambil: 1 rekod", "en": "Progress taken in: 1 record"}[language]
    other.wait_for_selector(f".carry-status:has-text('{said}')")
    assert "1" in other.locator(".course .progress-text").inner_text()
    assert other.locator(".modules > li.done").count() == 1
    assert violations(other) == []


def test_a_package_takes_in_nothing(from_file, open_page):
    page = open_page(from_file("hubungi.html"))
    page.add_init_script("document.addEventListener('readystatechange', () => { document.documentElement.dataset.keep = 'elsewhere'; })")
    page.goto(from_file(PAGE))
    assert page.locator(".path details.more").count() == 0
