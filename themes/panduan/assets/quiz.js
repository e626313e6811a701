/* A quiz: one question a screen, marked at once, kept as it is answered. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var make = panduan.make;
  var word = panduan.word;
  var told = panduan.quizTold;

  function Quiz(section) {
    this.section = section;
    this.key = progress.key('quiz', section.id);
    this.pass = +section.dataset.pass || 0;
    var changed = this.draft.bind(this);
    this.all = Array.from(section.querySelectorAll('.question'), function (element) { return panduan.question(element, changed); });
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
      var form = make('form', { noValidate: true });
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
        seen: Object(kept.seen), last: kept.last, result: kept.result
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

    /** Makes a change to what is kept now: another window may have gone on since this one was drawn. */
    write: function (change) {
      this.read();
      change.call(this, this.state);
      this.isWriting = true;
      progress.set(this.key, this.state);
      this.isWriting = false;
    },

    /** The questions of this attempt, in the learner's own order. */
    arrange: function () {
      var random = this.section.dataset.random || '';
      var count = +this.section.dataset.draw || this.all.length;
      var seed = [progress.seed(), this.key, this.state.n].join(' ');
      var isOwnOrder = random === 'true' || random === 'questions' || count < this.all.length;
      var isOwnChoice = random === 'true' || random === 'choices';
      this.asked = isOwnOrder ? panduan.shuffled(this.all, seed).slice(0, count) : this.all;
      this.all.forEach(function (question) { question.element.hidden = this.asked.indexOf(question) < 0; }, this);
      panduan.arrange(this.asked.map(function (question) { return question.element; }));
      this.asked.forEach(function (question) {
        if (!question.controls.arrange) return;
        var order = Array.from({ length: question.controls.count }, function (item, index) { return index; });
        question.controls.arrange(isOwnChoice && !question.isFixed ? panduan.shuffled(order, seed + ' ' + question.id) : order);
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
      var answer = question.controls.get();
      this.write(function (state) {
        if (!this.isMarked(question)) state.a[question.id] = answer;
        state.at = question.id;
      });
      if (!this.isMarked(question)) return;
      this.go.focus(); // marked in another window: the controls are about to be locked
      this.show();
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
      this.write(function (state) {
        state.at = question.id;
        if (this.isMarked(question)) return; // in another window
        this.mark(question, answer);
        if (this.isOver()) this.finish();
      });
      this.go.focus(); // the controls are about to be locked
      this.show();
    },

    mark: function (question, answer) {
      var state = this.state;
      var mark = question.mark(answer);
      var seen = Array.isArray(state.seen[question.id]) ? state.seen[question.id] : [0, 0];
      state.seen[question.id] = [(+seen[0] || 0) + 1, (+seen[1] || 0) + (mark < 1 ? 1 : 0)];
      state.a[question.id] = answer;
      state.m[question.id] = mark;
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
      this.write(function (state) { state.at = at; });
      this.show();
      var current = this.current();
      (current ? current.ask : this.outcome).focus();
    },

    restart: function () {
      this.write(function (state) { Object.assign(state, { n: state.n + 1, a: {}, m: {}, at: '' }); });
      this.arrange();
      this.show();
      this.current().ask.focus();
    },

    // What the learner sees

    show: function () {
      var current = this.current();
      this.all.forEach(function (question) { this.showQuestion(question, current); }, this);
      this.outcome.textContent = '';
      if (!current) told.outcome(this.outcome, this.points(), this.points(true), this.pass, this.state.result);
      this.again.hidden = Boolean(current);
      this.go.hidden = !current;
      if (current) this.go.textContent = word(!this.isMarked(current) ? 'check' : this.isOver() ? 'see_result' : 'next_question');
      var marks = this.asked.map(function (question) { return this.state.m[question.id]; }, this);
      told.places(this.places, marks, this.asked.indexOf(current), function (index) { this.goTo(this.asked[index].id); }.bind(this));
    },

    showQuestion: function (question, current) {
      var answer = this.state.a[question.id];
      var place = this.asked.indexOf(question) + 1;
      question.element.classList.toggle('current', question === current);
      question.place.textContent = word('question_of', { n: place, all: this.asked.length }) + ' ';
      question.controls.set(answer === undefined ? [] : answer);
      question.lock(this.isMarked(question));
      if (question.controls.show) question.controls.show(this.isMarked(question) ? question.key() : null);
      told.feedback(question, answer, this.state.m[question.id]);
    }
  };

  document.querySelectorAll('.quiz').forEach(function (section) { return new Quiz(section); });
})();
