"""The terminal and the browser give the same results: the same pages, order and scores for thousands of queries."""

import json
import random
import re
import subprocess

import pytest

from watch import until

COUNT = 2400
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ASK = """
queries => Promise.all(queries.map(query => window.panduan.search(query, { limit: 10 }))).then(answers =>
  answers.map(answer => ({
    total: answer.total, correction: answer.correction || null,
    results: answer.results.map(result => [result.url, result.score, result.excerpt, result.sections.map(section => section.url)])
  })))
"""


def spoiled(word, chance):
    """The word with a letter left out, doubled, replaced, or two swapped."""
    at = chance.randrange(len(word))
    return chance.choice([
        word[:at] + word[at + 1:], word[:at] + word[at] + word[at:],
        word[:at] + chance.choice(LETTERS) + word[at + 1:],
        word[:at] + word[at + 1:at + 2] + word[at:at + 1] + word[at + 2:],
    ])


def queries(folder):
    """Titles, words, first letters, typing mistakes, phrases and exclusions, from the site's own text."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((folder.parent / "sumber" / "content").rglob("*.md"))]
    titles = [title.strip("'\"") for text in texts for title in re.findall(r"^title: (.+)$", text, re.M)]
    lines = [words for text in texts for line in text.splitlines() if len(words := re.findall(r"[^\W\d_]{2,}", line)) > 3]
    words = sorted({word for line in lines for word in line})
    chance = random.Random(2008)

    def some():
        return chance.choice(words)

    def run_of(length):
        line = chance.choice(lines)
        at = chance.randrange(max(1, len(line) - length))
        return " ".join(line[at:at + length])

    makers = [
        lambda: chance.choice(titles), some, lambda: f"{some()} {some()}", lambda: run_of(3),
        lambda: some()[:chance.randint(1, 5)], lambda: spoiled(some(), chance),
        lambda: f"{spoiled(some(), chance)} {some()[:4]}", lambda: f'"{run_of(2)}"', lambda: f"{run_of(2)} -{some()}",
        lambda: f'{some()} "{run_of(2)}" -{some()}', lambda: some().upper(),
        lambda: chance.choice(["PKPA 1/2008", "10 saat", "7 hari", "S1", "e-mel", "bil. 12", "99%", "-", "\"\"", "é", "客", "🙂"]),
    ]
    found = {makers[number % len(makers)]() for number in range(2 * COUNT)}
    return sorted(found)[:: max(1, len(found) // COUNT)]


@pytest.mark.parametrize("language, home", [("ms", "cari.html"), ("en", "en/cari.html")])
def test_both_engines_agree(panduan, folder, from_file, open_page, tmp_path, language, home):
    asked = queries(folder)
    assert len(asked) >= 2000
    file = tmp_path / "queries.txt"
    file.write_text("\n".join(asked) + "\n", encoding="utf-8")
    command = [panduan, "search", "--queries", file, "--site", folder, "--language", language]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert [answer["query"] for answer in answers] == asked

    page = open_page(from_file(home))
    until(page, "Boolean(window.panduan && window.panduan.search)")
    differing = []
    for start in range(0, len(asked), 100):
        inside = page.evaluate(ASK, asked[start:start + 100])
        for answer, browsers in zip(answers[start:], inside):
            results = answer["results"]
            terminals = {
                "total": answer["total"], "correction": answer.get("correction"),
                "results": [
                    [result["url"], result["score"], result["excerpt"], [section["url"] for section in result["sections"]]]
                    for result in results
                ],
            }
            if terminals != browsers:
                differing.append((answer["query"], terminals, browsers))
    assert not differing, (len(differing), differing[:2])
    assert sum(1 for answer in answers if answer["results"]) > len(asked) // 2


def test_the_terminal_asks_in_the_sites_first_language(panduan, folder):
    command = [panduan, "search", "telefon", "--json", "--site", folder]
    plain = subprocess.run(command, capture_output=True, text=True).stdout
    assert plain == subprocess.run([*command, "--language", "ms"], capture_output=True, text=True).stdout
    assert plain != subprocess.run([*command, "--language", "en"], capture_output=True, text=True).stdout
