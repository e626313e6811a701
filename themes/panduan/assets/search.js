/* The search box: asks the engine (window.panduan.search) as one types, and is a combobox over its answers. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var word = panduan.word;
  var site = document.documentElement.dataset;
  var form = document.querySelector('.find');
  var box = document.getElementById('q');
  var browse = document.querySelector('.browse');
  var isPage = Boolean(browse);
  var limit = isPage ? 30 : 8;
  var results = panduan.results;
  var make = results.make;
  var button = results.button;
  var link = results.link;
  var state = { query: '', type: '', options: [], active: -1, request: 0, result: null };

  // Parts of the panel, in the order in which they are met.
  var panel = make('div', isPage ? 'panel inline' : 'panel');
  var status = make('div', 'status');
  var count = make('span');
  var copyButton = button('copy', undefined, copyAnswer);
  var notes = make('div', 'notes');
  var filters = make('div', 'filters');
  var hits = make('div', 'hits');
  var foot = make('div', 'foot-links');
  count.setAttribute('role', 'status');
  filters.setAttribute('role', 'group');
  filters.setAttribute('aria-label', word('filter'));
  hits.id = 'hits';
  hits.setAttribute('role', 'listbox');
  hits.setAttribute('aria-label', word('results'));
  copyButton.appendChild(make('span', '', word('copy_answer')));
  copyButton.appendChild(make('kbd', '', 'Alt C'));
  copyButton.hidden = true;
  status.appendChild(count);
  status.appendChild(copyButton);
  [status, notes, filters, hits, foot].forEach(function (part) { panel.appendChild(part); });
  panel.hidden = true;
  form.appendChild(panel);
  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', 'hits');
  box.setAttribute('aria-expanded', 'false');

  function setOpen(isOpen) {
    panel.hidden = !isOpen;
    box.setAttribute('aria-expanded', String(isOpen && state.options.length > 0));
    if (!isOpen) choose(-1);
  }

  // Asking

  function readyEngine(then, tries) {
    if (panduan.search) return then();
    if (tries > 200) return fail();
    setTimeout(function () { readyEngine(then, tries + 1); }, 50);
  }

  function ask() {
    var query = box.value.trim();
    state.query = query;
    state.request += 1;
    var request = state.request;
    remember('q', query);
    if (!query) return showNothing();
    if (!panduan.search) {
      count.textContent = word('searching');
      setOpen(true);
    }
    readyEngine(function () {
      if (request !== state.request) return;
      var options = { limit: limit };
      if (state.type) options.type = state.type;
      panduan.search(query, options).then(function (result) {
        if (request === state.request) show(result);
      }, function () {
        if (request === state.request) fail();
      });
    }, 0);
  }

  function fail() {
    clear();
    count.textContent = word('failed');
    showBrowsing(true);
    setOpen(true);
  }

  /** On the search page the address says what is searched, so that it can be handed on. */
  function remember(name, query) {
    if (!isPage) return;
    var address = location.pathname + (query ? '?' + name + '=' + encodeURIComponent(query) : '');
    if (query && state.type) address += '&type=' + encodeURIComponent(state.type);
    try { history.replaceState(history.state, '', address); } catch (error) { /* the search works without */ }
  }

  function recents() {
    try {
      return JSON.parse(panduan.store.get('recent') || '[]').filter(function (item) {
        return typeof item === 'string';
      });
    } catch (error) {
      return [];
    }
  }

  function keepRecent() {
    if (state.query.length < 2) return;
    var rest = recents().filter(function (item) { return item !== state.query; });
    panduan.store.set('recent', JSON.stringify([state.query].concat(rest).slice(0, 6)));
  }

  // Showing

  function clear() {
    [notes, filters, hits, foot].forEach(function (part) { part.textContent = ''; });
    state.options = [];
    state.active = -1;
    state.result = null;
    copyButton.hidden = true;
    status.hidden = false;
    box.removeAttribute('aria-activedescendant');
  }

  function showNothing() {
    clear();
    count.textContent = '';
    status.hidden = true;
    showBrowsing(true);
    var queries = recents();
    if (!queries.length) return setOpen(false);
    notes.appendChild(make('p', 'quiet', word('recent')));
    var row = make('div', 'filters');
    queries.forEach(function (query) {
      row.appendChild(button('', query, function () { search(query); }));
    });
    row.appendChild(button('plain', word('clear'), function () {
      panduan.store.set('recent', null);
      showNothing();
      box.focus();
    }));
    notes.appendChild(row);
    setOpen(isPage || document.activeElement === box);
  }

  function showBrowsing(isShown) {
    document.documentElement.classList.remove('asked');
    if (browse) browse.hidden = !isShown;
  }

  function search(query) {
    box.value = query;
    box.focus();
    ask();
  }

  function show(result) {
    clear();
    state.result = result;
    var found = result.results || [];
    count.textContent = found.length
      ? word(result.total === 1 ? 'count_one' : 'count', { n: result.total })
      : word('none', { q: state.query });
    showCorrection(result.correction);
    showFilters(result.types || {}, result.total);
    found.forEach(showHit);
    if (!found.length) showBrowse();
    else if (!isPage && result.total > found.length) {
      foot.appendChild(link('', form.action + '?q=' + encodeURIComponent(state.query), word('all_results')));
    }
    showBrowsing(!found.length);
    copyButton.hidden = !answerOfChosen();
    setOpen(true);
  }

  function showCorrection(correction) {
    if (!correction) return;
    var line = make('p', '', word('did_you_mean') + ' ');
    line.appendChild(button('plain', correction, function () { search(correction); }));
    line.appendChild(document.createTextNode('?'));
    notes.appendChild(line);
  }

  function showBrowse() {
    notes.appendChild(make('p', '', word('none_help')));
    if (isPage) return;
    var row = make('p');
    orderedTypes().forEach(function (id) {
      var type = results.typeOf(id);
      row.appendChild(link('item', site.root + type.url, type.label));
      row.appendChild(document.createTextNode(' '));
    });
    notes.appendChild(row);
  }

  function showFilters(counts, all) {
    var ids = Object.keys(counts).filter(function (id) { return id && counts[id] > 0; });
    if (state.type && ids.indexOf(state.type) < 0) ids.push(state.type);
    if (ids.length < 2 && !state.type) return;
    var sum = ids.reduce(function (sum, id) { return sum + (counts[id] || 0); }, 0);
    addFilter('', word('all'), state.type ? sum : all);
    ids.sort(function (a, b) { return order(a) - order(b); }).forEach(function (id) {
      addFilter(id, results.labelOf(id), counts[id] || 0);
    });
  }

  function orderedTypes() {
    var types = results.types();
    return Object.keys(types).sort(function (a, b) { return (types[a].order || 0) - (types[b].order || 0); });
  }

  function order(id) {
    var index = orderedTypes().indexOf(id);
    return index < 0 ? 999 : index;
  }

  function addFilter(id, label, number) {
    var toggle = button('', label + ' ' + number, function () {
      state.type = state.type === id ? '' : id;
      box.focus();
      ask();
    });
    toggle.setAttribute('aria-pressed', String(state.type === id));
    filters.appendChild(toggle);
  }

  function showHit(hit, index) {
    var group = make('div');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', hit.title);
    group.appendChild(option(hit, index === 0));
    (hit.sections || []).slice(0, 3).forEach(function (section) { group.appendChild(subOption(section)); });
    hits.appendChild(group);
  }

  function option(hit, isFirst) {
    var type = results.typeOf(hit.type);
    var element = newOption('hue-' + (type ? type.hue : 'grey'), hit);
    results.fill(element, hit, isFirst);
    return element;
  }

  function subOption(section) {
    var element = newOption('sub', section);
    results.fillSection(element, section);
    return element;
  }

  function newOption(className, hit) {
    var element = link(className, site.root + hit.url);
    element.id = 'hit-' + state.options.length;
    element.tabIndex = -1;
    element.setAttribute('role', 'option');
    element.setAttribute('aria-selected', 'false');
    element.addEventListener('click', keepRecent);
    state.options.push({ element: element, hit: hit });
    return element;
  }

  function answerOfChosen() {
    var chosen = state.options[Math.max(state.active, 0)];
    return chosen && chosen.hit.answer ? chosen.hit : null;
  }

  function copyAnswer() {
    var hit = answerOfChosen();
    if (!hit) return;
    panduan.copy(results.answerText(hit), copyButton);
    keepRecent();
  }

  // Keys: the box keeps the focus, the chosen result is named to screen readers.

  function choose(index) {
    var before = state.options[state.active];
    if (before) before.element.setAttribute('aria-selected', 'false');
    state.active = index;
    var now = state.options[index];
    if (now) {
      now.element.setAttribute('aria-selected', 'true');
      box.setAttribute('aria-activedescendant', now.element.id);
      now.element.scrollIntoView({ block: 'nearest' });
    } else {
      box.removeAttribute('aria-activedescendant');
    }
    copyButton.hidden = !answerOfChosen();
  }

  function move(step) {
    if (panel.hidden) return ask();
    var length = state.options.length;
    if (!length) return;
    var next = state.active + step;
    choose(next < -1 ? length - 1 : next >= length ? -1 : next);
  }

  function open(event) {
    var chosen = state.options[state.active];
    if (chosen) {
      event.preventDefault();
      keepRecent();
      if (event.ctrlKey || event.metaKey) window.open(chosen.element.href);
      else location.href = chosen.element.href;
    } else if (isPage || !box.value.trim()) {
      event.preventDefault();
      keepRecent();
      ask();
    } else {
      keepRecent();
    }
  }

  box.addEventListener('keydown', function (event) {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') { event.preventDefault(); move(1); }
    else if (event.key === 'ArrowUp') { event.preventDefault(); move(-1); }
    else if (event.key === 'Enter') open(event);
    else if (event.key === 'Escape') escape(event);
    else if (event.altKey && event.code === 'KeyC') { event.preventDefault(); copyAnswer(); }
  });

  /** Closes the panel first; then empties the box; then leaves it. */
  function escape(event) {
    event.preventDefault();
    if (!panel.hidden && !isPage) setOpen(false);
    else if (box.value) { box.value = ''; ask(); }
    else box.blur();
  }

  var timer = 0;
  box.addEventListener('input', function () {
    clearTimeout(timer);
    timer = setTimeout(ask, 40);
  });
  box.addEventListener('focus', function () {
    if (panel.hidden) ask();
  });
  form.addEventListener('submit', function (event) {
    if (isPage) { event.preventDefault(); keepRecent(); ask(); }
  });
  document.addEventListener('click', function (event) {
    if (!isPage && !form.contains(event.target)) setOpen(false);
  });
  form.addEventListener('focusout', function (event) {
    if (!isPage && event.relatedTarget && !form.contains(event.relatedTarget)) setOpen(false);
  });

  if (isPage) {
    var address = new URLSearchParams(location.search);
    state.type = address.get('type') || '';
    if (!box.value) box.value = (address.get('q') || '').slice(0, 200);
  }
  if (isPage || document.activeElement === box) ask();
})();
