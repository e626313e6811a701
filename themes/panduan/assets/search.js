/* The search box: asks the engine (window.panduan.search) as one types, and shows what it says. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var word = panduan.word;
  var panel = panduan.panel;
  var box = panel.box;
  var isPage = panel.isPage;
  var results = panduan.results;
  var make = results.make;
  var button = results.button;
  var site = document.documentElement.dataset;
  var address = new URLSearchParams(location.search);
  var isExplaining = address.get('explain') === '1';
  var state = { query: '', type: '', request: 0, isWaiting: false, then: [] };
  var longest = 200;
  var timer = 0;

  // Asking

  /** The text without halves of characters, which no address can carry. */
  function wellFormed(text) { return new TextDecoder().decode(new TextEncoder().encode(text)); }

  function ask() {
    clearTimeout(timer);
    timer = 0;
    state.query = wellFormed(box.value.slice(0, longest).trim());
    state.request += 1;
    state.isWaiting = Boolean(state.query);
    var request = state.request;
    remember();
    if (!state.query) return showEmpty();
    if (!panduan.search) {
      panel.count.textContent = word('searching');
      panel.setOpen(true);
    }
    function current(act) {
      return function (value) { if (request === state.request) return act(value); };
    }
    panduan.engine.then(current(function () {
      var options = { limit: isPage ? 30 : 8, type: state.type, explain: isExplaining };
      return panduan.search(state.query, options).then(current(show));
    })).catch(current(showFailure));
  }

  /** On the search page the address says what is searched, so that it can be handed on. */
  function remember() {
    if (!isPage) return;
    var pairs = [['q', state.query], ['type', state.query && state.type], ['explain', isExplaining && '1']];
    var query = pairs.filter(function (pair) { return pair[1]; }).map(function (pair) {
      return pair[0] + '=' + encodeURIComponent(pair[1]);
    }).join('&');
    try { history.replaceState(history.state, '', location.pathname + (query && '?' + query)); } catch (error) { /* searches without */ }
  }

  function search(query) {
    box.value = query;
    box.focus();
    ask();
  }

  /** Runs an action on the results of what is typed now: at once, or when they have come. */
  function afterResults(action) {
    if (!state.isWaiting) return action();
    state.then.push(action);
    if (timer) ask();
  }

  function settle() {
    var actions = state.then;
    state.then = [];
    state.isWaiting = false;
    actions.forEach(function (action) { action(); });
  }

  function cancel() {
    clearTimeout(timer);
    timer = 0;
    state.request += 1;
    state.isWaiting = false;
    state.then = [];
  }

  // Showing

  function showBrowsing(isShown) {
    document.documentElement.classList.remove('asked');
    var browse = document.querySelector('.browse');
    if (browse) browse.hidden = !isShown;
  }

  /** Says a count when the typing rests, so that a screen reader is not interrupted by every letter. */
  function say(text) {
    panel.count.textContent = text;
    panduan.announce(text, 500);
  }

  function showEmpty() {
    panel.clear();
    panduan.announce('');
    panel.status.hidden = true;
    showBrowsing(true);
    var hasRecent = panduan.nothing.showRecent(search);
    panel.setOpen(hasRecent && (isPage || document.activeElement === box));
    settle();
  }

  function showFailure() {
    panel.clear();
    say(word('failed'));
    panel.notes.appendChild(make('p', 'problem', word('failed_help')));
    var index = document.querySelector('#sections .more-links a');
    if (index) panel.notes.appendChild(make('p')).appendChild(results.link('', index.href, index.textContent));
    showBrowsing(true);
    panel.setOpen(true);
    settle();
  }

  function show(result) {
    var found = result.results;
    panel.clear();
    panel.hits.setAttribute('aria-label', word('results'));
    say(found.length
      ? word(result.total === 1 ? 'count_one' : 'count', { n: result.total })
      : word('none', { q: state.query }));
    // The engine's own message is in one language alone.
    if (result.problem) panel.notes.appendChild(make('p', 'problem', word('problem')));
    showCorrection(result.correction);
    if (found.length || state.type) showFilters(result.types || {}, result.total);
    found.forEach(showHit);
    showBrowsing(!found.length);
    if (!found.length) showNothing();
    else if (!isPage && result.total > found.length) {
      panel.links.appendChild(results.link('', resultsPage(), word('all_results', { n: result.total })));
    }
    panel.setOpen(true);
    settle();
  }

  function resultsPage() {
    return panel.form.action + '?q=' + encodeURIComponent(state.query) + (state.type && '&type=' + encodeURIComponent(state.type));
  }

  function showNothing() {
    var request = state.request;
    panduan.nothing.showTypes();
    panduan.nothing.showLog(state.query);
    panduan.nothing.nearest((state.type ? [state.query] : []).concat(panduan.nothing.easier(state.query)), 3).then(function (found) {
      if (request !== state.request || !found.length) return;
      panel.lead.appendChild(make('p', 'nearest', word('nearest')));
      panel.hits.setAttribute('aria-label', word('nearest'));
      found.forEach(showHit);
      panel.setOpen(true);
    }, function () { /* what cannot be searched has no neighbours */ });
  }

  function showCorrection(correction) {
    if (!correction) return;
    var line = make('p', '', word('did_you_mean') + ' ');
    line.appendChild(button('plain', correction, function () { search(correction); }));
    line.appendChild(document.createTextNode('?'));
    panel.notes.appendChild(line);
  }

  function showFilters(counts, total) {
    var ids = results.orderedTypes().filter(function (id) { return counts[id] > 0 || id === state.type; });
    Object.keys(counts).forEach(function (id) {
      if (id && counts[id] > 0 && ids.indexOf(id) < 0) ids.push(id);
    });
    if (ids.length < 2 && !state.type) return;
    var sum = ids.reduce(function (sum, id) { return sum + (counts[id] || 0); }, 0);
    addFilter('', word('all'), state.type ? sum : total);
    ids.forEach(function (id) { addFilter(id, results.labelOf(id), counts[id] || 0); });
    addMore();
  }

  /** On a small screen the filters open on demand: the answer comes first. */
  function addMore() {
    var row = panel.filters;
    var more = button('widen', word('filter'), function () {
      more.setAttribute('aria-expanded', String(row.classList.toggle('open')));
    });
    more.setAttribute('aria-expanded', String(row.classList.contains('open')));
    row.appendChild(more);
  }

  function addFilter(id, label, number) {
    var toggle = button('', label + ' ', function () {
      state.type = state.type === id ? '' : id;
      box.focus();
      ask();
    });
    toggle.appendChild(make('span', '', String(number)));
    toggle.setAttribute('aria-pressed', String(state.type === id));
    panel.filters.appendChild(toggle);
  }

  function showHit(hit, index) {
    var group = make('div');
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', hit.title);
    panel.hits.appendChild(group);
    var type = results.typeOf(hit.type);
    var option = results.link('hue-' + (type ? type.hue : 'grey'), site.root + hit.url);
    results.fill(option, hit, index === 0);
    panel.add(option, group, keepQuery, hit);
    hit.sections.filter(function (section) { return section.section; }).slice(0, isPage ? 3 : 2).forEach(function (section) {
      var sub = results.link('sub', site.root + section.url);
      results.fillSection(sub, section);
      panel.add(sub, group, keepQuery);
    });
  }

  function keepQuery() { panduan.queries.keep(state.query); }

  // Keys

  function open(event) {
    var chosen = panel.chosen();
    if (state.then.length) {
      event.preventDefault();
      state.then.push(function () { open(event); });
    } else if (chosen) {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) window.open(chosen.element.href);
      else chosen.element.click();
    } else if (isPage || !box.value.trim()) {
      event.preventDefault();
      ask();
      keepQuery();
    } else {
      panduan.queries.keep(box.value.trim());
    }
  }

  /** Closes the panel first; then empties the box; then leaves it. */
  function escape() {
    cancel();
    if (panel.isOpen() && !isPage) panel.setOpen(false);
    else if (box.value) search('');
    else box.blur();
  }

  var keys = {
    ArrowDown: function () { move(1); },
    ArrowUp: function () { move(-1); },
    Escape: escape
  };
  // While a result is chosen these keys belong to the list, else to the text in the box.
  var listKeys = {
    Home: function () { panel.choose(0); },
    End: function () { panel.choose(panel.last()); }
  };

  function move(step) {
    if (!panel.isOpen() && !state.isWaiting) ask();
    afterResults(function () { panel.move(step); });
  }

  box.addEventListener('keydown', function (event) {
    if (event.isComposing) return;
    if (event.altKey && event.code === 'KeyC') {
      event.preventDefault();
      return afterResults(function () { panel.copyAnswer(); });
    }
    if (event.key === 'Enter') return open(event);
    var act = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? null
      : keys[event.key] || (panel.chosen() && listKeys[event.key]);
    if (!act) return;
    event.preventDefault();
    act();
  });

  box.addEventListener('input', function () {
    cancel();
    panel.choose(-1);
    state.isWaiting = true;
    timer = setTimeout(ask, 40);
  });
  box.addEventListener('focus', function () {
    if (!panel.isOpen()) ask();
  });
  panel.form.addEventListener('submit', function (event) {
    if (!isPage) return;
    event.preventDefault();
    ask();
    keepQuery();
  });
  document.addEventListener('click', function (event) {
    if (!isPage && !panel.form.contains(event.target)) panel.setOpen(false);
  });
  panel.form.addEventListener('focusout', function (event) {
    if (!isPage && event.relatedTarget && !panel.form.contains(event.relatedTarget)) panel.setOpen(false);
  });

  panduan.engine.then(function () { return panduan.openSearch(); }).catch(function () { /* said when something is asked */ });
  if (isPage) {
    state.type = address.get('type') || '';
    if (!box.value) box.value = (address.get('q') || '').slice(0, longest);
  }
  if (isPage || document.activeElement === box) ask();
  var early = panduan.early;
  panduan.early = null;
  early.forEach(function (key) {
    box.dispatchEvent(new KeyboardEvent('keydown', { key: key, cancelable: true }));
  });
})();
