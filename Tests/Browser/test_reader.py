"""What a reader does with a page: language, display, trust, copying, printing."""

import io
from datetime import date, timedelta

import pypdf
import pytest

PAGE = "prosedur/jawab-telefon.html"


def day_of(page, key):
    return date.fromisoformat(page.locator(".trust .review").get_attribute(f"data-{key}"))


def noon(day):
    return f"{day.isoformat()}T12:00:00"


@pytest.fixture
def due(from_file, open_page):
    return day_of(open_page(from_file(PAGE)), "due")


def test_switches_the_language_both_ways(site, open_page):
    page = open_page(site(PAGE))
    malay = page.locator("h1").inner_text()
    page.locator(".tools a[hreflang=en]").click()
    page.wait_for_url(site("en/" + PAGE))
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").inner_text() != malay
    page.locator(".tools a[hreflang=ms]").click()
    page.wait_for_url(site(PAGE))
    assert page.locator("h1").inner_text() == malay


def test_a_page_without_a_translation_says_so_and_marks_its_language(from_file, open_page):
    page = open_page(from_file("en/everything.html"))
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator(".notice").first.is_visible()
    assert "translat" in page.locator(".notice").first.inner_text().lower()
    assert page.locator(".page > .body").get_attribute("lang") == "ms"
    translated = open_page(from_file("en/" + PAGE))
    assert translated.locator(".notice").count() == 0


def test_keeps_the_display_that_was_chosen(over_http, open_page):
    page = open_page(over_http(PAGE), color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    assert page.locator(".dark").get_attribute("aria-pressed") == "false"
    page.locator(".dark").click()
    dark = page.evaluate(ground)
    assert dark != light
    page.goto(over_http("index.html"))
    assert page.evaluate(ground) == dark
    assert page.locator(".dark").get_attribute("aria-pressed") == "true"
    page.locator(".dark").click()
    page.reload()
    assert page.evaluate(ground) == light


def test_follows_the_machine_until_something_is_chosen(from_file, open_page):
    ground = "getComputedStyle(document.body).backgroundColor"
    light = open_page(from_file(PAGE), color_scheme="light").evaluate(ground)
    dark = open_page(from_file(PAGE), color_scheme="dark").evaluate(ground)
    assert light == "rgb(255, 255, 255)" and dark != light


@pytest.mark.parametrize(
    "days, state, word",
    [(-365, "ok", "Disemak"), (-31, "ok", "Disemak"), (-30, "soon", "Perlu disemak sebelum"), (0, "soon", "Perlu disemak sebelum"),
     (1, "late", "Lewat semakan 1 hari"), (41, "late", "Lewat semakan 41 hari")],
)
def test_the_review_is_judged_by_the_readers_clock(from_file, open_page, due, days, state, word):
    page = open_page(from_file(PAGE), today=noon(due + timedelta(days=days)))
    review = page.locator(".trust .review")
    assert state in review.get_attribute("class").split()
    assert word in review.inner_text()


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kuala_Lumpur"])
def test_the_day_is_the_readers_own(from_file, open_page, due, zone):
    """Late in the evening of the last day nothing is overdue yet, wherever the reader is."""
    offsets = {"Pacific/Kiritimati": "+14:00", "Pacific/Pago_Pago": "-11:00", "Asia/Kuala_Lumpur": "+08:00"}
    page = open_page(from_file(PAGE), today=f"{due.isoformat()}T23:30:00{offsets[zone]}", timezone_id=zone)
    assert "soon" in page.locator(".trust .review").get_attribute("class").split()


def test_the_home_page_lists_what_is_due(from_file, open_page, due):
    in_time = open_page(from_file("index.html"), today="2026-11-03T12:00:00")
    late = open_page(from_file("index.html"), today=noon(due + timedelta(days=41)))
    assert late.locator(".due li:visible").count() > in_time.locator(".due li:visible").count()
    assert "Lewat semakan" in late.locator(".due").inner_text()


def test_copies_the_answer_with_its_source(over_http, open_page):
    page = open_page(over_http(PAGE), permissions=["clipboard-read", "clipboard-write"])
    page.locator(".answer .copy").click()
    page.wait_for_selector(".copy:has-text('Disalin')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(page.locator("h1 > span:last-child").inner_text())
    assert page.locator(".answer .say dd").inner_text().strip("“”") in copied
    assert "Sumber" in copied and "2026" in copied


def test_each_template_is_copied_by_its_own_button(over_http, open_page):
    page = open_page(over_http("skrip/templat-emel.html"), permissions=["clipboard-read", "clipboard-write"])
    second = page.locator("blockquote").nth(1)
    assert second.evaluate("quote => getComputedStyle(quote).color === getComputedStyle(document.body).color")
    second.get_by_role("button", name="Salin").click()
    second.locator(".copy:has-text('Disalin')").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Perkara: (perkara pelanggan)\n\nTuan/Puan,\n\nE-mel Tuan/Puan telah kami terima")
    assert "Salin" not in copied


def test_copies_with_a_key_alone(from_file, open_page):
    page = open_page(from_file(PAGE))
    page.keyboard.press("c")
    page.wait_for_selector("#say:has-text('Disalin')", state="attached")


def test_prints_the_page_without_its_navigation(from_file, open_page):
    page = open_page(from_file(PAGE), color_scheme="dark")
    pdf = page.pdf(format="A4", print_background=True)
    text = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert "Jawab panggilan telefon" in text
    assert "Ketua Unit Khidmat Pelanggan" in text
    for navigation in ["Indeks A–Z", "Langkau ke kandungan", "Paparan gelap", "Seterusnya", "Berkaitan", "Salin jawapan"]:
        assert navigation not in text, navigation
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_a_printed_form_keeps_the_officers_answer_off_the_customers_paper(from_file, open_page):
    page = open_page(from_file("borang/borang-aduan.html"))
    assert page.locator(".page .answer").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".page .answer").is_hidden()
    assert page.locator(".page table").first.is_visible()


@pytest.mark.parametrize("part", [".trust", ".note", ".figures", ".whose", "h1 .mark"])
def test_a_printed_form_is_without_what_is_the_offices(from_file, open_page, part):
    page = open_page(from_file("borang/borang-aduan.html"))
    assert page.locator(f".page {part}").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator(f".page {part}:visible").count() == 0


def test_a_note_within_a_form_is_printed(from_file, open_page):
    page = open_page(from_file("borang/borang-aduan.html"))
    page.emulate_media(media="print")
    page.evaluate("document.querySelector('.body').prepend(document.querySelector('.note'))")
    assert page.locator(".note").is_visible()


def test_a_printed_form_has_room_to_write(from_file, open_page):
    page = open_page(from_file("borang/borang-aduan.html"), viewport={"width": 673, "height": 900})
    page.emulate_media(media="print")
    cells = page.eval_on_selector_all(
        "td:last-child", "cells => cells.map(cell => cell.getBoundingClientRect()).map(box => [box.width, box.height])")
    millimetre = 96 / 25.4
    assert min(width for width, _ in cells) > 100 * millimetre
    assert min(height for _, height in cells) > 9.9 * millimetre


@pytest.mark.parametrize("form, is_wide", [("daftar-urusan", True), ("borang-aduan", False), ("tinjauan-kepuasan", False)])
def test_a_register_is_printed_across_the_sheet(from_file, open_page, form, is_wide):
    page = open_page(from_file(f"borang/{form}.html"))
    sheets = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert {sheet.mediabox.width > sheet.mediabox.height for sheet in sheets} == {is_wide}


def test_prints_addresses_of_other_sites_alone(from_file, open_page):
    page = open_page(from_file(PAGE))
    page.emulate_media(media="print")
    page.evaluate("document.querySelector('.body p').innerHTML += '<a href=\"https://jpa.example/x\">JPA</a>'")
    printed = page.eval_on_selector_all(
        ".body a[href]", "links => links.map(link => getComputedStyle(link, '::after').content).filter(text => text !== 'none')")
    assert printed == ['" (" "https://jpa.example/x" ")"'] or printed == ['" (https://jpa.example/x)"']


def test_prints_what_is_folded_away_on_screen_with_the_address(from_file, open_page):
    page = open_page(from_file("everything.html"))
    pdf = page.pdf(format="A4")
    text = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    assert "Butiran tersembunyi" in text
    assert "everything.html" in text


def test_an_old_address_leads_to_the_page(site, open_page):
    page = open_page(site("alamat-lama.html"))
    page.wait_for_url(site("everything.html"))
