"""Builds each collection of documents as a site, runs its queries through the engine and prints how well it ranks."""

import argparse
import gzip
import json
import math
import os
import subprocess
import tempfile
import time
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
PANDUAN = Path(os.environ.get("PANDUAN", HERE.parents[1] / ".build/release/panduan")).absolute()
MARKS = set("\\`*_{}[]<>#+-=|~:!&")
FOUND = 10


def lines(path):
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip()]


def plain(text):
    """Text in which nothing is Markdown, a paragraph a line."""
    paragraphs = [" ".join(part.split()) for part in text.splitlines()]
    escaped = ["".join("\\" + letter if letter in MARKS else letter for letter in part) for part in paragraphs if part]
    # `1.` at the beginning of a line would begin a list.
    return "\n\n".join(part.replace(".", "\\.", 1) if part[0].isdigit() else part for part in escaped)


def write_site(documents, language, folder):
    """Each document is a page; returns the document of each page's address."""
    (folder / "site.yml").write_text(f"languages: [{language}]\n", encoding="utf-8")
    owners = {}
    for number, document in enumerate(documents):
        title = " ".join(document.get("title", "").split()) or document["id"]
        page = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n{plain(document['text'])}\n"
        path = folder / "content" / f"{number // 500}" / f"d{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
        owners[f"{number // 500}/d{number}.html"] = document["id"]
    return owners


def search(site, queries):
    """The pages found for each query, the best first, and the seconds that all took."""
    started = time.monotonic()
    run = subprocess.run(
        [PANDUAN, "search", "--site", site, "--queries", "-", "--limit", str(FOUND)],
        input="\n".join(queries) + "\n", capture_output=True, text=True, encoding="utf-8", check=True)
    answers = [json.loads(line)["results"] for line in run.stdout.splitlines()]
    return [[result["url"].split("#")[0] for result in answer] for answer in answers], time.monotonic() - started


def gain(found, grades):
    """nDCG@10: gains by grade, discounted by the logarithm of the place, of the best possible order."""
    def discounted(values):
        return sum(value / math.log2(place + 2) for place, value in enumerate(values[:FOUND]))
    return discounted([grades.get(document, 0) for document in found]) / discounted(sorted(grades.values(), reverse=True))


def score(site, owners, path, judgements):
    """Mean nDCG@10 over the queries of a file that have a judgement, how many found nothing, milliseconds a query."""
    queries = [line.split("\t", 1) for line in lines(path)]
    asked = [(key, text.strip()) for key, text in queries if key in judgements]
    found, seconds = search(site, [text for _, text in asked])
    gains = [gain([owners.get(url) for url in urls], judgements[key]) for (key, _), urls in zip(asked, found)]
    return sum(gains) / len(gains), sum(not urls for urls in found), seconds / len(asked) * 1000


def measure(collection):
    documents = [json.loads(line) for line in lines(next(collection.glob("docs.jsonl*")))]
    judgements = defaultdict(dict)
    for line in lines(next(collection.glob("qrels.tsv*"))):
        query, document, grade = line.split("\t")
        if float(grade) > 0:
            judgements[query][document] = float(grade)
    with tempfile.TemporaryDirectory() as work:
        source, site = Path(work) / "source", Path(work) / "site"
        source.mkdir()
        owners = write_site(documents, "ms", source)
        subprocess.run([PANDUAN, "build", "--source", source, "--output", site], check=True, capture_output=True)
        clean = score(site, owners, collection / "queries.tsv", judgements)
        spoiled = collection / "queries-typo.tsv"
        typo = score(site, owners, spoiled, judgements) if spoiled.exists() else None
    return len(documents), clean, typo


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "collections", nargs="+", type=Path,
        help="folders with docs.jsonl (id, title, text), queries.tsv, qrels.tsv and perhaps queries-typo.tsv, or folders of such")
    folders = []
    for folder in parser.parse_args().collections:
        folders += [folder] if any(folder.glob("docs.jsonl*")) else sorted({path.parent for path in folder.glob("*/docs.jsonl*")})
    print("| collection | documents | nDCG@10 | with a typo | kept | nothing found | ms a query |\n|---|--:|--:|--:|--:|--:|--:|")
    means = []
    for folder in folders:
        count, clean, typo = measure(folder)
        cells = [folder.name, f"{count}", f"{clean[0]:.3f}"]
        cells += [f"{typo[0]:.3f}", f"{typo[0] / clean[0]:.1%}"] if typo else ["–", "–"]
        cells += [f"{clean[1] + (typo[1] if typo else 0)}", f"{clean[2]:.1f}"]
        print("| " + " | ".join(cells) + " |", flush=True)
        means.append((clean[0], typo[0] if typo else clean[0]))
    if means:
        clean, typo = (sum(column) / len(means) for column in zip(*means))
        print(f"| mean | | {clean:.3f} | {typo:.3f} | {typo / clean:.1%} | | |")


if __name__ == "__main__":
    main()
