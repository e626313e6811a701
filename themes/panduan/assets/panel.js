/* What opens under the search box: its parts, and the option that is chosen while the box keeps the focus. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var word = panduan.word;
  var make = panduan.results.make;
  var button = panduan.results.button;
  var form = document.querySelector('.find');
  var box = document.getElementById('q');
  var isPage = Boolean(document.querySelector('.browse'));
  var options = [];
  var active = -1;

  var root = make('div', isPage ? 'panel inline' : 'panel');
  var parts = {};
  ['status', 'notes', 'filters', 'lead', 'found', 'below'].forEach(function (name) {
    parts[name] = root.appendChild(make('div', name));
  });
  var count = parts.status.appendChild(make('span', 'count'));
  // Beside the count, so that where there is room nothing moves when it comes and goes as one types.
  var meant = parts.status.appendChild(make('span', 'meant'));
  var hits = parts.found.appendChild(make('div', 'hits'));
  var copy = parts.found.appendChild(button('copy', undefined, function () { copyAnswer(options[0]); }));
  var links = parts.below.appendChild(make('span'));

  parts.filters.setAttribute('role', 'group');
  parts.filters.setAttribute('aria-label', word('filter'));
  hits.id = 'hits';
  hits.setAttribute('role', 'listbox');
  copy.appendChild(make('span', '', word('copy_answer')));
  copy.appendChild(make('kbd', '', 'Alt C')).setAttribute('aria-hidden', 'true');
  copy.setAttribute('aria-keyshortcuts', 'Alt+C');
  if (!isPage) parts.below.appendChild(keys());
  root.hidden = true;
  copy.hidden = true;
  form.appendChild(root);
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', 'hits');
  box.setAttribute('aria-expanded', 'false');

  function keys() {
    var line = make('span', 'keys');
    line.setAttribute('aria-hidden', 'true');
    [['↑', ''], ['↓', 'key_choose'], ['Enter', 'key_open'], ['Esc', 'key_close']].forEach(function (pair) {
      line.appendChild(make('kbd', '', pair[0]));
      line.appendChild(document.createTextNode(pair[1] ? ' ' + word(pair[1]) + ' ' : ' '));
    });
    return line;
  }

  function setOpen(isOpen) {
    root.hidden = !isOpen;
    box.setAttribute('aria-expanded', String(isOpen && options.length > 0));
    if (!isOpen) choose(-1);
  }

  function clear() {
    [meant, parts.notes, parts.filters, parts.lead, hits, links].forEach(function (part) { part.textContent = ''; });
    count.textContent = '';
    parts.status.hidden = false;
    copy.hidden = true;
    options = [];
    choose(-1);
  }

  /** Adds an option; `act` is what choosing it does, `hit` the result that it stands for. */
  function add(element, parent, act, hit) {
    element.id = 'hit-' + options.length;
    element.setAttribute('role', 'option');
    element.setAttribute('aria-selected', 'false');
    if (element.href) element.tabIndex = -1;
    element.addEventListener('click', act);
    options.push({ element: element, act: act, hit: hit || {} });
    (parent || hits).appendChild(element);
    copy.hidden = !options[0].hit.answer;
  }

  function choose(index) {
    var before = options[active];
    if (before) before.element.setAttribute('aria-selected', 'false');
    active = options[index] ? index : -1;
    var now = options[active];
    if (!now) return box.removeAttribute('aria-activedescendant');
    now.element.setAttribute('aria-selected', 'true');
    box.setAttribute('aria-activedescendant', now.element.id);
    now.element.scrollIntoView({ block: 'nearest' });
  }

  /** One option on; beyond either end lies the box itself. */
  function move(step) {
    var next = active + step;
    choose(next < -1 ? options.length - 1 : next);
  }

  /** Says at an option, for those who see it, what has just been announced. */
  function tell(option, text) {
    panduan.all('.told', hits).forEach(function (old) { old.remove(); });
    var told = panduan.results.inReadersLanguage(option.element.appendChild(make('span', 'told', text)));
    told.setAttribute('aria-hidden', 'true');
    told.scrollIntoView({ block: 'nearest' });
    setTimeout(function () { told.remove(); }, 2000);
  }

  function copyAnswer(option) {
    option = option || options[Math.max(active, 0)];
    if (!option) return;
    if (!option.hit.answer) {
      panduan.announce(word('no_answer'));
      return tell(option, word('no_answer'));
    }
    panduan.copy(panduan.results.answerText(option.hit), option === options[0] && copy).then(function (text) {
      if (option !== options[0]) tell(option, text);
    });
    panduan.queries.keep(box.value.trim());
  }

  panduan.panel = {
    form: form, box: box, isPage: isPage, count: count, meant: meant, notes: parts.notes, filters: parts.filters, lead: parts.lead, hits: hits, links: links,
    status: parts.status, clear: clear, add: add, setOpen: setOpen, choose: choose, move: move, copyAnswer: copyAnswer,
    isOpen: function () { return !root.hidden; },
    chosen: function () { return options[active] || null; },
    last: function () { return options.length - 1; }
  };
})();
