/* Which cards are due, and the way to the daily review that says how many. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var make = panduan.make;
  var DAY = 86400000;

  /** What is known of a card, or null when it was never seen or what is kept makes no sense. */
  function known(key) {
    var value = Object(progress.get(key));
    var numbers = [value.step, value.stability, value.difficulty, value.last, value.due];
    var isSound = /^(learning|review|relearning)$/.test(value.state) && numbers.every(Number.isFinite) && value.stability > 0;
    return isSound ? value : null;
  }

  /** Keys of every card of the site's decks. */
  function allKeys() {
    var keys = [];
    (window.panduanModules || []).forEach(function (module) {
      module.activities.forEach(function (activity) {
        if (activity.kind !== 'cards') return;
        Object.keys(activity.questions).forEach(function (id) { keys.push('cards/' + module.key + '#' + id); });
      });
    });
    return keys;
  }

  panduan.cards = {
    known: known,

    /** Those of some keys whose cards are due, the longest due first. One that was seen in the future had a wrong clock. */
    due: function (keys, now) {
      return keys.map(function (key) { return { key: key, card: known(key) }; })
        .filter(function (one) { return one.card && (one.card.due <= now || one.card.last > now + DAY); })
        .sort(function (a, b) { return a.card.due - b.card.due; })
        .map(function (one) { return one.key; });
    },

    /** A paragraph that leads to the daily review, or null where there is none. */
    link: function () {
      var review = panduan.menuLink('review');
      if (!review) return null;
      var keys = allKeys();
      var count = make('span');
      function show() {
        var due = panduan.cards.due(keys, Date.now()).length;
        count.textContent = due ? ' · ' + panduan.word('cards_due_today', { n: due }) : '';
      }
      progress.subscribe(function (key) { if (key === null || key.indexOf('cards/') === 0) show(); });
      show();
      return make('p', { className: 'due-cards' }, review, count);
    }
  };
})();
