/* How one result looks: text nodes only, whatever a page holds. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var word = panduan.word;
  var page = document.documentElement.dataset;
  var answerParts = ['say', 'do', 'ask', 'time', 'form', 'refer'];

  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function button(className, text, act) {
    var element = make('button', className, text);
    element.type = 'button';
    element.addEventListener('click', act);
    return element;
  }

  function link(className, url, text) {
    var element = make('a', className, text);
    element.href = url;
    return element;
  }

  function types() { return window.panduanTypes || {}; }
  function typeOf(id) { return types()[id] || null; }

  function orderedTypes() {
    return Object.keys(types()).sort(function (a, b) { return (types()[a].order || 0) - (types()[b].order || 0); });
  }

  function labelOf(id) {
    var type = typeOf(id);
    return type && type.label || word('page');
  }

  /** The id of the type of this label, unless it is an id itself; undefined for another name. */
  function typeNamed(name) {
    if (typeOf(name)) return name;
    return orderedTypes().filter(function (id) { return labelOf(id).toLowerCase() === name.toLowerCase(); })[0];
  }

  function markOf(type) {
    var mark = make('span', 'mark');
    mark.setAttribute('aria-hidden', 'true');
    if (type && type.icon) {
      var icon = new DOMParser().parseFromString(type.icon, 'text/html').querySelector('svg');
      if (icon) mark.appendChild(document.importNode(icon, true));
    }
    return mark;
  }

  var languages = page.languages.trim().split(' ');

  /** The language of a page, when it is not the reader's: the site's first language has no folder. */
  function foreignLanguage(url) {
    var folder = url.split('/')[0];
    var language = languages.indexOf(folder) > 0 ? folder : languages[0];
    return language === page.lang ? '' : language;
  }

  /** Says in which language a page's words are, for those to whom they are read; what the site says among them is in the reader's. */
  function inItsLanguage(element, hit) {
    element.lang = foreignLanguage(hit.url) || page.lang;
    return element;
  }

  function inReadersLanguage(element) {
    element.lang = page.lang;
    return element;
  }

  function folderOf(language) { return language === languages[0] ? '' : language + '/'; }

  /** Where a page or a section of it opens: without a translation, among the pages of the reader's language, where it stands too. */
  function addressOf(hit, url) {
    var language = hit.untranslated && foreignLanguage(url);
    return page.root + (language ? folderOf(page.lang) + url.slice(folderOf(language).length) : url);
  }

  function whereOf(hit, section) {
    var line = inReadersLanguage(make('span', 'where'));
    var language = foreignLanguage(hit.url);
    var name = language && document.querySelector('.tools a[hreflang="' + language + '"]');
    line.textContent = [hit.pinned ? word('pinned') : '', name ? name.textContent : '', labelOf(hit.type)].filter(Boolean).join(' · ');
    if (section && section !== hit.title) {
      line.appendChild(document.createTextNode(' · '));
      inItsLanguage(line.appendChild(make('span', '', section)), hit);
    }
    var review = hit.superseded ? { state: 'late', text: word('cancelled') } : panduan.review(hit.reviewed, hit.due);
    if (review) {
      if (line.textContent) line.appendChild(document.createTextNode(' · '));
      line.appendChild(make('span', review.state, review.text));
    }
    if (hit.missing) {
      line.appendChild(document.createTextNode(' · '));
      line.appendChild(make('span', 'lacks', word('lacks') + ': ' + hit.missing.join(', ')));
    }
    return line;
  }

  /** Text with the words that matched in bold. */
  function excerptOf(hit) {
    var element = make('span', 'excerpt');
    var end = 0;
    (hit.marks || []).forEach(function (mark) {
      if (mark[0] < end) return;
      element.appendChild(document.createTextNode(hit.excerpt.slice(end, mark[0])));
      element.appendChild(make('mark', '', hit.excerpt.slice(mark[0], mark[1])));
      end = mark[1];
    });
    element.appendChild(document.createTextNode(hit.excerpt.slice(end)));
    return element;
  }

  function answerOf(answer) {
    var element = make('span', 'answer');
    answerParts.forEach(function (part) {
      if (!answer[part]) return;
      var line = make('span', part === 'say' ? 'say' : 'row');
      if (part !== 'say') inReadersLanguage(line.appendChild(make('b', '', word(part))));
      line.appendChild(make('span', '', part === 'say' ? '“' + answer.say + '”' : answer[part]));
      element.appendChild(line);
    });
    return element;
  }

  /** What the score is made of: a line a word, their sum, and the factors by which that is multiplied. */
  function whyOf(why, score) {
    var words = why.words.map(function (part) { return part[0] + ' ' + part[1] + ' + ' + part[2]; });
    var factors = Object.keys(why.factors).map(function (name) { return '× ' + word('why_' + name) + ' ' + why.factors[name]; });
    return words.concat(word('why_sum', why), factors.join(' ') + ' % = ' + score).join('\n');
  }

  /** Mark, title, place and trust, then the answer or two lines of text; put into `element`. */
  function fill(element, hit, isAnswered) {
    element.appendChild(markOf(typeOf(hit.type)));
    element.appendChild(make('span', 'title', hit.title));
    element.appendChild(whereOf(hit, isAnswered ? '' : hit.section));
    if (isAnswered) element.appendChild(answerOf(hit.answer));
    else if (hit.excerpt) element.appendChild(excerptOf(hit));
    if (hit.explanation) inReadersLanguage(element.appendChild(make('span', 'why', whyOf(hit.explanation, hit.score))));
  }

  function fillSection(element, section) {
    element.appendChild(make('span', '', section.section));
    if (section.excerpt) element.appendChild(excerptOf(section));
  }

  function siteTitle() {
    return (document.querySelector('.brand') || document.querySelector('h1')).textContent.trim();
  }

  /** The answer as plain text, with where it is from and when that was verified. */
  function answerText(hit) {
    var lines = [hit.title];
    answerParts.forEach(function (part) {
      if (hit.answer[part]) lines.push(word(part) + ': ' + hit.answer[part]);
    });
    var verified = panduan.verified(hit.reviewed, hit.due);
    return lines.join('\n') + '\n' + word('source') + ': ' + [siteTitle(), hit.title, verified].filter(Boolean).join(' · ');
  }

  panduan.results = {
    make: make, button: button, link: link, typeOf: typeOf, typeNamed: typeNamed, orderedTypes: orderedTypes, labelOf: labelOf,
    addressOf: addressOf, inItsLanguage: inItsLanguage, inReadersLanguage: inReadersLanguage, fill: fill, fillSection: fillSection,
    answerText: answerText
  };
})();
