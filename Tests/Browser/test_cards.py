"""Flash cards come back when the published algorithm says so; a review is done by keyboard alone."""

import random
from datetime import datetime, timedelta, timezone

import pytest
from fsrs import Card, Rating, Scheduler

from test_accessibility import violations

PAGE = "latihan/kad.html"
REVIEW = "ulang-kaji.html"
START = "2026-11-02T09:00:00"


def kept(page):
    return page.evaluate("panduan.progress.keys('cards/').map(key => panduan.progress.get(key))")


def reference(seed):
    """Reviews of one card by the reference implementation: (rating, time, state, step, stability, difficulty, due)."""
    draw = random.Random(seed)
    scheduler, card, time, rows = Scheduler(enable_fuzzing=False), Card(), datetime(2026, 1, 1, tzinfo=timezone.utc), []
    for _ in range(draw.randint(1, 25)):
        rating = draw.choice([1, 2, 3, 3, 3, 4])
        card, _ = scheduler.review_card(card, Rating(rating), review_datetime=time)
        state = (card.state.name.lower(), card.step or 0, card.stability, card.difficulty)
        rows.append([rating, time.timestamp() * 1000, *state, card.due.timestamp() * 1000])
        late = timedelta(hours=draw.randint(0, 400), minutes=draw.randint(0, 59))
        time = draw.choice([card.due, card.due + late, time + late / 10])
    return rows


def test_intervals_are_those_of_the_reference(from_file, open_page):
    page = open_page(from_file(PAGE))
    for seed in range(0, 1000, 100):
        expected = [reference(seed + n) for n in range(100)]
        got = page.evaluate("""rows => rows.map(card => {
            let state = null;
            return card.map(([rating, time]) => {
              state = panduan.fsrs.next(state, rating, time);
              return [rating, time, state.state, state.step, state.stability, state.difficulty, state.due];
            });
          })""", expected)
        for ours, theirs in zip(sum(got, []), sum(expected, []), strict=True):
            assert ours[2:4] == theirs[2:4]
            assert ours[4:] == pytest.approx(theirs[4:], rel=1e-9, abs=0.5)


def test_a_review_by_keyboard_alone(site, open_page):
    page = open_page(site(PAGE), today=START)
    assert "Tiada kad yang perlu diulang sekarang. 3 kad baharu." in page.locator(".cards .counts").inner_text()
    page.get_by_role("button", name="Mula ulang kaji").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "front"
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.textContent") == "Dalam 10 saat."
    assert violations(page) == []
    page.keyboard.press("4")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Lupa").focus()
    page.keyboard.press("Space")
    assert page.locator(".session .front").inner_text() == "Kaji semula piagam", "what was remembered comes back too"
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "counts"
    assert "3 jawapan diberikan" in page.locator(".counts").inner_text()
    assert sorted(card["state"] for card in kept(page)) == ["learning", "learning", "review"]
    page.reload()
    assert "kad baharu" not in page.locator(".counts").inner_text()


def test_cards_come_back_when_they_are_due(from_file, open_page):
    page = open_page(from_file(PAGE), today=START)
    page.get_by_role("button", name="Mula ulang kaji").click()
    for _ in range(3):
        page.keyboard.press("Enter")
        page.keyboard.press("4")
    assert "Kad seterusnya dalam 8 hari" in page.locator(".counts").inner_text()
    assert not page.get_by_role("button", name="Mula ulang kaji").is_visible()
    page.clock.set_fixed_time("2026-11-11T09:00:00")
    page.reload()
    assert "3 kad perlu diulang hari ini" in page.locator(".counts").inner_text()


def test_the_daily_review_takes_the_cards_of_every_deck(site, open_page):
    page = open_page(site(REVIEW), today=START)
    assert page.locator("main li a", has_text="Kad tempoh").count() == 1
    page.get_by_role("button", name="Mula ulang kaji").click()
    assert "Tinggal 10 kad" in page.locator(".session").inner_text()
    page.keyboard.press("Enter")
    assert page.locator(".session .back a").count() == 1
    assert violations(page) == []
    page.keyboard.press("4")
    assert len(kept(page)) == 1


def test_a_click_leaves_the_keys_at_work(from_file, open_page):
    page = open_page(from_file(PAGE), today=START)
    page.get_by_role("button", name="Mula ulang kaji").click()
    page.locator(".session .quiet").click()
    page.keyboard.press("Enter")
    page.keyboard.press("4")
    assert len(kept(page)) == 1


def test_five_minutes_are_enough(from_file, open_page):
    page = open_page(from_file(PAGE), today=START)
    page.get_by_role("button", name="Mula ulang kaji").click()
    page.keyboard.press("Enter")
    page.clock.set_fixed_time("2026-11-02T09:05:01")
    page.keyboard.press("4")
    assert "Lima minit sudah cukup" in page.locator(".session").inner_text()
    page.get_by_role("button", name="Teruskan").click()
    assert page.locator(".session .front").is_visible()


@pytest.mark.parametrize("value", [None, 7, {"state": "x"}, {"state": "review", "stability": "y", "due": {}}])
def test_a_strange_card_is_a_new_one(from_file, open_page, value):
    page = open_page(from_file(PAGE))
    page.evaluate("value => panduan.progress.set(panduan.progress.key('cards', document.querySelector('.card').dataset.card), value)", value)
    assert "3 kad baharu" in page.locator(".counts").inner_text()


def test_cards_of_the_glossary_lead_to_its_pages(from_file, open_page):
    page = open_page(from_file("latihan/kad-glosari.html"))
    cards = page.locator(".card")
    assert cards.count() >= 40
    cards.first.locator("summary").click()
    cards.first.locator("a").click()
    assert "/glosari/" in page.url


def test_without_javascript_the_answers_are_there(from_file, open_page):
    page = open_page(from_file(PAGE), java_script_enabled=False)
    page.locator(".card summary").first.click()
    assert page.locator(".card .back").first.inner_text() == "Dalam 10 saat."


def test_an_english_reader_has_english_words(from_file, open_page):
    page = open_page(from_file("en/" + PAGE), today=START)
    assert "No cards to review now. 3 new cards." in page.locator(".counts").inner_text()


def test_a_clock_that_was_wrong_hides_no_card(from_file, open_page):
    page = open_page(from_file(PAGE), today="2031-11-02T09:00:00")
    page.get_by_role("button", name="Mula ulang kaji").click()
    for _ in range(3):
        page.keyboard.press("Enter")
        page.keyboard.press("4")
    page.clock.set_fixed_time(START)
    page.reload()
    assert "3 kad perlu diulang hari ini" in page.locator(".counts").inner_text()
    page.get_by_role("button", name="Mula ulang kaji").click()
    page.keyboard.press("Enter")
    page.keyboard.press("3")
    assert max(card["due"] for card in kept(page) if card["last"] < 1.8e12) < 1.9e12


def test_a_deck_leads_to_the_daily_review(from_file, open_page):
    page = open_page(from_file(PAGE), today=START)
    page.locator(".cards .due-cards a").click()
    assert page.url.endswith(REVIEW)
