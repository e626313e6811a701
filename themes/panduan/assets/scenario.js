/* A role-play as data: its scenes read from the page, a way through them, what the choices on it scored. */
(function () {
  'use strict';
  var panduan = window.panduan;
  // A way of more turns than this has gone in circles.
  var LONGEST = 200;

  function list(nodes) { return Array.prototype.slice.call(nodes); }

  function readChoice(item) {
    var link = item.querySelector('.choice');
    return {
      target: link.getAttribute('href').slice(1),
      words: link,
      why: item.querySelector('.why'),
      score: item.querySelector('.score'),
      points: list(item.querySelectorAll('.score [data-trait]')).map(function (mark) {
        return { trait: mark.dataset.trait, word: mark.textContent.split(' ')[0], points: +mark.dataset.points };
      })
    };
  }

  function readScene(section) {
    var heading = section.querySelector('h1, h2, h3, h4, h5, h6');
    return {
      id: heading.id,
      title: heading.textContent,
      heading: heading,
      parts: list(section.children).filter(function (part) { return part !== heading && !part.matches('.choices'); }),
      choices: list(section.querySelectorAll('.choices > li')).map(readChoice),
      ending: section.dataset.ending || ''
    };
  }

  function total(choice) {
    return choice.points.reduce(function (sum, point) { return sum + point.points; }, 0);
  }

  panduan.readScenario = function (section) {
    var scenes = list(section.querySelectorAll('.scene')).map(readScene);
    var byID = new Map(scenes.map(function (scene) { return [scene.id, scene]; }));
    // The text, on paper too, names the scene that a choice leads to.
    scenes.forEach(function (scene) {
      scene.choices.forEach(function (choice) { choice.words.dataset.to = byID.has(choice.target) ? byID.get(choice.target).title : ''; });
    });

    /** The turns of a way, as far as it is one: `{scene, choice}`, the last without a choice. */
    function walk(way) {
      var turns = [{ scene: scenes[0], choice: null }];
      for (var index = 0; index < way.length; index += 1) {
        var last = turns[turns.length - 1];
        var choice = last.scene.choices[+way[index] - 1];
        if (!choice || !byID.has(choice.target)) break;
        last.choice = choice;
        turns.push({ scene: byID.get(choice.target), choice: null });
      }
      return turns;
    }

    /** Leaves out rounds that came back to where they began, until the way is short enough for an address. */
    function shortened(way) {
      while (way.length > Math.max(LONGEST, scenes.length)) {
        var seen = new Map();
        var turns = walk(way);
        var end = turns.findIndex(function (turn, index) {
          if (seen.has(turn.scene)) return true;
          seen.set(turn.scene, index);
          return false;
        });
        way = way.slice(0, seen.get(turns[end].scene)) + way.slice(end);
      }
      return way;
    }

    /** Sums by trait of what was chosen, with nought for a trait that other choices would have shown. */
    function traits(turns) {
      var sums = new Map();
      function add(choice, isChosen) {
        choice.points.forEach(function (point) {
          var sum = sums.get(point.trait) || { trait: point.trait, word: point.word, points: 0, isScored: false };
          if (isChosen) { sum.points += point.points; sum.isScored = true; }
          sums.set(point.trait, sum);
        });
      }
      turns.forEach(function (turn) {
        if (!turn.choice) return;
        turn.scene.choices.forEach(function (choice) { add(choice, choice === turn.choice); });
      });
      return Array.from(sums.values()).sort(function (a, b) { return a.trait < b.trait ? -1 : 1; });
    }

    /** Of a hundred: how near the choices came to the best that each turn offered. */
    function score(turns) {
      var gained = 0;
      var offered = 0;
      turns.forEach(function (turn) {
        if (!turn.choice) return;
        var totals = turn.scene.choices.map(total);
        var least = Math.min.apply(null, totals);
        gained += total(turn.choice) - least;
        offered += Math.max.apply(null, totals) - least;
      });
      return offered ? Math.round(100 * gained / offered) : 100;
    }

    return { scenes: scenes, walk: walk, shortened: shortened, traits: traits, score: score };
  };
})();
