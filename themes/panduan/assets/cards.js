/* Flash cards: one at a time, each again when it is about to be forgotten. On a page with a deck, and for all decks. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var make = panduan.make;
  var word = panduan.word;
  var MINUTE = 60000;
  var DAY = 86400000;
  var ENOUGH = 5 * MINUTE; // a day's review
  var AHEAD = 20 * MINUTE; // what comes back so soon still belongs to this review
  var FRESH = 10; // new cards in one review
  var RATINGS = ['again', 'hard', 'good', 'easy'];

  /** What is known of a card, or null when it was never seen or what is kept makes no sense. */
  function known(card) {
    var value = Object(progress.get(card.key));
    var numbers = [value.step, value.stability, value.difficulty, value.last, value.due];
    var isSound = /^(learning|review|relearning)$/.test(value.state) && numbers.every(Number.isFinite) && value.stability > 0;
    return isSound ? value : null;
  }

  function due(cards, now) {
    return cards.filter(function (card) { return known(card) && known(card).due <= now; })
      .sort(function (a, b) { return known(a).due - known(b).due; });
  }

  function fresh(cards) { return cards.filter(function (card) { return !known(card); }); }

  function span(time) {
    if (time < 60 * MINUTE) return word('cards_minutes', { n: Math.max(1, Math.round(time / MINUTE)) });
    var days = Math.max(1, Math.round(time / DAY));
    return days < 60 ? word('cards_days', { n: days }) : word('cards_months', { n: Math.round(days / 30.44) });
  }

  /** Shows the cards that are wanted now, then calls `done(number seen)`. */
  function review(place, cards, done) {
    var queue = due(cards, Date.now()).concat(fresh(cards).slice(0, FRESH));
    var waiting = [];
    var seen = 0;
    var end = Date.now() + ENOUGH;

    function next() {
      waiting.sort(function (a, b) { return known(a).due - known(b).due; });
      if (waiting.length && (!queue.length || known(waiting[0]).due <= Date.now())) return waiting.shift();
      return queue.shift();
    }

    function show(children, focus) {
      place.textContent = '';
      place.append.apply(place, children);
      focus.tabIndex = -1;
      focus.focus();
    }

    function button(label, action, className) {
      var element = make('button', { type: 'button', className: className || '' }, label);
      element.addEventListener('click', action);
      return element;
    }

    function ask() {
      if (Date.now() >= end && queue.length + waiting.length) return pause();
      var card = next();
      if (!card) return done(seen);
      var front = make('p', { className: 'front' });
      front.append.apply(front, card.front());
      var open = button(word('cards_show'), function () { answer(card, front); }, 'primary');
      var left = make('p', { className: 'quiet' }, word('cards_left', { n: queue.length + waiting.length + 1 }));
      onKey = function (key) { if (key === ' ' || key === 'Enter') { answer(card, front); return true; } };
      show([left, front, make('p', { className: 'actions' }, open)], front);
    }

    function answer(card, front) {
      var back = make('div', { className: 'back' });
      back.append.apply(back, card.back());
      var buttons = RATINGS.map(function (name, index) {
        var wait = panduan.fsrs.next(known(card), index + 1, Date.now()).due - Date.now();
        var label = make('span', {}, make('kbd', {}, String(index + 1)), ' ' + word('cards_' + name));
        return button(make('span', {}, label, make('span', { className: 'quiet' }, span(wait))), function () { rate(card, index + 1); });
      });
      var actions = make('div', { className: 'actions ratings' });
      actions.setAttribute('role', 'group');
      actions.setAttribute('aria-label', word('cards_how'));
      actions.append.apply(actions, buttons);
      onKey = function (key) {
        var rating = key === ' ' || key === 'Enter' ? 3 : '1234'.indexOf(key) + 1;
        if (rating) { rate(card, rating); return true; }
      };
      show([front, back, make('p', { className: 'quiet' }, word('cards_how')), actions], back);
    }

    function rate(card, rating) {
      var now = Date.now();
      var next = panduan.fsrs.next(known(card), rating, now);
      progress.set(card.key, next);
      seen += 1;
      if (next.due <= now + AHEAD) waiting.push(card);
      ask();
    }

    function pause() {
      var text = make('p', {}, word('cards_enough', { n: queue.length + waiting.length }));
      var go = button(word('cards_continue'), function () { end = Date.now() + ENOUGH; ask(); });
      onKey = null;
      show([text, make('p', { className: 'actions' }, button(word('cards_stop'), function () { done(seen); }, 'primary'), go)], text);
    }

    var onKey = null;
    place.onkeydown = function (event) {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === 'Escape') { event.preventDefault(); return done(seen); }
      // On a button or a link, Space and Enter are its own.
      var isOwn = event.target.closest('button, a') && (event.key === ' ' || event.key === 'Enter');
      if (!isOwn && onKey && onKey(event.key)) event.preventDefault();
    };
    ask();
  }

  /** The way into a review, and what there is to review; `hideable` is out of the way meanwhile. */
  function prepare(section, cards, hideable) {
    var counts = make('p', { className: 'counts' });
    var start = make('button', { type: 'button', className: 'primary' }, word('cards_start'));
    var place = make('div', { className: 'session', hidden: true });
    var actions = make('p', { className: 'actions' }, start);

    function show(message) {
      var now = Date.now();
      var wanted = due(cards, now).length;
      var unseen = fresh(cards).length;
      var coming = cards.map(known).filter(Boolean).map(function (card) { return card.due; }).filter(function (time) { return time > now; }).sort(function (a, b) { return a - b; })[0];
      var texts = [message, word('cards_counts', { due: wanted, fresh: unseen })];
      if (!wanted && !unseen && coming) texts.push(word('cards_coming', { span: span(coming - now) }));
      counts.textContent = texts.filter(Boolean).join(' ');
      start.hidden = !wanted && !unseen;
    }

    function swap(isReviewing) {
      place.hidden = !isReviewing;
      [counts, actions].concat(hideable).forEach(function (element) { element.hidden = isReviewing; });
    }

    start.addEventListener('click', function () {
      swap(true);
      review(place, cards, function (seen) {
        swap(false);
        show(word('cards_done', { n: seen }));
        counts.tabIndex = -1;
        counts.focus();
      });
    });
    progress.subscribe(function () { if (place.hidden) show(); });
    section.append(counts, actions, place);
    show();
  }

  function copies(element) { return function () { return Array.from(element.cloneNode(true).childNodes); }; }

  Array.from(document.querySelectorAll('section.cards')).forEach(function (section) {
    var all = Array.from(section.querySelectorAll('.card'));
    prepare(section, all.map(function (card) {
      return {
        key: progress.key('cards', card.dataset.card),
        front: copies(card.querySelector('summary')), back: copies(card.querySelector('.back'))
      };
    }), all);
  });

  var page = document.getElementById('all-cards');
  if (page && window.panduanCards) {
    var cards = [];
    window.panduanCards.forEach(function (deck) {
      deck.cards.forEach(function (card) {
        var link = make('a', { href: document.documentElement.dataset.root + deck.url }, deck.title);
        cards.push({
          key: 'cards/' + deck.key + '#' + card.id,
          front: function () { return [card.front]; },
          back: function () { return [make('span', {}, card.back), make('span', { className: 'quiet' }, link.cloneNode(true))]; }
        });
      });
    });
    prepare(page, cards, []);
  }
})();
