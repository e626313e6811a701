"""Queries and content that try to be more than text stay text."""

import json
from urllib.parse import quote

import pytest

from sites import HOSTILE
from watch import until

QUERIES = {
    "markup": "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>",
    "quotes": "\"'`&lt;</title>{{site_title}}${7*7}",
    "script address": "javascript:document.title='owned'",
    "operators": "\"\"\" -- - +\"( ) type: -telefon \"",
    "nul and controls": "tele\x00fon\x01\x1b[31m\u202e\u2028",
    "emoji and marks": "👩‍👩‍👧‍👦 tél\u0301\u0301\u0301\u0301efon \ufeff",
    "long": "a" * 10_000,
    "many words": "aduan telefon kaunter " * 400,
    "percent": "100%25 %E0%A4%A %",
}


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())
def test_an_address_with_a_hostile_query_is_only_a_query(site, open_page, query):
    page = open_page(site("cari.html?q=" + quote(query)))
    page.wait_for_selector(".status span:not(:empty)")
    until(page, "Boolean(panduan.search) && document.querySelector('.status span').textContent !== panduan.word('searching')")
    assert page.title() != "owned"
    assert page.locator("main img, main script").count() == 0
    assert page.locator("#q").input_value().replace("\x00", "") != "" or not query.strip()


@pytest.mark.parametrize("tail", ["%ED%A0%80", "%FF%FE", "%", "%00", "%F0%9F", "+++", "&q=", "&type=%3Cb%3E", "&type=" + "x" * 5000])
def test_an_address_that_is_no_text_does_no_harm(from_file, open_page, tail):
    page = open_page(from_file("cari.html?q=telefon" + tail))
    until(page, "Boolean(window.panduan && window.panduan.search)")
    page.wait_for_timeout(200)
    assert page.locator("#q").is_editable()
    page.locator("#q").fill("telefon")
    page.wait_for_selector(".filters button, #hits [role=option]")


def test_the_engine_takes_any_string(from_file, open_page):
    page = open_page(from_file("cari.html"))
    until(page, "Boolean(window.panduan && window.panduan.search)")
    lone = [r"'\ud800'", r"'\udc00telefon'", r"'tele\ud83dfon \udfff'", "'x'.repeat(200000)", "'\"'.repeat(5000)", "' '.repeat(9999)", "null", "undefined", "42", "{}"]
    for query in lone:
        answer = page.evaluate(f"window.panduan.search({query}, {{ limit: 5 }})")
        assert isinstance(answer["results"], list), query
    for options in ["{ limit: -1 }", "{ limit: 1e9 }", "{ limit: 'x' }", "{ type: '<b>' }", "{ type: 5 }", "null"]:
        answer = page.evaluate(f"window.panduan.search('telefon', {options})")
        assert isinstance(answer["results"], list), options
    assert page.evaluate("window.panduan.search('telfon')")["results"]


def test_hostile_words_of_a_page_are_shown_as_written(from_file, open_page):
    page = open_page(from_file("everything.html"))
    assert page.locator("h1 > span:last-child").inner_text() == HOSTILE
    assert page.locator("main img").count() == 0
    assert "<b onclick" in page.locator(".answer .say").inner_text()
    page.goto(from_file("cari.html?q=onerror"))
    page.wait_for_selector("#hits [role=option]")
    assert page.locator("#hits .title").first.inner_text() == HOSTILE
    assert page.locator("#hits img").count() == 0


def test_a_spoiled_store_does_no_harm(over_http, open_page):
    page = open_page(over_http("index.html"))
    for value in ["{", "[1, null, {}]", "\"x\"", json.dumps(["<img src=x onerror=alert(1)>"])]:
        page.evaluate("value => localStorage.setItem('panduan:khidmat-pelanggan:recent', value)", value)
        page.evaluate("localStorage.setItem('panduan:khidmat-pelanggan:theme', '\"><b>')")
        page.reload()
        page.locator("#q").click()
        until(page, "Boolean(window.panduan.search)")
        page.wait_for_timeout(100)
        assert page.locator(".panel img").count() == 0
