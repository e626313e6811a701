/* On a page on which something is learnt: says when answers cannot be kept, and when the page has changed since. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var page = document.documentElement.dataset;

  /** An element that holds copies of what stands in another. */
  panduan.copied = function (element, name, properties) {
    return panduan.make(name, properties, ...Array.from(element.childNodes, function (child) { return child.cloneNode(true); }));
  };

  /** An element that takes what stands in another, and its place in it. */
  panduan.wrapped = function (element, name, properties) {
    var inside = panduan.make(name, properties, ...element.childNodes);
    element.append(inside);
    return inside;
  };

  /** FNV-1a of 32 bits over bytes or other small numbers. */
  panduan.hash = function (numbers, start) {
    return numbers.reduce(function (value, number) { return Math.imul(value ^ number, 0x01000193); }, start || 0x811C9DC5) >>> 0;
  };

  /** A link of the site's menu once more (`review`, `progress`), or null where there is none. */
  panduan.menuLink = function (name) {
    var link = document.querySelector('#sections a.to-' + name);
    return link && panduan.make('a', { href: link.href }, link.textContent);
  };

  /** Prints one part of the page. */
  panduan.printOnly = function (part) {
    document.documentElement.classList.add('print-part');
    part.classList.add('printed');
    addEventListener('afterprint', function done() {
      removeEventListener('afterprint', done);
      document.documentElement.classList.remove('print-part');
      part.classList.remove('printed');
    });
    window.print();
  };

  /** Keys of everything kept of a module. */
  progress.ofModule = function (module) {
    return progress.keys().filter(function (key) {
      var start = key.indexOf('/');
      return start > 0 && key.slice(start + 1).split('#')[0] === module;
    });
  };

  /** The results of a module that were reached with another text than `version`, latest first. */
  progress.outdated = function (module, version) {
    return progress.ofModule(module).map(function (key) { return Object(progress.get(key)).result; })
      .filter(function (result) { return result && result.version && result.version !== version; })
      .sort(function (a, b) { return String(a.at) < String(b.at) ? 1 : -1; });
  };

  /** A result of an activity of this page, to be kept under `result`. */
  progress.result = function (score, passed) {
    var now = new Date();
    var day = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    return { score: score, passed: passed, at: day, version: page.version };
  };

  var place = panduan.make('div', { className: 'learning-notices' });
  var shown = '';

  function notice(text, hasFile) {
    var button = hasFile && panduan.make('button', { type: 'button' }, panduan.word('download_progress'));
    if (button) button.addEventListener('click', progress.download);
    return panduan.make('div', { className: 'notice' }, panduan.make('div', {}, panduan.make('p', {}, text), button));
  }

  function tell() {
    var state = progress.state();
    var damaged = progress.damaged().length;
    var old = progress.outdated(page.module, page.version)[0];
    var now = [state, damaged, old && old.at].join();
    if (now === shown) return; // a notice that is written again is read out again
    shown = now;
    place.textContent = '';
    if (state !== 'kept') place.append(notice(panduan.word(state === 'tab' ? 'kept_in_tab' : 'kept_in_page'), true));
    if (damaged) place.append(notice(panduan.word('progress_damaged')));
    if (old) place.append(notice(panduan.word('module_changed', { date: panduan.dateText(old.at) })));
  }

  // Firefox gives every page that is opened from a file a store of its own: what is done here has to be carried.
  panduan.isAlone = location.protocol === 'file:' && /\bFirefox\//.test(navigator.userAgent);
  var hasCarry = Boolean(document.querySelector('[data-carry], section.path')); // where it is carried to
  var alone = null;

  function tellAlone() {
    if (alone || hasCarry || !panduan.isAlone || !page.module || !progress.ofModule(page.module).length) return;
    alone = notice(panduan.word('kept_alone'), true);
    body.append(panduan.make('div', { className: 'learning-notices' }, alone));
  }

  place.setAttribute('role', 'status');
  var body = document.querySelector('main .body') || document.getElementById('main');
  body.prepend(place);
  [tell, tellAlone].forEach(function (show) {
    progress.subscribe(show);
    show();
  });
})();
