/* Carries progress between browsers, by file or by code: fills every element with `data-carry` (and an id). */
(function () {
  'use strict';
  var panduan = window.panduan;
  var progress = panduan.progress;
  var make = panduan.make;
  var word = panduan.word;
  // What years of learning write is far less.
  var MOST = 8 << 20; // bytes
  var MANY = 20000; // items

  /** An error whose message is the key of a word. */
  function refusal(key) { return Object.assign(new Error(key), { isTold: true }); }

  function parsed(text) {
    var isFile = /^\s*\{/.test(text);
    try {
      return JSON.parse(isFile ? text : panduan.code.read(text));
    } catch (error) {
      throw refusal(!isFile && /^\s*PND1/.test(text) ? 'code_damaged' : 'not_progress');
    }
  }

  /** Calls `take(name, text)` with each of some files; the text is null where one is too large. */
  function readFiles(files, take) {
    Array.from(files).forEach(function (file) {
      if (file.size > MOST) return take(file.name, null);
      var reader = new FileReader();
      reader.onload = function () { take(file.name, String(reader.result)); };
      reader.onerror = function () { take(file.name, ''); };
      reader.readAsText(file);
    });
  }

  /** Files may be dropped anywhere on the page: beside the fields the browser would leave the page for them. */
  function dropping(box, take) {
    function hasFiles(event) { return event.dataTransfer && Array.from(event.dataTransfer.types).indexOf('Files') >= 0; }
    document.addEventListener('dragover', function (event) { if (hasFiles(event)) event.preventDefault(); });
    document.addEventListener('drop', function (event) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      var closed = box.closest('details:not([open])');
      if (closed) closed.open = true; // it holds what is said of them
      take(event.dataTransfer.files);
    });
  }

  panduan.carry = {
    /** A progress file's content, from its text or its code; throws an Error whose message is the key of a word. */
    read: function (text) {
      if (text === null || text.length > MOST) throw refusal('too_large');
      var data = Object(parsed(text));
      if (data.format !== 'panduan-progress' || Object(data.items) !== data.items || Array.isArray(data.items)) throw refusal('not_progress');
      if (data.version !== 1) throw refusal('newer_progress');
      if (Object.keys(data.items).length > MANY) throw refusal('too_large');
      return data;
    },

    /**
     * Fields to pick, drop or paste progress into, and what became of it.
     * @param label key of the word beside the file field
     * @param take called with each file's content and name
     * @param summary what is said when some were taken
     */
    fields: function (box, label, take, summary) {
      // The browser's own words beside a file field are in the browser's language: a label stands for it.
      var pick = make('input', { type: 'file', className: 'hide', accept: '.json,.txt', multiple: true, id: box.id + '.file' });
      var picked = make('span', { className: 'quiet' });
      var code = make('textarea', { rows: 3, id: box.id + '.code', spellcheck: false });
      var button = make('button', { type: 'button' }, word('use_code'));
      var status = make('div', { className: 'carry-status' });
      var good = null;

      function begin() { status.textContent = ''; good = null; }

      function handle(name, text) {
        try {
          take(panduan.carry.read(text), name);
          if (!good) status.append(good = make('p'));
          good.textContent = summary();
          return true;
        } catch (error) {
          status.append(make('p', { className: 'fault' }, name + ': ' + word(error.isTold ? error.message : 'not_progress')));
          return false;
        }
      }

      function takeFiles(files) {
        begin();
        picked.textContent = Array.from(files, function (file) { return file.name; }).join(', ');
        readFiles(files, handle);
      }

      pick.addEventListener('change', function () {
        takeFiles(pick.files);
        pick.value = '';
      });
      button.addEventListener('click', function () {
        begin();
        if (code.value.trim() && handle(word('code'), code.value)) code.value = '';
        else code.focus(); // what could not be read stays to be mended
      });
      dropping(box, takeFiles);
      status.setAttribute('role', 'status');
      box.append(
        make('p', { className: 'field' }, make('label', { htmlFor: pick.id }, word(label)),
          pick, make('label', { htmlFor: pick.id, className: 'pick' }, word('choose_files')), picked),
        make('p', { className: 'field' }, make('label', { htmlFor: code.id }, word('paste_code')), code),
        make('p', { className: 'actions' }, button), status);
    },

    /** Buttons and fields by which a learner takes progress away and brings it in. */
    fill: function (box) {
      var count = 0;
      var file = make('button', { type: 'button' }, word('download_progress'));
      var copy = make('button', { type: 'button' }, make('span', {}, word('copy_code')));
      file.addEventListener('click', progress.download);
      copy.addEventListener('click', function () { panduan.copy(panduan.code.write(JSON.stringify(progress.all())), copy); });
      box.append(panduan.isAlone ? make('p', {}, word('carry_alone')) : '', make('p', { className: 'actions' }, file, copy));
      panduan.carry.fields(box, 'pick_file', function (data) {
        if (data.site !== document.documentElement.dataset.site) throw refusal('other_site');
        count = progress.merge(data.items);
      }, function () { return word(count ? 'taken_in' : 'nothing_new', { n: count }); });
    }
  };

  document.querySelectorAll('[data-carry]').forEach(panduan.carry.fill);
})();
