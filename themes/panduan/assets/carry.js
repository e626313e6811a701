/* Carries progress between browsers, by file or by code: fills every element with `data-carry`. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var make = panduan.make;
  var word = panduan.word;

  panduan.carry = {
    /** A progress file's content, from its text or its code; throws an Error whose message is the key of a word. */
    read: function (text) {
      var data;
      try {
        data = JSON.parse(/^\s*\{/.test(text) ? text : panduan.code.read(text));
      } catch (error) { throw new Error('not_progress'); }
      if (data.format !== 'panduan-progress' || Object(data.items) !== data.items) throw new Error('not_progress');
      if (data.version !== 1) throw new Error('newer_progress');
      return data;
    },

    /** Calls `done(name, text)` with each of some files. */
    files: function (files, done) {
      Array.prototype.forEach.call(files, function (file) {
        if (file.size > 8 << 20) return done(file.name, '');
        var reader = new FileReader();
        reader.onload = function () { done(file.name, String(reader.result)); };
        reader.onerror = function () { done(file.name, ''); };
        reader.readAsText(file);
      });
    },

    /** Fields to pick, drop or paste progress into; `take(name, text)` is called with each. */
    fields: function (box, isMany, take) {
      var pick = make('input', { type: 'file', accept: '.json,.txt', multiple: isMany, id: box.id + '.file' });
      var code = make('textarea', { rows: 3, id: box.id + '.code', spellcheck: false });
      var button = make('button', { type: 'button' }, word('use_code'));
      pick.addEventListener('change', function () {
        panduan.carry.files(pick.files, take);
        pick.value = '';
      });
      button.addEventListener('click', function () {
        if (!code.value.trim()) return code.focus();
        take(word('code'), code.value);
        code.value = '';
      });
      ['dragover', 'drop'].forEach(function (name) {
        box.addEventListener(name, function (event) {
          event.preventDefault();
          if (name === 'drop') panduan.carry.files(event.dataTransfer.files, take);
        });
      });
      box.append(
        make('p', { className: 'field' }, make('label', { htmlFor: pick.id }, word(isMany ? 'pick_files' : 'pick_file')), pick),
        make('p', { className: 'field' }, make('label', { htmlFor: code.id }, word('paste_code')), code), make('p', { className: 'actions' }, button));
    }
  };

  function takeIn(status) {
    return function (name, text) {
      try {
        var data = panduan.carry.read(text);
        if (data.site !== document.documentElement.dataset.site) throw new Error('other_site');
        var count = progress.merge(data.items);
        status.textContent = word(count ? 'taken_in' : 'nothing_new', { n: count });
      } catch (error) {
        status.textContent = name + ': ' + word(/^\w+$/.test(error.message) ? error.message : 'not_progress');
      }
    };
  }

  function prepare(box) {
    var status = make('p', { className: 'carry-status' });
    status.setAttribute('role', 'status');
    var file = make('button', { type: 'button' }, word('download_progress'));
    var copy = make('button', { type: 'button' }, make('span', {}, word('copy_code')));
    file.addEventListener('click', progress.download);
    copy.addEventListener('click', function () { panduan.copy(panduan.code.write(JSON.stringify(progress.all())), copy); });
    box.append(make('p', { className: 'actions' }, file, copy));
    panduan.carry.fields(box, false, takeIn(status));
    box.append(status);
  }

  Array.prototype.forEach.call(document.querySelectorAll('[data-carry]'), prepare);
})();
