"""Builds the site once and opens it in Chromium, from a folder with a space in its name and over http."""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import threading
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from sites import EXTRA_PAGES, Site
from watch import WATCHER, Watch

REPOSITORY = Path(__file__).resolve().parents[2]
PANDUAN = Path(os.environ.get("PANDUAN", REPOSITORY / ".build/release/panduan")).absolute()
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium-headless-shell")


def build(source, output):
    command = [PANDUAN, "build", "--source", source, "--output", output]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


@pytest.fixture(scope="session")
def panduan():
    return PANDUAN


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The repository's own site, and pages of kinds that its content may not have."""
    place = tmp_path_factory.mktemp("kerja")
    source = place / "sumber"
    for name in ["content", "themes"]:
        shutil.copytree(REPOSITORY / name, source / name)
    shutil.copy(REPOSITORY / "site.yml", source)
    for path, text in EXTRA_PAGES.items():
        (source / "content" / path).write_text(text, encoding="utf-8")
    output = place / "laman siap"
    build(source, output)
    return output


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def copyfile(self, source, outputfile):
        # A page that is closed gives up what it was fetching.
        with contextlib.suppress(ConnectionError):
            super().copyfile(source, outputfile)


@pytest.fixture(scope="session")
def server(folder):
    handler = functools.partial(QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def from_file(folder):
    return Site(folder, folder.as_uri() + "/")


@pytest.fixture(scope="session")
def over_http(folder, server):
    return Site(folder, server)


@pytest.fixture(params=["file", "http"])
def site(request):
    """The site both ways: for what could differ between them."""
    return request.getfixturevalue("from_file" if request.param == "file" else "over_http")


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, folder, server):
    """Opens pages in contexts of their own; whatever a page complains about fails the test at its end."""
    opened = []

    def open_page(url, **options):
        clock = options.pop("today", None)
        homes = options.pop("homes", [folder.as_uri() + "/", server])
        options.setdefault("viewport", {"width": 1280, "height": 800})
        context = browser.new_context(**options)
        context.set_default_timeout(10_000)
        context.add_init_script(WATCHER)
        page = context.new_page()
        if clock:
            page.clock.set_fixed_time(clock)
        watch = Watch(page, homes)
        opened.append((context, watch))
        page.goto(url)
        return page

    yield open_page
    complaints = [complaint for _, watch in opened for complaint in watch.complaints]
    for context, _ in opened:
        context.close()
    assert not complaints, complaints
