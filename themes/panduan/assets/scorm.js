/* A page in a learning management system (SCORM 1.2): the system keeps what the learner does, and is told the result. */
(function () {
  'use strict';
  var LIMIT = 4096; // characters that cmi.suspend_data holds
  var page = document.documentElement.dataset;
  var required = (page.required || '').split(' ').filter(Boolean);
  var started = Date.now();
  var timer = 0;
  var isOpen = false;

  function find(start) {
    for (var frame = start, depth = 0; frame && depth < 100; frame = frame.parent, depth++) {
      try { if (frame.API) return frame.API; } catch (error) { return null; } // another origin's frame
      if (frame.parent === frame) return null;
    }
    return null;
  }

  var api = find(window) || find(window.opener);
  if (!api) return; // opened by itself: the browser keeps it, as on the site
  isOpen = String(api.LMSInitialize('')) === 'true';
  if (!isOpen) return;
  page.keep = 'elsewhere';

  function get(name) { return String(api.LMSGetValue('cmi.' + name) || ''); }

  function set(name, value) { return String(api.LMSSetValue('cmi.' + name, String(value))) === 'true'; }

  /** `quiz/latihan/x#quiz.1` as `quiz#quiz.1`, and back; the seed is kept too. */
  function shortened(key) { return key.replace('/' + page.module + '#', '#'); }

  function whole(key) { return key.replace('#', '/' + page.module + '#'); }

  /** What has to come back when the learner does, in as little room as there is: what was written goes last. */
  function suspended(items) {
    function text(leaveOut) {
      var small = {};
      Object.keys(items).forEach(function (key) {
        if (key !== 'seed' && key.indexOf('/' + page.module + '#') < 0) return;
        var value = items[key].v;
        if (value && typeof value === 'object') {
          value = Object.assign({}, value);
          leaveOut.forEach(function (name) { delete value[name]; });
        }
        small[shortened(key)] = [items[key].t, value];
      });
      return JSON.stringify(small);
    }
    return [[], ['seen'], ['seen', 'text']].map(text).find(function (one) { return one.length <= LIMIT; }) || null;
  }

  function restored(text) {
    var items = {};
    try {
      var small = JSON.parse(text);
      Object.keys(small).forEach(function (key) { items[whole(key)] = { t: small[key][0], v: small[key][1] }; });
    } catch (error) { return {}; } // nothing yet, or what another package left
    return items;
  }

  function results() {
    return required.map(function (name) {
      var value = Object(window.panduan.progress.get(whole(name))).result;
      return value && isFinite(value.score) ? value : null;
    });
  }

  function status(all) {
    if (!required.length) return 'completed';
    if (!all.every(Boolean)) return 'incomplete';
    return all.every(function (result) { return result.passed; }) ? 'passed' : 'failed';
  }

  function report() {
    clearTimeout(timer);
    timer = 0;
    if (!isOpen) return;
    var all = results();
    var data = suspended(window.panduan.progress.all().items);
    var isTaken = data !== null && set('suspend_data', data);
    if (all.some(Boolean)) {
      var sum = all.reduce(function (total, result) { return total + (result ? result.score : 0); }, 0);
      isTaken = set('core.score.min', 0) && set('core.score.max', 100) && set('core.score.raw', Math.round(sum / all.length)) && isTaken;
    }
    isTaken = set('core.lesson_status', status(all)) && isTaken;
    isTaken = String(api.LMSCommit('')) === 'true' && isTaken;
    if (!isTaken) window.panduan.announce(window.panduan.word('lms_failed'));
  }

  function clock(milliseconds) {
    var seconds = Math.floor(milliseconds / 1000);
    function two(number) { return (number < 10 ? '0' : '') + number; }
    return two(Math.min(9999, Math.floor(seconds / 3600))) + ':' + two(Math.floor(seconds / 60) % 60) + ':' + two(seconds % 60);
  }

  function leave() {
    if (!isOpen) return;
    report();
    set('core.session_time', clock(Date.now() - started));
    set('core.exit', status(results()) === 'incomplete' ? 'suspend' : '');
    api.LMSCommit('');
    api.LMSFinish('');
    isOpen = false;
  }

  // After the page's own scripts, which wait for it to be read.
  document.addEventListener('DOMContentLoaded', function () {
    var progress = window.panduan.progress;
    progress.merge(restored(get('suspend_data')));
    progress.subscribe(function () { if (!timer) timer = setTimeout(report, 100); });
    report();
  });
  addEventListener('pagehide', leave);
  addEventListener('beforeunload', leave);
})();
