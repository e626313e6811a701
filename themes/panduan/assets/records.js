/* Reads kept items as a record: who did what, when, how well, and which questions were missed. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'; // none that is taken for another

  function byModule() {
    var known = new Map();
    (window.panduanModules || []).forEach(function (module) { known.set(module.key, module); });
    return known;
  }

  /** The parts of a key such as `quiz/latihan/s1-salam#quiz.1`; null for what is no activity's. */
  function parts(key) {
    var found = /^([a-z]+)\/(.+)#([^#]+)$/.exec(key);
    return found && { kind: found[1], module: found[2], id: found[3] };
  }

  function valueOf(item) { return Object(Object(item).v); }

  function resultOf(item) {
    var result = valueOf(item).result;
    return Object(result) === result && isFinite(result.score) ? result : null;
  }

  function titleOf(activity) { return activity.title || panduan.word('kind_' + activity.kind); }

  /** How often something happened, as a file from other hands says it. */
  function times(value) { return Math.min(Math.max(Math.trunc(+value) || 0, 0), 100000); }

  panduan.records = {
    /** Everything with a result, in the order of the site's modules: {module, title, activity, kind, result, isOld}. */
    rows: function (items) {
      var known = byModule();
      var order = Array.from(known.keys());
      function place(row) { return (order.indexOf(row.module) + 1) || order.length + 1; }
      return Object.keys(items).map(function (key) {
        var part = parts(key);
        var result = part && resultOf(items[key]);
        if (!result) return null;
        var module = known.get(part.module);
        var activity = module && module.activities.find(function (other) { return other.id === part.id; });
        return {
          module: part.module, title: module ? module.title : part.module, kind: part.kind, key: key, result: result,
          activity: titleOf(activity || { kind: part.kind }),
          isOld: Boolean(module) && module.version !== result.version
        };
      }).filter(Boolean).sort(function (a, b) { return place(a) - place(b) || (a.key < b.key ? -1 : 1); });
    },

    /** The modules that can be done: those that require something, and those of a course; a course's in its order. */
    modules: function () {
      var known = byModule();
      var course = [];
      known.forEach(function (module) {
        module.activities.forEach(function (activity) { course.push(...activity.modules); });
      });
      var all = Array.from(known.values());
      return Array.from(new Set(course.map(function (key) { return known.get(key); }).concat(all))).filter(function (module) {
        return module && (course.indexOf(module.key) >= 0 || module.activities.some(function (activity) { return activity.required; }));
      });
    },

    /**
     * How far a module is: {state: done, started or none; at, scores, left, isOld, isReading}. It is done when all that it
     * requires was passed or, where it requires nothing, when the learner says that it was read.
     */
    ofModule: function (module, items) {
      function key(activity) { return activity.kind + '/' + module.key + '#' + activity.id; }
      var required = module.activities.filter(function (activity) { return activity.required; });
      var keys = required.length ? required.map(key) : [panduan.records.readKey(module.key)];
      var results = keys.map(function (name) { return resultOf(items[name]); });
      var isDone = results.every(function (result) { return result && result.passed; });
      return {
        state: isDone ? 'done' : module.activities.some(function (activity) { return key(activity) in items; }) ? 'started' : 'none',
        at: results.map(function (result) { return result ? String(result.at) : ''; }).sort().pop(),
        scores: module.activities.filter(function (activity) { return activity.kind === 'quiz'; })
          .map(function (activity) { return resultOf(items[key(activity)]); }).filter(Boolean).map(function (result) { return +result.score; }),
        left: required.filter(function (activity, index) { return !Object(results[index]).passed; }).map(titleOf),
        isOld: isDone && results.some(function (result) { return Boolean(result.version && module.version) && result.version !== module.version; }),
        isReading: !required.length
      };
    },

    /** A summary that `ofModule` made, in words; empty where nothing was begun. */
    stateText: function (summary) {
      if (summary.state === 'none') return '';
      if (summary.state === 'done') return panduan.word('module_done', { date: panduan.dateText(summary.at) });
      return panduan.word(summary.left.length ? 'module_left' : 'module_started', { left: summary.left.join(', ') });
    },

    /** Under what it is kept that a module was read. */
    readKey: function (module) { return 'read/' + module + '#page'; },

    /** [{module, id, text, asked, missed}] of several learners together, the most missed first. */
    missed: function (learners) {
      var counts = new Map();
      learners.forEach(function (learner) {
        Object.keys(learner.items).forEach(function (key) {
          var part = parts(key);
          var seen = valueOf(learner.items[key]).seen;
          if (!part || Object(seen) !== seen) return;
          Object.keys(seen).forEach(function (id) {
            var name = part.module + '#' + id;
            var count = counts.get(name) || { module: part.module, id: id, asked: 0, missed: 0 };
            count.asked += times(Object(seen[id])[0]);
            count.missed += times(Object(seen[id])[1]);
            counts.set(name, count);
          });
        });
      });
      var texts = new Map();
      byModule().forEach(function (module) {
        module.activities.forEach(function (activity) {
          Object.keys(activity.questions).forEach(function (id) { texts.set(module.key + '#' + id, [module.title, activity.questions[id]]); });
        });
      });
      return Array.from(counts.values()).filter(function (count) { return count.missed > 0; }).map(function (count) {
        var text = texts.get(count.module + '#' + count.id) || [count.module, count.id];
        return Object.assign(count, { title: text[0], text: text[1] });
      }).sort(function (a, b) {
        return b.missed / b.asked - a.missed / a.asked || b.missed - a.missed || (a.module + a.id < b.module + b.id ? -1 : 1);
      });
    },

    /** Eight signs that change when a name or a result does: a printed record is held against the file with them. */
    check: function (name, items) {
      var text = name.trim() + '\n' + Object.keys(items).sort().map(function (key) {
        var result = parts(key) && resultOf(items[key]);
        return result ? [key, result.score, result.passed ? 1 : 0, result.at, result.version].join('\t') + '\n' : '';
      }).join('');
      var bytes = Array.from(new TextEncoder().encode(text));
      var halves = [panduan.hash(bytes), panduan.hash(bytes, 0x2F0B4C47)];
      return halves.map(function (half) {
        var signs = '';
        for (var shift = 15; shift >= 0; shift -= 5) signs += DIGITS[half >>> shift & 31];
        return signs;
      }).join('-');
    },

    /** Rows as CSV that spreadsheets read; a text that they would take for a formula is disarmed. */
    csv: function (rows) {
      return '\ufeff' + rows.map(function (row) {
        return row.map(function (cell) {
          var text = String(cell).replace(/^[=+\-@\t\r]/, "'$&");
          return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
        }).join(',') + '\r\n';
      }).join('');
    },

    /** A table of texts; cells are texts or elements. */
    table: function (caption, head, rows) {
      var make = panduan.make;
      var table = make('table', {}, make('caption', {}, caption));
      var line = make('tr', {});
      head.forEach(function (text) { line.append(make('th', { scope: 'col' }, text)); });
      table.append(make('thead', {}, line));
      var body = make('tbody', {});
      rows.forEach(function (row) {
        var line = make('tr', {});
        row.forEach(function (cell, index) {
          line.append(index ? make('td', {}, cell) : make('th', { scope: 'row' }, cell));
        });
        body.append(line);
      });
      table.append(body);
      var wrap = make('div', { className: 'table-wrap', tabIndex: 0 }, table);
      wrap.setAttribute('role', 'region');
      wrap.setAttribute('aria-label', caption);
      return wrap;
    }
  };
})();
