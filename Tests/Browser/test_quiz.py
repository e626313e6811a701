"""Each kind of question is answered by keyboard alone, marked at once, told to a screen reader, and kept."""

import pytest

from test_accessibility import violations
from watch import until

WORDS = {
    "ms": {"path": "latihan/kuiz.html", "right": "Betul", "wrong": "Belum tepat", "partly": "Sebahagian betul", "passed": "Lulus.", "failed": "Belum lulus", "again": "Cuba lagi", "of": "Soalan 1 daripada 7"},
    "en": {"path": "en/latihan/kuiz.html", "right": "Correct", "wrong": "Not quite", "partly": "Partly correct", "passed": "Passed.", "failed": "Not passed", "again": "Try again", "of": "Question 1 of 7"},
}
FOCUSED = "document.activeElement.className || document.activeElement.tagName"
RIGHT = ["ArrowDown", "Space"]


class Learner:
    """Somebody with a keyboard: presses keys, and sees to it that the focus is never lost."""

    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
            assert self.page.evaluate("document.activeElement !== document.body"), f"the focus was lost at {key}"

    def type(self, text):
        self.page.keyboard.type(text)

    def current(self):
        return self.page.locator(".question.current")

    def told(self):
        return self.current().locator(".feedback").inner_text()

    def focused(self):
        return self.page.evaluate(FOCUSED)

    def enter(self):
        """From the question to its first control."""
        self.current().locator(".ask").focus()
        self.press("Tab")

    def check(self):
        self.press("Enter")
        assert self.focused() == "go"

    def next(self):
        self.press("Enter")
        assert self.focused() in ("ask", "outcome")

    def answer(self, number, well=True):
        """The question with this number, from its first control."""
        answers = {
            1: lambda: self.press("ArrowDown") if well else self.press("Space"),
            2: lambda: (self.press("Space", "Tab"), well and self.press("Space")),
            3: lambda: self.press("ArrowDown") if well else self.press("Space"),
            4: lambda: self.type("10,5 saat" if well else "20"),
            5: lambda: self.type("asalamualaikum" if well else "helo"),
            6: lambda: self.order(well),
            7: lambda: self.match(well),
        }
        answers[number]()

    def order(self, well):
        """Buttons beside the steps; each step is moved up until it stands where it belongs."""
        names = ["Sambut", "Salam", "Nama"] if well else ["Nama", "Salam", "Sambut"]
        self.current().locator(".move").nth(1).focus()
        self.press("Enter")
        for place, name in enumerate(names):
            for _ in range(3):
                words = [text.strip() for text in self.current().locator(".words").all_inner_texts()]
                if words.index(name) <= place:
                    break
                button = self.current().locator("li", has_text=name).locator(".move").first
                button.focus()
                self.press("Enter")
                assert self.page.evaluate("document.activeElement.className") == "move"
        assert [text.strip() for text in self.current().locator(".words").all_inner_texts()] == names

    def match(self, well):
        for left, right in [("Salam", "S1"), ("Sayang", "S2")]:
            self.current().get_by_label(left).focus()
            self.press(*("S", "2" if (right == "S2") == well else "1"))

    def submit(self):
        if self.page.evaluate("document.activeElement.tagName") in ("SELECT", "BUTTON"):
            self.page.locator(".go").focus()
        self.check()


@pytest.fixture(params=["ms", "en"])
def words(request):
    return WORDS[request.param]


def test_a_quiz_is_passed_by_keyboard_alone(site, open_page, words):
    page = open_page(site(words["path"]))
    learner = Learner(page)
    assert page.locator(".question:visible").count() == 1
    assert words["of"] in learner.current().inner_text()
    page.locator(".question.current input").first.focus()
    for number in range(1, 8):
        assert violations(page) == []
        learner.answer(number)
        learner.submit()
        assert learner.told().startswith(words["right"]), number
        assert page.locator(".question.current .feedback").get_attribute("role") == "status"
        learner.next()
        if number < 7:
            learner.press("Tab")
            if number == 3:
                learner.press("Tab")  # the hint
                learner.press("Shift+Tab")
    assert words["passed"] in page.locator(".outcome").inner_text()
    assert "8 " in page.locator(".score").inner_text() and "100 %" in page.locator(".score").inner_text()
    assert violations(page) == []


def test_wrong_answers_are_explained_and_can_be_tried_again(from_file, open_page, words):
    page = open_page(from_file(words["path"]))
    learner = Learner(page)
    page.locator(".question.current input").first.focus()
    for number in range(1, 8):
        learner.answer(number, well=False)
        learner.submit()
        assert learner.told().startswith(words["partly"] if number in (2, 6) else words["wrong"]), number
        learner.next()
        if number < 7:
            learner.press("Tab")
    assert words["failed"] in page.locator(".outcome").inner_text()
    page.get_by_role("button", name=words["again"]).focus()
    learner.press("Enter")
    assert learner.focused() == "ask" and words["of"] in learner.current().inner_text()
    assert page.locator("input:checked").count() == 0


def test_what_a_choice_is_told(from_file, open_page):
    page = open_page(from_file("latihan/kuiz.html"))
    learner = Learner(page)
    page.locator(".question.current input").first.focus()
    learner.press("Space", "Enter")
    told = learner.told()
    assert "Pelanggan tidak memerlukan nombor sambungan." in told
    assert "Ayat pembuka menjawab siapa dan mengapa." in told
    assert "Siapa, dan apa" not in told
    assert "Jawapan betul" in learner.current().locator("li").nth(1).inner_text()
    assert "Pilihan anda" in learner.current().locator("li").nth(0).inner_text()


def test_an_empty_answer_and_words_for_a_number_are_not_marked(from_file, open_page):
    page = open_page(from_file("latihan/kuiz.html"))
    learner = Learner(page)
    page.locator(".go").focus()
    learner.press("Enter")
    assert "Jawab dahulu" in learner.told() and learner.focused() == "INPUT"
    page.get_by_role("button", name="Soalan 4").click()
    learner.press("Tab")
    learner.type("sepuluh")
    learner.press("Enter")
    assert "dengan angka" in learner.told() and learner.focused() == "INPUT"
    assert violations(page) == []


@pytest.mark.parametrize(
    "kind, key, answers",
    [
        ("number", [{"n": 10, "e": 0, "u": "saat"}], {"10": 1, "10 saat": 1, "10 sat": 1, "10.0": 1, "10 minit": 0, "sepuluh": 0, "10 11": 0, "": 0}),
        ("number", [{"n": 1234.5, "e": 0.5, "u": ""}], {"1,234.5": 1, "1 234.5": 1, "RM1,235": 1, "1.234,5": 0, "1236": 0, "1234 ringgit": 1}),
        ("number", [{"n": -2.5, "e": 0, "u": "%"}], {"-2.5": 1, "−2,5 %": 1, "- 2.5 peratus": 1, "2.5": 0}),
        ("number", [{"n": 0.3, "e": 0.1, "u": ""}], {"0.2": 1, ".4": 1, "0.41": 0}),
        ("text", [{"t": "Salam sejahtera!", "s": False}], {"salam  Sejahtera": 1, "salam sejatera": 0}),
        ("text", [{"t": "assalamualaikum", "s": True}], {"Asalamualaikum": 1, "assalamu'alaikum": 1, "aslamualikm": 0, "salam": 0}),
        ("text", [{"t": "8S", "s": True}, {"t": "lapan", "s": True}], {"8s": 1, "9s": 0, "lapn": 1, "lapang": 1, "lima": 0}),
        ("text", [{"t": "é", "s": False}], {"e": 1, "É": 1}),
    ],
)
def test_typed_answers(from_file, open_page, kind, key, answers):
    page = open_page(from_file("latihan/kuiz.html"))
    marks = {text: page.evaluate("([kind, key, text]) => panduan.answers.mark(kind, key, text)", [kind, key, text]) for text in answers}
    assert marks == answers


def test_choices_orders_and_pairs_are_marked_in_part(from_file, open_page):
    page = open_page(from_file("latihan/kuiz.html"))
    cases = [
        ("multiple", [0, 2], [0, 2], 1), ("multiple", [0, 2], [0], 0.5), ("multiple", [0, 2], [0, 1, 2], 0.5), ("multiple", [0, 2], [1, 3], 0),
        ("single", [1], [1], 1), ("single", [1], [0], 0),
        ("order", [1, 0, 2], [1, 0, 2], 1), ("order", [1, 0, 2], [0, 1, 2], 1 / 3), ("match", [1, 0], [1, 0], 1), ("match", [1, 0], [1, 1], 0.5),
    ]
    for kind, key, answer, mark in cases:
        assert page.evaluate("([k, key, a]) => panduan.answers.mark(k, key, a)", [kind, key, answer]) == pytest.approx(mark), (kind, answer)


def test_nothing_is_lost_on_reload_or_back(site, open_page):
    page = open_page(site("latihan/kuiz.html"))
    learner = Learner(page)
    page.locator(".question.current input").first.focus()
    learner.answer(1)
    learner.submit()
    learner.next()
    learner.press("Tab", "Space")
    page.reload()
    assert "Soalan 2 daripada 7" in learner.current().inner_text()
    assert learner.current().locator("input").first.is_checked()
    for number, check in [(4, "10"), (5, "salam")]:
        page.get_by_role("button", name=f"Soalan {number}").click()
        learner.press("Tab")
        learner.type(check)
        page.goto(site("hubungi.html"))
        page.go_back()
        assert learner.current().locator("input").input_value() == check
    page.get_by_role("button", name="Soalan 6").click()
    learner.order(True)
    page.reload()
    assert [text.strip() for text in learner.current().locator(".words").all_inner_texts()] == ["Sambut", "Salam", "Nama"]
    page.get_by_role("button", name="Soalan 1: Betul").click()
    assert learner.told().startswith("Betul") and learner.current().locator("input").first.is_disabled()


def test_the_best_result_stays(from_file, open_page):
    page = open_page(from_file("latihan/kuiz.html"))
    key = "quiz/latihan/kuiz#quiz.1"
    page.evaluate("key => panduan.progress.set(key, { result: { score: 100, passed: true, at: '2026-01-02', version: document.documentElement.dataset.version } })", key)
    page.reload()
    learner = Learner(page)
    page.locator(".question.current input").first.focus()
    for number in range(1, 8):
        learner.answer(number, well=number > 3)
        learner.submit()
        learner.next()
        if number < 7:
            learner.press("Tab")
    assert "Markah terbaik anda: 100 %, pada 2 Jan 2026." in page.locator(".outcome").inner_text()
    kept = page.evaluate("key => panduan.progress.get(key)", key)
    assert kept["result"]["score"] == 100 and kept["last"] < 80
    assert [seen[1] for seen in kept["seen"].values()].count(1) == 3


def order_of(page):
    return page.locator(".question .ask").all_inner_texts()


def test_a_random_order_is_the_learners_own_and_stays(from_file, open_page):
    page = open_page(from_file("latihan/rawak.html"))
    asked = page.locator(".places li").count()
    first = page.locator(".question:not([hidden])").evaluate_all("items => items.map(item => item.dataset.id)")
    assert asked == 5 and len(first) == 5
    page.reload()
    assert page.locator(".question:not([hidden])").evaluate_all("items => items.map(item => item.dataset.id)") == first
    others = set()
    for seed in range(1, 6):
        page.evaluate("seed => panduan.progress.set('seed', seed)", seed)
        page.reload()
        others.add(tuple(page.locator(".question:not([hidden])").evaluate_all("items => items.map(item => item.dataset.id)")))
    assert len(others) > 3
    places = page.locator(".question").evaluate_all("items => items.map(item => item.querySelector('.choices input').value)")
    assert len(set(places)) > 1


@pytest.mark.parametrize("kept", [None, 7, [], {"n": "x", "a": [], "m": 5, "at": {}, "seen": 3}, {"a": {"x": 1}, "m": {"x": 2}}])
def test_kept_values_of_a_strange_shape_break_nothing(from_file, open_page, kept):
    page = open_page(from_file("latihan/kuiz.html"))
    page.evaluate("kept => panduan.progress.set('quiz/latihan/kuiz#quiz.1', kept)", kept)
    page.reload()
    learner = Learner(page)
    page.locator(".question.current input").first.focus()
    learner.answer(1)
    learner.submit()
    assert learner.told().startswith("Betul")


def test_without_javascript_the_answers_are_in_details(from_file, open_page):
    page = open_page(from_file("latihan/kuiz.html"), java_script_enabled=False)
    assert page.locator(".question:visible").count() == 7
    first = page.locator(".question").first
    assert not first.locator(".told .right").is_visible()
    first.locator("summary").click()
    assert first.locator(".told .right").inner_text() == "Salam, nama, soalan"
    assert "Ayat pembuka menjawab" in first.inner_text()


def test_print_has_every_question_and_no_answer(from_file, open_page):
    page = open_page(from_file("latihan/kuiz.html"))
    page.emulate_media(media="print")
    assert page.locator(".question:visible").count() == 7
    assert page.locator(".told:visible, .go:visible, .places:visible").count() == 0


def test_a_printed_question_stays_whole_and_shows_what_is_matched(from_file, open_page):
    page = open_page(from_file(WORDS["ms"]["path"]))
    assert page.locator(".rights:visible").count() == 0
    page.emulate_media(media="print")
    assert page.locator(".rights").is_visible()
    breaks = page.eval_on_selector_all(".question", "all => all.map(one => getComputedStyle(one).breakInside)")
    assert set(breaks) == {"avoid"}


def test_small_screens_and_dark_ones(from_file, open_page):
    page = open_page(from_file("latihan/kuiz.html"), viewport={"width": 320, "height": 700}, color_scheme="dark")
    for number in range(1, 8):
        page.locator(".places button").nth(number - 1).click()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), number
        assert violations(page) == []


def test_another_window_shows_the_same(over_http, open_page):
    page = open_page(over_http("latihan/kuiz.html"))
    other = page.context.new_page()
    other.goto(over_http("latihan/kuiz.html"))
    other.locator(".question.current input").nth(1).check()
    other.locator(".go").click()
    page.wait_for_selector(".places button.correct")


def test_two_windows_that_do_not_hear_of_each_other_lose_no_answer(from_file, open_page):
    first = open_page(from_file("hubungi.html"))
    first.context.add_init_script("addEventListener('storage', event => event.stopImmediatePropagation(), true);")
    first.goto(from_file("latihan/kuiz.html"))
    second = first.context.new_page()
    second.goto(from_file("latihan/kuiz.html"))
    first.locator(".question.current input").nth(1).check()
    first.locator(".go").click()
    until(second, "Object.keys(localStorage).some(key => key.includes(':progress:quiz/') && localStorage.getItem(key).includes('\"m\":{\"'))")
    second.locator(".question.current input").nth(0).click()
    assert second.evaluate(FOCUSED) == "go"
    assert second.locator(".places button.correct").count() == 1, "what was marked elsewhere stands"
    second.locator(".places button").nth(3).click()
    second.locator(".question.current input").fill("10")
    second.locator(".go").click()
    first.reload()
    assert first.locator(".places button.correct").count() == 2


def test_right_answers_are_not_in_the_search(from_file, open_page):
    page = open_page(from_file("cari.html?q=sambungan+pelanggan+memerlukan"))
    page.wait_for_selector("#hits [role=option]")
    assert "tidak memerlukan nombor sambungan" not in page.locator("#hits").inner_text()
    page.goto(from_file("cari.html?q=tiga+perkara+dalam+ayat+pembuka"))
    page.wait_for_selector("#hits [role=option]:has-text('Kuiz')")
