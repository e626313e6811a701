/* Plays a role-play: one scene at a time, the way through them in the page's address, so that back and reload keep it. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var make = panduan.make;
  var word = panduan.word;

  function prepare(section, number) {
    var name = number ? 'path' + (number + 1) : 'path';
    var scenario = panduan.readScenario(section);
    var key = progress.key('scenario', section.id);
    var text = make('details', { className: 'more text' }, make('summary', {}, word('scenario_text')));
    var place = make('div', { className: 'log' });
    var log = panduan.scenarioLog(place);
    var choose = make('div', { className: 'choose' });
    var end = make('div');
    var actions = make('p', { className: 'actions' });
    var play = make('div', { className: 'play', tabIndex: -1 }, place, choose, end, actions);
    var way = null; // null before the start

    // MARK: The address

    function address(newWay) { return '#' + name + '=' + scenario.shortened(newWay); }

    function go(newWay) { location.hash = address(newWay); }

    function wayOfAddress() {
      var found = location.hash.slice(1).split('&').find(function (part) { return part.indexOf(name + '=') === 0; });
      return found === undefined ? null : found.slice(name.length + 1);
    }

    function follow() {
      var asked = wayOfAddress();
      if (asked === null) {
        if (!location.hash && way !== null) show(null);
        showText();
        return;
      }
      // What leads nowhere is cut off, in the address too.
      var valid = asked.slice(0, scenario.walk(asked).length - 1);
      if (valid !== asked) history.replaceState(history.state, '', address(valid));
      if (valid !== way) show(valid);
    }

    /** The address of a scene: it stands in the text. */
    function showText() {
      var target = Array.prototype.find.call(text.querySelectorAll('[id]'), function (element) {
        return location.hash === '#' + element.id || location.hash === '#' + encodeURIComponent(element.id);
      });
      if (!target) return;
      text.open = true;
      target.scrollIntoView();
    }

    // MARK: What is seen

    function show(newWay) {
      var isNext = way !== null && newWay !== null && newWay.length === way.length + 1 && newWay.indexOf(way) === 0;
      way = newWay;
      choose.textContent = end.textContent = actions.textContent = '';
      section.classList.toggle('finished', false);
      if (way === null) {
        log.clear();
        showStart().focus();
        return;
      }
      var turns = scenario.walk(way);
      var last = turns[turns.length - 1].scene;
      if (isNext) log.add(turns[turns.length - 2].choice, last);
      else log.draw(turns);
      if (last.ending) finish(turns, last);
      else offer(last);
      addActions();
      focusOn(log.heading());
    }

    function offer(scene) {
      var question = make('p', { className: 'question', id: section.id + '.question' }, word('scenario_question'));
      var items = make('ol');
      scene.choices.forEach(function (choice, index) {
        var button = make('button', { type: 'button' }, make('kbd', {}, String(index + 1)), panduan.copied(choice.words, 'span'));
        button.addEventListener('click', function () { go(way + (index + 1)); });
        items.append(make('li', {}, button));
      });
      choose.setAttribute('role', 'group');
      choose.setAttribute('aria-labelledby', question.id);
      choose.append(question, items, make('p', { className: 'keys' }, word('scenario_keys')));
    }

    function finish(turns, scene) {
      section.classList.toggle('finished', true);
      choose.removeAttribute('role');
      choose.removeAttribute('aria-labelledby');
      var sums = {};
      scenario.traits(turns).forEach(function (sum) { sums[sum.trait] = sum.points; });
      var result = progress.result(scenario.score(turns), scene.ending === 'good');
      Object.assign(result, { ending: scene.ending, traits: sums, path: scenario.shortened(way) });
      var kept = Object(progress.get(key));
      if (progress.isBetter(result, kept.result)) progress.set(key, Object.assign(kept, { result: result }));
      end.append(panduan.debrief(scenario, turns, Boolean(Object(Object(progress.get(key)).result).passed), function (turn) { go(way.slice(0, turn)); }));
    }

    // MARK: Buttons

    function addButton(label, act) {
      var button = make('button', { type: 'button' }, word(label));
      button.addEventListener('click', act);
      actions.append(button);
      return button;
    }

    /** The best result so far, before the start. */
    function showBest() {
      var best = Object(progress.get(key)).result;
      choose.textContent = '';
      if (!best) return;
      choose.append(make('p', { className: 'quiet' }, word('scenario_best', {
        ending: word('scenario_' + best.ending), n: best.score, date: panduan.dateText(best.at)
      })));
    }

    function showStart() {
      showBest();
      var start = addButton('scenario_start', function () { go(''); });
      start.classList.add('go');
      return start;
    }

    function addActions() {
      if (way) addButton('scenario_undo', function () { go(way.slice(0, -1)); });
      if (way) addButton('scenario_again', function () { go(''); });
      if (section.classList.contains('finished')) addButton('scenario_print', function () { window.print(); });
    }

    function focusOn(element) {
      var isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'start', behavior: isCalm ? 'auto' : 'smooth' });
    }

    // MARK: Keys

    /** Only while the focus is in the role-play: single letters must not get in the way elsewhere. */
    function onKey(event) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      var buttons = Array.prototype.slice.call(choose.querySelectorAll('ol button'));
      var script = section.querySelector('.script a');
      if (/^[1-9]$/.test(event.key) && buttons[event.key - 1]) buttons[event.key - 1].click();
      else if (event.key === 's' && script) script.click();
      else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && buttons.length) move(buttons, event.key === 'ArrowDown' ? 1 : -1);
      else return;
      event.preventDefault();
    }

    function move(buttons, step) {
      var at = buttons.indexOf(document.activeElement);
      var next = at < 0 ? (step > 0 ? 0 : buttons.length - 1) : at + step;
      buttons[(next + buttons.length) % buttons.length].focus();
    }

    var scenes = section.querySelector('.scenes');
    scenes.before(play, text);
    text.append(scenes);
    play.addEventListener('keydown', onKey);
    addEventListener('hashchange', follow);
    addEventListener('beforeprint', function () { if (!section.classList.contains('finished')) text.open = true; });
    progress.subscribe(function () { if (way === null) showBest(); });
    showStart();
    follow();
  }

  document.querySelectorAll('.scenario').forEach(prepare);
})();
