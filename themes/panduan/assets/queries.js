/* What was searched, kept in this browser alone: recent queries, and a list of those that found nothing. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var most = 500;

  function read(key, isGood) {
    try {
      var list = JSON.parse(panduan.store.get(key) || '[]');
      return Array.isArray(list) ? list.filter(isGood) : [];
    } catch (error) {
      return [];
    }
  }

  function write(key, list) { panduan.store.set(key, list.length ? JSON.stringify(list) : null); }
  function isText(item) { return typeof item === 'string'; }
  function isRecord(item) { return Boolean(item) && isText(item.query) && isText(item.first) && isText(item.last) && item.times > 0; }

  function recent() { return read('recent', isText); }
  function missing() { return read('missing', isRecord); }

  function keep(query) {
    if (query.length < 2) return;
    var rest = recent().filter(function (item) { return item !== query; });
    write('recent', [query].concat(rest).slice(0, 6));
  }

  function today() {
    var now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  function isLogged(query) {
    return missing().some(function (item) { return item.query === query; });
  }

  /** Adds a query that found nothing to the list, or counts it once more. */
  function log(query) {
    var list = missing();
    var known = list.filter(function (item) { return item.query === query; })[0];
    if (known) {
      known.times += 1;
      known.last = today();
    } else {
      list.push({ query: query, times: 1, first: today(), last: today() });
    }
    write('missing', list.slice(-most));
  }

  /** A cell that a spreadsheet shows as text: quoted, and never the beginning of a formula. */
  function cell(value) {
    var text = String(value);
    if (/^[=+\-@\t\r]/.test(text)) text = "'" + text;
    return '"' + text.replace(/"/g, '""') + '"';
  }

  function csv() {
    var rows = missing().map(function (item) { return [item.query, item.times, item.first, item.last]; });
    return [panduan.word('missing_columns').split(',')].concat(rows).map(function (row) {
      return row.map(cell).join(',') + '\r\n';
    }).join('');
  }

  /** Hands the list on as a file; the mark at its beginning tells spreadsheets that it is UTF-8. */
  function download() {
    var address = URL.createObjectURL(new Blob(['\ufeff' + csv()], { type: 'text/csv;charset=utf-8' }));
    var link = document.createElement('a');
    link.href = address;
    link.download = 'carian-tanpa-hasil-' + today() + '.csv';
    link.click();
    setTimeout(function () { URL.revokeObjectURL(address); }, 10000);
  }

  panduan.queries = {
    recent: recent, keep: keep, forget: function () { write('recent', []); },
    missing: missing, isLogged: isLogged, log: log, csv: csv, download: download, clear: function () { write('missing', []); }
  };
})();
