"""A module is shown as slides: by the keyboard, on any screen, with notes, and on paper."""

import pytest

from test_accessibility import violations
from training_pages import ROLE_PLAY, SLIDES
from watch import until

COUNT = 5


def place(page):
    return page.locator(".deck .place").first.inner_text()


def present(page):
    page.locator(".present button").focus()
    page.keyboard.press("Enter")
    until(page, "document.querySelector('.deck').open")


@pytest.mark.parametrize("language", ["ms", "en"])
def test_shown_by_keyboard_alone(site, open_page, language):
    page = open_page(site(SLIDES[language]))
    present(page)
    assert place(page) == f"1/{COUNT}"
    assert page.url.endswith("#slide=1")
    for key, number in [
        ("ArrowRight", 2), ("PageDown", 3), ("Space", 4), ("ArrowLeft", 3), ("PageUp", 2), ("Shift+Space", 1),
        ("ArrowLeft", 1), ("End", COUNT), ("ArrowRight", COUNT), ("Home", 1), ("ArrowDown", 2), ("ArrowUp", 1),
    ]:  # fmt: skip
        page.keyboard.press(key)
        assert place(page) == f"{number}/{COUNT}", key
        assert page.url.endswith(f"#slide={number}")
        assert page.evaluate("document.activeElement.className") == "slide"
    page.keyboard.press("End")
    status = page.locator(".deck [role=status]").inner_text()
    assert status == {"ms": "Slaid 5 daripada 5: Bab akhir", "en": "Slide 5 of 5: Bab akhir"}[language]
    page.keyboard.press("Escape")
    until(page, "!document.querySelector('.deck').open")
    until(page, "!location.hash")
    assert page.evaluate("document.activeElement.parentElement.className") == "present"


def test_slides_are_the_modules_headings(from_file, open_page):
    page = open_page(from_file(SLIDES["ms"]))
    present(page)
    seen = []
    for _ in range(COUNT):
        seen.append(page.locator(".slide").inner_text().split("\n")[0])
        page.keyboard.press("ArrowRight")
    assert seen == ["Uji slaid", "Bab satu", "Bab satu", "Bab panjang", "Bab akhir"]
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert page.locator(".slide .kicker").inner_text() == "Bab satu"
    assert page.locator(".slide h3").inner_text() == "Bahagian pertama"
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))


def test_the_focus_stays_in_the_deck(from_file, open_page):
    page = open_page(from_file(SLIDES["ms"]))
    present(page)
    page.keyboard.press("End")
    seen = set()
    for _ in range(16):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement === document.body ? 'browser' : document.activeElement.closest('.deck') ? document.activeElement.textContent : 'page'"))
    assert "page" not in seen
    assert {"Sebelum", "Seterusnya", "Nota (N)", "Cetak edaran", "Tutup (Esc)", "pautan"} <= seen


def test_a_button_keeps_the_focus_and_its_own_keys(from_file, open_page):
    page = open_page(from_file(SLIDES["ms"]))
    present(page)
    page.get_by_role("button", name="Seterusnya").focus()
    page.keyboard.press("Space")
    assert place(page) == f"2/{COUNT}"
    page.keyboard.press("Enter")
    assert place(page) == f"3/{COUNT}"
    assert page.evaluate("document.activeElement.textContent") == "Seterusnya"


def test_notes_are_the_speakers(from_file, open_page):
    page = open_page(from_file(SLIDES["ms"]))
    assert not page.get_by_text("Tanya kelas dahulu.").first.is_visible()
    present(page)
    notes = page.locator(".deck .notes-now")
    assert not notes.is_visible()
    page.keyboard.press("n")
    assert notes.inner_text() == "Nota pembuka."
    page.keyboard.press("ArrowRight")
    assert notes.inner_text() == "Tanya kelas dahulu."
    assert "Tanya kelas" not in page.locator(".slide").inner_text()
    page.keyboard.press("ArrowRight")
    assert notes.inner_text() == "Tiada nota untuk slaid ini."
    page.keyboard.press("ArrowLeft")
    assert notes.inner_text() == "Tanya kelas dahulu."
    page.keyboard.press("N")
    assert not notes.is_visible()


def test_the_address_opens_a_slide_and_back_closes(site, open_page):
    page = open_page(site(SLIDES["ms"]) + "#slide=3")
    assert place(page) == f"3/{COUNT}"
    page.keyboard.press("Escape")
    until(page, "!location.hash")
    present(page)
    page.keyboard.press("ArrowRight")
    page.go_back()
    until(page, "!document.querySelector('.deck').open")
    page.go_forward()
    until(page, "document.querySelector('.deck').open")
    assert place(page) == f"2/{COUNT}"
    page = open_page(site(SLIDES["ms"]) + "#slide=99")
    assert place(page) == f"{COUNT}/{COUNT}"


@pytest.mark.parametrize("size", [(320, 480), (800, 600), (1280, 720), (1920, 1080), (720, 1280)])
def test_each_slide_fits_the_screen(from_file, open_page, size):
    page = open_page(from_file(SLIDES["ms"]), viewport={"width": size[0], "height": size[1]})
    present(page)
    zooms = []
    for number in range(COUNT):
        stage = page.locator(".stage")
        overflow = stage.evaluate("stage => [stage.scrollHeight - stage.clientHeight, stage.scrollWidth - stage.clientWidth]")
        zooms.append(page.evaluate("Number(document.querySelector('.slide').style.zoom)"))
        assert overflow[1] <= 1, number
        assert overflow[0] <= 1 or zooms[-1] < 0.82, (number, overflow, zooms)
        page.keyboard.press("ArrowRight")
    if size[0] >= 1280:
        assert min(zooms) > 0.82 and max(zooms) > 2


def test_a_slide_taller_than_the_screen_begins_at_its_top(from_file, open_page):
    page = open_page(from_file("latihan/8s.html") + "#slide=3", viewport={"width": 360, "height": 740})
    stage = page.locator(".stage")
    assert stage.evaluate("stage => stage.scrollHeight > stage.clientHeight")
    assert stage.evaluate("stage => stage.scrollTop") == 0
    assert stage.evaluate("stage => stage.firstElementChild.offsetTop >= stage.offsetTop"), "its top can be reached"


def test_a_larger_window_shows_larger_text(from_file, open_page):
    page = open_page(from_file(SLIDES["ms"]) + "#slide=4", viewport={"width": 800, "height": 600})
    zoom = "Number(document.querySelector('.slide').style.zoom)"
    small = page.evaluate(zoom)
    page.set_viewport_size({"width": 1920, "height": 1080})
    until(page, f"{zoom} > {small} * 1.3")


def test_prints_as_a_handout(from_file, open_page):
    page = open_page(from_file(SLIDES["ms"]) + "#slide=2")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    handout = page.locator(".handout section")
    assert handout.count() == COUNT
    assert [section.is_visible() for section in handout.all()] == [True] * COUNT
    assert "Tanya kelas dahulu." in handout.nth(1).inner_text()
    assert not page.locator("main, .deck").first.is_visible()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".handout").count() == 0
    assert place(page) == f"2/{COUNT}"


def test_what_is_done_on_the_page_is_named_on_its_slide(from_file, open_page):
    page = open_page(from_file(ROLE_PLAY["ms"]) + "#slide=2")
    assert "Kes A" in page.locator(".slide").inner_text()
    assert page.locator(".slide button, .slide .scene").count() == 0


def test_without_javascript_there_is_no_button_and_notes_open(from_file, open_page):
    page = open_page(from_file(SLIDES["ms"]), java_script_enabled=False)
    assert not page.locator(".present").is_visible()
    notes = page.locator("details.notes").nth(1)
    notes.locator("summary").click()
    assert notes.get_by_text("Tanya kelas dahulu.").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(from_file, open_page, scheme):
    page = open_page(from_file(SLIDES["ms"]) + "#slide=3", color_scheme=scheme)
    page.keyboard.press("n")
    assert violations(page) == []
