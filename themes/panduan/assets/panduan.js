/* On every page: display, menu, reviews compared with the reader's clock, copying, printing; brings in the search. */
(function () {
  'use strict';
  var root = document.documentElement;
  var site = root.dataset;
  var panduan = window.panduan = window.panduan || {};

  // Browsers give one store to all local files, or none at all: keys carry the site's id, failures are ignored.
  panduan.store = {
    get: function (key) {
      try { return localStorage.getItem('panduan:' + site.site + ':' + key); } catch (error) { return null; }
    },
    set: function (key, value) {
      try {
        if (value === null) localStorage.removeItem('panduan:' + site.site + ':' + key);
        else localStorage.setItem('panduan:' + site.site + ':' + key, value);
      } catch (error) { /* a page without a store still works */ }
    }
  };

  panduan.word = function (key, values) {
    var text = (window.panduanStrings || {})[key] || key;
    return text.replace(/\{(\w+)\}/g, function (whole, name) {
      return values && name in values ? String(values[name]) : whole;
    });
  };

  // Before the first paint, so that nobody is dazzled by the wrong paper.
  root.classList.add('js');
  var chosen = panduan.store.get('theme');
  if (chosen === 'dark' || chosen === 'light') root.dataset.theme = chosen;
  if (/[?&]q=[^&]/.test(location.search)) root.classList.add('asked');

  /** Days from the reader's today until an ISO date; negative when it has passed. */
  panduan.daysUntil = function (iso) {
    var parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso || '');
    if (!parts) return null;
    var now = new Date();
    var today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    return Math.round((Date.UTC(+parts[1], parts[2] - 1, +parts[3]) - today) / 86400000);
  };

  panduan.dateText = function (iso) {
    var parts = (iso || '').split('-');
    var months = panduan.word('months').split(' ');
    return parts.length === 3 ? +parts[2] + ' ' + (months[parts[1] - 1] || parts[1]) + ' ' + parts[0] : iso;
  };

  /** {state: ok, soon or late; text} of a review, or null when there is no date. */
  panduan.review = function (reviewed, due) {
    if (!reviewed) return null;
    var days = panduan.daysUntil(due);
    if (days !== null && days < 0) {
      return { state: 'late', text: panduan.word(days === -1 ? 'late_one' : 'late', { n: -days }) };
    }
    if (days !== null && days <= 30) {
      return { state: 'soon', text: panduan.word('due_soon', { date: panduan.dateText(due) }) };
    }
    return { state: 'ok', text: panduan.word('reviewed', { date: panduan.dateText(reviewed) }) };
  };

  /** When a page was verified, and what is wrong with that, as words for a copied answer. */
  panduan.verified = function (reviewed, due) {
    var review = panduan.review(reviewed, due);
    if (!review) return '';
    var text = panduan.word('reviewed', { date: panduan.dateText(reviewed) });
    return review.state === 'ok' ? text : text + ' (' + review.text + ')';
  };

  panduan.announce = function (text) {
    var region = document.getElementById('say');
    if (region) region.textContent = text;
  };

  panduan.copy = function (text, button) {
    function done(key) {
      panduan.announce(panduan.word(key));
      if (!button) return;
      var label = button.querySelector('span');
      label.textContent = panduan.word(key);
      setTimeout(function () { label.textContent = panduan.word('copy_answer'); }, 2000);
    }
    function fallback() {
      var area = document.createElement('textarea');
      var focus = document.activeElement;
      area.value = text;
      area.className = 'hide';
      document.body.appendChild(area);
      area.select();
      var copied = false;
      try { copied = document.execCommand('copy'); } catch (error) { copied = false; }
      area.remove();
      if (focus) focus.focus();
      done(copied ? 'copied' : 'copy_failed');
    }
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(text).then(function () { done('copied'); }, fallback);
    } else {
      fallback();
    }
  };

  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
  function clean(text) { return text.replace(/\s+/g, ' ').trim(); }

  function showReviews() {
    all('.review:not(.ok):not(.soon):not(.late)').forEach(function (element) {
      var words = element.querySelector('.words');
      if (!words) return;
      var review = panduan.review(element.dataset.reviewed, element.dataset.due);
      if (!review) return;
      element.classList.add(review.state);
      if (review.state !== 'ok') words.textContent = review.text;
    });
    all('.entries [data-due]:not(.seen)').forEach(function (item) {
      var days = panduan.daysUntil(item.dataset.due);
      var title = item.querySelector('a');
      if (!title) return;
      item.classList.add('seen');
      if (days === null || days >= 0) return;
      var mark = document.createElement('span');
      mark.className = 'late';
      mark.textContent = panduan.word(days === -1 ? 'late_one' : 'late', { n: -days });
      title.after(mark);
    });
  }

  function showDue() {
    var list = document.querySelector('.due');
    if (!list) return;
    var shown = 0;
    Array.prototype.forEach.call(list.children, function (item) {
      var review = panduan.review(item.dataset.due, item.dataset.due);
      var isDue = Boolean(review) && review.state !== 'ok';
      item.hidden = !isDue;
      if (!isDue) return;
      shown += 1;
      var time = item.querySelector('time');
      time.className = review.state;
      if (review.state === 'late') time.textContent = review.text;
    });
    list.hidden = shown === 0;
    list.nextElementSibling.hidden = shown > 0;
  }

  /** The answer card as plain text, with its source and the date it was verified. */
  function answerText(card) {
    var lines = [clean(document.querySelector('h1 > span:last-child').textContent)];
    Array.prototype.forEach.call(card.querySelectorAll('dl > div'), function (row) {
      lines.push(clean(row.querySelector('dt').textContent) + ': ' + clean(row.querySelector('dd').textContent));
    });
    var trust = all('.trust > span').map(function (part) {
      return panduan.verified(part.dataset.reviewed, part.dataset.due) || clean(part.textContent);
    }).join(' · ');
    return lines.join('\n') + '\n' + panduan.word('source') + ': ' + trust;
  }

  /** The list of sections scrolls by itself: show where one is in it. */
  function showPlace() {
    var list = document.getElementById('sections');
    var here = list && list.querySelector('[aria-current]');
    if (here && list.scrollHeight > list.clientHeight) list.scrollTop = here.offsetTop - list.clientHeight / 3;
  }

  function isDark() {
    if (root.dataset.theme) return root.dataset.theme === 'dark';
    return Boolean(window.matchMedia) && matchMedia('(prefers-color-scheme: dark)').matches;
  }

  function prepareDisplay() {
    var button = document.querySelector('.dark');
    if (!button) return;
    button.setAttribute('aria-pressed', String(isDark()));
    button.addEventListener('click', function () {
      var theme = isDark() ? 'light' : 'dark';
      root.dataset.theme = theme;
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
      var box = document.getElementById('q');
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

  function addScript(path) {
    if (!path) return;
    var script = document.createElement('script');
    script.src = site.root + path;
    script.async = false;
    document.head.appendChild(script);
  }

  /** The search is fetched when somebody means to use it, in this order: types, interface, engine. */
  function prepareSearch() {
    var box = document.getElementById('q');
    if (!box) return;
    var isLoaded = false;
    function load() {
      if (isLoaded) return;
      isLoaded = true;
      (site.search + ' ' + site.engine).split(' ').forEach(addScript);
    }
    // The home page puts the cursor into the box by itself; that is no use of it yet, and the engine is the heaviest file.
    var isSearch = Boolean(document.querySelector('.browse'));
    var isOnHome = document.body.classList.contains('home');
    if ((isOnHome || isSearch) && matchMedia('(hover: hover)').matches && !location.hash) {
      box.focus({ preventScroll: true });
    }
    ['focus', 'input', 'keydown', 'pointerdown'].forEach(function (name) { box.addEventListener(name, load); });
    if (isSearch || box.value || (document.activeElement === box && !isOnHome)) load();
  }

  // Reviews are worded while the page is being read, before it is painted: nothing jumps afterwards.
  var watcher = new MutationObserver(showReviews);
  watcher.observe(root, { childList: true, subtree: true });

  document.addEventListener('DOMContentLoaded', function () {
    watcher.disconnect();
    if (matchMedia('(min-width: 68.75rem)').matches) {
      all('.beside details').forEach(function (details) { details.open = true; });
    }
    showPlace();
    showReviews();
    showDue();
    prepareDisplay();
    prepareMenu();
    prepareKeys();
    prepareSearch();
  });
})();
