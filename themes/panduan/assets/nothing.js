/* What the search offers when nothing is typed, and when nothing is found. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var word = panduan.word;
  var panel = panduan.panel;
  var queries = panduan.queries;
  var results = panduan.results;
  var make = results.make;
  var button = results.button;
  var site = document.documentElement.dataset;
  var browse = document.querySelector('.browse');
  var list = browse && browse.parentNode.insertBefore(make('details', 'missing'), browse.nextSibling);

  /** Recent queries as options; says whether there are any. */
  function showRecent(search) {
    var recent = queries.recent();
    if (!recent.length) return false;
    panel.notes.appendChild(make('p', 'quiet', word('recent')));
    panel.hits.setAttribute('aria-label', word('recent'));
    recent.forEach(function (query) {
      var option = make('a', 'recent');
      option.appendChild(make('span', '', query));
      panel.add(option, null, function () { search(query); });
    });
    panel.links.appendChild(button('plain', word('clear_recent'), function () {
      queries.forget();
      search('');
    }));
    return true;
  }

  /** Easier forms of a query that found nothing, the nearest first: without its operators, then the beginnings of its words. */
  function easier(query) {
    var words = query.replace(/["“”]/g, ' ').split(/\s+/).map(function (text) {
      return text.replace(/^[-+]+|^\w+:/, '');
    }).filter(Boolean).slice(0, 6);
    var forms = [words.join(' ')];
    words.sort(function (a, b) { return b.length - a.length; }).slice(0, 2).forEach(function (text) {
      for (var length = Math.min(text.length - 1, 7); length >= 3; length -= 1) forms.push(text.slice(0, length));
    });
    return forms.filter(function (form, index) { return form && form !== query && forms.indexOf(form) === index; });
  }

  /** Resolves to the results of the first form that finds something, or to none. */
  function nearest(forms, limit) {
    if (!forms.length) return Promise.resolve([]);
    return panduan.search(forms[0], { limit: limit }).then(function (result) {
      return result.results.length ? result.results : nearest(forms.slice(1), limit);
    });
  }

  function showTypes() {
    panel.notes.appendChild(make('p', '', word('none_help')));
    if (panel.isPage) return;
    var row = make('p');
    results.orderedTypes().forEach(function (id) {
      var type = results.typeOf(id);
      if (!type.url) return;
      row.appendChild(results.link('item', site.root + type.url, type.label));
      row.appendChild(document.createTextNode(' '));
    });
    panel.notes.appendChild(row);
  }

  /** Only the search page keeps the list: some browsers give every local file a store of its own. */
  function showLog(query) {
    var line = make('p');
    var label = word('log');
    if (!panel.isPage) {
      line.appendChild(results.link('', panel.form.action + '?q=' + encodeURIComponent(query), label));
    } else if (queries.isLogged(query)) {
      line.textContent = word('logged');
    } else {
      line.appendChild(button('', label, function () {
        queries.log(query);
        panduan.announce(line.textContent = word('logged'));
        showMissing();
        panel.box.focus();
      }));
    }
    panel.notes.appendChild(line);
  }

  function showMissing() {
    if (!list) return;
    var found = queries.missing();
    list.hidden = !found.length;
    list.textContent = '';
    list.appendChild(make('summary', '', word('missing') + ' (' + found.length + ')'));
    list.appendChild(make('p', 'quiet', word('missing_help')));
    var tasks = list.appendChild(make('div', 'tasks'));
    var copy = button('', undefined, function () { panduan.copy(queries.csv(), copy); });
    copy.appendChild(make('span', '', word('copy')));
    tasks.appendChild(button('', word('download'), queries.download));
    tasks.appendChild(copy);
    tasks.appendChild(button('', word('clear'), function () {
      queries.clear();
      showMissing();
      panel.box.focus();
    }));
    var rows = list.appendChild(make('ul'));
    found.slice().reverse().forEach(function (item) {
      var row = rows.appendChild(make('li', '', item.query + ' '));
      row.appendChild(make('span', 'quiet', item.times + ' × · ' + panduan.dateText(item.last)));
    });
  }
  showMissing();

  panduan.nothing = { showRecent: showRecent, showTypes: showTypes, showLog: showLog, easier: easier, nearest: nearest };
})();
