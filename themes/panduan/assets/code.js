/* Progress as a code that fits into a message: `PND1`, LZW of the file's JSON in base64url, and a check of six signs. */
(function () {
  'use strict';
  var panduan = window.panduan;
  var ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  var LIMIT = 4 << 20;

  /** Bits of the code at a place: as many as name every entry that can be there by then. */
  function width(place) { return Math.min(16, Math.max(9, 32 - Math.clz32(255 + place))); }

  function compress(bytes) {
    var known = new Map();
    var codes = [];
    var current = '';
    for (var i = 0; i < 256; i++) known.set(String.fromCharCode(i), i);
    bytes.forEach(function (byte) {
      var longer = current + String.fromCharCode(byte);
      if (known.has(longer)) { current = longer; return; }
      codes.push(known.get(current));
      if (known.size < 65536) known.set(longer, known.size);
      current = String.fromCharCode(byte);
    });
    if (current) codes.push(known.get(current));
    return codes;
  }

  function expand(codes) {
    var known = [];
    var bytes = [];
    var last = null;
    for (var i = 0; i < 256; i++) known.push([i]);
    codes.forEach(function (code) {
      var entry = code < known.length ? known[code] : last && last.concat(last[0]);
      if (!entry || code > known.length || bytes.length + entry.length > LIMIT) throw new Error('damaged');
      entry.forEach(function (byte) { bytes.push(byte); });
      if (last && known.length < 65536) known.push(last.concat(entry[0]));
      last = entry;
    });
    return bytes;
  }

  /** Codes as signs of six bits, the highest bit first. */
  function toSigns(codes) {
    var text = '';
    var held = 0;
    var bits = 0;
    codes.forEach(function (code, place) {
      for (var bit = width(place) - 1; bit >= 0; bit--) {
        held = held << 1 | (code >> bit & 1);
        if (++bits === 6) { text += ALPHABET[held]; held = bits = 0; }
      }
    });
    return bits ? text + ALPHABET[held << 6 - bits] : text;
  }

  function fromSigns(text) {
    var codes = [];
    var held = 0;
    var bits = 0;
    for (var i = 0; i < text.length; i++) {
      var sign = ALPHABET.indexOf(text[i]);
      if (sign < 0) throw new Error('damaged');
      for (var bit = 5; bit >= 0; bit--) {
        held = held << 1 | (sign >> bit & 1);
        if (++bits === width(codes.length)) { codes.push(held); held = bits = 0; }
      }
    }
    return codes;
  }

  function signsOf(number) {
    var text = '';
    for (var shift = 30; shift >= 0; shift -= 6) text += ALPHABET[number >>> shift & 63];
    return text;
  }

  panduan.code = {
    write: function (text) {
      var bytes = Array.from(new TextEncoder().encode(text));
      return 'PND1' + toSigns(compress(bytes)) + signsOf(panduan.hash(bytes));
    },
    /** The text of a code; throws where a sign is missing or wrong. White space in it does not matter. */
    read: function (code) {
      var signs = code.replace(/\s+/g, '');
      if (signs.slice(0, 4) !== 'PND1' || signs.length < 10) throw new Error('damaged');
      var bytes = expand(fromSigns(signs.slice(4, -6)));
      if (signsOf(panduan.hash(bytes)) !== signs.slice(-6)) throw new Error('damaged');
      return new TextDecoder().decode(new Uint8Array(bytes));
    }
  };
})();
