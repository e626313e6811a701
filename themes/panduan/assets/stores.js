/* Where progress is kept as text, best first: when one store is full or forbidden, the next takes the answer. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var root = document.documentElement;
  var prefix = 'panduan:' + root.dataset.site + ':progress:';
  var aside = 'panduan:' + root.dataset.site + ':damaged:';

  function attempt(action) {
    try { action(); return true; } catch (error) { return false; }
  }

  /** localStorage or sessionStorage under the site's prefix; null where the browser refuses it. */
  function webStore(name) {
    try {
      var store = window[name];
      store.getItem(prefix);
      return {
        keys: function () {
          return Object.keys(store).filter(function (key) { return key.indexOf(prefix) === 0; })
            .map(function (key) { return key.slice(prefix.length); });
        },
        read: function (key) { return store.getItem(prefix + key); },
        write: function (key, text) { store.setItem(prefix + key, text); },
        remove: function (key) { store.removeItem(prefix + key); }
      };
    } catch (error) { return null; }
  }

  /** The page's own entry in the browser's history, which outlives a reload and the way back. */
  function entryStore() {
    function kept() { return Object(Object(history.state).panduan); }
    function put(entries) { history.replaceState(Object.assign({}, history.state, { panduan: entries }), ''); }
    return {
      keys: function () { return Object.keys(kept()); },
      read: function (key) { return key in kept() ? kept()[key] : null; },
      write: function (key, text) { put(Object.assign({}, kept(), { [key]: text })); },
      remove: function (key) {
        var entries = Object.assign({}, kept());
        if (delete entries[key] && key in kept()) put(entries);
      }
    };
  }

  // A learning management system may keep it all; then nothing of one learner may stay here for the next.
  var isElsewhere = root.dataset.keep === 'elsewhere';
  var best = isElsewhere ? null : webStore('localStorage');
  var all = isElsewhere ? [] : [best, webStore('sessionStorage'), entryStore()].filter(Boolean);

  panduan.stores = {
    all: all,
    /** The one that every page of the site shares, or null. */
    best: best,
    isElsewhere: isElsewhere,
    attempt: attempt,
    isOurs: function (name) { return name === null || name.indexOf(prefix) === 0; },

    /** Writes to the best store that takes it, and takes older copies out of the lesser ones. Returns that store or null. */
    write: function (key, text) {
      var home = all.find(function (store) { return attempt(function () { store.write(key, text); }); }) || null;
      all.slice(home ? all.indexOf(home) + 1 : all.length).forEach(function (store) {
        attempt(function () { store.remove(key); });
      });
      return home;
    },

    remove: function (key) {
      all.forEach(function (store) { attempt(function () { store.remove(key); }); });
    },

    /** What cannot be read is not thrown away: another version of the site may know it. A full store has room once it is out. */
    setAside: function (store, key, text) {
      attempt(function () { store.remove(key); });
      attempt(function () { localStorage.setItem(aside + key, text); });
    },

    forgetAside: function () {
      attempt(function () {
        Object.keys(localStorage).forEach(function (key) { if (key.indexOf(aside) === 0) localStorage.removeItem(key); });
      });
    }
  };
})();
