/* Decks of flash cards: what there is to review, and the way into it. On a page with a deck, and for all decks. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var make = panduan.make;
  var word = panduan.word;
  var known = panduan.cards.known;
  var FRESH = 10; // new cards in one review

  /** What is wanted of some cards now: {due, fresh} as cards, and when the next one comes (milliseconds, or undefined). */
  function wanted(cards, now) {
    var byKey = new Map(cards.map(function (card) { return [card.key, card]; }));
    var times = cards.map(function (card) { return Object(known(card.key)).due; }).filter(function (time) { return time > now; });
    return {
      due: panduan.cards.due(Array.from(byKey.keys()), now).map(function (key) { return byKey.get(key); }),
      fresh: cards.filter(function (card) { return !known(card.key); }),
      next: times.sort(function (a, b) { return a - b; })[0]
    };
  }

  function countText(now) {
    if (now.due.length) return word('cards_counts', { due: now.due.length, fresh: now.fresh.length });
    var fresh = now.fresh.length ? word('cards_fresh', { fresh: now.fresh.length }) : '';
    var coming = !fresh && now.next ? word('cards_coming', { span: panduan.cards.span(now.next - Date.now()) }) : '';
    return [word('cards_none_due'), fresh, coming].filter(Boolean).join(' ');
  }

  /** Puts a review before an element of the section, or at its end; `hidden` and the link are out of the way meanwhile. */
  function prepare(section, cards, before, hidden, link) {
    var counts = make('p', { className: 'counts' });
    var start = make('button', { type: 'button', className: 'go' }, word('cards_start'));
    var place = make('div', { className: 'session', hidden: true });
    var actions = make('p', { className: 'actions' }, start);

    function show(message) {
      var now = wanted(cards, Date.now());
      counts.textContent = [message, countText(now)].filter(Boolean).join(' ');
      start.hidden = !now.due.length && !now.fresh.length;
    }

    function swap(isReviewing) {
      place.hidden = !isReviewing;
      [counts, actions, link].concat(hidden).filter(Boolean).forEach(function (element) { element.hidden = isReviewing; });
    }

    function end(seen) {
      swap(false);
      show(seen ? word('cards_done', { n: seen }) : '');
      counts.tabIndex = -1;
      counts.focus();
    }

    start.addEventListener('click', function () {
      var now = wanted(cards, Date.now());
      swap(true);
      panduan.cards.review(place, now.due.concat(now.fresh.slice(0, FRESH)), end);
    });
    progress.subscribe(function () { if (place.hidden) show(); });
    [counts, actions, link, place].filter(Boolean).forEach(function (element) { section.insertBefore(element, before); });
    show();
  }

  function copies(element) { return function () { return Array.from(element.cloneNode(true).childNodes); }; }

  function ofDeck(section) {
    var all = Array.from(section.querySelectorAll('.card'));
    prepare(section, all.map(function (card) {
      return {
        key: progress.key('cards', card.dataset.card),
        front: copies(card.querySelector('summary')), back: copies(card.querySelector('.back'))
      };
    }), all[0], all, panduan.cards.link());
  }

  function ofSite(deck) {
    return deck.cards.map(function (card) {
      return {
        key: 'cards/' + deck.key + '#' + card.id,
        front: function () { return [card.front]; },
        back: function () {
          var link = make('a', { href: document.documentElement.dataset.root + deck.url }, deck.title);
          return [make('span', {}, card.back), make('span', { className: 'quiet' }, link)];
        }
      };
    });
  }

  document.querySelectorAll('section.cards').forEach(ofDeck);
  var page = document.getElementById('all-cards');
  if (page && window.panduanCards) prepare(page, [].concat(...window.panduanCards.map(ofSite)), null, [], null);
})();
