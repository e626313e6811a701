"""Texts that try to be more than text, in the forms in which careless pages have let them."""

CALL = "alert(1)"

PAYLOADS = [
    # Elements that run something by themselves
    f"<script>{CALL}</script>",
    f"<ScRiPt >{CALL}</sCrIpT>",
    f"<script/x>{CALL}</script/y>",
    f"<scr<script>ipt>{CALL}</scr</script>ipt>",
    "<script src=data:text/javascript,alert(1)></script>",
    "<script src=//evil.example/x.js></script>",
    f"<img src=x onerror={CALL}>",
    f"<img/src=x/onerror={CALL}//",
    f"<img src=`x` onerror\n=\n{CALL}>",
    f"<svg onload={CALL}>",
    f"<svg><script>{CALL}</script></svg>",
    f"<svg><animate onbegin={CALL} attributeName=x dur=1s>",
    "<svg><a xlink:href=javascript:alert(1)><text y=20>x</text></a></svg>",
    f"<math><mtext></p><img src onerror={CALL}></math>",
    f"<video><source onerror={CALL}></video>",
    f"<audio src=x onerror={CALL}>",
    f"<details open ontoggle={CALL}>x</details>",
    f"<input autofocus onfocus={CALL}>",
    f"<body onload={CALL}>",
    f"<marquee onstart={CALL}>x</marquee>",
    "<iframe src=javascript:alert(1)></iframe>",
    f"<iframe srcdoc='<script>{CALL}</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<style>@import '//evil.example/x.css';</style>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    # Out of the place that they stand in
    f"\"><script>{CALL}</script>",
    f"'><img src=x onerror={CALL}>",
    f"\" autofocus onfocus={CALL} x=\"",
    f"' onmouseover={CALL} x='",
    f"</title><script>{CALL}</script>",
    f"</textarea><script>{CALL}</script>",
    f"</script><script>{CALL}</script>",
    f"--><script>{CALL}</script><!--",
    f"]]><script>{CALL}</script>",
    f"<noscript><p title=\"</noscript><img src=x onerror={CALL}>\">",
    f"<template><script>{CALL}</script></template>",
    f"\");{CALL};(\"",
    f"';{CALL};//",
    f"\\\");{CALL}//",
    f"\u2028{CALL}\u2029",
    "${alert(1)}",
    "{{alert(1)}} {{{body}}} {{> layout}} {{#t}}{{/t}}",
    "<%= alert(1) %> <?php alert(1) ?>",
    # Addresses
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "&#106;avascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    # Written another way
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "＜script＞alert(1)＜/script＞",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "<\u200bscript>alert(1)</script>",
    "__proto__",
    "constructor",
    "toString",
]

# Whatever stands in a page that only an author's markup or a careless script could have put there.
INTRUDERS = """
() => {
  const allowed = new Set(['assets', 'search'].map(folder => new URL(document.documentElement.dataset.root + folder + '/', location).href));
  return [...document.querySelectorAll('*')].filter(element => {
    const name = element.tagName.toLowerCase();
    if ([...element.attributes].some(attribute => /^on|^style$|^srcdoc$/i.test(attribute.name))) return true;
    for (const key of ['href', 'src', 'action', 'formaction', 'xlink:href', 'data']) {
      const value = (element.getAttribute(key) || '').replace(/[\\u0000-\\u0020]/g, '');
      if (name === 'img' && /^data:image/.test(value)) continue;
      if (/^(javascript|vbscript|data):/i.test(value)) return true;
    }
    if (name === 'script' || name === 'link') {
      const address = element.src || element.href || '';
      return element.rel !== 'canonical' && ![...allowed].some(home => address.startsWith(home)) && !/strings-\\w+[.\\w]*\\.js$|types-\\w+[.\\w]*\\.js$/.test(address);
    }
    if (name === 'meta') return /refresh/i.test(element.httpEquiv);
    if (name === 'form') return element.className !== 'find';
    return /^(iframe|object|embed|base|style|marquee|video|audio|math|animate|template|textarea)$/.test(name);
  }).map(element => element.outerHTML.slice(0, 160));
}
"""
