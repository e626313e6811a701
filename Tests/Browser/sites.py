"""Where the pages of the tested site are, and the pages that are added to it for the tests."""

from dataclasses import dataclass
from pathlib import Path

from training_pages import TRAINING_PAGES

# One page of each kind that the theme draws.
KINDS = {
    "home": "index.html",
    "home in English": "en/index.html",
    "section": "prosedur/index.html",
    "dasar": "dasar/piagam-pelanggan.html",
    "prosedur": "prosedur/jawab-telefon.html",
    "borang": "borang/daftar-urusan.html",
    "soalan": "soalan/berapa-lama-panggilan-mesti-dijawab.html",
    "modul": "latihan/s1-salam.html",
    "skrip": "skrip/pelanggan-pemarah.html",
    "pekeliling": "pekeliling/pkpa-1-2008.html",
    "glosari": "glosari/8s.html",
    "plain page": "hubungi.html",
    "search": "cari.html",
    "search with results": "cari.html?q=telefon",
    "tag": "tag/helpdesk.html",
    "tags": "tag/index.html",
    "A to Z": "a-z.html",
    "figures": "fakta.html",
    "not found": "404.html",
    "practice": "latihan/amali.html",
    "cards": "latihan/kad.html",
    "course": "latihan/kursus-contoh.html",
    "daily review": "ulang-kaji.html",
    "everything": "everything.html",
    "fallback": "en/everything.html",
}

ALIAS = "alamat-lama.html"
HOSTILE = "<img src=x onerror=alert(1)> \"&' {{title}}"

QUIZ_HEAD = """---
title: %s
owner: Ketua Unit
sources: [amalan baik]
reviewed: 2026-11-01
---

"""

# Every kind of question, and a quiz in an order of the learner's own.
QUIZ = """:::quiz [Uji diri]{pass=80}
### Apakah tiga perkara dalam ayat pembuka?

- [ ] Nama, jawatan, nombor sambungan
  Pelanggan tidak memerlukan nombor sambungan.
- [x] Salam, nama, soalan
  > Siapa, dan apa yang boleh dibantu.
- [ ] Salam sahaja

> Ayat pembuka menjawab siapa dan mengapa.

### Yang mana boleh dibuat? {points=2}

- [x] Senyum
- [x] Pandang pelanggan
- [ ] Menoleh ke skrin

### Nama agensi tidak perlu disebut di telefon.

- [ ] Betul
- [x] Salah

### Dalam berapa saat panggilan dijawab?

? Lihat **piagam pelanggan**.

= 10 ± 1 saat

### Apakah ucapan pembuka?

~ Assalamualaikum
= salam sejahtera

### Susun langkahnya

1. Sambut
2. Salam
3. Nama

### Padankan ciri dengan nombornya

- Salam = S1
- Sayang = S2
:::
"""

RANDOM_QUIZ = ":::quiz [Ujian]{random draw=5}\n" + "".join(
    f"### Soalan nombor {n}\n\n- [x] Betul sekali\n- [ ] Bukan ini\n- [ ] Bukan itu\n\n" for n in range(1, 13)) + ":::\n"

# Every construct of an author on one page; text that a careless page would run; an old address.
EXTRA_PAGES = {
    "gajah.md": """---
title: Gajah berbaris
owner: Ketua Unit
sources: [amalan baik]
reviewed: 2026-11-01
---

Seekor gajah berdiri di hadapan.

## Di belakang

Gajah yang kecil berjalan di belakang gajah.
""",
    "everything.md": f"""---
title: '{HOSTILE.replace("'", "''")}'
summary: 'Ringkasan </script><script>alert(2)</script>'
owner: Ketua Unit
sources: [amalan baik]
reviewed: 2026-11-01
review_months: 12
aliases: [/alamat-lama]
answer:
  say: 'Katakan <b onclick="alert(3)">ini</b>'
  do: Buat ini
---

Perenggan dengan `kod`, **tebal**, ~~batal~~, nota kaki[^1] dan perkataanyangsangatpanjangsekalitanpasebarangruangdiantarahurufnyaseolaholahtidakakanberakhir.

## Jadual yang lebar

| Satu | Dua | Tiga | Empat | Lima | Enam | Tujuh | Lapan |
|---|:-:|--:|---|---|---|---|---|
| perkhidmatan | pelanggan | 123.45 | pengurusan | pentadbiran | penyelarasan | kebertanggungjawaban | akhir |

## Senarai

- [x] sudah
- [ ] belum

:::note [Ingat]
Nota biasa.
:::

:::warning [Awas]
Amaran.
:::

:::details [Lagi]
Butiran tersembunyi.
:::

:::steps
1. :who[Petugas kaunter] :time[10 saat] Langkah pertama.
2. Langkah kedua.
:::

:::dialogue
- **Pelanggan:** Bila siap?
- **Petugas:** Esok pagi.
:::

```text
baris kod yang panjang sekali supaya kotaknya lebih lebar daripada skrin yang paling kecil sekalipun, tanpa henti
```

> Petikan

[^1]: Nota kaki.
""",
    "latihan/amali.md": """---
title: Amali
owner: Ketua Unit
sources: [amalan baik]
reviewed: 2026-11-01
---

:::practice [Salam di telefon]{minutes=10}
Minta rakan menelefon anda tiga kali.

- [ ] Salam
- [ ] Nama
- [ ] Nama agensi
:::
""",
    "latihan/kuiz.md": QUIZ_HEAD % "Kuiz" + QUIZ,
    "latihan/kuiz.en.md": QUIZ_HEAD % "Quiz" + QUIZ,
    "latihan/rawak.md": QUIZ_HEAD % "Rawak" + RANDOM_QUIZ,
    **TRAINING_PAGES,
    "latihan/kad.md": """---
title: Kad tempoh
owner: Ketua Unit
sources: [amalan baik]
reviewed: 2026-11-01
---

:::cards [Tempoh]
- **Jawab telefon** Dalam 10 saat.
- **Pelanggan menunggu** Status setiap *20 saat*.
- **Kaji semula piagam** Sekali dalam 12 bulan.
:::
""",
    "latihan/kad-glosari.md": """---
title: Kad istilah
owner: Ketua Unit
sources: [amalan baik]
reviewed: 2026-11-01
---

:::cards [Istilah]{from=glosari}
:::
""",
    "latihan/kursus-contoh.md": """---
title: Kursus contoh
owner: Ketua Unit
sources: [amalan baik]
reviewed: 2026-11-01
---

:::path [Kursus contoh]
1. [Amali](amali.md)
2. [Kad tempoh](kad.md)
3. [Kad istilah](kad-glosari.md)
   - [Amali](amali.md)
:::
""",
}


@dataclass
class Site:
    """A built site, and the address under which a browser sees it."""

    folder: Path
    base: str

    def __call__(self, path):
        return self.base + path
