/* What a learner has done, kept in this browser alone. The format is described in Sources/Directives/Training.md. */
(function () {
  'use strict';
  var FORMAT = 1;
  var panduan = window.panduan;
  var stores = panduan.stores;
  var best = stores.best;
  var items = new Map(); // key → {t: milliseconds, v: value, text: as it is kept}
  var homes = new Map(); // key → the store that holds it, or null where only this page does
  var damaged = new Set();
  var listeners = [];
  var edits = 0; // how often something was found that this page did not write

  function parse(text) {
    try {
      var item = JSON.parse(text);
      return item.f === FORMAT && isFinite(item.t) && 'v' in item ? { t: +item.t, v: item.v, text: text } : null;
    } catch (error) { return null; }
  }

  function keep(key) {
    var item = items.get(key);
    item.text = JSON.stringify({ f: FORMAT, t: item.t, v: item.v });
    homes.set(key, stores.write(key, item.text));
  }

  function readOne(store, key, text) {
    var item = parse(text);
    if (!item) {
      damaged.add(key);
      return stores.setAside(store, key, text);
    }
    // What two stores hold alike is newest in the lesser one: it took what the better one could not.
    if (items.has(key) && items.get(key).t > item.t) return;
    items.set(key, item);
    homes.set(key, store);
    edits += 1;
  }

  function readAll() {
    stores.all.forEach(function (store) {
      stores.attempt(function () {
        store.keys().forEach(function (key) { readOne(store, key, store.read(key)); });
      });
    });
    moveUp();
  }

  function moveUp() {
    items.forEach(function (item, key) { if (homes.get(key) !== best) keep(key); });
  }

  /** Takes in what another window did to an item since: not every browser tells of it. */
  function refresh(key) {
    var text = null;
    if (!best || !stores.attempt(function () { text = best.read(key); })) return;
    var mine = items.get(key);
    if (text !== null && !(mine && mine.text === text)) readOne(best, key, text);
    if (text !== null || !mine || homes.get(key) !== best) return;
    items.delete(key);
    homes.delete(key);
    edits += 1;
  }

  function refreshAll() {
    var before = edits;
    stores.attempt(function () { Array.from(items.keys()).concat(best ? best.keys() : []).forEach(refresh); });
    return edits > before;
  }

  function changed(key) { listeners.forEach(function (listener) { listener(key); }); }

  function copy(value) { return value === undefined ? null : JSON.parse(JSON.stringify(value)); }

  panduan.progress = {
    /** A copy of what is kept under a key, or null. */
    get: function (key) {
      refresh(key);
      return items.has(key) ? copy(items.get(key).v) : null;
    },

    /** Keeps a value that JSON can hold; false when it will not outlive this page. */
    set: function (key, value) {
      refresh(key);
      // A clock that was put back must not make an older answer win.
      var last = items.has(key) ? items.get(key).t : 0;
      items.set(key, { t: Math.max(Date.now(), last + 1), v: copy(value) });
      keep(key);
      changed(key);
      return homes.get(key) !== null;
    },

    /** Keeps many items at once, `[key, {t, v}]` each, with their times in milliseconds. */
    put: function (entries) {
      entries.forEach(function (entry) {
        items.set(entry[0], { t: entry[1].t, v: copy(entry[1].v) });
        keep(entry[0]);
      });
      if (entries.length) changed(null);
    },

    remove: function (key) {
      items.delete(key);
      homes.delete(key);
      stores.remove(key);
      changed(key);
    },

    keys: function (start) {
      return Array.from(items.keys()).filter(function (key) { return key.indexOf(start || '') === 0; }).sort();
    },

    /** Everything as it is now: {key: {t, v}}. */
    items: function () {
      refreshAll();
      var entries = {};
      panduan.progress.keys().forEach(function (key) { entries[key] = { t: items.get(key).t, v: copy(items.get(key).v) }; });
      return entries;
    },

    /** Calls `listener(key)` after each change, also one made in another window; key null: anything may be new. */
    subscribe: function (listener) { listeners.push(listener); },

    /** Under what an activity of this page is kept: `quiz/latihan/s1-salam#quiz.1`. */
    key: function (kind, id) { return kind + '/' + document.documentElement.dataset.module + '#' + id; },

    /** A number of this learner's own, which orders questions; it says nothing of who it is. */
    seed: function () {
      var seed = panduan.progress.get('seed');
      if (typeof seed !== 'number') {
        seed = Math.floor(Math.random() * 0x7FFFFFFF) + 1;
        panduan.progress.set('seed', seed);
      }
      return seed;
    },

    /** `kept`; `tab`: only this tab has some of it; `page`: some is lost when the page closes. */
    state: function () {
      var held = stores.isElsewhere ? [] : Array.from(homes.values());
      if (held.indexOf(null) >= 0) return 'page';
      return held.every(function (home) { return home === best; }) ? 'kept' : 'tab';
    },

    /** Keys of what the store held and nobody could read. */
    damaged: function () { return Array.from(damaged); },

    forgetDamaged: function () {
      stores.forgetAside();
      damaged.clear();
      changed(null);
    }
  };

  function lookAgain() { if (refreshAll()) changed(null); }

  addEventListener('storage', function (event) { if (stores.isOurs(event.key)) lookAgain(); });
  ['focus', 'pageshow'].forEach(function (name) { addEventListener(name, lookAgain); });
  addEventListener('hashchange', moveUp); // a new entry of the history holds nothing yet
  addEventListener('beforeunload', function (event) {
    if (panduan.progress.state() === 'page') { event.preventDefault(); event.returnValue = ''; }
  });
  readAll();
})();
