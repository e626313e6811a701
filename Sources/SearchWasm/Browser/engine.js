// Search in the page: loads the engine and the index by script tags, so that it works from a file as from a server.
(function () {
  "use strict";

  var wasmScript = "%WASM%";
  var wasmSize = Number("%SIZE%");
  var home = document.documentElement;
  var script = document.currentScript;
  var base = script ? script.src.replace(/[^\/]*$/, "") : "search/";
  var panduan = window.panduan = window.panduan || {};
  var engine = null;
  var opening = null;
  var waiting = {}, fetching = {};
  var latest = "";
  var scratch = new Uint8Array(0);
  // The start file's bytes, and how many bytes of other files the engine holds.
  var start = null, held = 0;
  var mostHeld = 8 << 20;
  var running = 0;
  // Files of a small index that nobody asked for yet: their names, and their texts as they come.
  var rest = null, spare = {}, isFetchingRest = false;
  var encoder = new TextEncoder();
  var decoder = new TextDecoder();

  // Two digits, the code units from U+2100 on, carry 31 bits; the last bit set ends the bytes. They stand until the next call:
  // an array a file would lie about long after.
  function bytesOf(digits) {
    var size = (digits.length * 31 >> 4) + 1;
    if (scratch.length < size) scratch = new Uint8Array(size);
    var bytes = scratch;
    var bits = 0, count = 0, at = 0;
    function add(value, size) {
      bits |= value << count;
      for (count += size; count >= 8; count -= 8) {
        bytes[at++] = bits;
        bits >>>= 8;
      }
    }
    for (var i = 0; i + 1 < digits.length; i += 2) {
      var value = digits.charCodeAt(i) - 0x2100 + (digits.charCodeAt(i + 1) - 0x2100) * 46341;
      add(value & 0xFFFF, 16);
      add(value >>> 16, 15);
    }
    while (at && !bytes[at - 1]) at--;
    return bytes.subarray(0, Math.max(0, at - 1));
  }

  // The browser inflates beside the page's thread; where it does not know how, the page does it.
  function inflated(bytes) {
    var stream;
    try {
      stream = new DecompressionStream("deflate-raw");
    } catch (error) {
      return Promise.resolve(inflate(bytes, wasmSize));
    }
    return new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer().catch(function () {
      throw failure("damaged");
    });
  }

  // Raw deflate by canonical codes: only for the engine itself, which inflates the index.
  function inflate(input, size) {
    var out = new Uint8Array(size), at = 0, position = 0, bit = 0;
    function take(count) {
      var value = 0;
      for (var i = 0; i < count; i++) {
        value |= (input[position] >> bit & 1) << i;
        if (++bit === 8) { bit = 0; position++; }
      }
      return value;
    }
    function table(lengths) {
      var counts = new Uint16Array(16), offsets = new Uint16Array(16), symbols = [], i;
      for (i = 0; i < lengths.length; i++) counts[lengths[i]]++;
      counts[0] = 0;
      for (i = 1; i < 16; i++) offsets[i] = offsets[i - 1] + counts[i - 1];
      for (i = 0; i < lengths.length; i++) if (lengths[i]) symbols[offsets[lengths[i]]++] = i;
      return { counts: counts, symbols: symbols };
    }
    function symbol(codes) {
      var code = 0, first = 0, index = 0;
      for (var length = 1; length < 16; length++) {
        code |= take(1);
        var count = codes.counts[length];
        if (code - first < count) return codes.symbols[index + code - first];
        index += count;
        first = (first + count) << 1;
        code <<= 1;
      }
      throw new Error("damaged engine");
    }
    function codes() {
      var literals = take(5) + 257, distances = take(5) + 1, count = take(4) + 4;
      var order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
      var lengths = [], i;
      for (i = 0; i < 19; i++) lengths.push(0);
      for (i = 0; i < count; i++) lengths[order[i]] = take(3);
      var lengthCodes = table(lengths);
      lengths = [];
      while (lengths.length < literals + distances) {
        var next = symbol(lengthCodes), value = 0, repeat = 1;
        if (next < 16) value = next;
        else if (next === 16) { value = lengths[lengths.length - 1]; repeat = 3 + take(2); }
        else repeat = next === 17 ? 3 + take(3) : 11 + take(7);
        while (repeat--) lengths.push(value);
      }
      return [table(lengths.slice(0, literals)), table(lengths.slice(literals))];
    }
    function fixed() {
      var lengths = [], distances = [], i;
      for (i = 0; i < 288; i++) lengths.push(i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
      for (i = 0; i < 30; i++) distances.push(5);
      return [table(lengths), table(distances)];
    }
    function block(pair) {
      for (;;) {
        var next = symbol(pair[0]);
        if (next === 256) return;
        if (next < 256) { out[at++] = next; continue; }
        next -= 257;
        var extra = next < 8 || next === 28 ? 0 : (next >> 2) - 1;
        var length = next === 28 ? 258 : next < 8 ? next + 3 : ((4 + (next & 3)) << extra) + 3 + take(extra);
        var far = symbol(pair[1]);
        extra = far < 4 ? 0 : (far >> 1) - 1;
        var distance = (far < 4 ? far : ((2 + (far & 1)) << extra) + take(extra)) + 1;
        while (length--) { out[at] = out[at - distance]; at++; }
      }
    }
    var final;
    do {
      final = take(1);
      var kind = take(2);
      if (kind === 0) {
        if (bit) { bit = 0; position++; }
        var count = input[position] | input[position + 1] << 8;
        position += 4;
        while (count--) out[at++] = input[position++];
      } else {
        block(kind === 1 ? fixed() : codes());
      }
    } while (!final);
    return out;
  }

  // Shards call this with the text they carry.
  panduan.shard = function (name, text) {
    var wait = waiting[name];
    if (wait) wait.text = text;
  };

  function load(name) {
    var key = name.slice(0, -3);
    if (waiting[key]) return waiting[key].promise;
    var wait = waiting[key] = { text: null };
    wait.promise = new Promise(function (resolve) {
      var tag = document.createElement("script");
      tag.async = true;
      tag.src = base + name;
      function settle() {
        tag.parentNode.removeChild(tag);
        delete waiting[key];
        resolve(wait.text);
      }
      tag.onload = settle;
      tag.onerror = settle;
      document.head.appendChild(tag);
    });
    return wait.promise;
  }

  function put(text) { putBytes(encoder.encode(text)); }

  function putBytes(bytes) {
    var address = engine.allocate(bytes.length);
    new Uint8Array(engine.memory.buffer, address, bytes.length).set(bytes);
  }

  function output() {
    return decoder.decode(new Uint8Array(engine.memory.buffer, engine.output(), engine.outputSize()));
  }

  // What the page tells the reader is chosen by `problem`: missing, damaged or version.
  function failure(problem) {
    var error = new Error("The search index cannot be used: " + problem);
    error.problem = problem;
    return error;
  }

  function openStart(text) {
    start = bytesOf(text || "").slice();
    putBytes(start);
    var problem = engine.open();
    if (problem) throw failure(text === null ? "missing" : problem === 2 ? "version" : "damaged");
  }

  function open() {
    if (!opening) {
      opening = Promise.all([load(wasmScript), load("start.js")]).then(function (texts) {
        if (texts[0] === null) throw failure("missing");
        return inflated(bytesOf(texts[0]).slice()).then(function (bytes) {
          return WebAssembly.instantiate(bytes, {});
        }).then(function (made) {
          engine = made.instance.exports;
          openStart(texts[1]);
        });
      });
      opening.catch(function () { opening = null; });
    }
    return opening;
  }

  function run(query, options, rounds) {
    put(query);
    put(options.type || "");
    put(options.language || home.lang || "");
    if (engine.search(options.limit || 10, (options.wholeWords ? 1 : 0) | (options.explain ? 2 : 0)) === 0) {
      return JSON.parse(output());
    }
    if (rounds === 0) throw failure("damaged");
    return fetchNamed().then(function () { return run(query, options, rounds - 1); });
  }

  function named() { return output().split("\n").filter(Boolean); }

  // Provides the files whose names are the engine's output; each is decoded while others are on their way.
  function fetchNamed() { return Promise.all(named().map(fetchFile)); }

  // Two searches that wait for one file have it provided once.
  function fetchFile(name) {
    if (!fetching[name]) {
      fetching[name] = fetched(name).then(function (text) {
        delete fetching[name];
        put(name);
        var bytes = bytesOf(text || "");
        held += bytes.length;
        putBytes(bytes);
        engine.provide(text === null ? 0 : 1);
      });
    }
    return fetching[name];
  }

  function fetched(name) { return name in spare ? Promise.resolve(spare[name]) : load(name); }

  // Opened anew, the engine holds nothing; what is still of use is soon fetched again. Not while a search goes on.
  function forget() {
    if (running || held <= mostHeld) return;
    held = 0;
    putBytes(start);
    engine.open();
  }

  // Who goes on typing will need the words that begin alike.
  function fetchAhead(query) {
    var goesOn = latest && query.indexOf(latest) === 0;
    latest = query;
    if (!goesOn) return;
    put(query);
    if (engine.ahead()) fetchNamed();
  }

  // Whoever searches a small site has its whole index soon: later queries then wait for no file, nor for a server that is
  // gone. What cannot be had, or is damaged, is left to the query that needs it.
  function fetchRest() {
    if (!rest) rest = !savesData() && engine.rest() ? named() : [];
    if (isFetchingRest || !rest.length) return;
    isFetchingRest = true;
    whenIdle(function () {
      // A search goes first; it calls this again.
      var names = running ? [] : rest.splice(0, 8);
      Promise.all(names.map(function (name) {
        return load(name).then(function (text) { if (text !== null) spare[name] = text; });
      })).then(function () {
        isFetchingRest = false;
        if (names.length) fetchRest();
      });
    });
  }

  function savesData() { return Boolean(navigator.connection && navigator.connection.saveData); }

  function whenIdle(task) {
    if (window.requestIdleCallback) window.requestIdleCallback(task, { timeout: 2000 });
    else setTimeout(task, 200);
  }

  // Opens the engine and the index ahead of the first query.
  panduan.openSearch = function () { return open().then(function () {}); };

  // Resolves to the object that `panduan search --json` prints.
  panduan.search = function (query, options) {
    query = String(query);
    running++;
    return open().then(function () { return run(query, options || {}, 24); }).then(function (results) {
      running--;
      forget();
      fetchAhead(query);
      fetchRest();
      return results;
    }, function (error) {
      running--;
      throw error;
    });
  };
})();
