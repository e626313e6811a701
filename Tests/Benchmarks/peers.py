"""Other search engines as they come, each given the same titles and texts: `ENGINES`, functions of documents and queries.

A document is its id, title and text. What is returned for a query is the ids of the best documents, the best first.
"""

import functools
import html
import http.server
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import threading
from collections import Counter, defaultdict
from pathlib import Path

import bm25s
import lunr
import tantivy
from pagefind_bin import get_executable
from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium-headless-shell")
FOUND = 10


def words(text):
    """A query without what would be an operator: a reader types no syntax."""
    return re.sub(r"[\W_]+", " ", text).strip().lower()


def with_tantivy(documents, queries):
    schema = tantivy.SchemaBuilder()
    schema.add_unsigned_field("number", stored=True)
    for field in ["title", "text"]:
        schema.add_text_field(field)
    index = tantivy.Index(schema.build())
    writer = index.writer(num_threads=1)
    for number, (_, title, text) in enumerate(documents):
        writer.add_document(tantivy.Document(number=number, title=title, text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()
    answers = (searcher.search(index.parse_query(words(query), ["title", "text"]), FOUND).hits for query in queries)
    return [[documents[searcher.doc(address)["number"][0]][0] for _, address in hits] for hits in answers]


def with_bm25s(documents, queries, stop_words):
    tokenize = functools.partial(bm25s.tokenize, stopwords=stop_words, show_progress=False)
    index = bm25s.BM25()
    index.index(tokenize([f"{title} {text}" for _, title, text in documents]), show_progress=False)
    answers = index.retrieve(tokenize(queries), k=FOUND, show_progress=False)
    return [[documents[number][0] for number, score in zip(*answer) if score > 0] for answer in zip(*answers)]


def with_lunr(documents, queries):
    fields = [{"number": str(number), "title": title, "text": text} for number, (_, title, text) in enumerate(documents)]
    index = lunr.lunr(ref="number", fields=["title", "text"], documents=fields)
    return [[documents[int(hit["ref"])][0] for hit in index.search(words(query))[:FOUND]] for query in queries]


def with_minisearch(documents, queries):
    """MiniSearch's arithmetic at its defaults, written anew, because the package is on npm alone."""
    k, b, d = 1.2, 0.7, 0.5

    def terms(text):
        return re.split(r"[\n\r\W_]+", text.lower())

    fields = []
    for field in [1, 2]:
        postings, lengths = defaultdict(dict), []
        for number, document in enumerate(documents):
            counts = Counter(terms(document[field]))
            lengths.append(len(counts))
            for term, count in counts.items():
                postings[term][number] = count
        fields.append((postings, lengths, sum(lengths) / len(lengths)))

    def ranked(query):
        scores, matched = Counter(), defaultdict(set)
        for term in filter(None, terms(query)):
            for postings, lengths, average in fields:
                found = postings.get(term, {})
                rarity = math.log(1 + (len(documents) - len(found) + 0.5) / (len(found) + 0.5))
                for number, count in found.items():
                    norm = k * (1 - b + b * lengths[number] / average)
                    scores[number] += rarity * (d + count * (k + 1) / (count + norm))
                    matched[number].add(term)
        best = sorted(scores, key=lambda number: -scores[number] * len(matched[number]))
        return [documents[number][0] for number in best[:FOUND]]

    return [ranked(query) for query in queries]


PAGEFIND = """async () => {
  const engine = await import('/pagefind/pagefind.js');
  window.find = async query => {
    const found = (await engine.search(query)).results.slice(0, 10);
    return (await Promise.all(found.map(result => result.data()))).map(page => page.url);
  };
}"""

ZENSICAL = """async () => {
  const index = await (await fetch('/search.json')).json();
  const worker = new Worker('WORKER');
  const ask = (message, type) => new Promise((done, failed) => {
    worker.onmessage = event => event.data.type === type ? done(event.data.data) : failed(new Error('type ' + event.data.type));
    worker.onerror = failed;
    worker.postMessage(message);
  });
  await ask({type: 0, data: index}, 1);
  const all = {input: {type: 'operator', data: {operator: 'and', operands: []}}};
  window.find = async query => {
    const found = await ask({type: 2, data: {input: query, filter: all}}, 3);
    return found.items.slice(0, 10).map(item => index.items[item.id].location);
  };
}"""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


def in_browser(folder, opening, documents, queries):
    """Drives an engine's own code in Chromium, over http."""
    (folder / "empty.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")
    handler = functools.partial(QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as playwright:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/empty.html")
        page.evaluate(opening)
        found = [page.evaluate("query => window.find(query)", query) for query in queries]
        browser.close()
        server.shutdown()
    return [[documents[int(re.search(r"d(\d+)\.html", url)[1])][0] for url in urls] for urls in found]


def paragraphs(text):
    return "\n\n".join(f"<p>{html.escape(part)}</p>" for part in text.splitlines() if part.strip())


def with_pagefind(documents, queries):
    with tempfile.TemporaryDirectory() as work:
        for number, (_, title, text) in enumerate(documents):
            page = f'<!doctype html><html lang="en"><title>{html.escape(title)}</title><body><h1>{html.escape(title)}</h1>\n'
            (Path(work) / f"d{number}.html").write_text(page + paragraphs(text) + "</body></html>", encoding="utf-8")
        subprocess.run([get_executable(), "--site", work], check=True, capture_output=True)
        return in_browser(Path(work), PAGEFIND, documents, queries)


def with_zensical(documents, queries):
    with tempfile.TemporaryDirectory() as work:
        pages, site = Path(work) / "docs", Path(work) / "site"
        pages.mkdir()
        settings = '[project]\nsite_name = "x"\nuse_directory_urls = false\n[project.theme]\nfeatures = ["navigation.prune"]\n'
        (Path(work) / "zensical.toml").write_text(settings, encoding="utf-8")
        for number, (_, title, text) in enumerate(documents):
            page = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n{paragraphs(text)}\n"
            (pages / f"d{number}.md").write_text(page, encoding="utf-8")
        subprocess.run([sys.executable, "-m", "zensical", "build"], cwd=work, check=True, capture_output=True)
        worker = next((site / "assets/javascripts/workers").glob("search.*.js")).relative_to(site)
        return in_browser(site, ZENSICAL.replace("WORKER", f"/{worker}"), documents, queries)


ENGINES = {
    "Tantivy": with_tantivy,
    "bm25s": functools.partial(with_bm25s, stop_words="en"),
    "bm25s, no stop words": functools.partial(with_bm25s, stop_words=None),
    "lunr": with_lunr,
    "MiniSearch": with_minisearch,
    "Zensical": with_zensical,
    "Pagefind": with_pagefind,
}
