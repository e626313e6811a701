/* Shows what the engine says: results, filters, corrections; or nothing, or that it could not be asked. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var word = panduan.word;
  var panel = panduan.panel;
  var asking = panduan.asking;
  var state = asking.state;
  var isPage = panel.isPage;
  var results = panduan.results;
  var make = results.make;
  var button = results.button;

  function showBrowsing(isShown) {
    document.documentElement.classList.remove('asked');
    var browse = document.querySelector('.browse');
    if (browse) browse.hidden = !isShown;
  }

  /** Says a count when the typing rests, so that a screen reader is not interrupted by every letter. */
  function say(text, correction) {
    panel.count.textContent = text;
    showCorrection(correction);
    panduan.announce([text, panel.meant.textContent].filter(Boolean).join('. '), 500);
  }

  function showEmpty() {
    panel.clear();
    panduan.announce('');
    panel.status.hidden = true;
    showBrowsing(true);
    var hasRecent = panduan.nothing.showRecent(asking.search);
    panel.setOpen(hasRecent && (isPage || document.activeElement === panel.box));
    asking.settle();
  }

  /** The engine names its problem; where it has none to name, its own file did not come or the browser cannot run it. */
  function showFailure(error) {
    var problem = error instanceof Event ? 'missing' : error.problem;
    panel.clear();
    say(word('failed'));
    panel.notes.appendChild(make('p', 'problem', (problem ? word('failed_' + problem) + ' ' : '') + word('failed_help')));
    var index = document.querySelector('#sections a[href$="a-z.html"]');
    if (index) panel.notes.appendChild(make('p')).appendChild(results.link('', index.href, index.textContent));
    showBrowsing(true);
    panel.setOpen(true);
    asking.settle();
  }

  function show(result) {
    var found = result.results;
    panel.clear();
    panel.hits.setAttribute('aria-label', word('results'));
    say(found.length
      ? word(result.total === 1 ? 'count_one' : 'count', { n: result.total })
      : word(state.type ? 'none_of_type' : 'none', { q: state.query, type: results.labelOf(state.type) }), result.correction);
    if (result.problem) panel.notes.appendChild(make('p', 'problem', word('problem')));
    if (result.more) panel.notes.appendChild(make('p', '', word('more')));
    if (found.length || state.type) showFilters(result.types || {}, result.total);
    found.forEach(showHit);
    showBrowsing(!found.length);
    if (!found.length) showNothing();
    else if (!isPage && result.total > found.length) {
      panel.links.appendChild(results.link('', resultsPage(), word('all_results', { n: result.total })));
    } else if (result.total > found.length) {
      panel.links.appendChild(button('', word('more_results'), asking.askMore));
    }
    panel.setOpen(true);
    asking.settle();
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
    panel.meant.textContent = word('did_you_mean') + ' ';
    panel.meant.appendChild(button('plain', correction, function () { asking.search(correction); }));
    panel.meant.appendChild(document.createTextNode('?'));
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
      panel.box.focus();
      asking.ask();
    });
    toggle.appendChild(make('span', '', String(number)));
    toggle.setAttribute('aria-pressed', String(state.type === id));
    panel.filters.appendChild(toggle);
  }

  function showHit(hit, index) {
    var group = results.inItsLanguage(make('div'), hit);
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', hit.title);
    panel.hits.appendChild(group);
    var type = results.typeOf(hit.type);
    // The answer stands at the top of its page; the section that matched best has a line of its own then.
    var isAnswered = index === 0 && hit.answer;
    var option = results.link('hue-' + (type ? type.hue : 'grey'), results.addressOf(hit, isAnswered ? hit.url.split('#')[0] : hit.url));
    results.fill(option, hit, isAnswered);
    panel.add(option, group, asking.keep, hit);
    (isAnswered ? [hit] : []).concat(hit.sections).filter(function (section) { return section.section; }).slice(0, isPage ? 3 : 2).forEach(function (section) {
      var sub = results.link(section === hit ? 'sub best' : 'sub', results.addressOf(hit, section.url));
      results.fillSection(sub, section);
      panel.add(sub, group, asking.keep);
    });
  }

  panduan.show = { empty: showEmpty, failure: showFailure, result: show };
})();
