/* Shows a module as slides: made of the page's own article, so that what is presented is what is read. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var word = panduan.word;
  var make = panduan.make;
  var root = document.documentElement;
  var button = document.querySelector('.present button');
  if (!button || !window.HTMLDialogElement) return;

  var slides = panduan.slides.read(document.querySelector('article.page'));
  var current = 0;

  // MARK: The deck

  var stage = make('div', { className: 'stage' });
  var notes = make('aside', { className: 'notes-now', hidden: true });
  var place = make('span', { className: 'place' });
  var status = make('p', { className: 'hide' });
  var notesButton = control('slides_notes', function () { showNotes(notes.hidden); });
  var bar = make('div', { className: 'deck-bar' },
    control('slides_previous', function () { go(current - 1); }), place, control('slides_next', function () { go(current + 1); }),
    notesButton, control('slides_print', function () { window.print(); }), control('slides_close', function () { deck.close(); }));
  var deck = make('dialog', { className: 'deck' }, stage, notes, bar, status);

  notes.setAttribute('aria-label', word('slides_notes'));
  status.setAttribute('role', 'status');
  bar.lastElementChild.classList.add('rest');
  deck.setAttribute('aria-label', word('slides_of', { title: slides[0].title }));

  function control(key, act) {
    var element = make('button', { type: 'button' }, word(key));
    element.addEventListener('click', act);
    return element;
  }

  function drawn(slide) {
    var element = make('div', { className: 'slide', tabIndex: -1 }, slide.kicker, slide.heading);
    element.append(...slide.parts);
    return element;
  }

  function go(number) {
    current = Math.max(0, Math.min(slides.length - 1, number));
    var hadFocus = !bar.contains(document.activeElement);
    var slide = drawn(slides[current]);
    stage.textContent = '';
    stage.append(slide);
    stage.scrollTop = 0;
    notes.textContent = '';
    notes.append(...(slides[current].notes.length ? slides[current].notes : [make('p', { className: 'quiet' }, word('slides_no_notes'))]));
    place.textContent = (current + 1) + '/' + slides.length;
    status.textContent = word('slides_place', { n: current + 1, all: slides.length, title: slides[current].title });
    history.replaceState(history.state, '', '#slide=' + (current + 1));
    fit();
    if (hadFocus) slide.focus({ preventScroll: true });
  }

  /** As large as the stage allows; what does not fit even when small is scrolled. */
  function fit() {
    var slide = stage.firstElementChild;
    if (!slide) return;
    var style = getComputedStyle(stage);
    var height = stage.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
    var width = stage.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    var least = 0.8;
    var most = Math.max(1, Math.min(3.2, width / 420));
    function fits(zoom) {
      slide.style.zoom = zoom;
      var box = slide.getBoundingClientRect();
      return box.height <= height && slide.scrollWidth <= slide.clientWidth + 1;
    }
    if (!fits(most)) {
      for (var step = 0; step < 8; step += 1) {
        var middle = (least + most) / 2;
        if (fits(middle)) least = middle;
        else most = middle;
      }
      slide.style.zoom = least;
    }
  }

  function showNotes(isShown) {
    notes.hidden = !isShown;
    notesButton.setAttribute('aria-pressed', String(isShown));
    fit();
  }

  // MARK: Opening, closing, the address

  var hasEntry = false;

  function open(number, adds) {
    if (deck.open) return;
    if (adds) history.pushState(null, '', '#slide=' + (number + 1));
    hasEntry = adds;
    root.classList.add('presenting');
    deck.showModal();
    go(number);
    stage.firstElementChild.focus({ preventScroll: true });
  }

  function ofAddress() {
    var found = /^#slide=(\d+)$/.exec(location.hash);
    return found ? +found[1] - 1 : null;
  }

  function follow() {
    var number = ofAddress();
    if (number === null) {
      hasEntry = false;
      if (deck.open) deck.close();
    } else if (!deck.open) {
      open(number, false);
    } else if (number !== current) {
      go(number);
    }
  }

  deck.addEventListener('close', function () {
    root.classList.remove('presenting');
    if (ofAddress() !== null) {
      if (hasEntry) history.back();
      else history.replaceState(history.state, '', location.pathname + location.search);
    }
    hasEntry = false;
    button.focus();
  });

  // MARK: Keys and paper

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    var isOnControl = event.target.closest('button, a, summary, input');
    var isScrolling = stage.scrollHeight > stage.clientHeight + 1;
    var steps = { ArrowRight: 1, ArrowLeft: -1, PageDown: 1, PageUp: -1 };
    if (!isScrolling) Object.assign(steps, { ArrowDown: 1, ArrowUp: -1 });
    if (event.key in steps) go(current + steps[event.key]);
    else if (event.key === ' ' && !isOnControl) go(current + (event.shiftKey ? -1 : 1));
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(slides.length - 1);
    else if (event.key === 'n' || event.key === 'N') showNotes(notes.hidden);
    else return;
    event.preventDefault();
  }

  var paper = null;
  addEventListener('beforeprint', function () {
    if (!deck.open || paper) return;
    paper = panduan.slides.handout(slides);
    document.body.append(paper);
  });
  addEventListener('afterprint', function () {
    if (paper) paper.remove();
    paper = null;
  });

  document.body.append(deck);
  showNotes(false);
  button.addEventListener('click', function () { open(0, true); });
  deck.addEventListener('keydown', onKey);
  addEventListener('popstate', follow);
  addEventListener('resize', function () { if (deck.open) fit(); });
  follow();
})();
