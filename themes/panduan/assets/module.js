/* On a page on which something is learnt: says when answers cannot be kept, and when the page has changed since. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var page = document.documentElement.dataset;

  /** Makes an element: `make('p', {className: 'x'}, 'text', child…)`. */
  panduan.make = function (name, properties) {
    var element = Object.assign(document.createElement(name), properties);
    Array.prototype.slice.call(arguments, 2).forEach(function (child) { if (child) element.append(child); });
    return element;
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

  var place = document.createElement('div');

  function notice(text, button) {
    place.append(panduan.make('div', { className: 'notice' }, panduan.make('div', {}, panduan.make('p', {}, text), button)));
  }

  var shown = '';

  function tell() {
    var state = progress.state();
    var damaged = progress.damaged().length;
    var old = progress.outdated(page.module, page.version)[0];
    var now = [state, damaged, old && old.at].join();
    if (now === shown) return; // a notice that is written again is read out again
    shown = now;
    place.textContent = '';
    if (state !== 'kept') {
      var button = panduan.make('button', { type: 'button' }, panduan.word('download_progress'));
      button.addEventListener('click', progress.download);
      notice(panduan.word(state === 'tab' ? 'kept_in_tab' : 'kept_in_page'), button);
    }
    if (damaged) notice(panduan.word('progress_damaged'));
    if (old) notice(panduan.word('module_changed', { date: panduan.dateText(old.at) }));
  }

  place.className = 'learning-notices';
  place.setAttribute('role', 'status');
  var body = document.querySelector('main .body') || document.getElementById('main');
  body.prepend(place);
  progress.subscribe(tell);
  tell();
})();
