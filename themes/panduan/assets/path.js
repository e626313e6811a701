/* A course: what is done of it, what is next; progress of another browser can be brought in. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var make = panduan.make;
  var word = panduan.word;
  var known = new Map((window.panduanModules || []).map(function (module) { return [module.key, module]; }));

  function readStep(item) {
    var key = item.dataset.module;
    return {
      item: item, link: item.querySelector('a'), status: item.appendChild(make('p', { className: 'status' })),
      module: known.get(key) || { key: key, activities: [], version: '' },
      minutes: parseInt(Object(item.querySelector('.minutes')).textContent, 10) || 0,
      needs: Array.from(item.querySelectorAll('.needs a'), function (link) { return link.hash.slice(1); })
    };
  }

  function markRead(module, isRead) {
    var key = panduan.records.readKey(module.key);
    if (!isRead) return progress.remove(key);
    progress.set(key, { result: Object.assign(progress.result(100, true), { version: module.version }) });
  }

  function readBox(module) {
    var box = make('input', { type: 'checkbox' });
    box.addEventListener('change', function () { markRead(module, box.checked); });
    return make('label', {}, box, ' ' + word('path_read'));
  }

  function stateText(now) {
    if (now.isOld) return word('path_changed', { date: panduan.dateText(now.at) });
    return panduan.records.stateText(now);
  }

  function showStep(step, now) {
    step.item.classList.toggle('done', now.state === 'done');
    step.item.classList.toggle('old', now.isOld);
    if (!now.isReading) return step.status.replaceChildren(stateText(now));
    if (!step.status.firstChild) step.status.append(readBox(step.module));
    step.status.querySelector('input').checked = now.state === 'done';
  }

  function prepare(section) {
    var steps = Array.from(section.querySelectorAll('.modules > li'), readStep);
    var bar = make('progress', { max: steps.length });
    var text = make('p', { className: 'progress-text' });
    var next = make('a', { className: 'go' });
    section.querySelector('.modules').before(
      make('div', { className: 'course' }, bar, text, make('p', { className: 'actions' }, next), panduan.cards.link()));

    function show() {
      var items = progress.items();
      var states = steps.map(function (step) { return panduan.records.ofModule(step.module, items); });
      var isDone = new Map(steps.map(function (step, index) { return [step.item.id, states[index].state === 'done']; }));
      var left = steps.filter(function (step) { return !isDone.get(step.item.id); });
      var minutes = left.reduce(function (sum, step) { return sum + step.minutes; }, 0);
      var done = steps.length - left.length;
      var open = left.find(function (step) { return step.needs.every(function (need) { return isDone.get(need); }); });
      steps.forEach(function (step, index) { showStep(step, states[index]); });
      bar.value = done;
      bar.setAttribute('aria-label', word('path_progress', { done: done, all: steps.length }));
      text.textContent = left.length
        ? [word('path_progress', { done: done, all: steps.length }), minutes ? word('path_minutes', { n: minutes }) : ''].filter(Boolean).join(' · ')
        : word('path_all');
      next.hidden = !open;
      if (!open) return;
      next.href = open.link.href;
      next.textContent = word(done ? 'path_next' : 'path_start', { title: open.link.textContent });
    }

    progress.subscribe(show);
    show();
    // A learning management system keeps it all itself.
    if (!panduan.stores.isElsewhere) addCarrying(section);
  }

  function addCarrying(section) {
    var box = make('div', { id: section.id + '.carry' });
    section.append(make('details', { className: 'more', open: panduan.isAlone }, make('summary', {}, word('carry_here')), make('p', {}, word('carry_here_help')), box));
    panduan.carry.fill(box);
  }

  document.querySelectorAll('section.path').forEach(prepare);
})();
