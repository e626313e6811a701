"""Builds the same site with Panduan, Hugo, and Hugo followed by Pagefind, in turns, and prints what each costs."""

import argparse
import datetime
import os
import platform
import shutil
import subprocess
import sysconfig
import tempfile
from pathlib import Path

from corpus import Corpus
from measure import HEAD, Row, run, size

HERE = Path(__file__).resolve().parent
PANDUAN = Path(os.environ.get("PANDUAN", HERE.parents[1] / ".build/release/panduan")).absolute()
# The programs themselves: the wrappers in Python would add their own start.
PACKAGES = Path(sysconfig.get_path("platlib"))
HUGO = PACKAGES / "hugo" / "binaries" / "hugo"
PAGEFIND = PACKAGES / "pagefind_bin" / "pagefind"


def first_line(command):
    return subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0]


def processor():
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.machine()


def compare(panduan, hugo_site, output, runs):
    """The rows of the table; the tools take turns, so that what else the machine does falls on all of them.

    Every run writes to a new folder and none is removed before the end: right after many files were deleted, some
    file systems are slow to make new ones.
    """
    rows = [Row("Panduan, with its search index"), Row("Hugo, without search"), Row("Hugo, then Pagefind")]
    for number in range(runs):
        ours, theirs = output / f"panduan-{number}", output / f"hugo-{number}"
        rows[0].costs.append(run([PANDUAN, "build", "--source", panduan, "--output", ours], panduan))
        rows[0].files, rows[0].bytes = size(ours)
        built = run([HUGO, "--source", hugo_site, "--destination", theirs, "--quiet"], hugo_site)
        rows[1].costs.append(built)
        rows[1].files, rows[1].bytes = size(theirs)
        rows[2].costs.append(built + run([PAGEFIND, "--site", theirs], hugo_site))
        rows[2].files, rows[2].bytes = size(theirs)
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--panduan-site", type=Path, help="measure this folder instead of a made-up one")
    parser.add_argument("--hugo-site", type=Path, help="the same for Hugo, with its configuration and layouts")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        ours, theirs = options.panduan_site, options.hugo_site
        if not ours:
            ours, theirs = work / "panduan-site", work / "hugo-site"
            shutil.copytree(HERE / "hugo-site", theirs)
            Corpus(options.pages).write(ours / "content", theirs / "content")
        count, written = size(ours)
        rows = compare(ours.absolute(), theirs.absolute(), work, options.runs)
    print(f"{count} files of Markdown, {written / 2**20:.1f} MiB; {options.runs} runs; {datetime.date.today()}; {processor()}, {os.cpu_count()} cores")
    print(f"{first_line([HUGO, 'version']).split('+')[0]}; {first_line([PAGEFIND, '--version'])}\n")
    print(HEAD)
    for row in rows:
        print(row.line(rows[0]))


if __name__ == "__main__":
    main()
