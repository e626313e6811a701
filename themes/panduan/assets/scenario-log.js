/* The conversation of a role-play as it grows, read out by a screen reader as it does. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var make = panduan.make;

  function drawn(scene) {
    var heading = make(scene.heading.tagName, { tabIndex: -1 }, scene.title);
    return make('div', { className: 'turn' }, heading, ...scene.parts.map(function (part) { return part.cloneNode(true); }));
  }

  function spoken(choice) {
    return make('dl', { className: 'dialogue' }, make('div', { className: 'line officer yours' },
      make('dt', { className: 'speaker' }, panduan.word('scenario_you')), panduan.copied(choice.words, 'dd')));
  }

  /** @param first an element to stand for the log until there is one */
  panduan.scenarioLog = function (first) {
    var log = first;
    return {
      clear: function () { log.textContent = ''; },

      /** One more choice, and the scene that it leads to. */
      add: function (choice, scene) {
        log.lastElementChild.append(spoken(choice));
        log.append(drawn(scene));
      },

      /** The whole conversation anew, in a log of its own: nothing of it is news. */
      draw: function (turns) {
        var fresh = make('div', { className: 'log' });
        fresh.setAttribute('role', 'log');
        fresh.setAttribute('aria-label', panduan.word('scenario_log'));
        turns.forEach(function (turn) {
          var part = drawn(turn.scene);
          if (turn.choice) part.append(spoken(turn.choice));
          fresh.append(part);
        });
        log.replaceWith(fresh);
        log = fresh;
      },

      /** The heading of the scene in which one is. */
      heading: function () { return log.lastElementChild.firstElementChild; }
    };
  };
})();
