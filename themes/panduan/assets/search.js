/* Asks the engine (window.panduan.search) what stands in the search box; the latest question alone is answered. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var panel = panduan.panel;
  var box = panel.box;
  var isPage = panel.isPage;
  var address = new URLSearchParams(location.search);
  var isExplaining = address.get('explain') === '1';
  var state = { query: '', type: isPage ? address.get('type') || '' : '', pages: 1, request: 0, isWaiting: false, then: [] };
  var shown = isPage ? 30 : 8;
  var longest = 200;
  var timer = 0;

  /** The text without halves of characters, which no address can carry. */
  function wellFormed(text) { return new TextDecoder().decode(new TextEncoder().encode(text)); }

  /** Finds the types that a query names, not in its phrases; each may stand in quotes. */
  var typed = /"[^"]*"|(^|\s)type:(?:"([^"]+)"|(\S+))/gi;

  /** The query with the ids of types for the names by which the filters show them. */
  function withTypeIds(query) {
    return query.replace(typed, function (all, space, quoted, name) {
      var id = panduan.results.typeNamed(quoted || name || '');
      return id ? space + 'type:' + id : all;
    });
  }

  /** The correction of a query whose types the reader named otherwise. */
  function withTypeNames(correction, query) {
    var names = (query.match(typed) || []).filter(function (part) { return part[0] !== '"'; });
    return correction && correction.replace(typed, function (all, space) { return all[0] === '"' ? all : space + names.shift().trim(); });
  }

  function ask() {
    clearTimeout(timer);
    timer = 0;
    var query = wellFormed(box.value.slice(0, longest).trim());
    if (query !== state.query) state.pages = 1;
    state.query = query;
    state.request += 1;
    state.isWaiting = Boolean(state.query);
    var request = state.request;
    remember();
    if (!state.query) return panduan.show.empty();
    if (!panduan.search) {
      panel.count.textContent = panduan.word('searching');
      panel.setOpen(true);
    }
    function current(act) {
      return function (value) { if (request === state.request) return act(value); };
    }
    panduan.engine.then(current(function () {
      var options = { limit: shown * state.pages, type: state.type, explain: isExplaining };
      return panduan.search(withTypeIds(state.query), options).then(current(function (result) {
        result.correction = withTypeNames(result.correction, state.query);
        panduan.show.result(result);
      }));
    })).catch(current(panduan.show.failure));
  }

  /** On the search page the address says what is searched, so that it can be handed on. */
  function remember() {
    if (!isPage) return;
    var pairs = [['q', state.query], ['type', state.query && state.type], ['explain', isExplaining && '1']];
    var query = pairs.filter(function (pair) { return pair[1]; }).map(function (pair) {
      return pair[0] + '=' + encodeURIComponent(pair[1]);
    }).join('&');
    panduan.all('.tools a').forEach(function (link) { link.search = query; });
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

  /** Asks for as many results again, and goes to the first new one: the button that was pressed is gone by then. */
  function askMore() {
    var next = panel.last() + 1;
    state.pages += 1;
    ask();
    state.then.push(function () {
      box.focus();
      panel.choose(next);
    });
  }

  /** Asks when the typing rests for a moment; what was chosen belongs to what stood there before. */
  function askSoon() {
    cancel();
    panel.choose(-1);
    // Filters stand with the results alone: what nobody sees does not narrow the next query.
    if (!box.value.trim()) state.type = '';
    state.isWaiting = true;
    timer = setTimeout(ask, 40);
  }

  if (isPage && !box.value) box.value = (address.get('q') || '').slice(0, longest);

  panduan.asking = {
    state: state, ask: ask, askMore: askMore, askSoon: askSoon, search: search, afterResults: afterResults, settle: settle, cancel: cancel,
    keep: function () { panduan.queries.keep(state.query); }
  };
})();
