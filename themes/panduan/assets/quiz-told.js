/* What a quiz says: whether an answer was right and why, which questions are done, how it ended. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var make = panduan.make;
  var word = panduan.word;

  /** Class and word of a mark from 0 to 1; empty where there is none yet. */
  function verdict(mark) { return mark === undefined ? '' : mark === 1 ? 'correct' : mark > 0 ? 'partly' : 'not_yet'; }

  function whys(question, answer) {
    return Array.from(question.told.querySelectorAll('.whys > div')).filter(function (why) {
      return Array.isArray(answer) && answer.indexOf(+why.dataset.choice) >= 0;
    }).map(function (why) { return panduan.copied(why.querySelector('dd'), 'div', { className: 'why' }); });
  }

  function copyOf(part) { return part ? part.cloneNode(true) : ''; }

  panduan.quizTold = {
    /** Told after an answer: the verdict, why, and the right answer where it was another. */
    feedback: function (question, answer, mark) {
      var told = String(mark) + question.id;
      if (question.toldAs === told) return; // what is written again is read out again
      question.toldAs = told;
      question.feedback.textContent = '';
      if (mark === undefined) return;
      question.feedback.append(make('p', { className: 'verdict-line ' + verdict(mark) }, word(verdict(mark))), ...whys(question, answer));
      if (mark < 1 && !question.controls.show) {
        question.feedback.append(make('p', { className: 'quiet' }, word('right_answer')), copyOf(question.told.querySelector('.right')));
      }
      question.feedback.append(copyOf(question.told.querySelector('.because')));
    },

    /** A button for each question; one that has the focus keeps it. */
    places: function (list, marks, current, goTo) {
      while (list.children.length > marks.length) list.lastChild.remove();
      marks.forEach(function (mark, index) {
        var button = list.children[index] ? list.children[index].firstChild : make('button', { type: 'button' }, String(index + 1));
        var name = word('question_n', { n: index + 1 });
        if (!button.parentNode) {
          button.addEventListener('click', function () { goTo(index); });
          list.append(make('li', {}, button));
        }
        button.className = verdict(mark);
        button.setAttribute('aria-label', mark === undefined ? name : name + ': ' + word(verdict(mark)));
        if (index === current) button.setAttribute('aria-current', 'step');
        else button.removeAttribute('aria-current');
      });
    },

    /** @param pass per cent, or 0; best the best result so far, if any */
    outcome: function (box, reached, whole, pass, best) {
      var percent = Math.round(100 * reached / whole);
      var isPassed = percent >= pass;
      function round(points) { return String(Math.round(points * 10) / 10); }
      box.textContent = '';
      box.append(make('p', { className: 'score' }, word('score', { n: round(reached), all: round(whole), percent: percent })));
      if (pass) box.append(make('p', { className: isPassed ? 'passed' : 'failed' }, word(isPassed ? 'passed' : 'below_pass', { percent: pass })));
      var way = isPassed && panduan.menuLink('progress');
      if (way) box.append(make('p', {}, way));
      if (best && best.score > percent) {
        box.append(make('p', { className: 'quiet' }, word('best_score', { percent: best.score, date: panduan.dateText(best.at) })));
      }
    }
  };
})();
