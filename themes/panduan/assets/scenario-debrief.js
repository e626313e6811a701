/* What is shown when a role-play has ended: how it scored by trait, and why each choice did. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var make = panduan.make;
  var word = panduan.word;
  var copied = panduan.copied;

  function meaning(sum) {
    if (!sum.isScored) return word('trait_unseen');
    if (sum.points > 1) return word('trait_strong');
    if (sum.points > 0) return word('trait_good');
    return word(sum.points === 0 ? 'trait_mixed' : sum.points < -1 ? 'trait_poor' : 'trait_weak');
  }

  function signed(points) { return points > 0 ? '+' + points : String(points).replace('-', '−'); }

  function table(sums) {
    var head = make('tr', {}, make('th', { scope: 'col' }, word('trait')), make('th', { scope: 'col', className: 'align-right' }, word('points')),
      make('th', { scope: 'col' }, word('trait_meaning')));
    var rows = sums.map(function (sum) {
      return make('tr', {}, make('th', { scope: 'row' }, sum.trait + ' ' + sum.word), make('td', { className: 'align-right' }, signed(sum.points)),
        make('td', {}, meaning(sum)));
    });
    var body = make('tbody');
    body.append.apply(body, rows);
    return make('table', { className: 'traits' }, make('caption', {}, word('scenario_scores')), make('thead', {}, head), body);
  }

  function others(turn) {
    var rest = turn.scene.choices.filter(function (choice) { return choice !== turn.choice; });
    if (!rest.length) return null;
    var items = make('ul');
    rest.forEach(function (choice) {
      items.append(make('li', {}, copied(choice.words, 'span', { className: 'said' }), ' ', choice.score && choice.score.cloneNode(true), copied(choice.why, 'div', { className: 'why' })));
    });
    return make('details', {}, make('summary', {}, word('scenario_others')), items);
  }

  function step(turn, number, change) {
    var button = make('button', { type: 'button' }, word('scenario_change'));
    button.setAttribute('aria-label', word('scenario_change') + ': ' + turn.scene.title);
    button.addEventListener('click', function () { change(number); });
    return make('li', {}, make('p', { className: 'quiet' }, turn.scene.title),
      make('p', {}, copied(turn.choice.words, 'span', { className: 'said' }), ' ', turn.choice.score && turn.choice.score.cloneNode(true)),
      copied(turn.choice.why, 'div', { className: 'why' }), others(turn), button);
  }

  /**
   * @param isDone whether a good ending was reached, now or before
   * @param change is called with the number of a turn, from 0, to choose again there
   */
  panduan.debrief = function (scenario, turns, isDone, change) {
    var sums = scenario.traits(turns);
    var steps = make('ol', { className: 'reasons' });
    turns.forEach(function (turn, number) { if (turn.choice) steps.append(step(turn, number, change)); });
    return make('div', { className: 'debrief' }, make('h4', {}, word('scenario_debrief')),
      make('p', {}, word(isDone ? 'scenario_done' : 'scenario_open')),
      make('p', {}, word('scenario_percent', { n: scenario.score(turns) })),
      sums.length ? table(sums) : null, make('h4', {}, word('scenario_reasons')), steps);
  };
})();
