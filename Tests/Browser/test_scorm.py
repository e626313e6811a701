"""A SCORM 1.2 package in a learning management system: its run-time as the ADL text describes it, played by a frame."""

import subprocess
import zipfile
from xml.etree import ElementTree

import pytest

from conftest import REPOSITORY
from test_accessibility import violations

QUIZ = "latihan/kuiz-ringkas.md"
CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"

# The system's side. It refuses what the run-time forbids, and keeps what was committed when a page ends.
LMS = """
<!DOCTYPE html><title>LMS</title><link rel=icon href="data:,"><iframe id=sco style="width:100%;height:90vh"></iframe><script>
const WRITABLE = ['core.lesson_location', 'core.lesson_status', 'core.score.raw', 'core.score.min', 'core.score.max', 'core.exit', 'core.session_time', 'suspend_data'];
const STATES = ['passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted'];
let kept = JSON.parse(sessionStorage.getItem('kept') || '{}');
let now = null;
window.faults = []; window.finished = 0;
function fault(text) { window.faults.push(text); return 'false'; }
window.API = {
  LMSInitialize(text) { if (text !== '' || now) return fault('initialize'); now = Object.assign({}, kept); return 'true'; },
  LMSGetValue(name) { if (!now) return fault('get before initialize'); return name in now ? now[name] : ''; },
  LMSSetValue(name, value) {
    if (!now) return fault('set ' + name + ' outside a session');
    const key = name.replace(/^cmi\\./, '');
    if (!WRITABLE.includes(key)) return fault('read only: ' + name);
    if (typeof value !== 'string') return fault('no text: ' + name);
    if (key === 'suspend_data' && value.length > 4096) return fault('too long');
    if (key === 'core.lesson_status' && !STATES.includes(value)) return fault('status ' + value);
    if (key.startsWith('core.score') && !(+value >= 0 && +value <= 100)) return fault('score ' + value);
    if (key === 'core.session_time' && !/^\\d{2,4}:\\d{2}:\\d{2}(\\.\\d{1,2})?$/.test(value)) return fault('time ' + value);
    if (key === 'core.exit' && !['time-out', 'suspend', 'logout', ''].includes(value)) return fault('exit ' + value);
    now[name] = value; return 'true';
  },
  LMSCommit(text) { if (!now || text !== '') return fault('commit'); kept = Object.assign({}, now); sessionStorage.setItem('kept', JSON.stringify(kept)); return 'true'; },
  LMSFinish(text) { if (!now || text !== '') return fault('finish'); this.LMSCommit(''); now = null; window.finished += 1; return 'true'; },
  LMSGetLastError() { return '0'; }, LMSGetErrorString() { return ''; }, LMSGetDiagnostic() { return ''; }
};
window.value = name => kept['cmi.' + name];
document.getElementById('sco').src = location.hash.slice(1);
</script>
"""


def export(panduan, source, module, target):
    run = subprocess.run([panduan, "export", "scorm", module, "--source", source, "--output", target], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


@pytest.fixture(scope="session")
def source(tmp_path_factory):
    place = tmp_path_factory.mktemp("scorm")
    (place / "content/latihan").mkdir(parents=True)
    head = "---\ntitle: Kuiz ringkas\nowner: Unit\nsources: [amalan baik]\nreviewed: 2026-11-01\n---\n\n"
    (place / "content" / QUIZ).write_text(
        head + "Baca [halaman lain](../lain.md) dan [soalannya](#soalan).\n\n## Soalan\n\n"
        ":::quiz [Uji]{pass=60}\n### Satu?\n- [x] Betul\n- [ ] Salah\n\n### Dua?\n= 10\n:::\n", encoding="utf-8")
    (place / "content/lain.md").write_text(head.replace("Kuiz ringkas", "Lain") + "Isi.\n", encoding="utf-8")
    (place / "content/latihan/amali-ringkas.md").write_text(
        head.replace("Kuiz ringkas", "Amali ringkas") + ":::practice [Salam]\n- [ ] Sebut\n- [ ] Senyum\n:::\n", encoding="utf-8")
    (place / "content/latihan/kursus.md").write_text(
        head.replace("Kuiz ringkas", "Kursus") + ":::path\n1. [Kuiz](kuiz-ringkas.md)\n:::\n", encoding="utf-8")
    return place


@pytest.fixture(scope="session")
def package(panduan, source, folder, tmp_path_factory):
    """Unpacked where the tested site's server finds it."""
    target = tmp_path_factory.mktemp("zip") / "modul.zip"
    export(panduan, source, QUIZ, target)
    place = folder / "lms"
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        archive.extractall(place / "modul")
    (place / "index.html").write_text(LMS, encoding="utf-8")
    return place


@pytest.fixture
def lms(package, server, open_page):
    return open_page(server + "lms/index.html#modul/latihan/kuiz-ringkas.html")


def sco(page):
    frame = page.frame_locator("#sco")
    frame.locator(".quiz .go").wait_for()
    return frame


def answer(frame, choice, number):
    frame.get_by_label(choice).check()
    frame.locator(".go").click()
    frame.locator(".go").click()
    frame.locator(".question.current [type=text]").fill(number)
    frame.locator(".go").click()


def value(page, name):
    page.wait_for_timeout(300)
    return page.evaluate("name => window.value(name)", name)


def leave(page):
    page.evaluate("document.getElementById('sco').src = 'about:blank'")
    page.wait_for_timeout(300)


def test_a_learner_passes(lms):
    frame = sco(lms)
    assert value(lms, "core.lesson_status") == "incomplete"
    answer(frame, "Betul", "10")
    assert value(lms, "core.lesson_status") == "passed" and value(lms, "core.score.raw") == "100"
    leave(lms)
    assert lms.evaluate("[window.faults, window.finished]") == [[], 1]
    assert value(lms, "core.session_time").startswith("00:00:") and value(lms, "core.exit") == ""


def test_a_learner_fails(lms):
    answer(sco(lms), "Salah", "9")
    assert value(lms, "core.lesson_status") == "failed" and value(lms, "core.score.raw") == "0"
    leave(lms)
    assert lms.evaluate("window.faults") == []


def test_a_learner_comes_back_to_the_second_question(lms):
    frame = sco(lms)
    frame.get_by_label("Betul").check()
    frame.locator(".go").click()
    assert value(lms, "core.lesson_status") == "incomplete"
    leave(lms)
    assert value(lms, "core.exit") == "suspend"
    assert len(value(lms, "suspend_data")) <= 4096
    lms.evaluate("Object.keys(localStorage).forEach(key => localStorage.removeItem(key))")
    lms.reload()
    frame = sco(lms)
    frame.locator(".places .correct").wait_for()
    assert frame.locator(".places .correct").count() == 1
    assert lms.evaluate("window.faults") == []


def test_a_practice_comes_back(panduan, source, package, server, open_page, tmp_path):
    export(panduan, source, "latihan/amali-ringkas.md", tmp_path / "amali.zip")
    with zipfile.ZipFile(tmp_path / "amali.zip") as archive:
        archive.extractall(package / "amali")
    page = open_page(server + "lms/index.html#amali/latihan/amali-ringkas.html")
    frame = page.frame_locator("#sco")
    frame.get_by_label("Senyum").check()
    frame.locator("textarea").fill("Catatan saya")
    assert value(page, "core.lesson_status") == "incomplete"
    leave(page)
    page.reload()
    frame.get_by_label("Senyum").wait_for()
    page.wait_for_timeout(300)
    assert [box.is_checked() for box in frame.locator(".checks input").all()] == [False, True]
    assert frame.locator("textarea").input_value() == "Catatan saya"
    assert page.evaluate("window.faults") == []


def test_nothing_of_a_learner_stays_in_the_browser(lms):
    answer(sco(lms), "Betul", "10")
    leave(lms)
    assert lms.evaluate("Object.keys(localStorage).filter(key => key.includes(':progress:'))") == []


def test_a_system_that_refuses_is_told_to_the_learner(lms):
    frame = sco(lms)
    lms.evaluate("window.API.LMSCommit = () => 'false'")
    frame.get_by_label("Betul").check()
    frame.locator(".go").click()
    lms.wait_for_timeout(300)
    assert "tidak menerima jawapan" in frame.locator("#say").inner_text()


def test_a_package_opens_as_a_plain_page(package, open_page, folder):
    page = open_page(folder.as_uri() + "/lms/modul/latihan/kuiz-ringkas.html")
    assert page.locator("a[href*='lain']").count() == 0 and "halaman lain" in page.locator("main").inner_text()
    assert page.locator("a[href='#soalan']").count() == 1
    page.get_by_label("Betul").check()
    page.reload()
    assert page.get_by_label("Betul").is_checked()
    assert violations(page) == []


def test_the_manifest_lists_every_file_and_page(panduan, source, tmp_path):
    for module, pages in [(QUIZ, ["latihan/kuiz-ringkas.html"]), ("latihan/kursus.md", ["latihan/kursus.html", "latihan/kuiz-ringkas.html"])]:
        export(panduan, source, module, tmp_path / "a.zip")
        export(panduan, source, module, tmp_path / "b.zip")
        assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
        with zipfile.ZipFile(tmp_path / "a.zip") as archive:
            manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))
            names = sorted(archive.namelist())
        resources = {item.get("identifier"): item for item in manifest.iter(CP + "resource")}
        items = [resources[item.get("identifierref")] for item in manifest.iter(CP + "item")]
        assert [item.get("href") for item in items] == pages
        assert all(item.get(ADL + "scormtype") == "sco" for item in items)
        assert sorted([file.get("href") for file in manifest.iter(CP + "file")] + ["imsmanifest.xml"]) == names


@pytest.mark.parametrize("module", ["tiada.md", "lain.md", "../x.md"])
def test_a_page_that_cannot_be_exported_says_why(panduan, source, tmp_path, module):
    run = subprocess.run([panduan, "export", "scorm", module, "--source", source, "--output", tmp_path / "x.zip"], capture_output=True, text=True)
    assert run.returncode == 1 and run.stderr.startswith("error: ")
    assert not (tmp_path / "x.zip").exists()


def test_the_repository_course_can_be_exported(panduan, tmp_path):
    export(panduan, REPOSITORY, "latihan/kursus-pengurusan-pelanggan.md", tmp_path / "kursus.zip")
    with zipfile.ZipFile(tmp_path / "kursus.zip") as archive:
        assert len([name for name in archive.namelist() if name.endswith(".html")]) > 15
