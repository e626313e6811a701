"""Officers' own words find the page that answers: Malay, English, shorthand, slips, mixed."""

import json
import subprocess
from pathlib import Path

import pytest


def answers(name):
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if not line.startswith("#")]
    return {query: pages.split() for query, pages in pairs}


def places(panduan, site, asked, language):
    """For each query, the place of the first page that answers it (0 when it is not among ten), and all that was found."""
    command = [panduan, "search", "--queries", "-", "--site", site, "--language", language]
    run = subprocess.run(command, input="\n".join(asked), capture_output=True, text=True, encoding="utf-8", check=True)
    for line, right in zip(run.stdout.splitlines(), asked.values()):
        answer = json.loads(line)
        pages = [result["url"].split("#")[0].removesuffix(".html").removeprefix("en/") for result in answer["results"]]
        yield answer["query"], next((place for place, page in enumerate(pages, 1) if page in right), 0), pages


@pytest.mark.parametrize("name, language, least, most_far", [
    ("officers.tsv", "ms", 1000, 0.03), ("readers-of-english.tsv", "en", 120, 0.05),
])
def test_officers_find_the_page(panduan, folder, name, language, least, most_far):
    asked = answers(name)
    assert len(asked) >= least
    found = list(places(panduan, folder, asked, language))
    assert [query for query, _, pages in found if not pages] == []
    not_first = [(query, pages[:3]) for query, place, pages in found if place != 1]
    assert len(not_first) <= 0.15 * len(found), not_first
    far = [(query, pages[:3]) for query, place, pages in found if place not in (1, 2, 3)]
    assert len(far) <= most_far * len(found), far
