"""Without JavaScript everything but the search can be read."""

import re

import pytest


@pytest.fixture
def open_plain(open_page):
    return lambda url, **options: open_page(url, java_script_enabled=False, **options)


@pytest.mark.parametrize("width", [1280, 390])
def test_navigation_leads_through_the_site(site, open_plain, width):
    page = open_plain(site("prosedur/jawab-telefon.html"), viewport={"width": width, "height": 800})
    assert page.locator("#sections").is_visible()
    page.locator("#sections a", has_text=re.compile("^Soalan")).first.click()
    page.wait_for_url(site("soalan/index.html"))
    page.locator("main li a[href]:not(.crumbs a)").first.click()
    page.wait_for_url(re.compile("/soalan/(?!index)"))
    assert page.locator("h1").is_visible()


def test_the_dates_of_the_review_stand(from_file, open_plain):
    page = open_plain(from_file("prosedur/jawab-telefon.html"))
    assert "Disemak 1 Nov 2026" in page.locator(".trust").inner_text()
    assert "semakan seterusnya" in page.locator(".whose").inner_text()
    assert page.locator(".whose time").count() == 2


def test_the_search_form_leads_to_lists(site, open_plain):
    page = open_plain(site("prosedur/jawab-telefon.html"))
    page.locator("#q").fill("aduan")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"cari\.html\?q=aduan"))
    assert "JavaScript" in page.locator("noscript").inner_text()
    assert page.locator(".browse .types a").count() >= 8


def test_buttons_that_need_it_are_not_shown(from_file, open_plain):
    page = open_plain(from_file("prosedur/jawab-telefon.html"))
    for name in [".dark", ".copy", ".print"]:
        assert not page.locator(name).first.is_visible(), name
    assert page.get_by_text("Kandungan", exact=True).is_visible()
    assert page.locator(".toc a").first.is_visible()


def test_an_old_address_leads_to_the_page(from_file, open_plain):
    page = open_plain(from_file("alamat-lama.html"))
    page.wait_for_url(from_file("everything.html"))
