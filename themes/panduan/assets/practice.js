/* A practice on the screen: its checks and what was written beside them are kept as they are made. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var make = panduan.make;

  function prepare(section) {
    var key = panduan.progress.key('practice', section.id);
    var boxes = [];
    var note = make('textarea', { rows: 4, value: kept().text });
    var status = make('p', { className: 'quiet' });

    function kept() {
      var value = Object(panduan.progress.get(key));
      return { checks: Array.isArray(value.checks) ? value.checks : [], text: String(value.text || ''), result: value.result };
    }

    /** Keeps one change: what another window wrote meanwhile stays. */
    function keep(change) {
      var value = kept();
      change(value);
      var isDone = boxes.length ? boxes.every(function (box, index) { return value.checks[index]; }) : Boolean(value.text.trim());
      var result = isDone ? panduan.progress.result(100, true) : null;
      value.result = panduan.progress.isBetter(result, value.result) ? result : value.result;
      panduan.progress.set(key, value);
    }

    function showKept() {
      var value = kept();
      boxes.forEach(function (box, index) { box.checked = Boolean(value.checks[index]); });
      if (note.value !== value.text) note.value = value.text;
      show();
    }

    function show() {
      var result = kept().result;
      status.textContent = result ? panduan.word('practice_done', { date: panduan.dateText(result.at) }) : panduan.word('practice_kept');
    }

    section.querySelectorAll('.checks > li').forEach(function (item, index) {
      var box = make('input', { type: 'checkbox', checked: Boolean(kept().checks[index]) });
      item.append(make('label', {}, box, panduan.wrapped(item, 'span')));
      box.addEventListener('change', function () {
        keep(function (value) { boxes.forEach(function (other, at) { value.checks[at] = at === index ? box.checked : Boolean(value.checks[at]); }); });
      });
      boxes.push(box);
    });
    var question = section.querySelector('.reflect');
    note.id = section.id + '.text';
    question.replaceWith(make('label', { className: 'reflect', htmlFor: note.id }, question.textContent));
    section.querySelector('.lines').before(note);
    note.addEventListener('input', function () { keep(function (value) { value.text = note.value; }); });
    var print = make('button', { type: 'button' }, panduan.word('print_worksheet'));
    print.addEventListener('click', function () { panduan.printOnly(section); });
    section.querySelector('.label').after(make('p', { className: 'signed' },
      make('span', {}, panduan.word('worksheet_name')), make('span', {}, panduan.word('worksheet_date'))));
    section.append(make('p', { className: 'actions' }, print), status);
    panduan.progress.subscribe(function (changed) { if (changed === key || changed === null) showKept(); });
    show();
  }

  document.querySelectorAll('.practice').forEach(prepare);
})();
