"""A role-play is played by the keyboard alone, keeps its way in the address and its result in the browser."""

import re
import subprocess
import time

import pytest

from test_accessibility import violations
from test_layout import assert_fits
from training_pages import ROLE_PLAY
from watch import until

languages = pytest.mark.parametrize("language", ["ms", "en"])

FOCUS = "document.activeElement.textContent"


def start(page):
    """Walks to the button that starts the role-play, by Tab, and presses it."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.scenario .actions button')"):
            break
    page.keyboard.press("Enter")
    until(page, f"{FOCUS} === 'Dia tiba'")


def press(page, key, heading):
    """Presses a key and waits until the focus is on the scene that it leads to: it is never lost."""
    page.keyboard.press(key)
    until(page, f"{FOCUS} === '{heading}'")


def kept(page):
    return page.evaluate("Object(panduan.progress.get('scenario/' + document.documentElement.dataset.module + '#scenario.1')).result")


@languages
def test_played_by_keyboard_alone(site, open_page, language):
    page = open_page(site(ROLE_PLAY[language]))
    start(page)
    assert page.url.endswith("#path=")
    assert page.locator(".choose [id]").inner_text() == {"ms": "Apakah yang anda katakan atau lakukan?", "en": "What do you say or do?"}[language]
    press(page, "1", "Dia duduk")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUS) == "2Dah."
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUS) == "1Terima kasih."
    press(page, "Enter", "Dia senyum")
    assert page.url.endswith("#path=11")
    assert page.locator(".debrief").is_visible()
    result = kept(page)
    assert (result["score"], result["passed"], result["ending"], result["path"]) == (100, True, "good", "11")
    assert result["traits"] == {"S1": 1, "S4": 0, "S5": 0, "S7": 1, "S8": 1}
    assert re.fullmatch(r"[0-9a-z]+", result["version"])


def test_a_click_leaves_the_keys_at_work(from_file, open_page):
    page = open_page(from_file(ROLE_PLAY["ms"]) + "#path=")
    page.locator(".choose .question").click()
    press(page, "2", "Dia tunggu")


@languages
def test_the_debrief_says_whether_it_counts_as_done(from_file, open_page, language):
    done, still_open = {"ms": ("sudah selesai", "apabila anda mencapai pengakhiran yang baik"), "en": ("is done", "once you reach a good ending")}[language]
    page = open_page(from_file(ROLE_PLAY[language]))
    for way, said in [("22", still_open), ("11", done), ("22", done)]:
        page.goto(from_file(ROLE_PLAY[language]) + "#path=" + way)
        page.reload()
        assert said in page.locator(".debrief").inner_text(), way


@languages
def test_the_debrief_says_why(from_file, open_page, language):
    page = open_page(from_file(ROLE_PLAY[language]) + "#path=2111")
    debrief = page.locator(".debrief")
    rows = {row.split("\t")[0]: row.split("\t")[1:] for row in debrief.locator("tbody").inner_text().split("\n")}
    unseen, shown = {"ms": ("Belum ditunjukkan", "Ada ditunjukkan"), "en": ("Not shown yet", "Shown")}[language]
    mixed = {"ms": "Turun naik", "en": "Up and down"}[language]
    assert rows["S4 Segera"] == ["0", mixed]
    assert rows["S1 Salam"] == ["+1", shown]
    page = open_page(from_file(ROLE_PLAY[language]) + "#path=22")
    rows = page.locator(".debrief tbody").inner_text()
    assert f"S8 Sopan\t0\t{unseen}" in rows
    assert "S4 Segera\t−1" in rows
    steps = page.locator(".reasons > li")
    assert steps.count() == 2
    assert "Sekejap." in steps.first.inner_text() and "Sebab kedua." in steps.first.inner_text()
    steps.first.locator("summary").click()
    assert "Sebab pertama." in steps.first.inner_text()


def test_one_choice_is_changed(from_file, open_page):
    page = open_page(from_file(ROLE_PLAY["ms"]) + "#path=12")
    until(page, f"{FOCUS} === 'Dia diam'")
    change = page.locator(".reasons > li").nth(1).locator("button")
    change.focus()
    press(page, "Enter", "Dia duduk")
    assert page.url.endswith("#path=1")
    press(page, "1", "Dia senyum")
    assert page.locator(".log .yours").all_inner_texts() == ["Anda\nMaaf, Encik.", "Anda\nTerima kasih."]


def test_back_forward_and_reload_keep_the_way(site, open_page):
    page = open_page(site(ROLE_PLAY["ms"]))
    start(page)
    press(page, "2", "Dia tunggu")
    press(page, "1", "Dia tiba")
    page.go_back()
    until(page, f"{FOCUS} === 'Dia tunggu'")
    assert page.url.endswith("#path=2")
    page.go_forward()
    until(page, f"{FOCUS} === 'Dia tiba'")
    page.reload()
    until(page, f"{FOCUS} === 'Dia tiba'")
    assert page.locator(".log .yours").count() == 2
    for _ in range(3):
        page.go_back()
    until(page, "document.activeElement.matches('.actions .go')")


@pytest.mark.parametrize("asked, kept_way", [("9", ""), ("1x1", "1"), ("11111", "11"), ("21%E0%A4%A", "21"), ("0", "")])
def test_a_way_that_is_none_is_cut_off(from_file, open_page, asked, kept_way):
    page = open_page(from_file(ROLE_PLAY["ms"]) + "#path=" + asked)
    until(page, "document.querySelectorAll('.log .turn').length > 0")
    assert page.url.endswith("#path=" + kept_way)


def test_the_address_of_a_long_way_stays_short(from_file, open_page):
    page = open_page(from_file(ROLE_PLAY["ms"]) + "#path=" + "21" * 300)
    until(page, "document.querySelectorAll('.log .turn').length > 0")
    page.keyboard.press("2")
    until(page, f"{FOCUS} === 'Dia tunggu'")
    assert len(page.url.split("#path=")[1]) <= 201
    press(page, "1", "Dia tiba")
    press(page, "1", "Dia duduk")


def test_the_better_result_stays(from_file, open_page):
    page = open_page(from_file(ROLE_PLAY["ms"]) + "#path=11")
    until(page, f"{FOCUS} === 'Dia senyum'")
    best = kept(page)
    page.goto(from_file(ROLE_PLAY["ms"]) + "#path=3")
    until(page, f"{FOCUS} === 'Dia pergi'")
    assert kept(page) == best
    page.goto(from_file("index.html"))
    page.goto(from_file(ROLE_PLAY["ms"]))
    assert "Terbaik setakat ini: pengakhiran baik, 100 %" in page.locator(".choose").inner_text()


def test_the_script_is_one_key_away_and_back(site, open_page):
    page = open_page(site(ROLE_PLAY["ms"]))
    start(page)
    press(page, "1", "Dia duduk")
    page.keyboard.press("s")
    page.wait_for_url(site("skrip/pelanggan-pemarah.html"))
    page.go_back()
    until(page, f"{FOCUS} === 'Dia duduk'")


@pytest.mark.parametrize("is_touch", [True, False])
def test_keys_are_told_where_there_are_keys(from_file, open_page, is_touch):
    page = open_page(from_file(ROLE_PLAY["ms"]) + "#path=", has_touch=is_touch, is_mobile=is_touch)
    assert page.locator(".choose .keys").is_visible() != is_touch


def test_keys_elsewhere_are_left_alone(from_file, open_page):
    page = open_page(from_file(ROLE_PLAY["ms"]))
    start(page)
    page.locator("h1").click()
    page.evaluate("document.activeElement.blur()")
    for key in "1s":
        page.keyboard.press(key)
    page.locator("#q").focus()
    page.keyboard.type("1s")
    page.wait_for_timeout(200)
    assert page.url.endswith("#path=")
    assert page.locator("#q").input_value() == "1s"


def test_new_lines_are_added_to_a_live_log(from_file, open_page):
    page = open_page(from_file(ROLE_PLAY["ms"]))
    start(page)
    page.evaluate(
        """() => { const log = document.querySelector('[role=log]'); window.added = [];
        new MutationObserver(records => records.forEach(record => record.addedNodes.forEach(node => window.added.push(node.textContent))))
          .observe(log, { childList: true, subtree: true }); }"""
    )
    press(page, "1", "Dia duduk")
    added = page.evaluate("window.added")
    assert added == ["AndaMaaf, Encik.", "Dia duduk"], added
    group = page.get_by_role("group", name="Apakah yang anda katakan atau lakukan?")
    assert group.get_by_role("button").count() == 2
    assert page.get_by_role("log", name="Perbualan").count() == 1


@pytest.mark.parametrize("motion, behaviour", [("reduce", "auto"), ("no-preference", "smooth")])
def test_scrolls_calmly_for_those_who_ask(from_file, open_page, motion, behaviour):
    page = open_page(from_file(ROLE_PLAY["ms"]), reduced_motion=motion)
    page.evaluate(
        """() => { window.seen = []; const scroll = Element.prototype.scrollIntoView;
        Element.prototype.scrollIntoView = function (options) { window.seen.push(options.behavior); scroll.call(this, options); }; }"""
    )
    start(page)
    assert page.evaluate("window.seen") == [behaviour]


@languages
def test_reads_as_text_without_javascript(site, open_page, language):
    page = open_page(site(ROLE_PLAY[language]), java_script_enabled=False)
    assert page.locator(".scene:visible").count() == 6
    assert page.locator(".choices > li:visible").count() == 7
    link = page.locator(".choice", has_text="Maaf, Encik.")
    assert "Sebab pertama." in link.locator("xpath=..").inner_text()
    link.click()
    assert page.url.endswith("#dia-duduk")
    assert page.locator("#dia-duduk").evaluate("heading => heading.matches(':target')")
    assert abs(page.locator("#dia-duduk").bounding_box()["y"]) < 300


def test_an_address_of_a_scene_opens_the_text(from_file, open_page):
    page = open_page(from_file(ROLE_PLAY["ms"]) + "#dia-duduk")
    assert page.locator("#dia-duduk").is_visible()
    assert page.evaluate("document.querySelectorAll('[id=dia-duduk]').length") == 1


def test_prints_all_scenes_or_the_debrief(from_file, open_page):
    page = open_page(from_file(ROLE_PLAY["ms"]))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".scene:visible").count() == 6
    assert not page.locator(".play").is_visible()
    page = open_page(from_file(ROLE_PLAY["ms"]) + "#path=11")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".debrief .traits").is_visible()
    assert page.locator(".scene:visible, .debrief button:visible").count() == 0


def test_a_printed_choice_names_the_scene_that_it_leads_to(from_file, open_page):
    page = open_page(from_file(ROLE_PLAY["ms"]))
    page.emulate_media(media="print")
    choice = page.locator(".choice[href='#dia-duduk']").first
    assert "Dia duduk" in choice.evaluate("choice => getComputedStyle(choice, '::after').content")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("way", ["", "#path=", "#path=2", "#path=11", "#path=3"])
def test_axe_finds_nothing(from_file, open_page, scheme, way):
    page = open_page(from_file(ROLE_PLAY["ms"]) + way, color_scheme=scheme)
    for summary in page.locator(".scenario summary").all():
        summary.click()
    assert violations(page) == []


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("way", ["", "#path=2", "#path=11"])
def test_fits_a_small_screen(from_file, open_page, way, width):
    page = open_page(from_file(ROLE_PLAY["en"]) + way, viewport={"width": width, "height": 640})
    page.wait_for_timeout(100)
    assert_fits(page)


SCENE = """### Adegan {number}

- **Pelanggan:** Baris {number}, lama betul saya menunggu di sini.
- **Petugas:** Saya semak sekarang.

1. [Saya minta maaf, Encik.](#{next}) :score{{S8=+1 S6=+1}}
   Anda mengakui kesulitannya.
2. [Sila tunggu.](#{after}) :score{{S4=-1}}
   Anda tidak menyatakan tempoh.
"""


def quickest_check(panduan, folder, text):
    """Seconds that the command takes for a site of one page."""
    folder.mkdir()
    (folder / "x.md").write_text("---\ntitle: Besar\nowner: Pegawai Latihan\nsources: [amalan baik]\nreviewed: 2026-11-01\n---\n\n" + text, encoding="utf-8")
    times = []
    for _ in range(10):
        begin = time.perf_counter()
        run = subprocess.run([panduan, "check"], cwd=folder, capture_output=True, text=True)
        times.append(time.perf_counter() - begin)
        assert run.returncode == 0, run.stdout + run.stderr
    return min(times)


def test_500_scenes_are_checked_in_100_ms(panduan, tmp_path):
    """What they add to the command, which starts and reads its theme in any case."""
    if "debug" in panduan.parts:
        pytest.skip("an unoptimised command says nothing of its speed")

    def anchor(number):
        return f"adegan-{number}" if number < 500 else "tamat"

    scenes = [SCENE.format(number=n, next=anchor(n + 1), after=anchor(n + 2)) for n in range(500)]
    text = ":::scenario [Besar]\n" + "\n".join(scenes) + "\n### Tamat\n\n:ending{kind=good}\n:::\n"
    added = quickest_check(panduan, tmp_path / "besar", text) - quickest_check(panduan, tmp_path / "kosong", "Isi.\n")
    assert added < 0.1, added
