"""Pages on which the tests of role-plays and slides play: in both languages, every kind of scene and slide on them."""

_HEAD = """---
title: {title}
summary: {title}.
owner: Pegawai Latihan
sources: [amalan baik]
reviewed: 2026-11-01
---
"""

_ROLE_PLAY = """
## Satu

:::scenario [Kes {name}]{{script=../skrip/pelanggan-pemarah.md officer=Petugas}}
Giliran {name}.

### Dia tiba

- **Pelanggan:** Baris pertama.
- **Petugas:** Baris kedua.

1. [Maaf, **Encik**.](#dia-duduk) :score{{S1=+1 S8=+1}}
   Sebab pertama.
2. [Sekejap.](#dia-tunggu) :score{{S4=-1}}
   Sebab kedua.
3. [Balik dahulu.](#dia-pergi) :score{{S8=-2}}

### Dia tunggu

Dia mengeluh.

1. [Saya di sini, Encik.](#dia-tiba) :score{{S4=+1}}
   Kembali.
2. [*(diam)*](#dia-pergi)

### Dia duduk

1. [Terima kasih.](#dia-senyum) :score{{S7=+1}}
   Sebab senyum.
2. [Dah.](#dia-diam) :score{{S5=-1}}

### Dia senyum

:ending{{kind=good}} Dia pulang dengan senang hati.

### Dia diam

:ending{{kind=neutral}} Dia pulang.

### Dia pergi

:ending{{kind=bad}} Dia tidak akan datang lagi.
:::
"""

_SLIDES = """
Pembuka sebelum tajuk pertama.

:::notes
Nota pembuka.
:::

## Bab satu

- Satu
- Dua

:::notes
Tanya **kelas** dahulu.
:::

### Bahagian pertama

| A | B |
|---|---|
| 1 | 2 |

:::details [Jawapan]
Sepuluh saat.
:::

## Bab panjang

{long}

## Bab akhir

Tamat, dan [pautan](uji-peranan.md).
"""

ROLE_PLAY = {"ms": "latihan/uji-peranan.html", "en": "en/latihan/uji-peranan.html"}
SLIDES = {"ms": "latihan/uji-slaid.html", "en": "en/latihan/uji-slaid.html"}

TRAINING_PAGES = {
    "latihan/uji-peranan.md": _HEAD.format(title="Uji peranan") + _ROLE_PLAY.format(name="A"),
    "latihan/uji-peranan.en.md": _HEAD.format(title="Try a role-play") + _ROLE_PLAY.format(name="B"),
    "latihan/uji-slaid.md": _HEAD.format(title="Uji slaid") + _SLIDES.format(long="\n\n".join(["Ayat yang panjang. " * 12] * 6)),
    "latihan/uji-slaid.en.md": _HEAD.format(title="Try the slides") + _SLIDES.format(long="\n\n".join(["A long sentence. " * 12] * 6)),
}


def drop(page, text):
    """Drops a file on a page, beside the fields for it."""
    page.evaluate(
        """text => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([text], 'kemajuan.json'));
          document.querySelector('h1').dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
        }""",
        text,
    )
