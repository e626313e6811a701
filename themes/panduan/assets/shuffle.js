/* Orders that a seed decides: another for each learner and attempt, the same at every reload. */
(function () {
  'use strict';
  var panduan = window.panduan;

  /** Numbers from 0 to 1 (mulberry32). */
  function randomness(seed) {
    return function () {
      seed = (seed + 0x6D2B79F5) | 0;
      var t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }

  /** A copy of some items in the order of a seed, which is any text. */
  panduan.shuffled = function (items, seed) {
    var random = randomness(panduan.hash(Array.from(seed, function (sign) { return sign.charCodeAt(0); })));
    var result = items.slice();
    for (var i = result.length - 1; i > 0; i--) {
      var j = Math.floor(random() * (i + 1));
      [result[i], result[j]] = [result[j], result[i]];
    }
    return result;
  };
})();
