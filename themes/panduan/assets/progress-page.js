/* "Kemajuan saya": how far each module is, the record to print, and the way to wipe it all. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var make = panduan.make;
  var word = panduan.word;
  var root = document.documentElement.dataset.root;
  var name = document.getElementById('learner');
  var record = document.getElementById('record-sheet');

  function stateText(summary) {
    var text = panduan.records.stateText(summary) || word('module_none');
    return summary.scores.length ? text + ' · ' + summary.scores.map(function (score) { return score + ' %'; }).join(', ') : text;
  }

  function showModules() {
    var list = document.getElementById('module-list');
    var items = progress.items();
    var modules = panduan.records.modules();
    var done = 0;
    list.textContent = '';
    modules.forEach(function (module) {
      var summary = panduan.records.ofModule(module, items);
      if (summary.state === 'done') done += 1;
      var line = make('p', { className: 'module-' + summary.state }, stateText(summary));
      var item = make('li', {}, make('a', { href: root + module.url }, module.title), line);
      if (summary.isOld) item.append(make('p', { className: 'soon-text' }, word('module_is_old')));
      list.append(item);
    });
    document.getElementById('module-count').textContent = word('modules_done', { n: done, all: modules.length });
  }

  function showRecord() {
    var items = progress.items();
    var today = panduan.dateText(progress.result(0, true).at);
    var order = panduan.records.modules().map(function (module) { return module.key; });
    var sorted = panduan.records.rows(items).sort(function (a, b) { return order.indexOf(a.module) - order.indexOf(b.module); });
    var rows = sorted.map(function (row) {
      var result = row.result;
      return [row.title, row.activity, result.score + ' %' + (result.passed ? '' : ' (' + word('not_passed') + ')'),
        panduan.dateText(String(result.at)), String(result.version) + (row.isOld ? ' (' + word('old_version') + ')' : '')];
    });
    record.textContent = '';
    if (!rows.length) return record.append(make('p', { className: 'quiet' }, word('nothing_done')));
    var head = ['record_module', 'record_activity', 'record_score', 'record_date', 'record_version'].map(function (key) { return word(key); });
    record.append(
      make('p', { className: 'record-title' }, word('record_title')),
      make('p', {}, record.dataset.site),
      make('p', {}, word('record_name') + ': ', make('strong', {}, name.value.trim() || '……………………………………')),
      panduan.records.table(word('record_table'), head, rows),
      make('p', {}, word('record_check') + ': ', make('strong', { className: 'check-code' }, panduan.records.check(name.value, items))),
      make('p', { className: 'quiet' }, word('record_self', { date: today })));
  }

  function show() {
    showModules();
    showRecord();
  }

  function prepareWipe() {
    var button = document.getElementById('wipe');
    var sure = document.getElementById('wipe-sure');
    var status = document.getElementById('wipe-status');
    function ask(isAsking) {
      sure.hidden = !isAsking;
      button.hidden = isAsking;
      (isAsking ? sure.querySelector('button') : button).focus();
    }
    button.addEventListener('click', function () { ask(true); });
    sure.querySelector('.no').addEventListener('click', function () { ask(false); });
    sure.querySelector('.yes').addEventListener('click', function () {
      progress.wipe();
      name.value = '';
      ask(false);
      show();
      status.textContent = word('wiped');
    });
  }

  name.value = String(Object(progress.get('learner')).name || '');
  name.addEventListener('input', function () {
    if (name.value.trim()) progress.set('learner', { name: name.value.trim() });
    else progress.remove('learner');
    showRecord();
  });
  document.getElementById('print-record').addEventListener('click', function () { panduan.printOnly(record); });
  progress.subscribe(function (key) { if (key !== 'learner') show(); });
  document.getElementById('module-count').after(panduan.cards.link() || '');
  prepareWipe();
  show();
})();
