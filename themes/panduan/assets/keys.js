/* What the search box answers to: keys, typing, coming and going; the box keeps the focus throughout. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var panel = panduan.panel;
  var box = panel.box;
  var isPage = panel.isPage;
  var asking = panduan.asking;
  var state = asking.state;

  function open(event) {
    var chosen = panel.chosen();
    if (state.then.length) {
      event.preventDefault();
      state.then.push(function () { open(event); });
    } else if (chosen) {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) window.open(chosen.element.href);
      else chosen.element.click();
    } else if (isPage || !box.value.trim()) {
      event.preventDefault();
      asking.ask();
      asking.keep();
    } else {
      panduan.queries.keep(box.value.trim());
    }
  }

  /** Closes the panel first; then empties the box; then leaves it. */
  function escape() {
    asking.cancel();
    if (panel.isOpen() && !isPage) panel.setOpen(false);
    else if (box.value) asking.search('');
    else box.blur();
  }

  var keys = {
    ArrowDown: function () { move(1); },
    ArrowUp: function () { move(-1); },
    Escape: escape
  };
  // While a result is chosen these keys belong to the list, else to the text in the box.
  var listKeys = {
    Home: function () { panel.choose(0); },
    End: function () { panel.choose(panel.last()); }
  };

  function move(step) {
    if (!panel.isOpen() && !state.isWaiting) asking.ask();
    asking.afterResults(function () { panel.move(step); });
  }

  box.addEventListener('keydown', function (event) {
    if (event.isComposing) return;
    if (event.altKey && event.code === 'KeyC') {
      event.preventDefault();
      return asking.afterResults(function () { panel.copyAnswer(); });
    }
    if (event.key === 'Enter') return open(event);
    var act = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? null
      : keys[event.key] || (panel.chosen() && listKeys[event.key]);
    if (!act) return;
    event.preventDefault();
    act();
  });

  box.addEventListener('input', asking.askSoon);
  box.addEventListener('focus', function () {
    if (!panel.isOpen()) asking.ask();
  });
  panel.form.addEventListener('submit', function (event) {
    if (!isPage) return;
    event.preventDefault();
    asking.ask();
    asking.keep();
  });
  document.addEventListener('click', function (event) {
    if (!isPage && !panel.form.contains(event.target)) panel.setOpen(false);
  });
  panel.form.addEventListener('focusout', function (event) {
    if (!isPage && event.relatedTarget && !panel.form.contains(event.relatedTarget)) panel.setOpen(false);
  });

  panduan.engine.then(function () { return panduan.openSearch(); }).catch(function () { /* said when something is asked */ });
  if (isPage || document.activeElement === box) asking.ask();
  var early = panduan.early;
  panduan.early = null;
  early.forEach(function (key) {
    box.dispatchEvent(new KeyboardEvent('keydown', { key: key, cancelable: true }));
  });
})();
