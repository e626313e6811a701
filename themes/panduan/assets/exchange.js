/* Progress as a file: out of this browser, into it, and gone. What comes in is from other hands. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var KEY = /^(?:seed|learner|[a-z]+\/[^#]+#[^#]+)$/;
  var LONGEST = 300; // signs of a key
  var END = Date.UTC(2100, 0); // a later time would win for ever

  function isItem(key, item) {
    return KEY.test(key) && key.length <= LONGEST && Object(item) === item && 'v' in item
      && typeof item.t === 'number' && item.t >= 0 && item.t < END;
  }

  /** What stays of two items: the later one, with the better result of the two. */
  function merged(mine, theirs) {
    if (!mine) return theirs.v;
    var value = mine.t >= theirs.t ? mine.v : theirs.v;
    var results = [mine.v, theirs.v].map(function (kept) { return Object(kept).result; });
    if (Object(value) !== value || !(results[0] || results[1])) return value;
    return Object.assign(value, { result: progress.isBetter(results[1], results[0]) ? results[1] : results[0] });
  }

  /** Hands the reader a file. */
  panduan.save = function (name, type, text) {
    var link = panduan.make('a', { href: URL.createObjectURL(new Blob([text], { type: type })), download: name });
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  };

  Object.assign(progress, {
    /** Whether a result `a` is better than `b`: passed, then of the later text, then the score, then the earlier day. */
    isBetter: function (a, b) {
      if (!a || !b) return Boolean(a);
      if (Boolean(a.passed) !== Boolean(b.passed)) return Boolean(a.passed);
      if (a.version !== b.version) return String(a.at) >= String(b.at);
      if (a.score !== b.score) return a.score > b.score;
      return String(a.at) < String(b.at);
    },

    /** Everything, in the form of a progress file. */
    all: function () {
      return {
        format: 'panduan-progress', version: 1, site: document.documentElement.dataset.site,
        exported: new Date().toISOString(), items: progress.items()
      };
    },

    /** Takes in the items of a progress file. Returns how many were new. */
    merge: function (entries) {
      var now = progress.items();
      var taken = Object.keys(entries).filter(function (key) { return isItem(key, entries[key]); }).map(function (key) {
        var mine = now[key];
        var before = mine && JSON.stringify(mine.v);
        var value = merged(mine, entries[key]);
        return before !== JSON.stringify(value) && [key, { t: Math.max(mine ? mine.t : 0, entries[key].t), v: value }];
      }).filter(Boolean);
      progress.put(taken);
      return taken.length;
    },

    /** Forgets everything that this site keeps of a learner. */
    wipe: function () {
      Object.keys(progress.items()).forEach(progress.remove);
      progress.forgetDamaged();
    },

    download: function () {
      var day = new Date().toISOString().slice(0, 10);
      panduan.save('kemajuan-' + document.documentElement.dataset.site + '-' + day + '.json', 'application/json',
        JSON.stringify(progress.all(), null, 1));
    }
  });
})();
