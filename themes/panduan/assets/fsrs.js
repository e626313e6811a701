/* When a card is to be seen again: FSRS-6, as published by Open Spaced Repetition, with its default weights. */
(function () {
  'use strict';
  var MINUTE = 60000;
  var DAY = 86400000;
  var WEIGHTS = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
  ];
  var RETENTION = 0.9; // the chance of remembering at which a card comes back
  var LONGEST = 36500; // days
  var STEPS = { learning: [MINUTE, 10 * MINUTE], relearning: [10 * MINUTE] };
  var AGAIN = 1, HARD = 2, EASY = 4;
  var w = WEIGHTS;
  var DECAY = -w[20];
  var FACTOR = Math.pow(0.9, 1 / DECAY) - 1;

  function between(value, low, high) { return Math.min(Math.max(value, low), high); }

  function stable(value) { return Math.max(value, 0.001); }

  function startingDifficulty(rating) { return w[4] - Math.exp(w[5] * (rating - 1)) + 1; }

  function nextDifficulty(difficulty, rating) {
    var moved = difficulty + (10 - difficulty) * -w[6] * (rating - 3) / 9;
    return between(w[7] * startingDifficulty(EASY) + (1 - w[7]) * moved, 1, 10);
  }

  /** The chance of remembering after so many whole days. */
  function retrievability(stability, days) { return Math.pow(1 + FACTOR * days / stability, DECAY); }

  function sameDayStability(stability, rating) {
    var growth = Math.exp(w[17] * (rating - 3 + w[18])) * Math.pow(stability, -w[19]);
    return stable(stability * (rating === AGAIN ? growth : Math.max(growth, 1)));
  }

  function forgottenStability(card, chance) {
    var long = w[11] * Math.pow(card.difficulty, -w[12]) * (Math.pow(card.stability + 1, w[13]) - 1) * Math.exp((1 - chance) * w[14]);
    return stable(Math.min(long, card.stability / Math.exp(w[17] * w[18])));
  }

  function rememberedStability(card, chance, rating) {
    var growth = Math.exp(w[8]) * (11 - card.difficulty) * Math.pow(card.stability, -w[9]) * (Math.exp((1 - chance) * w[10]) - 1);
    return stable(card.stability * (1 + growth * (rating === HARD ? w[15] : 1) * (rating === EASY ? w[16] : 1)));
  }

  function nextStability(card, rating, now) {
    var days = Math.max(0, Math.floor((now - card.last) / DAY));
    if (days < 1) return sameDayStability(card.stability, rating);
    var chance = retrievability(card.stability, days);
    return rating === AGAIN ? forgottenStability(card, chance) : rememberedStability(card, chance, rating);
  }

  function interval(stability) {
    return between(roundHalfEven(stability / FACTOR * (Math.pow(RETENTION, 1 / DECAY) - 1)), 1, LONGEST) * DAY;
  }

  // The reference rounds so; the two differ only at exact halves.
  function roundHalfEven(value) {
    var floor = Math.floor(value);
    return value - floor === 0.5 ? floor + floor % 2 : Math.round(value);
  }

  /** How long one of the short steps lasts, or null when the card has left them. */
  function shortWait(card, rating) {
    var steps = STEPS[card.state];
    if (!steps || rating === EASY || (card.step >= steps.length && rating !== AGAIN)) return null;
    if (rating === AGAIN) {
      card.step = 0;
      return steps[0];
    }
    if (rating === HARD) {
      if (card.step > 0) return steps[card.step];
      return steps.length > 1 ? (steps[0] + steps[1]) / 2 : steps[0] * 1.5;
    }
    card.step += 1;
    return card.step < steps.length ? steps[card.step] : null;
  }

  window.panduan.fsrs = {
    /**
     * The card after a rating (1 again, 2 hard, 3 good, 4 easy) at a time in milliseconds.
     * A card is null when it was never seen, else {state, step, stability, difficulty, last, due}; stability in days.
     */
    next: function (card, rating, now) {
      var next = card
        ? { state: card.state, step: card.step, stability: nextStability(card, rating, now), difficulty: nextDifficulty(card.difficulty, rating) }
        : { state: 'learning', step: 0, stability: stable(w[rating - 1]), difficulty: between(startingDifficulty(rating), 1, 10) };
      if (next.state === 'review' && rating === AGAIN) {
        next.state = 'relearning';
        next.step = 0;
      }
      var wait = shortWait(next, rating);
      if (wait === null) {
        next.state = 'review';
        next.step = 0;
        wait = interval(next.stability);
      }
      next.last = now;
      next.due = now + wait;
      return next;
    }
  };
})();
