"""Queries and content that try to be more than text stay text."""

import json
import random
import subprocess
from urllib.parse import quote

import pytest

from payloads import INTRUDERS, PAYLOADS
from sites import HOSTILE, Site
from test_links import pages_of
from watch import until

# Types, and returns when the page has answered; what is no text at all can only come in this way.
TYPE = """
text => new Promise(resolve => {
  const box = document.getElementById('q'), panel = document.querySelector('.panel');
  box.value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  const start = performance.now();
  (function look() {
    const status = panel.querySelector('.status .count').textContent;
    const isDone = text.trim() ? status && status !== panduan.word('searching') : true;
    if (isDone && performance.now() - start > 60) return resolve(performance.now() - start);
    setTimeout(look, 5);
  })();
})
"""

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

HANG = 8_000  # milliseconds: each takes some 20, but the machine may have other things to do
ENGINE = """
json => {
  const start = performance.now();
  return panduan.search(JSON.parse(json)).then(() => performance.now() - start);
}
"""


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES.keys())
def test_an_address_with_a_hostile_query_is_only_a_query(site, open_page, query):
    page = open_page(site("cari.html?q=" + quote(query)))
    page.wait_for_selector(".status .count:not(:empty)")
    until(page, "Boolean(panduan.search) && document.querySelector('.status .count').textContent !== panduan.word('searching')")
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


def ready(page):
    until(page, "Boolean(window.panduan && window.panduan.search && document.querySelector('#q[role=combobox]'))")


def test_payloads_typed_into_the_box_stay_text(from_file, open_page):
    page = open_page(from_file("cari.html"))
    ready(page)
    title = page.title()
    for payload in PAYLOADS:
        page.evaluate(TYPE, payload)
        assert page.evaluate(INTRUDERS) == [], payload
    assert page.title() == title


@pytest.mark.parametrize("start", range(4))
def test_payloads_in_the_address_stay_text(from_file, open_page, start):
    page = open_page("about:blank")
    for payload in PAYLOADS[start::4]:
        page.goto(from_file(f"cari.html?q={quote(payload)}&type={quote(payload)}&explain=1#{quote(payload)}"))
        page.wait_for_selector(".status .count:not(:empty)", state="attached")
        assert page.evaluate(INTRUDERS) == [], payload


def test_every_plane_and_halves_of_characters_are_searched_without_a_hang(from_file, open_page):
    page = open_page(from_file("cari.html"))
    ready(page)
    chance = random.Random(17)
    texts = ["\ud800", "telefon\udfff", "\udc00\ud800 aduan", "a" * 199 + "\ud83d"]
    for plane in range(17):
        points = [point for _ in range(10_000) if not 0xD800 <= (point := plane << 16 | chance.randrange(0x10000)) < 0xE000]
        texts += ["".join(map(chr, points)), " ".join(map(chr, points[:5_000]))]
    texts += ["e" + "\u0301" * 10_000, "\u200d" * 10_000, "\u202e" + "aduan " * 1_600, '"' * 10_000, "-" * 10_000, "a " * 5_000, "1" * 10_000]
    for text in texts:
        # Only in JSON's own escapes do halves of characters reach the page.
        took = page.evaluate(f"json => ({TYPE})(JSON.parse(json))", json.dumps(text))
        assert took < HANG, (took, ascii(text[:20]))
        took = page.evaluate(ENGINE, json.dumps(text))
        assert took < HANG, (took, ascii(text[:20]))
    assert page.evaluate(INTRUDERS) == []
    page.evaluate(TYPE, "telefon")
    page.wait_for_selector("#hits [role=option]")


def yaml(text):
    """The text as YAML's double-quoted form, which JSON's is but for characters that YAML keeps for itself."""
    return json.dumps(text)


def hostile_page(number, payload):
    text, lines = yaml(payload), payload.replace("\n", " ")
    return f"""---
title: {text}
summary: {text}
owner: {text}
sources: [{text}, {text}]
reviewed: 2026-11-01
tags: [{text}]
channels: [{text}]
keywords: [{text}]
asks: [{text}]
answer:
  say: {text}
  do: {text}
  ask: {text}
  time: {text}
  form: {text}
  refer: {text}
---

{payload}

# {lines}

[{lines}]({quote(payload, safe=":(),/;=%&#")}) ![{lines}](data:image/svg+xml,{quote(payload)}) <{lines}> `{lines}`

| {lines.replace("|", "")} |
|---|
| {lines.replace("|", "")} |

:::note [{lines.replace("[", "").replace("]", "")}]
{lines}
:::

:::steps
1. :who[{lines.replace("[", "").replace("]", "")}] {lines} :var[jahat{number}]
:::

Kata kunci muatan{number}.
"""


@pytest.fixture(scope="module")
def hostile_site(panduan, tmp_path_factory):
    place = tmp_path_factory.mktemp("jahat")
    (place / "content" / "soalan").mkdir(parents=True)
    texts = [" ".join(PAYLOADS[start:start + 3]) for start in range(0, len(PAYLOADS), 3)]
    for number, payload in enumerate(texts):
        (place / "content" / "soalan" / f"p{number}.md").write_text(hostile_page(number, payload), encoding="utf-8")
    variables = "".join(f"  jahat{number}: {yaml(payload)}\n" for number, payload in enumerate(texts))
    every = yaml(" ".join(PAYLOADS[:3]))
    (place / "site.yml").write_text(
        f"title: {every}\nsite_id: {every}\nlanguages: [ms, en]\npinned: [soalan/p0.md]\nvariables:\n{variables}"
        f"types:\n  soalan:\n    label: {every}\n    plural: {every}\n    summary: {every}\n    hue: {every}\n", encoding="utf-8")
    output = place / "siap"
    command = [panduan, "build", "--keep-going", "--source", place, "--output", output]
    run = subprocess.run(command, capture_output=True, text=True)
    assert (output / "index.html").is_file(), run.stderr[-2000:]
    return Site(output, output.as_uri() + "/")


def test_payloads_in_content_and_configuration_stay_text(hostile_site, open_page):
    pages = pages_of(hostile_site.folder)
    assert len(pages) > len(PAYLOADS)
    page = open_page("about:blank", homes=[hostile_site.base])
    for name in pages:
        if name.startswith("en/soalan/p"):
            continue  # the same page again, with a notice that it is not translated
        page.goto(hostile_site(name))
        assert page.evaluate(INTRUDERS) == [], name


def test_payloads_in_results_stay_text(hostile_site, open_page):
    page = open_page(hostile_site("cari.html"), homes=[hostile_site.base])
    ready(page)
    for query in ["alert", "script", "muatan3", "javascript", "img onerror", "svg", "evil.example", "proto"]:
        page.evaluate(TYPE, query)
        page.wait_for_selector("#hits [role=option]")
        assert page.evaluate(INTRUDERS) == [], query
        page.keyboard.press("ArrowDown")


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
