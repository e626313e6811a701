"""Writes a made-up helpdesk's knowledge base in Markdown: seeded, with Malay-like words whose frequencies fall as in real text.

The same seed and number of pages give the same files. The pages of both styles are the same bytes; only the
folders' own pages differ: index.md for Panduan, _index.md for Hugo.
"""

import bisect
import itertools
import random
from pathlib import Path

FOLDERS = {
    "prosedur": "Prosedur", "soalan": "Soalan lazim", "dasar": "Dasar", "skrip": "Skrip", "borang": "Borang",
    "latihan": "Latihan",
}
PAGES_IN_A_FOLDER = 40
COMMON = """yang dan di untuk dengan dalam ini pada kepada oleh itu adalah tidak akan dari telah boleh juga atau sebagai
ialah bagi perlu setiap pelanggan perkhidmatan kaunter aduan pegawai hari masa maklumat borang permohonan telefon jabatan
agensi helpdesk semakan jawapan maklum balas tempoh bekerja secara supaya mereka jika apabila semasa sebelum selepas""".split()
HEADINGS = [
    "Tujuan", "Skop", "Langkah kerja", "Syarat", "Dokumen diperlukan", "Tempoh", "Peranan", "Pengecualian", "Contoh",
    "Semakan akhir", "Rujukan lanjut", "Rekod",
]
OWNERS = ["Ketua Unit Khidmat Pelanggan", "Penyelia Kaunter", "Penyelia Helpdesk", "Pegawai Aduan"]
CONSONANTS = "b c d g h j k l m n p r s t".split() + ["ng", "ny", "sy"]
ENDINGS = ["", "", "n", "ng", "r", "s", "t", "k", "h", "l", "m"]
NASALS = {"p": "m", "b": "mb", "t": "n", "d": "nd", "c": "nc", "j": "nj", "s": "ny", "k": "ng", "g": "ngg", "h": "ngh"}


def nasal(prefix, root):
    return prefix + NASALS.get(root[0], "") + (root[1:] if root[0] in NASALS else root)


AFFIXED = [
    lambda root: root, lambda root: nasal("me", root), lambda root: "di" + root, lambda root: nasal("me", root) + "kan",
    lambda root: "di" + root + "kan", lambda root: nasal("pe", root) + "an", lambda root: root + "an",
    lambda root: "ber" + root, lambda root: "ke" + root + "an", lambda root: "ter" + root, lambda root: root + "nya",
]


class Corpus:
    """Pages and their folders, drawn from one random sequence."""

    def __init__(self, pages, seed=2008):
        self.count = pages
        self.chance = random.Random(seed)
        self.words = self.vocabulary(min(120_000, 4_000 + 12 * pages))
        weights = (1 / (rank + 8) for rank in range(len(self.words)))
        self.cumulative = list(itertools.accumulate(weights))
        self.tags = [self.root() for _ in range(min(200, 20 + pages // 50))]
        self.names = [self.name(number) for number in range(pages)]

    def root(self):
        syllables = (self.chance.choice(CONSONANTS) + self.chance.choice("aiueo") for _ in range(self.chance.choice([1, 1, 2])))
        return "".join(syllables) + self.chance.choice(CONSONANTS) + self.chance.choice("aiu") + self.chance.choice(ENDINGS)

    def vocabulary(self, size):
        made = {}
        while len(made) < size:
            root = self.root()
            for affixed in self.chance.sample(AFFIXED, 3):
                made[affixed(root)] = None
        rare = list(made)
        self.chance.shuffle(rare)
        return COMMON + rare

    def word(self):
        return self.words[bisect.bisect(self.cumulative, self.chance.random() * self.cumulative[-1])]

    def sentence(self):
        words = [self.word() for _ in range(self.chance.randint(7, 19))]
        if self.chance.random() < 0.15:
            words[2] = f"**{words[2]}**"
        return words[0].capitalize() + " " + " ".join(words[1:]) + "."

    def paragraph(self):
        return " ".join(self.sentence() for _ in range(self.chance.randint(2, 4)))

    def name(self, number):
        folder = list(FOLDERS)[number // PAGES_IN_A_FOLDER % len(FOLDERS)]
        group = number // (PAGES_IN_A_FOLDER * len(FOLDERS)) + 1
        title = " ".join(self.word() for _ in range(self.chance.randint(3, 6))).capitalize()
        return folder, f"kumpulan-{group:02}", f"halaman-{number:05}", title

    def link(self, number):
        folder, group, name, title = self.names[self.chance.randrange(self.count)]
        return f"[{title.lower()}](../../{folder}/{group}/{name}.md)"

    def blocks(self, number):
        yield self.paragraph()
        for heading in self.chance.sample(HEADINGS, self.chance.randint(4, 6)):
            yield f"## {heading}"
            yield self.paragraph()
            yield self.chance.choice([self.paragraph, self.bullets, self.steps, lambda: self.table()])()
            yield f"Lihat {self.link(number)}. {self.sentence()}"

    def bullets(self):
        return "\n".join("- " + self.sentence() for _ in range(self.chance.randint(3, 6)))

    def steps(self):
        return "\n".join(f"{number}. {self.sentence()}" for number in range(1, self.chance.randint(4, 8)))

    def table(self):
        rows = [f"| {self.word()} | {self.chance.randint(1, 30)} hari | {self.sentence()} |" for _ in range(self.chance.randint(3, 6))]
        return "\n".join(["| Perkara | Tempoh | Catatan |", "|---|--:|---|", *rows])

    def page(self, number):
        title = self.names[number][3]
        tags = ", ".join(sorted({self.chance.choice(self.tags) for _ in range(self.chance.randint(2, 4))}))
        matter = [
            f"title: {title}", f"summary: {self.sentence()}".replace("*", ""), f"owner: {self.chance.choice(OWNERS)}", "sources: [amalan baik]",
            f"reviewed: 2026-{self.chance.randint(1, 10):02}-{self.chance.randint(1, 28):02}", f"tags: [{tags}]",
        ]
        return "---\n" + "\n".join(matter) + "\n---\n\n" + "\n\n".join(self.blocks(number)) + "\n"

    def write(self, panduan, hugo):
        """Writes the pages to two folders, the index files as each tool names them."""
        titles = {"": "Panduan percubaan"}
        for number in range(self.count):
            folder, group, name, _ = self.names[number]
            titles[folder] = FOLDERS[folder]
            titles[f"{folder}/{group}"] = f"{FOLDERS[folder]}, {group.replace('-', ' ')}"
            text = self.page(number)
            for place in (panduan, hugo):
                path = Path(place, folder, group, name + ".md")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        for path, title in titles.items():
            for place, file in ((panduan, "index.md"), (hugo, "_index.md")):
                matter = f"---\ntitle: {title}\nowner: {OWNERS[0]}\nsources: [amalan baik]\nreviewed: 2026-10-01\n---\n"
                Path(place, path, file).write_text(matter, encoding="utf-8")
