/// Templates that print what they are given, so that tests do not depend on how the theme draws it.
let bareTheme = """
    -- themes/panduan/templates/layout.mustache --
    {{{content}}}
    -- themes/panduan/templates/page.mustache --
    title: {{title}}
    lang: {{lang}}, body in {{content_lang}}{{#is_fallback}}, a fallback{{/is_fallback}}
    type: {{type.id}} {{type.label}} {{type.hue}}
    crumbs:{{#breadcrumbs}} {{title}} → {{url}};{{/breadcrumbs}}
    languages:{{#languages}} {{code}} {{name}} → {{url}}{{#current}} (current){{/current}};{{/languages}}
    sections:{{#sections}} {{title}} → {{url}}{{#current}} (current){{/current}};{{/sections}}
    siblings: {{{siblings_html}}}
    subsections:{{#subsections}} {{title}} → {{url}} ({{count}});{{/subsections}}
    previous:{{#has_previous}} {{previous.title}} → {{previous.url}}{{/has_previous}}
    next:{{#has_next}} {{next.title}} → {{next.url}}{{/has_next}}
    related:{{#related}} {{title}} → {{url}};{{/related}}
    tags:{{#tags}} {{title}} → {{url}};{{/tags}}
    sources:{{#sources}} {{text}} → {{url}}{{#cancelled}} (cancelled){{/cancelled}};{{/sources}}
    replaced:{{#has_superseded}} {{superseded.title}} → {{superseded.url}}{{/has_superseded}}
    replaces:{{#replaces}} {{title}} → {{url}};{{/replaces}}
    facts:{{#fields}} {{label}}: {{{html}}};{{/fields}}
    dates: {{reviewed_text}} to {{due_text}}
    errors:{{#errors}} {{place}}: {{message}};{{/errors}}
    summary: {{{summary_html}}}
    body: {{{body}}}
    -- themes/panduan/templates/partials/sibling.mustache --
    {{title}}{{#current}} (current){{/current}};
    -- themes/panduan/templates/section.mustache --
    section: {{title}}
    crumbs:{{#breadcrumbs}} {{title}} → {{url}};{{/breadcrumbs}}
    pages:{{#pages}} {{title}} → {{url}};{{/pages}}
    subsections:{{#subsections}} {{title}} → {{url}} ({{count}});{{/subsections}}
    errors:{{#errors}} {{place}}: {{message}};{{/errors}}
    body: {{{body}}}
    -- themes/panduan/templates/home.mustache --
    home: {{title}}
    pinned:{{#pinned}} {{title}} → {{url}};{{/pinned}}
    types:{{#types}} {{label}} → {{url}} ({{count}});{{/types}}
    recent:{{#recent}} {{title}} → {{url}} ({{reviewed}});{{/recent}}
    due:{{#due_soon}} {{title}} → {{url}} ({{due}});{{/due_soon}}
    errors:{{#errors}} {{place}}: {{message}};{{/errors}}
    body: {{{body}}}
    -- themes/panduan/templates/tags.mustache --
    tags:{{#tags}} {{title}} → {{url}} ({{count}});{{/tags}}
    -- themes/panduan/templates/tag.mustache --
    tag: {{title}}:{{#pages}} {{title}} → {{url}};{{/pages}}
    -- themes/panduan/templates/index-az.mustache --
    {{#letters}}{{letter}} ({{id}}):{{#pages}} {{title}} → {{url}};{{/pages}}
    {{/letters}}
    -- themes/panduan/templates/search.mustache --
    types:{{#types}} {{label}} → {{url}} ({{count}});{{/types}}
    -- themes/panduan/templates/not-found.mustache --
    home: {{home_url}}
    -- themes/panduan/templates/alias.mustache --
    moved: {{title}} → {{url}}

    """

/// A site with something of everything that navigation knows.
let navigationSite =
    bareTheme + """
    -- site.yml --
    title: { ms: Laman, en: Site }
    languages: [ms, en]
    base_url: https://panduan.contoh.my/a
    navigation: [soalan, prosedur]
    pinned: [prosedur/kaunter/b.md, /soalan/apa-itu.md]
    types:
      notis:
        label: { ms: Notis, en: Notice }
        plural: { ms: Notis, en: Notices }
        folder: papan
        hue: teal
        fields: { hingga: { kind: date, label: { ms: Hingga, en: Until } } }
    -- content/index.md --
    # Selamat datang
    -- content/lepas.md --
    ---
    title: Lepas
    type: notis
    hingga: 2026-12-01
    ---
    Tanpa folder sendiri.
    -- content/prosedur/index.md --
    ---
    title: Prosedur kerja
    ---
    Mula dengan [A](kaunter/a.md).
    -- content/prosedur/a10.md --
    ---
    title: Langkah 10
    tags: [Résumé, index]
    reviewed: 2026-01-31
    review_months: 1
    ---
    Lihat [soalan](../soalan/) dan [Kad](../glosari/kad.md).
    -- content/prosedur/a9.md --
    ---
    title: Langkah 9
    tags: [resume, kad]
    reviewed: 2026-02-01
    aliases: [lama/sembilan/]
    ---
    -- content/prosedur/a9.en.md --
    ---
    title: Step 9
    tags: [card]
    reviewed: 2026-02-02
    aliases: [old/nine.html]
    ---
    See [ten](a10.md), [the Malay](a9.md) and [the section](index.md).
    -- content/prosedur/akhir.md --
    ---
    title: Akhir
    order: 2
    ---
    Lihat [versi Inggeris](a9.en.md).
    -- content/prosedur/awal.md --
    ---
    title: Zaman
    order: 1
    ---
    -- content/prosedur/kaunter/a.md --
    # A *sudah* `siap`
    -- content/prosedur/kaunter/b.md --
    ---
    sources: [PKPA Bil.1 Tahun 2001, PKPA Bil. 1/2008, Buku, amalan baik]
    tags: [kad]
    ---
    # B

    Teks.
    -- content/pekeliling/lama.md --
    ---
    title: PKPA 1/2001
    number: PKPA Bil. 1/2001
    superseded_by: baharu.md
    ---
    -- content/pekeliling/baharu.md --
    ---
    title: PKPA 1/2008
    number: PKPA Bil. 1/2008
    ---
    -- content/soalan/apa-itu.en.md --
    Only in English.
    -- content/glosari/kad.md --
    ---
    title: "[Kad]"
    ---
    -- content/glosari/1-hari.md --
    ---
    title: 1 hari
    ---
    -- content/glosari/elok.md --
    ---
    title: Élok
    ---
    -- content/_serpihan.md --
    # Bukan halaman
    """
