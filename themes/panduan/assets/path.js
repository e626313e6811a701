/* A course: what is done of it, what is next. A module is done when all that it requires was passed, or, where it
   requires nothing, when the learner says that it was read. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var make = panduan.make;
  var word = panduan.word;
  var known = new Map((window.panduanModules || []).map(function (module) { return [module.key, module]; }));

  function readKey(module) { return 'read/' + module + '#page'; }

  function result(key) {
    var value = Object(progress.get(key)).result;
    return value && typeof value === 'object' ? value : null;
  }

  /** What is known of a module: whether it is done, begun or changed since, and when it was done. */
  function state(key) {
    var module = known.get(key);
    var required = module ? module.activities.filter(function (activity) { return activity.required; }) : [];
    var keys = required.length
      ? required.map(function (activity) { return activity.kind + '/' + key + '#' + activity.id; })
      : [readKey(key)];
    var results = keys.map(result);
    var isDone = results.every(function (value) { return value && value.passed; });
    var days = results.map(function (value) { return String(Object(value).at || ''); }).sort();
    var version = module ? module.version : '';
    return {
      isReading: !required.length,
      isDone: isDone,
      day: isDone ? days[days.length - 1] : '',
      hasChanged: isDone && results.some(function (value) { return value.version && version && value.version !== version; }),
      hasBegun: !isDone && progress.ofModule(key).length > 0
    };
  }

  function prepare(section) {
    var steps = Array.from(section.querySelectorAll('.modules > li')).map(function (item) {
      return {
        item: item, key: item.dataset.module, link: item.querySelector('a'),
        minutes: parseInt(Object(item.querySelector('.minutes')).textContent, 10) || 0,
        needs: Array.from(item.querySelectorAll('.needs a')).map(function (link) { return link.hash.slice(1); }),
        status: make('p', { className: 'status' })
      };
    });
    var bar = make('progress', { max: steps.length });
    var text = make('p', { className: 'progress-text' });
    var next = make('a', { className: 'button' });
    var lead = make('div', { className: 'course' }, bar, text, make('p', { className: 'actions' }, next));
    section.querySelector('.modules').before(lead);
    steps.forEach(function (step) { step.item.append(step.status); });

    function markRead(step, isRead) {
      if (!isRead) return progress.remove(readKey(step.key));
      var module = known.get(step.key);
      progress.set(readKey(step.key), { result: Object.assign(progress.result(100, true), { version: module ? module.version : '' }) });
    }

    function status(step, now) {
      if (now.isReading) {
        var box = make('input', { type: 'checkbox', checked: now.isDone });
        box.addEventListener('change', function () { markRead(step, box.checked); });
        return make('label', {}, box, ' ' + word('path_read'));
      }
      if (now.hasChanged) return word('path_changed', { date: panduan.dateText(now.day) });
      if (now.isDone) return word('path_done', { date: panduan.dateText(now.day) });
      return now.hasBegun ? word('path_started') : '';
    }

    function show() {
      var states = steps.map(function (step) { return state(step.key); });
      var done = states.filter(function (one) { return one.isDone; }).length;
      var left = steps.reduce(function (sum, step, index) { return sum + (states[index].isDone ? 0 : step.minutes); }, 0);
      var isDone = new Map(steps.map(function (step, index) { return [step.item.id, states[index].isDone]; }));
      steps.forEach(function (step, index) {
        var now = states[index];
        step.item.classList.toggle('done', now.isDone);
        if (!now.isReading || !step.status.firstChild) step.status.replaceChildren(status(step, now));
        else step.status.querySelector('input').checked = now.isDone;
      });
      var open = steps.find(function (step, index) {
        return !states[index].isDone && step.needs.every(function (need) { return isDone.get(need); });
      });
      bar.value = done;
      bar.setAttribute('aria-label', word('path_progress', { done: done, all: steps.length }));
      text.textContent = done === steps.length ? word('path_all')
        : [word('path_progress', { done: done, all: steps.length }), left ? word('path_minutes', { n: left }) : ''].filter(Boolean).join(' · ');
      next.hidden = !open;
      if (open) {
        next.href = open.link.href;
        next.textContent = word(done ? 'path_next' : 'path_start', { title: open.link.textContent });
      }
    }

    progress.subscribe(show);
    show();
  }

  Array.from(document.querySelectorAll('section.path')).forEach(prepare);
})();
