"""Every page of the site: its links and anchors lead somewhere, its files stand, nothing names another host."""

import re
from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest

from sites import ALIAS


class References(HTMLParser):
    """The ids of a page, and what its attributes point to."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.references, self.oddities, self.tags = set(), [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        for name, value in attributes:
            if name == "id":
                if value in self.ids:
                    self.oddities.append(f"id twice: {value}")
                self.ids.add(value)
            elif name in ("href", "src", "action"):
                self.references.append(value or "")
            elif name == "style" or name.startswith("on") or name == "integrity":
                self.oddities.append(f"{name}= on {tag}")
        if tag == "script" and not dict(attributes).get("src"):
            self.oddities.append("script in the page")
        if tag == "style":
            self.oddities.append("style in the page")


def pages_of(folder):
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}


@pytest.fixture(scope="module")
def parsed(folder):
    return {name: References(path.read_text(encoding="utf-8")) for name, path in pages_of(folder).items()}


def resolve(page, reference):
    path = unquote(urlsplit(reference).path)
    if not path:
        return page
    parts = list(PurePosixPath(page).parent.parts)
    for part in path.split("/"):
        if part == "..":
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def test_every_link_and_anchor_resolves(folder, parsed):
    broken = []
    for name, page in parsed.items():
        for reference in page.references:
            parts = urlsplit(reference)
            if parts.scheme in ("mailto", "tel") or reference.startswith("https://"):
                continue
            target = resolve(name, reference)
            if parts.scheme or reference.startswith("/") or not (folder / target).is_file():
                broken.append(f"{name}: {reference}")
            elif parts.fragment and target in parsed and unquote(parts.fragment) not in parsed[target].ids:
                broken.append(f"{name}: {reference} (no such anchor)")
    assert len(parsed) > 400
    assert not broken, broken[:20]


def test_pages_hold_no_script_style_or_second_id(parsed):
    oddities = [f"{name}: {oddity}" for name, page in parsed.items() for oddity in page.oddities]
    assert not oddities, oddities[:20]


def test_every_page_has_the_strict_policy(folder):
    for name, path in pages_of(folder).items():
        text = path.read_text(encoding="utf-8")
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
        assert policy and "default-src 'none'" in policy.group(1), name
        assert "unsafe-inline" not in policy.group(1) and "'unsafe-eval'" not in policy.group(1), name
        if name != ALIAS:
            assert "wasm-unsafe-eval" in policy.group(1), name


@pytest.mark.parametrize("part", range(6))
def test_every_page_opens_without_complaint(folder, from_file, open_page, part):
    """What a page complains about, and any request to elsewhere, is asserted by open_page."""
    page = open_page(from_file("index.html"))
    for name in list(pages_of(folder))[part::6]:
        page.goto(from_file(name), wait_until="load")
        if name == ALIAS:
            page.wait_for_url(lambda url: not url.endswith(ALIAS))


def test_every_page_has_one_main_part(parsed):
    assert not [name for name, page in parsed.items() if page.tags.count("main") != 1]
