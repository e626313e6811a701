/* In the head of every page: the reader's settings before the first paint, the words, dates and reviews that other scripts use. */
(function () {
  'use strict';
  var root = document.documentElement;
  var panduan = window.panduan = window.panduan || {};
  var prefix = 'panduan:' + root.dataset.site + ':';

  // Browsers give one store to all local files, or none at all: keys carry the site's id, failures are ignored.
  panduan.store = {
    get: function (key) {
      try { return localStorage.getItem(prefix + key); } catch (error) { return null; }
    },
    set: function (key, value) {
      try {
        if (value === null) localStorage.removeItem(prefix + key);
        else localStorage.setItem(prefix + key, value);
      } catch (error) { /* a page without a store still works */ }
    }
  };

  panduan.word = function (key, values) {
    var text = (window.panduanStrings || {})[key] || (window.panduanTraining || {})[key] || key;
    return text.replace(/\{(\w+)\}/g, function (whole, name) {
      return values && name in values ? String(values[name]) : whole;
    });
  };

  /** Makes an element: `make('p', {className: 'x'}, 'text', child…)`; a child that is null is left out. */
  panduan.make = function (name, properties) {
    var element = Object.assign(document.createElement(name), properties);
    element.append(...Array.prototype.slice.call(arguments, 2).filter(Boolean));
    return element;
  };

  root.classList.add('js');
  // After the page's deferred scripts: what they make of it is first shown then, so that nothing moves.
  document.addEventListener('DOMContentLoaded', function () { root.classList.add('ready'); });
  var chosen = panduan.store.get('theme');
  if (chosen === 'dark' || chosen === 'light') root.dataset.theme = chosen;
  if (/[?&]q=[^&]/.test(location.search)) root.classList.add('asked');

  panduan.all = function (selector, inside) {
    return Array.prototype.slice.call((inside || document).querySelectorAll(selector));
  };

  /** Days from the reader's today until an ISO date; negative when it has passed. */
  panduan.daysUntil = function (iso) {
    var parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso || '');
    if (!parts) return null;
    var now = new Date();
    var today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
    return Math.round((Date.UTC(+parts[1], parts[2] - 1, +parts[3]) - today) / 86400000);
  };

  panduan.dateText = function (iso) {
    var parts = String(iso || '').split('-');
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

  function showReview(element) {
    var words = element.querySelector('.words');
    var review = words && panduan.review(element.dataset.reviewed, element.dataset.due);
    if (!review) return;
    element.classList.add(review.state);
    if (review.state !== 'ok') words.textContent = review.text;
  }

  function showLate(item) {
    var days = panduan.daysUntil(item.dataset.due);
    var title = item.querySelector('a');
    if (!title) return;
    item.classList.add('seen');
    if (days === null || days >= 0) return;
    var mark = document.createElement('span');
    mark.className = 'late';
    mark.textContent = panduan.word(days === -1 ? 'late_one' : 'late', { n: -days });
    title.after(mark);
  }

  // Reviews are worded while the page is being read, before it is painted: nothing jumps afterwards.
  function showReviews() {
    panduan.all('.review:not(.ok):not(.soon):not(.late)').forEach(showReview);
    panduan.all('.entries [data-due]:not(.seen)').forEach(showLate);
  }
  var watcher = new MutationObserver(showReviews);
  watcher.observe(root, { childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', function () {
    watcher.disconnect();
    showReviews();
  });

  /** Has screen readers say a text, after `wait` milliseconds unless something else is to be said before. */
  var speaking = 0;
  panduan.announce = function (text, wait) {
    var region = document.getElementById('say');
    clearTimeout(speaking);
    region.textContent = '';
    speaking = setTimeout(function () { region.textContent = text; }, wait || 20);
  };

  /** Beside what has the focus, so that nothing closes because the focus went elsewhere. */
  function copyByHand(text) {
    var area = document.createElement('textarea');
    var focus = document.activeElement;
    area.value = text;
    area.className = 'hide';
    focus.parentNode.appendChild(area);
    area.select();
    var isCopied = false;
    try { isCopied = document.execCommand('copy'); } catch (error) { isCopied = false; }
    area.remove();
    focus.focus();
    return isCopied;
  }

  /** Copies text and says so, on the button too when there is one; resolves to what was said. */
  panduan.copy = function (text, button) {
    function done(isCopied) {
      var told = panduan.word(isCopied ? 'copied' : 'copy_failed');
      panduan.announce(told);
      var label = button && button.querySelector('span');
      if (!label) return told;
      var before = label.dataset.label = label.dataset.label || label.textContent;
      label.textContent = told;
      setTimeout(function () { label.textContent = before; }, 2000);
      return told;
    }
    function byHand() { return copyByHand(text); }
    var copying = navigator.clipboard ? navigator.clipboard.writeText(text).then(function () { return true; }, byHand)
      : Promise.resolve(byHand());
    return copying.then(done);
  };
})();
