"""axe finds nothing on any kind of page, in light and in dark, wide and narrow."""

from pathlib import Path

import axe_playwright_python
import pytest

from sites import KINDS

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def violations(page):
    # Preloading would fetch style sheets, which the pages' policy forbids.
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'], preload: false }).then(result => result.violations)")
    return [f"{item['id']}: {item['help']}: {[node['html'][:160] for node in item['nodes'][:3]]}" for item in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())
def test_axe_finds_nothing(from_file, open_page, path, scheme):
    page = open_page(from_file(path), color_scheme=scheme)
    if "q=" in path:
        page.wait_for_selector("#hits [role=option]")
    assert violations(page) == []


@pytest.mark.parametrize("today", ["2027-10-20T12:00:00", "2028-03-01T12:00:00"], ids=["due soon", "overdue"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_when_the_review_is_due(from_file, open_page, today, scheme):
    page = open_page(from_file("prosedur/jawab-telefon.html"), today=today, color_scheme=scheme)
    assert page.locator(".review.soon, .review.late").count() == 1
    assert violations(page) == []


def test_axe_finds_nothing_on_a_small_screen_with_everything_open(from_file, open_page):
    page = open_page(from_file("prosedur/jawab-telefon.html"), viewport={"width": 320, "height": 700})
    page.locator(".menu").click()
    for summary in page.locator(".beside summary").all():
        summary.click()
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state_of_the_search(from_file, open_page, scheme):
    page = open_page(from_file("prosedur/rekod-urusan.html"), color_scheme=scheme)
    box = page.locator("#q")
    states = {
        "results, one chosen": lambda: (box.press_sequentially("telefon", delay=20), page.wait_for_selector("#hits [role=option]"),
                                        page.wait_for_timeout(200), page.keyboard.press("ArrowDown")),
        "one type": lambda: (page.locator(".filters button").nth(1).click(), page.wait_for_timeout(200)),
        "no result": lambda: (box.fill("zzqxvwkj"), page.wait_for_selector(".notes a.item")),
        "nearest": lambda: (box.fill('"telefon zzqxvwkj"'), page.wait_for_selector(".nearest")),
    }
    found = {}
    for name, enter in states.items():
        enter()
        found[name] = violations(page)
    page.goto(from_file("cari.html?q=zzqxvwkj"))
    page.locator(".notes button").click()
    page.locator(".missing summary").click()
    found["kept queries"] = violations(page)
    page.keyboard.press("/")
    box.fill("")
    box.fill("aduan")
    page.keyboard.press("Enter")
    page.wait_for_selector("#hits [role=option]")
    box.fill("")
    page.wait_for_selector("#hits .recent")
    found["recent queries"] = violations(page)
    assert not any(found.values()), found
