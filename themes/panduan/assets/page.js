/* What a page answers to: its buttons, its keys, its menu; and the search, fetched when somebody means to use it. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var word = panduan.word;
  var all = panduan.all;
  var root = document.documentElement;
  var site = root.dataset;
  var box = document.getElementById('q');

  function clean(text) { return text.replace(/\s+/g, ' ').trim(); }

  /** Of what is due on the home page, the first ten. */
  function showDue() {
    var most = 10;
    var list = document.querySelector('.due');
    if (!list) return;
    var shown = all('li', list).filter(function (item) {
      var review = panduan.review(item.dataset.due, item.dataset.due);
      item.hidden = !review || review.state === 'ok';
      if (item.hidden) return false;
      var time = item.querySelector('time');
      time.className = review.state;
      if (review.state === 'late') time.textContent = review.text;
      return true;
    });
    shown.slice(most).forEach(function (item) { item.hidden = true; });
    if (shown.length > most) {
      list.appendChild(document.createElement('li')).textContent = word('more_due', { n: shown.length - most });
    }
    list.hidden = shown.length === 0;
    list.nextElementSibling.hidden = shown.length > 0;
  }

  /** The answer card as plain text, with its source and the date it was verified. */
  function answerText(card) {
    var lines = [clean(document.querySelector('h1 > span:last-child').textContent)];
    all('dl > div', card).forEach(function (row) {
      lines.push(clean(row.querySelector('dt').textContent) + ': ' + clean(row.querySelector('dd').textContent));
    });
    var trust = all('.trust > span').map(function (part) {
      return panduan.verified(part.dataset.reviewed, part.dataset.due) || clean(part.textContent);
    }).join(' · ');
    return lines.join('\n') + '\n' + word('source') + ': ' + trust;
  }

  /** What a script quotes is there to be sent or said: each is copied by a button of its own. */
  function prepareQuotes() {
    all('.type-skrip .body > blockquote').forEach(function (quote) {
      var text = Array.from(quote.children, function (part) { return part.innerText; }).join('\n\n');
      var button = panduan.make('button', { type: 'button', className: 'copy' }, panduan.make('span', {}, word('copy')));
      button.addEventListener('click', function () { panduan.copy(text, button); });
      quote.append(button);
    });
  }

  /** The list of sections scrolls by itself: show where one is in it. */
  function showPlace() {
    var list = document.getElementById('sections');
    var here = list && list.querySelector('[aria-current]');
    if (here && list.scrollHeight > list.clientHeight) list.scrollTop = here.offsetTop - list.clientHeight / 3;
  }

  function isDark() {
    if (site.theme) return site.theme === 'dark';
    return matchMedia('(prefers-color-scheme: dark)').matches;
  }

  function prepareDisplay() {
    var button = document.querySelector('.dark');
    if (!button) return;
    button.setAttribute('aria-pressed', String(isDark()));
    button.addEventListener('click', function () {
      var theme = isDark() ? 'light' : 'dark';
      site.theme = theme;
      panduan.store.set('theme', theme);
      button.setAttribute('aria-pressed', String(theme === 'dark'));
    });
  }

  function prepareMenu() {
    var button = document.querySelector('.menu');
    var list = document.getElementById('sections');
    if (!button || !list) return;
    function set(isOpen) {
      list.classList.toggle('open', isOpen);
      button.setAttribute('aria-expanded', String(isOpen));
    }
    button.setAttribute('role', 'button');
    button.setAttribute('aria-controls', 'sections');
    set(false);
    button.addEventListener('click', function (event) {
      event.preventDefault();
      set(!list.classList.contains('open'));
      if (list.classList.contains('open')) list.querySelector('a').focus();
    });
    button.addEventListener('keydown', function (event) {
      if (event.key === ' ') { event.preventDefault(); button.click(); }
    });
    document.addEventListener('keydown', function (event) {
      if (event.key !== 'Escape' || !list.classList.contains('open')) return;
      set(false);
      button.focus();
    });
  }

  function isTyping(target) {
    return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
  }

  function prepareKeys() {
    var card = document.querySelector('.page .answer');
    var copy = card && card.querySelector('.copy');
    if (copy) copy.addEventListener('click', function () { panduan.copy(answerText(card), copy); });
    all('.print').forEach(function (button) {
      button.addEventListener('click', function () { window.print(); });
    });
    document.addEventListener('keydown', function (event) {
      // The home page's box has the focus already: the key that leads to it is not the first letter of a question.
      if (event.key === '/' && event.target === box && !box.value) event.preventDefault();
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/' && box) {
        event.preventDefault();
        box.focus();
        box.select();
      } else if (event.key === 'c' && copy && !String(getSelection())) {
        copy.click();
      }
    });
  }

  /** Fetches a script or a style sheet of the site; scripts run in the order in which they are asked for. */
  function fetchFile(path) {
    return new Promise(function (resolve, reject) {
      var isStyle = /\.css$/.test(path);
      var element = document.createElement(isStyle ? 'link' : 'script');
      if (isStyle) element.rel = 'stylesheet';
      else element.async = false;
      element[isStyle ? 'href' : 'src'] = site.root + path;
      element.onload = resolve;
      element.onerror = reject;
      document.head.appendChild(element);
    });
  }

  /** Keys that are meant for the results, pressed while the search is still being fetched, are kept for it. */
  function keepEarlyKeys() {
    panduan.early = [];
    box.addEventListener('keydown', function (event) {
      var isFirst = event.key === 'ArrowDown' || event.key === 'ArrowUp';
      if (!panduan.early || !(isFirst || (event.key === 'Enter' && panduan.early.length))) return;
      event.preventDefault();
      panduan.early.push(event.key);
    });
  }

  function prepareSearch() {
    if (!box) return;
    var isLoaded = false;
    function load() {
      if (isLoaded) return;
      isLoaded = true;
      site.search.split(' ').filter(Boolean).forEach(fetchFile);
      panduan.engine = fetchFile(site.engine);
    }
    // The home page puts the cursor into the box by itself; that is no use of it yet, and the engine is the heaviest file.
    var isSearch = Boolean(document.querySelector('.browse'));
    var isHome = document.body.classList.contains('home');
    if ((isHome || isSearch) && matchMedia('(hover: hover)').matches && !location.hash) box.focus({ preventScroll: true });
    keepEarlyKeys();
    ['focus', 'input', 'keydown', 'pointerdown'].forEach(function (name) { box.addEventListener(name, load); });
    if (isSearch || box.value || (document.activeElement === box && !isHome)) load();
  }

  if (matchMedia('(min-width: 68.75rem)').matches) {
    all('.beside details').forEach(function (details) { details.open = true; });
  }
  showPlace();
  showDue();
  prepareDisplay();
  prepareMenu();
  prepareKeys();
  prepareQuotes();
  prepareSearch();
})();
