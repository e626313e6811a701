/* A quiz: one question a screen, marked at once, kept as it is answered. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var make = panduan.make;
  var word = panduan.word;

  /** Numbers from 0 to 1 that a seed decides (mulberry32). */
  function randomness(seed) {
    return function () {
      seed = (seed + 0x6D2B79F5) | 0;
      var t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }

  function hash(text) {
    var value = 0x811C9DC5;
    for (var i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    return value;
  }

  function shuffled(items, random) {
    var result = items.slice();
    for (var i = result.length - 1; i > 0; i--) {
      var j = Math.floor(random() * (i + 1));
      var other = result[i];
      result[i] = result[j];
      result[j] = other;
    }
    return result;
  }

  function numbers(count) { return Array.from({ length: count }, function (item, index) { return index; }); }

  function Quiz(section) {
    this.section = section;
    this.key = progress.key('quiz', section.id);
    this.pass = +section.dataset.pass || 0;
    var changed = this.draft.bind(this);
    this.all = Array.prototype.map.call(section.querySelectorAll('.question'), function (element) {
      return panduan.question(element, changed);
    });
    this.build();
    this.read();
    this.show();
    progress.subscribe(function (key) {
      if (this.isWriting || (key !== this.key && key !== null)) return;
      this.read();
      this.show();
    }.bind(this));
  }

  Quiz.prototype = {
    build: function () {
      var form = this.form = make('form', { noValidate: true });
      this.list = this.section.querySelector('.questions');
      this.go = make('button', { className: 'go' });
      this.again = make('button', { type: 'button' }, word('try_again'));
      this.places = make('ol', { className: 'places' });
      this.places.setAttribute('aria-label', word('all_questions'));
      this.outcome = make('div', { className: 'outcome', tabIndex: -1 });
      this.list.before(form);
      form.append(this.list, this.outcome, make('p', { className: 'actions' }, this.go, this.again), this.places);
      form.addEventListener('submit', function (event) { event.preventDefault(); this.proceed(); }.bind(this));
      this.again.addEventListener('click', this.restart.bind(this));
      this.all.forEach(function (question) {
        question.place = question.ask.insertBefore(make('span', { className: 'place' }), question.ask.firstChild);
        question.ask.tabIndex = -1;
        question.feedback = make('div', { className: 'feedback' });
        question.feedback.setAttribute('role', 'status');
        question.told = question.element.querySelector('.told');
        question.told.before(question.feedback);
        question.told.hidden = true;
      });
    },

    /** Takes what is kept; whatever is not of the form that this script writes is left out. */
    read: function () {
      var kept = Object(progress.get(this.key));
      var state = this.state = {
        n: Number.isInteger(kept.n) && kept.n > 0 ? kept.n : 1, a: {}, m: {}, at: String(kept.at || ''),
        seen: Object(kept.seen), result: kept.result
      };
      this.all.forEach(function (question) {
        var answer = Object(kept.a)[question.id];
        var mark = Object(kept.m)[question.id];
        if (!panduan.answers.isAnswer(question.kind, answer)) return;
        state.a[question.id] = answer;
        if (mark >= 0 && mark <= 1) state.m[question.id] = mark;
      });
      this.arrange();
    },

    write: function () {
      this.isWriting = true;
      progress.set(this.key, this.state);
      this.isWriting = false;
    },

    /** The questions of this attempt, in the learner's own order. */
    arrange: function () {
      var random = this.section.dataset.random || '';
      var count = +this.section.dataset.draw || this.all.length;
      var seed = hash([progress.seed(), this.key, this.state.n].join(' '));
      this.asked = this.all;
      if (random === 'true' || random === 'questions' || count < this.all.length) {
        this.asked = shuffled(this.all, randomness(seed)).slice(0, count);
      }
      this.all.forEach(function (question) { question.element.hidden = this.asked.indexOf(question) < 0; }, this);
      panduan.arrange(this.asked.map(function (question) { return question.element; }));
      this.asked.forEach(function (question) {
        var controls = question.controls;
        if (!controls.arrange) return;
        var order = numbers(controls.count);
        var isOwn = (random === 'true' || random === 'choices') && !question.isFixed;
        controls.arrange(isOwn ? shuffled(order, randomness(hash(seed + question.id))) : order);
      });
    },

    isMarked: function (question) { return question.id in this.state.m; },
    isOver: function () { return this.asked.every(this.isMarked, this); },

    current: function () {
      var at = this.state.at;
      if (at === 'end' && this.isOver()) return null;
      return this.asked.find(function (question) { return question.id === at; })
        || this.asked.find(function (question) { return !this.isMarked(question); }, this) || null;
    },

    // What the learner does

    draft: function (question) {
      this.state.a[question.id] = question.controls.get();
      this.state.at = question.id;
      this.write();
    },

    proceed: function () {
      var question = this.current();
      if (!question) return;
      if (!this.isMarked(question)) return this.check(question);
      var from = this.asked.indexOf(question) + 1;
      var next = this.asked.slice(from).concat(this.asked.slice(0, from)).find(function (other) { return !this.isMarked(other); }, this);
      this.goTo(next ? next.id : 'end');
    },

    check: function (question) {
      var controls = question.controls;
      var fault = controls.isEmpty() ? word('answer_first') : controls.fault ? controls.fault() : '';
      if (fault) {
        question.feedback.textContent = '';
        question.feedback.append(make('p', { className: 'fault' }, fault));
        controls.controls[0].focus();
        return;
      }
      var answer = controls.get();
      var mark = question.mark(answer);
      var seen = Array.isArray(this.state.seen[question.id]) ? this.state.seen[question.id] : [0, 0];
      this.state.seen[question.id] = [(+seen[0] || 0) + 1, (+seen[1] || 0) + (mark < 1 ? 1 : 0)];
      this.state.a[question.id] = answer;
      this.state.m[question.id] = mark;
      this.state.at = question.id;
      if (this.isOver()) this.finish();
      this.write();
      this.go.focus(); // the controls are about to be locked
      this.show();
    },

    finish: function () {
      var percent = Math.round(100 * this.points() / this.points(true));
      var result = progress.result(percent, percent >= this.pass);
      this.state.last = percent;
      if (progress.isBetter(result, this.state.result)) this.state.result = result;
    },

    /** What was reached, or what could be. */
    points: function (isWhole) {
      return this.asked.reduce(function (sum, question) {
        return sum + question.points * (isWhole ? 1 : this.state.m[question.id] || 0);
      }.bind(this), 0);
    },

    goTo: function (at) {
      this.state.at = at;
      this.write();
      this.show();
      (at === 'end' ? this.outcome : this.current().ask).focus();
    },

    restart: function () {
      Object.assign(this.state, { n: this.state.n + 1, a: {}, m: {}, at: '' });
      this.write();
      this.arrange();
      this.show();
      this.current().ask.focus();
    },

    // What the learner sees

    show: function () {
      var current = this.current();
      this.all.forEach(function (question) { this.showQuestion(question, current); }, this);
      this.outcome.textContent = '';
      if (!current) this.showOutcome();
      this.again.hidden = Boolean(current);
      this.go.hidden = !current;
      if (current) {
        var isLast = this.isOver();
        this.go.textContent = word(!this.isMarked(current) ? 'check' : isLast ? 'see_result' : 'next_question');
      }
      this.showPlaces(current);
    },

    showQuestion: function (question, current) {
      var answer = this.state.a[question.id];
      var place = this.asked.indexOf(question) + 1;
      question.element.classList.toggle('current', question === current);
      question.place.textContent = word('question_of', { n: place, all: this.asked.length }) + ' ';
      question.controls.set(answer === undefined ? [] : answer);
      question.lock(this.isMarked(question));
      if (question.controls.show) question.controls.show(this.isMarked(question) ? question.key() : null);
      this.tell(question, answer);
    },

    /** What is told after an answer: the verdict, why, and the right answer where it was another. */
    tell: function (question, answer) {
      var mark = this.state.m[question.id];
      var told = String(mark) + question.id;
      if (question.toldAs === told) return; // what is written again is read out again
      question.toldAs = told;
      question.feedback.textContent = '';
      if (mark === undefined) return;
      var verdict = mark === 1 ? 'correct' : mark > 0 ? 'partly' : 'not_yet';
      question.feedback.append(make('p', { className: 'verdict-line ' + verdict }, word(verdict)));
      var add = function (selector) {
        var part = question.told.querySelector(selector);
        if (part) question.feedback.append(part.cloneNode(true));
      };
      if (Array.isArray(answer)) {
        Array.prototype.forEach.call(question.told.querySelectorAll('.whys > div'), function (why) {
          if (answer.indexOf(+why.dataset.choice) < 0) return;
          var box = make('div', { className: 'why' });
          box.append.apply(box, Array.prototype.slice.call(why.querySelector('dd').cloneNode(true).childNodes));
          question.feedback.append(box);
        });
      }
      if (mark < 1 && !question.controls.show) {
        question.feedback.append(make('p', { className: 'quiet' }, word('right_answer')));
        add('.right');
      }
      add('.because');
    },

    showPlaces: function (current) {
      this.places.textContent = '';
      this.asked.forEach(function (question, index) {
        var mark = this.state.m[question.id];
        var verdict = mark === undefined ? '' : mark === 1 ? 'correct' : mark > 0 ? 'partly' : 'not_yet';
        var button = make('button', { type: 'button', className: verdict }, String(index + 1));
        var name = word('question_n', { n: index + 1 });
        button.setAttribute('aria-label', verdict ? name + ': ' + word(verdict) : name);
        if (question === current) button.setAttribute('aria-current', 'step');
        button.addEventListener('click', this.goTo.bind(this, question.id));
        this.places.append(make('li', {}, button));
      }, this);
    },

    showOutcome: function () {
      var reached = this.points();
      var whole = this.points(true);
      var percent = Math.round(100 * reached / whole);
      var isPassed = percent >= this.pass;
      var round = function (points) { return String(Math.round(points * 10) / 10); };
      this.outcome.append(make('p', { className: 'score' }, word('score', { n: round(reached), all: round(whole), percent: percent })));
      if (this.pass) {
        this.outcome.append(make('p', { className: isPassed ? 'passed' : 'failed' },
          word(isPassed ? 'passed' : 'below_pass', { percent: this.pass })));
      }
      var best = this.state.result;
      if (best && best.score > percent) this.outcome.append(make('p', { className: 'quiet' }, word('best_score', { percent: best.score, date: panduan.dateText(best.at) })));
    }
  };

  Array.prototype.forEach.call(document.querySelectorAll('.quiz'), function (section) { return new Quiz(section); });
})();
