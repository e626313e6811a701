/* Turns each question of a quiz into controls that keyboard and screen reader know: no answer needs dragging. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var make = panduan.make;

  function list(nodes) { return Array.prototype.slice.call(nodes); }
  function textOf(node) { return node.textContent.replace(/\s+/g, ' ').trim(); }

  /** Puts siblings into an order, touching nothing where they stand so: a moved element loses the focus. */
  panduan.arrange = function (elements) {
    var now = list(elements[0].parentNode.children).filter(function (child) { return elements.indexOf(child) >= 0; });
    if (elements.every(function (element, index) { return now[index] === element; })) return;
    elements.forEach(function (element) { element.parentNode.append(element); });
  };

  /** Boxes beside the choices; answers are numbers of choices as they were written. */
  function choices(question, type) {
    var items = list(question.element.querySelectorAll('.choices > li'));
    var boxes = items.map(function (item, number) {
      var box = make('input', { type: type, name: question.element.id, value: String(number) });
      var words = panduan.wrapped(item, 'span');
      item.append(make('label', {}, box, words));
      box.addEventListener('change', question.changed);
      return box;
    });
    return {
      get: function () {
        return boxes.filter(function (box) { return box.checked; }).map(function (box) { return +box.value; });
      },
      set: function (answer) { boxes.forEach(function (box) { box.checked = answer.indexOf(+box.value) >= 0; }); },
      isEmpty: function () { return !boxes.some(function (box) { return box.checked; }); },
      /** Puts the choices into an order; `order` holds their numbers. */
      arrange: function (order) { panduan.arrange(order.map(function (number) { return items[number]; })); },
      count: items.length,
      /** Says beside each choice whether it was right. */
      show: function (key) {
        boxes.forEach(function (box, number) {
          var isRight = key && key.indexOf(number) >= 0;
          var sign = items[number].querySelector('.verdict');
          if (sign) sign.remove();
          items[number].classList.toggle('right', Boolean(isRight));
          items[number].classList.toggle('wrong', Boolean(key) && box.checked && !isRight);
          if (!key || !(isRight || box.checked)) return;
          items[number].append(make('span', { className: 'verdict' }, panduan.word(isRight ? 'right_choice' : 'wrong_choice')));
        });
      },
      controls: boxes
    };
  }

  function field(question, isNumber) {
    var input = make('input', { type: 'text', autocomplete: 'off', spellcheck: false, id: question.element.id + '.answer' });
    if (isNumber) input.inputMode = 'decimal';
    input.addEventListener('input', question.changed);
    question.slot.append(make('label', { htmlFor: input.id }, panduan.word(isNumber ? 'your_number' : 'your_answer')), input);
    return {
      get: function () { return input.value; },
      set: function (answer) { input.value = answer; },
      isEmpty: function () { return !input.value.trim(); },
      /** What is wrong with the form of an answer, which is told before it is marked. */
      fault: function () { return isNumber && !panduan.answers.number(input.value) ? panduan.word('write_digits') : ''; },
      controls: [input]
    };
  }

  /** Steps with two buttons each; the answer is the shown numbers of the steps, first to last. */
  function steps(question) {
    var items = list(question.element.querySelectorAll('.choices > li'));
    var box = items[0].parentNode;
    var buttons = [];
    var isTouched = false;

    function order() { return list(box.children).map(function (item) { return items.indexOf(item); }); }

    function move(item, way, button) {
      var neighbour = way < 0 ? item.previousElementSibling : item.nextElementSibling;
      if (neighbour) box.insertBefore(way < 0 ? item : neighbour, way < 0 ? neighbour : item);
      button.focus(); // a moved element loses it
      isTouched = true;
      var place = list(box.children).indexOf(item) + 1;
      panduan.announce(panduan.word('step_moved', { step: textOf(item.firstChild), n: place, all: items.length }));
      question.changed();
    }

    items.forEach(function (item) {
      var words = panduan.wrapped(item, 'span', { className: 'words' });
      [[-1, 'move_up', '↑'], [1, 'move_down', '↓']].forEach(function (way) {
        var button = make('button', { type: 'button', className: 'move' }, way[2]);
        button.setAttribute('aria-label', panduan.word(way[1], { step: textOf(words) }));
        button.addEventListener('click', function () { move(item, way[0], button); });
        item.append(button);
        buttons.push(button);
      });
    });
    box.classList.add('ordered');
    return {
      get: order,
      set: function (answer) {
        isTouched = answer.length === items.length;
        panduan.arrange(isTouched ? answer.map(function (number) { return items[number] || items[0]; }) : items);
      },
      isEmpty: function () { return !isTouched; },
      controls: buttons
    };
  }

  /** A list to choose from beside each left side; the answer is the shown number of the right side for each. */
  function pairs(question) {
    var rights = list(question.element.querySelectorAll('.rights > li')).map(textOf);
    var selects = list(question.element.querySelectorAll('.lefts > li')).map(function (item, number) {
      var words = panduan.wrapped(item, 'label', { htmlFor: question.element.id + '.' + number });
      var select = make('select', { id: words.htmlFor }, make('option', { value: '-1' }, panduan.word('choose')));
      rights.forEach(function (text, right) { select.append(make('option', { value: String(right) }, text)); });
      item.append(select);
      select.addEventListener('change', question.changed);
      return select;
    });
    return {
      get: function () { return selects.map(function (select) { return +select.value; }); },
      set: function (answer) {
        selects.forEach(function (select, number) { select.value = String(rights[answer[number]] === undefined ? -1 : answer[number]); });
      },
      isEmpty: function () { return selects.some(function (select) { return select.value === '-1'; }); },
      controls: selects
    };
  }

  var kinds = {
    single: function (question) { return choices(question, 'radio'); },
    multiple: function (question) { return choices(question, 'checkbox'); },
    text: function (question) { return field(question, false); },
    number: function (question) { return field(question, true); },
    order: steps,
    match: pairs
  };

  /**
   * Makes a question of its element: {element, id, kind, points, controls: {get, set, isEmpty…}, key(), mark(answer)}.
   * @param changed called when the learner changes the answer
   */
  panduan.question = function (element, changed) {
    var data = element.dataset;
    var ask = element.querySelector('.ask');
    var slot = make('div', { className: 'field' });
    var help = { multiple: 'choose_all', order: 'put_in_order', match: 'match_each' }[data.kind];
    ask.id = element.id + '.ask';
    element.setAttribute('role', data.kind === 'single' ? 'radiogroup' : 'group');
    element.setAttribute('aria-labelledby', ask.id);
    (element.querySelector('.hint') || element.querySelector('.told')).before(slot);
    if (help) ask.after(make('p', { className: 'quiet help' }, panduan.word(help)));
    var question = {
      element: element, ask: ask, slot: slot, id: data.id, kind: data.kind, points: +data.points || 1,
      isFixed: 'fixed' in data, changed: function () { changed(question); },
      key: function () { return panduan.answers.key(data.key); },
      mark: function (answer) { return panduan.answers.mark(data.kind, question.key(), answer); },
      lock: function (isLocked) { question.controls.controls.forEach(function (control) { control.disabled = isLocked; }); }
    };
    question.controls = kinds[data.kind](question);
    return question;
  };
})();
