/* Marks answers: choices, words that may be misspelt, numbers as people write them, orders, pairs. */
(function () {
  'use strict';

  var SIGNS = /[\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+/g;

  /** Words as they are compared: without case, accents, punctuation and doubled spaces. */
  function folded(text) {
    return String(text).normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase()
      .replace(/['’ʼ`]/g, '').replace(SIGNS, ' ').trim();
  }

  /** Letters to insert, drop, change or swap to make one text of the other. */
  function distance(a, b) {
    var rows = [[]];
    for (var j = 0; j <= b.length; j++) rows[0][j] = j;
    for (var i = 1; i <= a.length; i++) {
      rows[i] = [i];
      for (j = 1; j <= b.length; j++) {
        var change = a[i - 1] === b[j - 1] ? 0 : 1;
        rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
    return rows[a.length][b.length];
  }

  /** Whether two texts are the same but for slips: none in a short word, one from four letters, two from eight. */
  function isNear(a, b) {
    var slips = Math.floor(Math.min(b.length, 8) / 4);
    return Math.abs(a.length - b.length) <= slips && distance(a, b) <= slips;
  }

  /** Digits with separators as a number: `1,234.5`, `1 234`, `2,5`; null where it cannot be told. */
  function value(digits) {
    if (/^\d{1,3}([ ,]\d{3})+(\.\d+)?$/.test(digits)) return parseFloat(digits.replace(/[ ,]/g, ''));
    if (/^\d*[.,]?\d+$/.test(digits)) return parseFloat(digits.replace(',', '.'));
    return null;
  }

  /** What somebody wrote as {value, unit}, or null when it is no number. */
  function number(text) {
    var parts = /^(?:RM)?\s*([-−+]?)\s*([\d.,]+(?: \d[\d.,]*)*)\s*(%|[^\d]*)$/i.exec(String(text).trim());
    var size = parts && value(parts[2]);
    return size === null ? null : { value: /[-−]/.test(parts[1]) ? -size : size, unit: folded(parts[3].replace('%', ' peratus')) };
  }

  function isNumber(key, text) {
    var given = number(text);
    if (!given || Math.abs(given.value - key.n) > key.e + 1e-9 * Math.max(1, Math.abs(key.n))) return false;
    var unit = folded(key.u.replace('%', ' peratus'));
    return !unit || !given.unit || given.unit === unit || isNear(given.unit, unit);
  }

  function isText(key, text) {
    var given = folded(text);
    var right = folded(key.t);
    // A right answer of signs alone, such as "%", is compared as it stands.
    if (!right) return String(text).trim() === key.t.trim();
    return given === right || (key.s && isNear(given, right));
  }

  function share(count, whole) { return whole ? Math.max(0, count) / whole : 0; }

  var marks = {
    single: function (key, answer) { return key.indexOf(answer[0]) >= 0 ? 1 : 0; },
    multiple: function (key, answer) {
      var right = answer.filter(function (choice) { return key.indexOf(choice) >= 0; }).length;
      return share(2 * right - answer.length, key.length);
    },
    text: function (key, answer) { return key.some(function (item) { return isText(item, answer); }) ? 1 : 0; },
    number: function (key, answer) { return key.some(function (item) { return isNumber(item, answer); }) ? 1 : 0; },
    order: function (key, answer) {
      return share(answer.filter(function (shown, place) { return key[shown] === place; }).length, key.length);
    },
    match: function (key, answer) {
      return share(answer.filter(function (shown, left) { return key[left] === shown; }).length, key.length);
    }
  };

  window.panduan.answers = {
    number: number,
    /** The right answer that a question carries in `data-key`. */
    key: function (hex) {
      var bytes = (hex.match(/../g) || []).map(function (pair) { return parseInt(pair, 16) ^ 0x5A; });
      return JSON.parse(new TextDecoder().decode(new Uint8Array(bytes)));
    },
    /** How much of an answer is right, from 0 to 1. */
    mark: function (kind, key, answer) { return marks[kind](key, answer); },
    /** Whether something kept can be an answer to a question of this kind. */
    isAnswer: function (kind, answer) {
      if (kind === 'text' || kind === 'number') return typeof answer === 'string';
      return Array.isArray(answer) && answer.every(Number.isInteger);
    }
  };
})();
