/* The trainer's page: learners' files and codes as tables. Nothing is kept and nothing leaves the page. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var make = panduan.make;
  var word = panduan.word;
  var learners = [];
  var output = document.getElementById('records-output');

  function typedName(data) {
    var name = Object(Object(Object(data.items).learner).v).name;
    return typeof name === 'string' ? name.trim() : '';
  }

  function checkOf(learner) { return panduan.records.check(learner.typed, learner.items); }

  /** Of one learner's files the latest counts. */
  function take(data, file) {
    var typed = typedName(data);
    var name = typed || file.replace(/\.(json|txt)$/, '');
    learners = learners.filter(function (learner) { return learner.name !== name || learner.exported > String(data.exported); });
    if (!learners.some(function (learner) { return learner.name === name; })) {
      learners.push({ name: name, typed: typed, exported: String(data.exported), items: data.items });
    }
    learners.sort(function (a, b) { return a.name < b.name ? -1 : 1; });
    show();
  }

  function cell(module, learner) {
    var summary = panduan.records.ofModule(module, learner.items);
    if (summary.state === 'none') return '–';
    var text = summary.state === 'done' ? '✓' : word('module_started');
    if (summary.scores.length) text += ' ' + summary.scores.map(function (score) { return score + ' %'; }).join(', ');
    return summary.isOld ? text + ' (' + word('old_version') + ')' : text;
  }

  function results() {
    var head = ['record_name', 'record_module', 'record_activity', 'record_score', 'record_passed', 'record_date', 'record_version', 'record_check'];
    var rows = [head.map(function (key) { return word(key); })];
    learners.forEach(function (learner) {
      var check = checkOf(learner);
      panduan.records.rows(learner.items).forEach(function (row) {
        rows.push([learner.name, row.title, row.activity, row.result.score, word(row.result.passed ? 'yes' : 'no'), row.result.at,
          row.result.version + (row.isOld ? ' (' + word('old_version') + ')' : ''), check]);
      });
    });
    return rows;
  }

  function missed() {
    return panduan.records.missed(learners).map(function (row) {
      return [row.text, row.title, String(row.missed), String(row.asked), Math.round(100 * row.missed / row.asked) + ' %'];
    });
  }

  function download(label, name, rows) {
    var button = make('button', { type: 'button' }, word(label));
    button.addEventListener('click', function () { panduan.save(name, 'text/csv', panduan.records.csv(rows())); });
    return button;
  }

  /** Modules below learners or learners below modules, whichever makes the narrower table. */
  function whoDidWhat() {
    var modules = panduan.records.modules();
    var rows = [[word('record_name')].concat(modules.map(function (module) { return module.title; }), word('record_check'))];
    learners.forEach(function (learner) {
      rows.push([learner.name].concat(modules.map(function (module) { return cell(module, learner); }), checkOf(learner)));
    });
    if (learners.length < modules.length) {
      rows[0][0] = word('record_module');
      rows = rows[0].map(function (head, column) { return rows.map(function (row) { return row[column]; }); });
    }
    return panduan.records.table(word('who_did_what'), rows[0], rows.slice(1));
  }

  function show() {
    var missedHead = ['missed_question', 'record_module', 'missed_times', 'missed_asked', 'missed_share'].map(function (key) { return word(key); });
    output.textContent = '';
    output.append(
      whoDidWhat(),
      make('p', { className: 'actions' }, download('download_results', 'rekod-latihan.csv', results)));
    var rows = missed();
    if (!rows.length) return;
    output.append(
      panduan.records.table(word('most_missed'), missedHead, rows.slice(0, 20)),
      make('p', { className: 'actions' }, download('download_missed', 'soalan-tersalah.csv', function () { return [missedHead].concat(rows); })));
  }

  panduan.carry.fields(document.getElementById('records-input'), 'pick_files', take,
    function () { return word('learners_read', { n: learners.length }); });
})();
