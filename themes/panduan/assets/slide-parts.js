/* A module's article as slides, one for each heading, and those as a handout. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var make = panduan.make;

  /** A copy without addresses: those belong to the page. */
  function copied(element) {
    var copy = element.cloneNode(true);
    [copy].concat(Array.from(copy.querySelectorAll('*'))).forEach(function (part) {
      ['id', 'for', 'aria-labelledby', 'aria-describedby'].forEach(function (name) { part.removeAttribute(name); });
    });
    return copy;
  }

  /** What is done on the page is named on its slide, and done there. */
  function shown(part) {
    if (!part.matches('.activity, .scenario')) return copied(part);
    var title = part.querySelector('.activity-title') || part.querySelector('.label');
    return make('div', {}, make('p', {}, title && title.textContent), make('p', { className: 'quiet' }, panduan.word('slides_activity')));
  }

  function read(article) {
    var title = article.querySelector('h1 > span:last-child').textContent;
    var slides = [{ title: title, parts: [], notes: [], heading: make('h1', {}, title) }];
    var summary = article.querySelector('.head > .summary, .head .answer .say dd');
    if (summary) slides[0].parts.push(make('p', {}, summary.textContent));
    var chapter = '';
    Array.from(article.querySelector('.body').children).forEach(function (part) {
      var slide = slides[slides.length - 1];
      if (part.matches('h2, h3')) {
        if (part.matches('h2')) chapter = part.textContent;
        var kicker = part.matches('h3') && chapter ? make('p', { className: 'kicker' }, chapter) : null;
        slides.push({ title: part.textContent, kicker: kicker, heading: copied(part), parts: [], notes: [] });
      } else if (part.matches('.notes')) {
        slide.notes.push(...Array.from(part.children).slice(1).map(copied));
      } else if (!part.matches('.learning-notices, .figures')) {
        slide.parts.push(shown(part));
      }
    });
    return slides;
  }

  function clone(part) { return part.cloneNode(true); }

  function handout(slides) {
    var paper = make('div', { className: 'handout' });
    slides.forEach(function (slide, number) {
      var section = make('section', {}, make('p', { className: 'place' }, (number + 1) + '/' + slides.length));
      section.append(...[slide.kicker, slide.heading].concat(slide.parts).filter(Boolean).map(clone));
      if (slide.notes.length) {
        section.append(make('div', { className: 'notes-now' }, ...slide.notes.map(clone)));
      }
      paper.append(section);
    });
    return paper;
  }

  /** A slide is {title, kicker, heading, parts, notes}: texts and elements of its own. */
  panduan.slides = { read: read, handout: handout };
})();
