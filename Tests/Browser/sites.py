"""Where the pages of the tested site are, and the pages that are added to it for the tests."""

from dataclasses import dataclass
from pathlib import Path

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
    "everything": "everything.html",
    "fallback": "en/everything.html",
}

ALIAS = "alamat-lama.html"
HOSTILE = "<img src=x onerror=alert(1)> \"&' {{title}}"

# Every construct of an author on one page; text that a careless page would run; an old address.
EXTRA_PAGES = {
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
}


@dataclass
class Site:
    """A built site, and the address under which a browser sees it."""

    folder: Path
    base: str

    def __call__(self, path):
        return self.base + path
