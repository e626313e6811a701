/* A review of cards: one at a time, rated by keyboard or pointer, again when it is about to be forgotten. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var make = panduan.make;
  var word = panduan.word;
  var known = panduan.cards.known;
  var MINUTE = 60000;
  var DAY = 86400000;
  var ENOUGH = 5 * MINUTE; // a day's review
  var AHEAD = 20 * MINUTE; // what comes back so soon still belongs to this review
  var RATINGS = ['again', 'hard', 'good', 'easy'];

  function span(time) {
    if (time < 60 * MINUTE) return word('cards_minutes', { n: Math.max(1, Math.round(time / MINUTE)) });
    var days = Math.max(1, Math.round(time / DAY));
    return days < 60 ? word('cards_days', { n: days }) : word('cards_months', { n: Math.round(days / 30.44) });
  }

  function button(label, action, className) {
    var element = make('button', { type: 'button', className: className || '' }, label);
    element.addEventListener('click', action);
    return element;
  }

  /**
   * Shows cards in a place, then calls `done(number of answers)`.
   * @param queue cards `{key, front(), back()}`, whose sides are nodes or texts
   */
  function review(place, queue, done) {
    var waiting = [];
    var seen = 0;
    var end = Date.now() + ENOUGH;
    var onKey = null;

    function next() {
      waiting.sort(function (a, b) { return known(a.key).due - known(b.key).due; });
      if (waiting.length && (!queue.length || known(waiting[0].key).due <= Date.now())) return waiting.shift();
      return queue.shift();
    }

    function show(children, focus) {
      place.textContent = '';
      place.append(...children);
      focus.tabIndex = -1;
      focus.focus();
    }

    function ask() {
      if (Date.now() >= end && queue.length + waiting.length) return pause();
      var card = next();
      if (!card) return done(seen);
      var front = make('p', { className: 'front' }, ...card.front());
      var open = button(word('cards_show'), function () { answer(card, front); }, 'go');
      var left = make('p', { className: 'quiet' }, word('cards_left', { n: queue.length + waiting.length + 1 }));
      onKey = function (key) { if (key === ' ' || key === 'Enter') { answer(card, front); return true; } };
      show([left, front, make('p', { className: 'actions' }, open, button(word('cards_stop'), function () { done(seen); }))], front);
    }

    function choice(card, rating) {
      var wait = panduan.fsrs.next(known(card.key), rating, Date.now()).due - Date.now();
      var label = make('span', {}, make('kbd', {}, String(rating)), ' ' + word('cards_' + RATINGS[rating - 1]));
      return button(make('span', {}, label, make('span', { className: 'quiet' }, span(wait))), function () { rate(card, rating); });
    }

    function answer(card, front) {
      var back = make('div', { className: 'back' }, ...card.back());
      var actions = make('div', { className: 'actions ratings' }, ...[1, 2, 3, 4].map(function (rating) { return choice(card, rating); }));
      actions.setAttribute('role', 'group');
      actions.setAttribute('aria-label', word('cards_how'));
      onKey = function (key) {
        var rating = key === ' ' || key === 'Enter' ? 3 : '1234'.indexOf(key) + 1;
        if (rating) { rate(card, rating); return true; }
      };
      show([front, back, make('p', { className: 'quiet' }, word('cards_how')), actions], back);
    }

    function rate(card, rating) {
      var now = Date.now();
      var after = panduan.fsrs.next(known(card.key), rating, now);
      progress.set(card.key, after);
      seen += 1;
      if (after.due <= now + AHEAD) waiting.push(card);
      ask();
    }

    function pause() {
      var text = make('p', {}, word('cards_enough', { n: queue.length + waiting.length }));
      var go = button(word('cards_continue'), function () { end = Date.now() + ENOUGH; ask(); });
      onKey = null;
      show([text, make('p', { className: 'actions' }, button(word('cards_stop'), function () { done(seen); }, 'go'), go)], text);
    }

    place.tabIndex = -1; // a click on it leaves the keys at work
    place.onkeydown = function (event) {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === 'Escape') { event.preventDefault(); return done(seen); }
      // On a button or a link, Space and Enter are its own.
      var isOwn = event.target.closest('button, a') && (event.key === ' ' || event.key === 'Enter');
      if (!isOwn && onKey && onKey(event.key)) event.preventDefault();
    };
    ask();
  }

  panduan.cards.review = review;
  panduan.cards.span = span;
})();
