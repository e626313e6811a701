/* What a learner has done, kept in this browser alone. The format is described in Sources/Directives/Training.md. */
(function () {
  'use strict';
  var FORMAT = 1;
  var panduan = window.panduan;
  var site = document.documentElement.dataset.site;
  var prefix = 'panduan:' + site + ':progress:';
  var items = new Map(); // key → {t: milliseconds, v: value}
  var homes = new Map(); // key → the store that holds it, or null where only this page does
  var damaged = [];
  var listeners = [];
  Object.assign(window.panduanStrings = window.panduanStrings || {}, window.panduanTraining);

  /** localStorage or sessionStorage under the site's prefix; null where the browser refuses it. */
  function webStore(name) {
    try {
      var store = window[name];
      store.getItem(prefix);
      return {
        keys: function () { return Object.keys(store).filter(isOurs).map(function (key) { return key.slice(prefix.length); }); },
        read: function (key) { return store.getItem(prefix + key); },
        write: function (key, text) { store.setItem(prefix + key, text); },
        remove: function (key) { store.removeItem(prefix + key); }
      };
    } catch (error) { return null; }
  }

  function isOurs(key) { return key.indexOf(prefix) === 0; }

  /** The page's own entry in the browser's history, which outlives a reload and the way back. */
  function entryStore() {
    function kept() { return Object(Object(history.state).panduan); }
    function put(entries) { history.replaceState(Object.assign({}, history.state, { panduan: entries }), ''); }
    return {
      keys: function () { return Object.keys(kept()); },
      read: function (key) { return kept()[key]; },
      write: function (key, text) { var entries = Object.assign({}, kept()); entries[key] = text; put(entries); },
      remove: function (key) { var entries = Object.assign({}, kept()); if (key in entries) { delete entries[key]; put(entries); } }
    };
  }

  // A learning management system may keep it all; then nothing of one learner may stay here for the next.
  var isElsewhere = document.documentElement.dataset.keep === 'elsewhere';
  // Best first: when one is full or forbidden, the next takes the answer.
  var stores = isElsewhere ? [] : [webStore('localStorage'), webStore('sessionStorage'), entryStore()].filter(Boolean);
  var best = stores.length && webStore('localStorage') ? stores[0] : null;

  function parse(text) {
    try {
      var item = JSON.parse(text);
      return item.f === FORMAT && isFinite(item.t) && 'v' in item ? { t: +item.t, v: item.v } : null;
    } catch (error) { return null; }
  }

  function attempt(action) {
    try { action(); return true; } catch (error) { return false; }
  }

  /** Writes an item to the best store that takes it, and takes older copies out of the others. */
  function keep(key) {
    var text = JSON.stringify({ f: FORMAT, t: items.get(key).t, v: items.get(key).v });
    var home = stores.find(function (store) { return attempt(function () { store.write(key, text); }); }) || null;
    stores.slice(stores.indexOf(home) + 1).forEach(function (store) {
      if (home) attempt(function () { store.remove(key); });
    });
    homes.set(key, home);
  }

  function readAll() {
    stores.forEach(function (store) {
      attempt(function () {
        store.keys().forEach(function (key) { readOne(store, key, store.read(key)); });
      });
    });
    items.forEach(function (item, key) { if (homes.get(key) !== best) keep(key); });
  }

  function readOne(store, key, text) {
    var item = parse(text);
    if (!item) return setAside(store, key, text);
    // What two stores hold alike is newest in the lesser one: it took what the better one could not.
    if (items.has(key) && items.get(key).t > item.t) return;
    items.set(key, item);
    homes.set(key, store);
  }

  /** What cannot be read is not thrown away: another version of the site may know it. */
  function setAside(store, key, text) {
    if (damaged.indexOf(key) < 0) damaged.push(key);
    attempt(function () { localStorage.setItem('panduan:' + site + ':damaged:' + key, text); });
    attempt(function () { store.remove(key); });
  }

  function changed(key) { listeners.forEach(function (listener) { listener(key); }); }

  function copy(value) { return value === undefined ? null : JSON.parse(JSON.stringify(value)); }

  /** Whether a result `a` is better than `b`: passed, then of the later text, then the score, then the earlier day. */
  function isBetter(a, b) {
    if (!a || !b) return Boolean(a);
    if (Boolean(a.passed) !== Boolean(b.passed)) return Boolean(a.passed);
    if (a.version !== b.version) return String(a.at) >= String(b.at);
    if (a.score !== b.score) return a.score > b.score;
    return String(a.at) < String(b.at);
  }

  function put(key, value, time) {
    items.set(key, { t: time, v: value });
    keep(key);
    changed(key);
    return homes.get(key) !== null;
  }

  panduan.progress = {
    /** A copy of what is kept under a key, or null. */
    get: function (key) { return items.has(key) ? copy(items.get(key).v) : null; },

    /** Keeps a value that JSON can hold; false when it will not outlive this page. */
    set: function (key, value) {
      // A clock that was put back must not make an older answer win.
      var last = items.has(key) ? items.get(key).t : 0;
      return put(key, copy(value), Math.max(Date.now(), last + 1));
    },

    remove: function (key) {
      items.delete(key);
      homes.delete(key);
      stores.forEach(function (store) { attempt(function () { store.remove(key); }); });
      changed(key);
    },

    keys: function (start) {
      return Array.from(items.keys()).filter(function (key) { return key.indexOf(start || '') === 0; }).sort();
    },

    /** Calls `listener(key)` after each change, also one made in another window; key null: anything may be new. */
    subscribe: function (listener) { listeners.push(listener); },

    /** Under what an activity of this page is kept: `quiz/latihan/s1-salam#quiz.1`. */
    key: function (kind, id) { return kind + '/' + document.documentElement.dataset.module + '#' + id; },

    isBetter: isBetter,

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
      var state = 'kept';
      if (isElsewhere) return state;
      homes.forEach(function (home) {
        if (home === null) state = 'page';
        else if (home !== best && state === 'kept') state = 'tab';
      });
      return state;
    },

    /** Keys of what the store held and nobody could read. */
    damaged: function () { return damaged.slice(); },

    /** Everything, in the form of a progress file. */
    all: function () {
      var entries = {};
      panduan.progress.keys().forEach(function (key) { entries[key] = items.get(key); });
      return copy({ format: 'panduan-progress', version: FORMAT, site: site, exported: new Date().toISOString(), items: entries });
    },

    /** Takes in the items of a progress file: the later one wins, and the better result stays. Returns how many were new. */
    merge: function (entries) {
      var taken = 0;
      Object.keys(entries).forEach(function (key) {
        var mine = items.get(key);
        var theirs = entries[key];
        if (!theirs || typeof theirs !== 'object' || !isFinite(theirs.t) || !('v' in theirs) || key.length > 300) return;
        var winner = mine && mine.t >= theirs.t ? mine : theirs;
        var value = copy(winner.v);
        var results = [mine, theirs].map(function (item) { return item && item.v && item.v.result; });
        if (Object(value) === value && (results[0] || results[1])) value.result = isBetter(results[1], results[0]) ? results[1] : results[0];
        if (mine && JSON.stringify(mine.v) === JSON.stringify(value)) return;
        put(key, value, Math.max(mine ? mine.t : 0, +theirs.t));
        taken += 1;
      });
      return taken;
    },

    /** Forgets everything that this site keeps of a learner. */
    wipe: function () {
      panduan.progress.keys().forEach(panduan.progress.remove);
      attempt(function () {
        Object.keys(localStorage).forEach(function (key) {
          if (key.indexOf('panduan:' + site + ':damaged:') === 0) localStorage.removeItem(key);
        });
      });
      damaged = [];
      changed(null);
    },

    download: function () {
      var day = new Date().toISOString().slice(0, 10);
      panduan.save('kemajuan-' + site + '-' + day + '.json', 'application/json', JSON.stringify(panduan.progress.all(), null, 1));
    }
  };

  /** Hands the reader a file. */
  panduan.save = function (name, type, text) {
    var link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: type }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  };

  function readAgain() {
    items.forEach(function (item, key) { if (homes.get(key) === best) { items.delete(key); homes.delete(key); } });
    readAll();
    changed(null);
  }

  addEventListener('storage', function (event) {
    if (event.key === null || isOurs(event.key)) readAgain();
  });
  addEventListener('pageshow', function (event) { if (event.persisted) readAgain(); });
  // A new entry of the history holds nothing yet.
  addEventListener('hashchange', function () {
    items.forEach(function (item, key) { if (homes.get(key) !== best) keep(key); });
  });
  addEventListener('beforeunload', function (event) {
    if (panduan.progress.state() === 'page') { event.preventDefault(); event.returnValue = ''; }
  });
  readAll();
})();
