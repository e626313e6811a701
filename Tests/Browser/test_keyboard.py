"""A page can be walked with the keyboard alone: each stop is seen, in order, and leads somewhere."""

import pytest

FOCUSED = """
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  element.getAnimations().forEach(animation => animation.finish());
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    name: element.outerHTML.slice(0, 120),
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    seen: box.width > 0 && box.top < innerHeight && box.bottom > 0 && box.right > 0,
    uncovered: Boolean(top) && (element.contains(top) || top.contains(element)),
    tall: box.height > innerHeight / 2
  };
}
"""


@pytest.mark.parametrize("path", ["index.html", "prosedur/jawab-telefon.html", "everything.html", "a-z.html"])
@pytest.mark.parametrize("width", [1280, 390])
def test_each_stop_is_seen(from_file, open_page, path, width):
    page = open_page(from_file(path), viewport={"width": width, "height": 800})
    page.evaluate("document.activeElement.blur()")
    stops = []
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            break
        stops.append(stop["name"])
        assert stop["ring"] and stop["seen"], stop
        assert stop["uncovered"] or stop["tall"], stop
    assert len(stops) >= 8


@pytest.mark.parametrize("width, is_stop", [(1280, False), (390, True)])
def test_what_is_always_open_is_no_stop(from_file, open_page, width, is_stop):
    page = open_page(from_file("prosedur/jawab-telefon.html"), viewport={"width": width, "height": 800})
    assert page.locator(".beside summary > span").first.is_visible()
    page.locator(".beside summary").first.evaluate("summary => summary.focus()")
    assert page.evaluate("document.activeElement.tagName === 'SUMMARY'") == is_stop


@pytest.mark.parametrize("list", [".beside", "#sections"])
def test_no_ring_is_cut_off_by_the_list_that_scrolls(from_file, open_page, list):
    page = open_page(from_file("prosedur/jawab-telefon.html"))
    page.locator(f"{list} a").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    room = page.evaluate("""list => {
      const element = document.activeElement, style = getComputedStyle(element);
      const reach = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
      return element.getBoundingClientRect().left - reach - document.querySelector(list).getBoundingClientRect().left;
    }""", list)
    assert room >= 0


def test_the_first_stop_skips_to_the_content(from_file, open_page):
    page = open_page(from_file("prosedur/jawab-telefon.html"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_of_a_small_screen_opens_and_closes(from_file, open_page):
    page = open_page(from_file("prosedur/jawab-telefon.html"), viewport={"width": 390, "height": 800})
    menu = page.locator(".menu")
    menu.focus()
    page.keyboard.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.closest('#sections') !== null")
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.className") == "menu"
    assert not page.locator("#sections").is_visible()


def test_a_call_is_answered_without_a_mouse(from_file, open_page):
    page = open_page(from_file("index.html"))
    page.keyboard.press("/")
    page.keyboard.type("jawab telefon", delay=20)
    page.wait_for_selector("#hits [role=option]:has-text('Jawab panggilan telefon')")
    page.wait_for_timeout(300)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/jawab-telefon.html*")
    assert page.locator(".answer .say").is_visible()


@pytest.mark.parametrize("path", ["index.html", "prosedur/jawab-telefon.html"])
@pytest.mark.parametrize("width, height", [(1280, 600), (360, 700)])
def test_the_chosen_result_stands_above_the_foot(from_file, open_page, path, width, height):
    page = open_page(from_file(path), viewport={"width": width, "height": height})
    page.keyboard.press("/")
    page.keyboard.type("aduan")
    page.wait_for_selector("#hits [role=option]")
    page.wait_for_timeout(400)
    for _ in range(8):
        page.keyboard.press("ArrowDown")
        panel, top, bottom, foot = page.evaluate("""() => {
          const edges = selector => document.querySelector(selector).getBoundingClientRect();
          const chosen = edges('#hits [aria-selected=true]');
          return [edges('.panel').top, chosen.top, chosen.bottom, edges('.panel > .below').top];
        }""")
        # What is taller than the panel is seen from its beginning.
        assert bottom <= foot + 1 or bottom - top > foot - panel - 60 and top >= panel, (panel, top, bottom, foot)
