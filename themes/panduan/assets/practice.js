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

    function keep() {
      var old = kept();
      var value = { checks: boxes.map(function (box) { return box.checked; }), text: note.value };
      var isDone = boxes.length ? value.checks.every(Boolean) : Boolean(note.value.trim());
      var result = isDone ? panduan.progress.result(100, true) : null;
      value.result = panduan.progress.isBetter(result, old.result) ? result : old.result;
      panduan.progress.set(key, value);
      show();
    }

    function show() {
      var result = kept().result;
      status.textContent = result ? panduan.word('practice_done', { date: panduan.dateText(result.at) }) : panduan.word('practice_kept');
    }

    Array.prototype.forEach.call(section.querySelectorAll('.checks > li'), function (item, index) {
      var box = make('input', { type: 'checkbox', checked: Boolean(kept().checks[index]) });
      var label = make('label', {}, box);
      label.append.apply(label, Array.prototype.slice.call(item.childNodes));
      item.append(label);
      box.addEventListener('change', keep);
      boxes.push(box);
    });
    var question = section.querySelector('.reflect');
    note.id = section.id + '.text';
    question.replaceWith(make('label', { className: 'reflect', htmlFor: note.id }, question.textContent));
    section.querySelector('.lines').before(note);
    note.addEventListener('input', keep);
    var print = make('button', { type: 'button' }, panduan.word('print_worksheet'));
    print.addEventListener('click', function () { panduan.printOnly(section); });
    section.append(make('p', { className: 'actions' }, print), status);
    show();
  }

  Array.prototype.forEach.call(document.querySelectorAll('.practice'), prepare);
})();
