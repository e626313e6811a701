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
from itertools import chain
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


def read(collection):
    """Documents as id, title and text, and sets of queries with their judgements: clean and, if there are such, with a typo."""
    documents = []
    for line in lines(next(collection.glob("docs.jsonl*"))):
        document = json.loads(line)
        title = " ".join(document.get("title", "").split()) or document["id"]
        documents.append((document["id"], title, document["text"]))
    judgements = defaultdict(dict)
    for line in lines(next(collection.glob("qrels.tsv*"))):
        query, document, grade = line.split("\t")
        if float(grade) > 0:
            judgements[query][document] = float(grade)
    files = [file for file in (collection / "queries.tsv", collection / "queries-typo.tsv") if file.exists()]
    queries = [[line.split("\t", 1) for line in lines(file)] for file in files]
    return documents, [[(text.strip(), judgements[key]) for key, text in asked if key in judgements] for asked in queries]


def write_site(documents, language, folder):
    """Each document is a page; returns the document of each page's address."""
    (folder / "site.yml").write_text(f"languages: [{language}]\n", encoding="utf-8")
    owners = {}
    for number, (name, title, text) in enumerate(documents):
        page = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n{plain(text)}\n"
        path = folder / "content" / f"{number // 500}" / f"d{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
        owners[f"{number // 500}/d{number}.html"] = name
    return owners


def with_panduan(documents, queries):
    """The documents found for each query, the best first, and the seconds that all took."""
    with tempfile.TemporaryDirectory() as work:
        source, site = Path(work) / "source", Path(work) / "site"
        source.mkdir()
        owners = write_site(documents, "ms", source)
        subprocess.run([PANDUAN, "build", "--source", source, "--output", site], check=True, capture_output=True)
        started = time.monotonic()
        run = subprocess.run(
            [PANDUAN, "search", "--site", site, "--queries", "-", "--limit", str(FOUND)],
            input="\n".join(queries) + "\n", capture_output=True, text=True, encoding="utf-8", check=True)
        seconds = time.monotonic() - started
    answers = [json.loads(line)["results"] for line in run.stdout.splitlines()]
    return [[owners.get(result["url"].split("#")[0]) for result in answer] for answer in answers], seconds


def gain(found, grades):
    """nDCG@10: gains by grade, discounted by the logarithm of the place, of the best possible order."""
    def discounted(values):
        return sum(value / math.log2(place + 2) for place, value in enumerate(values[:FOUND]))
    return discounted([grades.get(document, 0) for document in found]) / discounted(sorted(grades.values(), reverse=True))


def quality(found, sets):
    """Mean nDCG@10 of each set of queries; what was found for one set follows what was found for the one before."""
    rest = iter(found)
    return [sum(gain(next(rest), grades) for _, grades in asked) / len(asked) for asked in sets]


def mean(rows):
    return [sum(row[place] for row in rows) / len(rows) for place in (0, -1)]


def row(*cells):
    print("| " + " | ".join(cells) + " |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", action="store_true", help="run other engines on the same documents and queries")
    parser.add_argument(
        "collections", nargs="+", type=Path,
        help="folders with docs.jsonl (id, title, text), queries.tsv, qrels.tsv and perhaps queries-typo.tsv, or folders of such")
    arguments = parser.parse_args()
    peers = {}
    if arguments.peers:
        from peers import ENGINES as peers
    folders = []
    for folder in arguments.collections:
        folders += [folder] if any(folder.glob("docs.jsonl*")) else sorted({path.parent for path in folder.glob("*/docs.jsonl*")})
    row("collection", "documents", "nDCG@10", "with a typo", "kept", "nothing found", "ms a query")
    row("---", *["--:"] * 6)
    scores = {"Panduan": []}
    for folder in folders:
        documents, sets = read(folder)
        queries = [text for text, _ in chain(*sets)]
        found, seconds = with_panduan(documents, queries)
        clean, *typo = quality(found, sets)
        scores["Panduan"].append([clean, *typo])
        kept = [f"{typo[0]:.3f}", f"{typo[0] / clean:.1%}"] if typo else ["–", "–"]
        empty = sum(not ids for ids in found)
        row(folder.name, f"{len(documents)}", f"{clean:.3f}", *kept, f"{empty}", f"{seconds / len(queries) * 1000:.1f}")
        for name, engine in peers.items():
            scores.setdefault(name, []).append(quality(engine(documents, queries), sets))
    if not folders:
        return
    clean, typo = mean(scores["Panduan"])
    row("mean", "", f"{clean:.3f}", f"{typo:.3f}", f"{typo / clean:.1%}", "", "")
    if peers:
        print()
        row("nDCG@10, with a typo", *[folder.name for folder in folders], "mean")
        row("---", *["--:"] * (len(folders) + 1))
        for name, rows in scores.items():
            row(name, *[", ".join(f"{score:.3f}" for score in scored) for scored in [*rows, mean(rows)]])


if __name__ == "__main__":
    main()
