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
    var log = make('div', { className: 'log' });
    var choose = make('div', { className: 'choose' });
    var end = make('div');
    var actions = make('p', { className: 'actions' });
    var play = make('div', { className: 'play' }, log, choose, end, actions);
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
        log.textContent = '';
        showStart().focus();
        return;
      }
      var turns = scenario.walk(way);
      if (isNext) {
        addChoice(turns[turns.length - 2].choice);
        addScene(turns[turns.length - 1].scene);
      } else {
        draw(turns);
      }
      var last = turns[turns.length - 1].scene;
      if (last.ending) finish(turns, last);
      else offer(last);
      addActions();
      focusOn(log.lastElementChild.firstElementChild);
    }

    /** The whole conversation anew, in a log of its own: nothing of it is news. */
    function draw(turns) {
      var fresh = make('div', { className: 'log' });
      fresh.setAttribute('role', 'log');
      fresh.setAttribute('aria-label', word('scenario_log'));
      log.replaceWith(fresh);
      log = fresh;
      turns.forEach(function (turn) {
        addScene(turn.scene);
        if (turn.choice) addChoice(turn.choice);
      });
    }

    function addScene(scene) {
      var heading = make(scene.heading.tagName, { tabIndex: -1 }, scene.title);
      var turn = make('div', { className: 'turn' }, heading);
      scene.parts.forEach(function (part) { turn.append(part.cloneNode(true)); });
      log.append(turn);
    }

    function addChoice(choice) {
      var words = make('dd');
      Array.prototype.forEach.call(choice.words.childNodes, function (child) { words.append(child.cloneNode(true)); });
      log.lastElementChild.append(make('dl', { className: 'dialogue' },
        make('div', { className: 'line officer yours' }, make('dt', { className: 'speaker' }, word('scenario_you')), words)));
    }

    function offer(scene) {
      var question = make('p', { className: 'question', id: section.id + '.question' }, word('scenario_question'));
      var items = make('ol');
      scene.choices.forEach(function (choice, index) {
        var words = make('span');
        Array.prototype.forEach.call(choice.words.childNodes, function (child) { words.append(child.cloneNode(true)); });
        var button = make('button', { type: 'button' }, make('kbd', {}, String(index + 1)), words);
        button.addEventListener('click', function () { go(way + (index + 1)); });
        items.append(make('li', {}, button));
      });
      choose.setAttribute('role', 'group');
      choose.setAttribute('aria-labelledby', question.id);
      choose.append(question, items, make('p', { className: 'quiet' }, word('scenario_keys')));
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
      end.append(panduan.debrief(scenario, turns, function (turn) { go(way.slice(0, turn)); }));
    }

    // MARK: Buttons

    function addButton(label, act) {
      var button = make('button', { type: 'button' }, word(label));
      button.addEventListener('click', act);
      actions.append(button);
      return button;
    }

    function showStart() {
      var best = Object(progress.get(key)).result;
      if (best) {
        choose.append(make('p', { className: 'quiet' }, word('scenario_best', {
          ending: word('scenario_' + best.ending), n: best.score, date: panduan.dateText(best.at)
        })));
      }
      var start = addButton('scenario_start', function () { go(''); });
      start.classList.add('main');
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
    showStart();
    follow();
  }

  Array.prototype.forEach.call(document.querySelectorAll('.scenario'), prepare);
})();
