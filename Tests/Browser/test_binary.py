"""The binary that is handed on: one file that needs nothing beside it."""

import os
import shutil
import subprocess
from pathlib import Path

PANDUAN = Path(os.environ.get("PANDUAN", ".build/release/panduan")).absolute()


def test_needs_no_shared_library():
    listing = subprocess.run(["ldd", PANDUAN], capture_output=True, text=True)
    assert "not a dynamic executable" in listing.stdout + listing.stderr, listing.stdout


def test_builds_a_folder_of_markdown_when_copied_into_an_empty_environment(tmp_path):
    binary = shutil.copy(PANDUAN, tmp_path / "panduan")
    notes = tmp_path / "my notes"
    notes.mkdir()
    (notes / "telefon.md").write_text("# Menjawab telefon\n\nAngkat dalam 10 saat.\n", encoding="utf-8")
    run = subprocess.run([binary, "build"], cwd=notes, env={}, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert "Menjawab telefon" in (notes / "site" / "telefon.html").read_text(encoding="utf-8")
