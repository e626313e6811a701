"""\"Kemajuan saya\": progress, the record, carrying it by file and by code, wiping; and the trainer's page and command."""

import json
import subprocess

import pytest

from test_accessibility import violations
from training_pages import drop

KEY = "quiz/latihan/kuiz#quiz.1"


def finish_quiz(page, url, right=7):
    page.goto(url)
    page.evaluate(
        """([key, right]) => {
          const version = document.documentElement.dataset.version;
          const ids = Array.from(document.querySelectorAll('.question'), item => item.dataset.id);
          const seen = {}, a = {}, m = {};
          ids.forEach((id, index) => { seen[id] = [1, index < right ? 0 : 1]; });
          const score = Math.round(100 * right / ids.length);
          panduan.progress.set(key, { n: 1, a, m, at: '', seen, last: score, result: { score, passed: score >= 80, at: '2026-11-02', version } });
        }""",
        [KEY, right],
    )


def type_name(page, name):
    page.locator("#learner").fill(name)


def test_progress_of_every_module(site, open_page):
    page = open_page(site("kemajuan.html"))
    assert "0 daripada" in page.locator("#module-count").inner_text()
    assert "Belum ada yang selesai" in page.locator("#record-sheet").inner_text()
    finish_quiz(page, site("latihan/kuiz.html"))
    page.get_by_role("link", name="Kemajuan saya").click()
    page.wait_for_selector("#module-count:has-text('1 daripada')")
    assert "1 daripada" in page.locator("#module-count").inner_text()
    item = page.locator("#module-list li", has=page.get_by_role("link", name="Kuiz", exact=True))
    assert "Selesai pada 2 Nov 2026 · 100 %" in item.inner_text()
    assert violations(page) == []


def test_the_record_says_what_it_is(from_file, open_page):
    page = open_page(from_file("kemajuan.html"))
    finish_quiz(page, from_file("latihan/kuiz.html"), right=6)
    page.goto(from_file("kemajuan.html"))
    record = page.locator("#record-sheet")
    first = page.locator(".check-code").inner_text()
    assert not page.evaluate("panduan.progress.keys().includes('learner')")
    type_name(page, "Siti binti Contoh")
    assert page.locator(".check-code").inner_text() != first
    text = record.inner_text()
    for part in ["Siti binti Contoh", "Kuiz", "86 %", "2 Nov 2026", "Diisytiharkan sendiri", "Panduan Khidmat Pelanggan"]:
        assert part in text, part
    page.reload()
    assert "Siti binti Contoh" in record.inner_text()
    page.evaluate("document.documentElement.classList.add('print-part'); document.getElementById('record-sheet').classList.add('printed')")
    page.emulate_media(media="print")
    assert record.is_visible() and not page.locator("#module-list").is_visible()
    page.emulate_media(media="screen")
    type_name(page, "")
    assert not page.evaluate("panduan.progress.keys().includes('learner')")


def test_a_changed_module_says_so(from_file, open_page):
    page = open_page(from_file("kemajuan.html"))
    finish_quiz(page, from_file("latihan/kuiz.html"))
    page.evaluate("key => { const value = panduan.progress.get(key); value.result.version = 'lama'; panduan.progress.set(key, value); }", KEY)
    page.goto(from_file("kemajuan.html"))
    assert "telah berubah" in page.locator("#module-list").inner_text()
    assert "kandungan lama" in page.locator("#record-sheet").inner_text()


def saved(page, tmp_path, name="kemajuan.json"):
    with page.expect_download() as download:
        page.get_by_role("button", name="Muat turun kemajuan").click()
    assert download.value.suggested_filename.startswith("kemajuan-khidmat-pelanggan-")
    path = tmp_path / name
    download.value.save_as(path)
    return path


@pytest.mark.parametrize("way", ["file", "code", "drop"])
def test_progress_is_carried_to_another_browser(from_file, open_page, tmp_path, way):
    page = open_page(from_file("kemajuan.html"))
    finish_quiz(page, from_file("latihan/kuiz.html"))
    page.goto(from_file("kemajuan.html"))
    path = saved(page, tmp_path)
    code = page.evaluate("panduan.code.write(JSON.stringify(panduan.progress.all()))")
    other = open_page(from_file("kemajuan.html"))
    if way == "file":
        other.locator("#carry-box input[type=file]").set_input_files(path)
    elif way == "code":
        other.locator("#carry-box textarea").fill(code[:50] + "\n " + code[50:])
        other.get_by_role("button", name="Guna kod ini").click()
    else:
        drop(other, path.read_text(encoding="utf-8"))
    other.wait_for_selector(".carry-status:has-text('Kemajuan diambil')")
    assert other.evaluate("key => panduan.progress.get(key).result.score", KEY) == 100
    assert "1 daripada" in other.locator("#module-count").inner_text()
    assert violations(other) == []


@pytest.mark.parametrize("path, label", [("kemajuan.html", "Pilih fail…"), ("rekod.html", "Pilih fail…"), ("en/kemajuan.html", "Choose files…")])
def test_files_are_picked_in_the_readers_language(from_file, open_page, tmp_path, path, label):
    page = open_page(from_file(path))
    button = page.locator(".pick")
    assert button.inner_text() == label
    page.locator("input[type=file]").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert button.evaluate("label => getComputedStyle(label).outlineStyle") == "solid"
    with page.expect_file_chooser() as chooser:
        button.click()
    file = tmp_path / "kemajuan-saya.json"
    file.write_text("{}", encoding="utf-8")
    chooser.value.set_files(file)
    page.wait_for_selector(".carry-status:has-text('kemajuan-saya.json: ')")
    assert page.locator(".pick + span").inner_text() == "kemajuan-saya.json"


@pytest.mark.parametrize("text", ["", "{}", "PND1abc", "[1]", '{"format":"panduan-progress","version":1,"site":"lain","items":{}}', '{"format":"panduan-progress","version":9,"site":"khidmat-pelanggan","items":{}}', "x" * 100_000])
def test_what_is_no_progress_is_refused(from_file, open_page, tmp_path, text):
    page = open_page(from_file("kemajuan.html"))
    before = page.evaluate("JSON.stringify(panduan.progress.all().items)")
    path = tmp_path / "salah.json"
    path.write_text(text, encoding="utf-8")
    page.locator("#carry-box input[type=file]").set_input_files(path)
    page.wait_for_selector(".carry-status:has-text('salah.json: ')")
    assert page.evaluate("JSON.stringify(panduan.progress.all().items)") == before


def test_one_changed_sign_of_a_code_is_noticed(from_file, open_page):
    page = open_page(from_file("kemajuan.html"))
    noticed = page.evaluate("""() => {
      const code = panduan.code.write(JSON.stringify(panduan.progress.all()) + 'a'.repeat(400));
      let noticed = 0;
      for (let i = 4; i < code.length; i++) {
        const sign = code[i] === 'A' ? 'B' : 'A';
        try { panduan.code.read(code.slice(0, i) + sign + code.slice(i + 1)); } catch (error) { noticed += 1; }
      }
      return noticed / (code.length - 4);
    }""")
    assert noticed > 0.99


def test_wiping_asks_first(from_file, open_page):
    page = open_page(from_file("kemajuan.html"))
    finish_quiz(page, from_file("latihan/kuiz.html"))
    page.goto(from_file("kemajuan.html"))
    page.locator("#wipe").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.className") == "no"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "wipe"
    assert page.evaluate("key => panduan.progress.get(key) !== null", KEY)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "telah dipadamkan" in page.locator("#wipe-status").inner_text()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.includes(':progress:'))") == []
    assert "0 daripada" in page.locator("#module-count").inner_text()


def test_the_trainers_page_and_command_agree(from_file, open_page, tmp_path, panduan):
    page = open_page(from_file("kemajuan.html"))
    paths = []
    for name, right in [("Siti", 7), ("Ali, S.", 4)]:
        finish_quiz(page, from_file("latihan/kuiz.html"), right)
        page.goto(from_file("kemajuan.html"))
        type_name(page, name)
        check = page.locator(".check-code").inner_text()
        paths.append(saved(page, tmp_path, f"{right}.json"))
    code = tmp_path / "kod.txt"
    code.write_text(page.evaluate("panduan.code.write(JSON.stringify(panduan.progress.all()))"), encoding="utf-8")
    trainer = open_page(from_file("rekod.html"))
    trainer.locator("#records-input input[type=file]").set_input_files(paths)
    trainer.wait_for_selector("#records-input .carry-status:has-text('2 pelatih')")
    assert "✓ 100 %" in trainer.locator("#records-output").inner_text()
    assert "Padankan ciri dengan nombornya" in trainer.locator("#records-output").inner_text()
    assert violations(trainer) == []
    with trainer.expect_download() as download:
        trainer.get_by_role("button", name="Muat turun rekod (CSV)").click()
    table = download.value.path().read_text(encoding="utf-8-sig")
    assert '"Ali, S.",Kuiz,Uji diri,57,tidak,2026-11-02,' in table and check in table
    run = subprocess.run(
        [panduan, "record", "--csv", "--site", from_file.folder, code, paths[0]], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert run.stdout.lstrip("\ufeff").splitlines() == table.splitlines()


def test_without_javascript_the_pages_say_what_they_need(from_file, open_page):
    for path in ["kemajuan.html", "rekod.html"]:
        page = open_page(from_file(path), java_script_enabled=False)
        assert page.get_by_text("memerlukan JavaScript").first.is_visible()
        assert not page.locator(".scripted").is_visible()


@pytest.mark.parametrize("path", ["kemajuan.html", "en/kemajuan.html", "rekod.html", "en/rekod.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(from_file, open_page, path, scheme):
    page = open_page(from_file(path), color_scheme=scheme, viewport={"width": 320, "height": 700})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hostile_items_stay_text(from_file, open_page, tmp_path):
    nasty = "<img src=x onerror=alert(1)>"
    items = {
        "learner": {"t": 1, "v": {"name": nasty}}, f"quiz/{nasty}#quiz.1": {"t": 1, "v": {"result": {"score": 1, "passed": True, "at": nasty, "version": nasty}, "seen": {nasty: [1, 1], "x": nasty}}},
        "__proto__": {"t": 1, "v": {"polluted": True}}, "constructor": 5, "quiz/#": {"t": 1, "v": None},
    }
    path = tmp_path / "jahat.json"
    path.write_text(json.dumps({"format": "panduan-progress", "version": 1, "site": "khidmat-pelanggan", "items": items}), encoding="utf-8")
    for page_path, box in [("rekod.html", "#records-input"), ("kemajuan.html", "#carry-box")]:
        page = open_page(from_file(page_path))
        page.locator(f"{box} input[type=file]").set_input_files(path)
        page.wait_for_selector("#records-status:not(:empty), .carry-status:not(:empty)")
        assert page.locator("main img").count() == 0
        assert page.evaluate("({}).polluted === undefined")


def test_a_code_that_was_cut_off_stays_to_be_mended(from_file, open_page):
    page = open_page(from_file("kemajuan.html"))
    page.evaluate("panduan.progress.set('quiz/a#quiz.1', { n: 1 })")
    code = page.evaluate("panduan.code.write(JSON.stringify(panduan.progress.all()))")
    page.evaluate("panduan.progress.wipe()")
    field = page.locator("#carry-box textarea")
    for cut in [code[:-1], code[:40], "PND1"]:
        field.fill(cut)
        page.get_by_role("button", name="Guna kod ini").click()
        assert "tidak lengkap atau telah berubah" in page.locator(".carry-status").inner_text()
        assert field.input_value() == cut and page.evaluate("document.activeElement.id") == "carry-box.code"
    field.fill(code)
    page.get_by_role("button", name="Guna kod ini").click()
    assert page.locator(".carry-status").inner_text() == "Kemajuan diambil: 1 rekod dikemas kini."
    assert field.input_value() == ""


@pytest.mark.parametrize("page_name", ["kemajuan.html", "rekod.html", "latihan/kursus-contoh.html"])
def test_a_file_that_is_far_too_large_is_refused_unread(from_file, open_page, tmp_path, page_name):
    path = tmp_path / "besar.json"
    with path.open("wb") as file:
        file.truncate(50 << 20)
    page = open_page(from_file(page_name))
    page.locator("input[type=file]").set_input_files(path)
    page.wait_for_selector(".carry-status:has-text('besar.json: Fail ini terlalu besar')", state="attached")


def test_hostile_items_of_a_file_are_left_out(from_file, open_page):
    page = open_page(from_file("kemajuan.html"))
    good = '"quiz/latihan/kuiz#quiz.1": {"t": 5, "v": {"n": 2, "__proto__": {"polluted": true}}}'
    bad = [
        '"__proto__": {"t": 5, "v": {"polluted": true}}', '"constructor": {"t": 5, "v": 1}', '"quiz/x": {"t": 5, "v": 1}',
        '"quiz/a#1": {"t": "5", "v": 1}', '"quiz/b#1": {"t": -1, "v": 1}', '"quiz/c#1": {"t": 1e300, "v": 1}',
        '"quiz/d#1": [5, 1]', '"quiz/e#1": null', '"quiz/' + "f" * 400 + '#1": {"t": 5, "v": 1}',
    ]
    text = '{"format": "panduan-progress", "version": 1, "site": "khidmat-pelanggan", "items": {%s}}' % ", ".join([good, *bad])
    drop(page, text)
    page.wait_for_selector(".carry-status:has-text('1 rekod')")
    assert page.evaluate("panduan.progress.keys()") == ["quiz/latihan/kuiz#quiz.1"]
    assert page.evaluate("({}).polluted === undefined && panduan.progress.get('quiz/latihan/kuiz#quiz.1').n === 2")
    page.goto(from_file("latihan/kuiz.html"))
    assert page.locator(".quiz .go").is_visible()


def test_several_files_are_taken_at_once_and_the_bad_one_is_named(from_file, open_page, tmp_path):
    page = open_page(from_file("kemajuan.html"))
    texts = {"a.json": '{"format":"panduan-progress","version":1,"site":"khidmat-pelanggan","items":{"quiz/a#1":{"t":5,"v":1}}}',
             "b.json": '{"format":"panduan-progress","version":1,"site":"lain","items":{}}'}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    page.locator("#carry-box input[type=file]").set_input_files([tmp_path / name for name in texts])
    page.wait_for_selector(".carry-status:has-text('b.json: Kemajuan ini daripada laman lain')")
    assert "1 rekod" in page.locator(".carry-status").inner_text()


def test_the_modules_that_can_be_done_are_listed_in_the_order_of_the_course(from_file, open_page):
    page = open_page(from_file("kemajuan.html"))
    titles = page.locator("#module-list a").all_inner_texts()
    course = page.evaluate("panduanModules.find(module => module.key === 'latihan/kursus-pengurusan-pelanggan').activities[0].modules")
    first = page.evaluate("keys => keys.map(key => panduanModules.find(module => module.key === key).title)", course)
    places = [titles.index(title) for title in first]
    assert places == sorted(places) and "Kad imbas: angka" not in titles
    assert page.locator(".due-cards a").inner_text() == "Ulang kaji harian"


def test_a_file_of_very_many_items_is_taken_in_promptly_or_refused(from_file, open_page):
    page = open_page(from_file("kemajuan.html"))
    text = """count => JSON.stringify({ format: 'panduan-progress', version: 1, site: 'khidmat-pelanggan', items: Object.fromEntries(
      Array.from({ length: count }, (item, n) => ['quiz/x' + n + '#quiz.1', { t: 5, v: { n: 1, note: 'x'.repeat(300) } }])) })"""
    drop(page, page.evaluate(text, 19_000))
    page.wait_for_selector(".carry-status:has-text('19000 rekod')")
    assert page.evaluate("panduan.progress.get('quiz/x18999#quiz.1').n") == 1
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    assert page.evaluate("panduan.progress.keys('quiz/').length") == 19_000, "what localStorage cannot hold stays in the tab"
    drop(page, page.evaluate(text, 20_001))
    page.wait_for_selector(".carry-status:has-text('terlalu besar')")
