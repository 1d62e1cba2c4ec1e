#!/usr/bin/env node
// Checks a bundle of GradeLedger without network, database or any other program: Node 20.12 or later, no dependencies.
// verify.py does the same in Python. How to use it, and what it does not prove: READ-ME.txt beside this file.
//   node verify.mjs <folder> [--vkey KEY]… [--policy FILE] [--old FILE]… [--threads N] [--json]
// Exit 0 ok · 1 tampered with · 2 incomplete · 3 wrong usage.
import { isUtf8 } from 'node:buffer';
import {
  createDecipheriv,
  createHash,
  createPublicKey,
  hash,
  hkdfSync,
  randomBytes,
  verify,
} from 'node:crypto';
import { existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';

// ── The tree (RFC 6962): a leaf is SHA-256(0 ‖ event), a node SHA-256(1 ‖ left ‖ right) ──
const pair = Buffer.alloc(65, 1);
const node = (left, right) => {
  pair.latin1Write(left, 1);
  pair.latin1Write(right, 33);
  return hash('sha256', pair, 'latin1');
};
const tree = { size: 0, peaks: [], roots: new Map(), leaves: new Map() };
/** Grows the tree by a complete subtree of 2^height leaves, which begins where one of that size may begin. */
const grow = (subtree, height = 0) => {
  let top = subtree;
  for (let rest = tree.size / 2 ** height; rest % 2 === 1; rest = (rest - 1) / 2)
    top = node(tree.peaks.pop(), top);
  tree.peaks.push(top);
  tree.size += 2 ** height;
};
const rootNow = () =>
  Buffer.from(
    tree.peaks.reduceRight((right, left) => (right === undefined ? left : node(left, right)), undefined) ??
      hash('sha256', '', 'latin1'),
    'latin1',
  ).toString('base64');
const EMPTY = rootNow();
/** The root that an inclusion proof leads to (RFC 9162 §2.1.3.2); undefined where it leads nowhere. */
const rootOver = (leaf, index, size, path) => {
  let [top, at, last] = [leaf, index, size - 1];
  for (const hashed of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      top = node(hashed, top);
      for (; at % 2 === 0 && at > 0; last = Math.floor(last / 2)) at /= 2;
    } else top = node(top, hashed);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? Buffer.from(top, 'latin1').toString('base64') : undefined;
};

// ── Canonical JSON (RFC 8785): each text can be read in one way only ──
const NOT_STORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|[dD][89a-fA-F])/; // NUL, or half of a surrogate pair
const isText = (v) => typeof v === 'string';
const isObject = (v) => typeof v === 'object' && v !== null && !Array.isArray(v);
/** Whether all keys stand in order; throws on what is not a whole number, and on what nests too deep. */
const inOrder = (v, depth = 0) => {
  if (typeof v === 'number' && !Number.isSafeInteger(v)) throw new RangeError();
  if (typeof v !== 'object' || v === null) return true;
  if (depth > 64) throw new RangeError();
  let [ordered, last] = [true, ''];
  if (Array.isArray(v)) {
    for (const inner of v) if (!inOrder(inner, depth + 1)) ordered = false;
    return ordered;
  }
  for (const key in v) {
    if (!inOrder(v[key], depth + 1) || key < last) ordered = false;
    last = key;
  }
  return ordered;
};
const canonical = (v) =>
  Array.isArray(v)
    ? `[${v.map(canonical).join()}]`
    : !isObject(v)
      ? JSON.stringify(v)
      : `{${Object.keys(v)
          .sort()
          .map((key) => `${JSON.stringify(key)}:${canonical(v[key])}`)
          .join()}}`;
/** What canonical JSON says; undefined where the bytes are anything else. */
const parse = (bytes) => {
  const text = bytes.utf8Slice(0, bytes.length);
  // Bytes that are no UTF-8 are read as U+FFFD; a text as long as its bytes has nothing to compose.
  if (text.includes('\uFFFD') && !isUtf8(bytes)) return undefined;
  return text.length !== bytes.length && text.normalize('NFC') !== text ? undefined : parseText(text);
};
const parseText = (text) => {
  if (text.includes('\\u') && NOT_STORABLE.test(text)) return undefined;
  try {
    const value = JSON.parse(text);
    const same = inOrder(value) ? JSON.stringify(value) === text : canonical(value) === text;
    return same ? value : undefined;
  } catch {
    return undefined;
  }
};

// ── 2: what every event has ──
const is = (shape, v) => isText(v) && shape.test(v);
const [UUID, DAY] = [/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/];
const [STREAM, TYPE] = [/^[A-Za-z0-9_.:~-]{1,200}$/, /^[A-Za-z][A-Za-z0-9_]{0,99}$/];
const [SALT, HASH] = [/^[A-Za-z0-9_-]{22}$/, /^[0-9a-f]{64}$/];
const KEY = /^[A-Za-z0-9_-]{1,100}\/[a-z]{1,20}\/[1-9][0-9]{0,8}$/;
const orNull = (v) => v === null || isText(v);
const isCount = (v) => typeof v === 'number' && v >= 0;
const isDue = (v) => v === null || (isObject(v) && isText(v.until));
const isRule = (v) =>
  v === null ||
  (isObject(v) &&
    isText(v.parameter) &&
    typeof v.late === 'boolean' &&
    orNull(v.deadline) &&
    orNull(v.grant) &&
    isDue(v.due));
const isActor = (v) => isObject(v) && is(UUID, v.id) && orNull(v.role) && orNull(v.onBehalfOf);
const isRequest = (v) => v === undefined || is(UUID, v);
const isSealed = (v) => isObject(v) && isText(v.f) && is(HASH, v.h) && is(KEY, v.k);
const MEMBERS =
  'actor at command correlation data id log occurredOn outage request revision rule salt sealed seq source stream type v warnings';
const members = new Set(MEMBERS.split(' '));
const isEvent = (e) => {
  for (const key in e) if (!members.has(key)) return false;
  const texts =
    is(UUID, e.id) && is(UUID, e.command) && is(STREAM, e.stream) && is(TYPE, e.type) && is(SALT, e.salt);
  const counts = isCount(e.revision) && isCount(e.seq) && isCount(e.v);
  const when = isText(e.at) && is(DAY, e.occurredOn) && isText(e.log) && isText(e.source);
  return (
    texts &&
    counts &&
    when &&
    isObject(e.data) &&
    isActor(e.actor) &&
    isRule(e.rule) &&
    isRequest(e.request) &&
    Array.isArray(e.sealed) &&
    e.sealed.every(isSealed)
  );
};
/** What the rules ask of an event, always in the same order: the verifier spends its time on reading such objects. */
const eventOf = (e) => ({
  ...{ id: e.id, command: e.command, stream: e.stream, type: e.type, at: e.at, log: e.log, source: e.source },
  ...{ seq: e.seq, revision: e.revision, position: 0, day: '' },
  ...{ actor: e.actor, data: e.data, rule: e.rule, sealed: e.sealed, outage: e.outage },
});

// Nearly all lines have one form, with nothing escaped outside of the objects in it. Such a line is canonical, and an event,
// where these objects are; actors and rules recur, and are read once. Any other line is parsed as a whole.
const [PLAIN, COUNT] = ['[ !#-[\\]-~]*', '(0|[1-9][0-9]{0,14})'];
const OBJECT = '\\{[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\}';
// A class that is written out so many times is matched sooner than one with a number after it.
const like = (shape) =>
  shape.source
    .slice(1, -1)
    .replace('(?:-[0-9a-f]{4}){3}', '-[0-9a-f]{4}'.repeat(3))
    .replace(/(\[[^\]]+\])\{(\d+)\}/g, (_, one, times) => one.repeat(Number(times)));
const FORM = new RegExp(
  [
    `^\\{"actor":(${OBJECT}),"at":"(${PLAIN})","command":"(${like(UUID)})","correlation":(null|"${PLAIN}")`,
    `"data":(${OBJECT}),"id":"(${like(UUID)})","log":"(${PLAIN})","occurredOn":"${like(DAY)}"`,
    `(?:"outage":"(${PLAIN})",)?(?:"request":"${like(UUID)}",)?"revision":${COUNT},"rule":(null|${OBJECT})`,
    `"salt":"${like(SALT)}"`,
    `"sealed":(\\[[^[\\]]*\\]),"seq":${COUNT},"source":"(${PLAIN})","stream":"([A-Za-z0-9_.:~-]+)"`,
    `"type":"([A-Za-z][A-Za-z0-9_]*)","v":${COUNT}\\}$`,
  ].join(),
);
/** What stands in a part of a line; undefined where it is not canonical. */
const parsePart = (part) => (/[\x80-\xFF]/.test(part) ? parse(Buffer.from(part, 'latin1')) : parseText(part));
const [actors, rules] = [new Map(), new Map()];
const recurring = (known, part, isRight) => {
  const before = known.get(part);
  if (before !== undefined) return before;
  const value = parsePart(part);
  if (value === undefined || !isRight(value)) return undefined;
  if (known.size >= 10_000) known.clear();
  known.set(part, value);
  return value;
};
/** A text of its own, which does not hold the line in memory that it was cut out of. */
const cut = (text) => ` ${text}`.slice(1);
/** The event that a line in the usual form tells; undefined where the form is another, or something is wrong. */
const usual = (line) => {
  const found = FORM.exec(line.latin1Slice(0, line.length));
  if (found === null || found[14].length > 200 || found[15].length > 100) return undefined;
  const actor = recurring(actors, found[1], isActor);
  const rule = recurring(rules, found[10], isRule);
  const data = parsePart(found[5]);
  const sealed = found[11] === '[]' ? [] : parsePart(found[11]);
  if (!actor || rule === undefined || !isObject(data) || !sealed?.every(isSealed)) return undefined;
  return {
    id: cut(found[6]),
    command: found[3],
    stream: found[14],
    type: found[15],
    at: found[2],
    log: found[7],
    source: found[13],
    seq: Number(found[12]),
    revision: Number(found[9]),
    position: 0,
    day: '',
    actor,
    data,
    rule,
    sealed,
    outage: found[8],
  };
};

const hexOf = (text, from, to) => {
  let word = 0;
  for (let at = from; at < to; at += 1) {
    const char = text.charCodeAt(at);
    word = (word << 4) | (char < 58 ? char - 48 : char - 87);
  }
  return word;
};
/** Puts the four words of a UUID into numbers from a place on. */
const wordsOf = (id, words, at) => {
  words[at] = hexOf(id, 0, 8);
  words[at + 1] = (hexOf(id, 9, 13) << 16) | hexOf(id, 14, 18);
  words[at + 2] = (hexOf(id, 19, 23) << 16) | hexOf(id, 24, 28);
  words[at + 3] = hexOf(id, 28, 36);
};
const LAST = Date.UTC(9999, 11, 30);
/** The time that an id begins with, in milliseconds, by its first two words. */
const timeOf = (a, b) => Math.min((a >>> 0) * 65_536 + (b >>> 16), LAST);
const SEED = randomBytes(4).readInt32LE(); // so that nobody can choose keys that fall on one place

// ── Stretches of the events: what can be done of each by itself, by several threads at once ──
// A plain event is one of the usual form, canonical, of this log and of its own time, which changes nothing that may be wrong
// in itself. It comes as numbers, a few with their data or the keys of what is sealed in them; any other line is left to be
// read where events are judged.
const PLACES =
  'from to plain id id2 id3 id4 command command2 command3 command4 stream part actor rule type source journal lesson seq revision data keys';
const PLACE = Object.fromEntries(PLACES.split(' ').map((name, at) => [name, at]));
const PER_EVENT = PLACES.split(' ').length;

// Most of the time of a check is spent on lines. So they are read as bytes, several at once where that can be, and what stood
// in a line before is known again by its bytes.
const viewed = (bytes) => ({ bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) });
/** Whether so many bytes are the same in two places: as numbers, of which two are equal by other bytes only where one is all NUL. */
const isSame = (one, at, other, from, length) => {
  let done = 0;
  for (; done + 8 <= length; done += 8)
    if (one.getFloat64(at + done) !== other.getFloat64(from + done)) return false;
  for (; done < length; done += 1) if (one.getInt8(at + done) !== other.getInt8(from + done)) return false;
  return true;
};
/** Numbers for texts that stand between two others, 1 the first; −1 for those that are not right. New ones are told to whoever reads the numbers. */
class Numbers {
  told = [];
  count = 0;
  last = 0; // what stands at a place of one line often stands there in the next
  store = viewed(Buffer.alloc(4_096)); // the texts one after another, each with those around it
  ends = new Int32Array(64);
  numbers = new Int32Array(64);
  places = new Int32Array(128);
  followers = new Int32Array(64); // what came after a text the last time, often comes after it again
  constructor(isRight, before = '', after = '') {
    [this.isRight, this.before, this.after] = [isRight, literal(before), literal(after)];
  }
  isAt(known, view, from, length) {
    const begin = this.ends[known - 1];
    return this.ends[known] - begin === length && isSame(view, from, this.store.view, begin, length);
  }
  /** Where the last text ends, if it begins at a place again; otherwise 0. */
  again(view, from, to) {
    const { last, ends } = this;
    const end = last > 0 ? from + ends[last] - ends[last - 1] : Infinity;
    return end <= to && this.isAt(last, view, from, end - from) ? end : 0;
  }
  of({ bytes, view }, from, to) {
    const { last, numbers, followers } = this;
    if (last > 0 && this.isAt(last, view, from, to - from)) return numbers[last];
    const likely = followers[last];
    if (likely > 0 && this.isAt(likely, view, from, to - from)) {
      this.last = likely;
      return numbers[likely];
    }
    const place = this.find(view, from, to - from);
    const found = this.places[place] || this.add(bytes.subarray(from, to), place);
    this.followers[last] = this.last = found;
    return this.numbers[found];
  }
  /** The place of a text, or the free one where it belongs. */
  find(view, from, length) {
    const last = this.places.length - 1;
    let [mixed, at] = [SEED ^ length, 0];
    for (; at + 4 <= length; at += 4) {
      mixed = Math.imul(mixed ^ view.getInt32(from + at), 0x9e3779b1);
      mixed ^= mixed >>> 15;
    }
    for (; at < length; at += 1) mixed = Math.imul(mixed ^ view.getInt8(from + at), 0x85ebca6b);
    for (let place = (mixed ^ (mixed >>> 13)) & last; ; place = (place + 1) & last) {
      const known = this.places[place];
      if (known === 0 || this.isAt(known, view, from, length)) return place;
    }
  }
  add(text, place) {
    const number = (this.count += 1);
    const begin = this.ends[number - 1];
    const end = begin + text.length;
    if (end > this.store.bytes.length) this.store = viewed(Buffer.concat([this.store.bytes], end * 2));
    this.store.bytes.set(text, begin);
    this.ends[number] = end;
    this.places[place] = number;
    const told = cut(text.latin1Slice(this.before.length, text.length - this.after.length));
    this.told.push(told);
    this.numbers[number] = this.isRight(told) ? number : -1;
    if (number + 1 === this.ends.length) this.widen();
    return number;
  }
  widen() {
    const { ends, numbers, followers, store } = this;
    const widened = (before) => {
      const after = new Int32Array(before.length * 2);
      after.set(before);
      return after;
    };
    [this.ends, this.numbers, this.followers] = [ends, numbers, followers].map(widened);
    this.places = new Int32Array(ends.length * 4);
    for (let one = 1; one <= this.count; one += 1)
      this.places[this.find(store.view, ends[one - 1], ends[one] - ends[one - 1])] = one;
  }
}

const literal = (text) => ({ view: viewed(Buffer.from(text)).view, length: text.length });
const [QUOTE, COMMA, DASH, DOT, ZERO, NINE, COLON, OPEN, CLOSE] = Buffer.from('",-.09:{}');
const among = (shape) =>
  Uint8Array.from({ length: 256 }, (_, char) => (shape.test(String.fromCharCode(char)) ? 1 : 0));
const [IN_NAME, IN_TYPE] = [/[A-Za-z0-9]/, /[A-Za-z0-9_]/].map(among);
/** Whether two bytes are of a kind, 3, or the first alone, 1. */
const twoAmong = (shape) => {
  const [one, two] = [among(shape), new Uint8Array(65_536)];
  const after = one.map((isOne) => 1 + 2 * isOne);
  for (let first = 0; first < 256; first += 1) if (one[first] === 1) two.set(after, first * 256);
  return two;
};
const [IN_TEXT, IN_SALT, IN_STREAM] = [/[ !#-[\]-~]/, /[A-Za-z0-9_-]/, /[A-Za-z0-9_:~-]/].map(twoAmong);
/** What two hexadecimal digits are worth; −1 of others. */
const HEX = new Int16Array(65_536).fill(-1);
for (let byte = 0; byte < 256; byte += 1)
  HEX[Buffer.from(byte.toString(16).padStart(2, '0')).readUInt16BE()] = byte;
const [NULL, TRUE, FALSE] = ['null', 'true', 'false'].map(literal);
const [JOURNAL, LESSON] = ['journal', 'lesson'].map(literal);
// What stands between the parts of a line of the usual form.
const [BEFORE_COMMAND, BEFORE_CORRELATION, BEFORE_DATA] = [
  '","command":"',
  '","correlation":',
  ',"data":',
].map(literal);
const [OF_REQUEST, OF_REVISION, BEFORE_REVISION] = ['quest":"', 'vision":', '","revision":'].map(literal);
const [BEFORE_ID, BEFORE_SEALED, NONE, BEFORE_SEQ] = [',"id":"', '","sealed":', '[]', ',"seq":'].map(literal);
const [AFTER_ACTOR, AFTER_DATA, AFTER_RULE, AFTER_SEALED] = [
  '},"at":"',
  '},"id":"',
  '},"salt":"',
  '],"seq":',
].map((text) => Buffer.from(text));

/** Reads plain events of a bundle, of which it has to know a little. */
const plainReader = ({ origin, changing, telling, journals }) => {
  const isAlone = ({ role, onBehalfOf } = {}) => role !== undefined && role !== null && onBehalfOf === null;
  const isAny = () => true;
  const isTelling = [false]; // by the number of a type
  const isPlainType = (type) => {
    isTelling.push(telling.has(type));
    return TYPE.test(type) && !changing.has(type);
  };
  const told = {
    actors: new Numbers((part) => isAlone(recurring(actors, part, isActor)), '{"actor":', ',"at":"'),
    rules: new Numbers((part) => recurring(rules, part, isRule) !== undefined, ',"rule":', ',"salt":"'),
    sources: new Numbers(isAny, ',"source":"', '","stream":"'),
    types: new Numbers(isPlainType, '","type":"', '","v":'),
    journals: new Numbers((journal) => !journals.has(journal)),
    ...{ lessons: new Numbers(isAny), streams: new Numbers(isAny), parts: new Numbers(isAny) },
  };
  const log = `","log":${JSON.stringify(origin)},"occurredOn":"`;
  const days = new Numbers((day) => DAY.test(day), log, '","re');
  const time = { ms: NaN, text: viewed(Buffer.alloc(24)) };
  let [line, bytes, view, at, end] = [undefined, undefined, undefined, 0, 0]; // what is read, from where, and where it ends
  const named = { journal: 0, lesson: 0 };
  const beside = { data: [], keys: [] }; // the data and the keys that some events of a stretch come with

  const passes = (text) => {
    if (!isSame(view, at, text.view, 0, text.length)) return false;
    at += text.length;
    return true;
  };
  /** Where bytes of a kind end that begin at a place. */
  const endOf = (kind, from) => {
    const read = view;
    for (let to = from; ; to += 2) {
      const two = kind[read.getUint16(to)];
      if (two !== 3) return to + two;
    }
  };
  const passesText = () => {
    if (bytes[at] !== QUOTE) return false;
    at = endOf(IN_TEXT, at + 1) + 1;
    return bytes[at - 1] === QUOTE;
  };
  /** A whole number of so many digits at most; −1 where none stands here. */
  const countOf = (digits) => {
    const from = at;
    let value = 0;
    for (; bytes[at] >= ZERO && bytes[at] <= NINE; at += 1) value = value * 10 + bytes[at] - ZERO;
    const isWhole = at > from && at - from <= digits && (bytes[from] !== ZERO || at - from === 1);
    return isWhole ? value : -1;
  };
  const passesBare = () => {
    if (bytes[at] >= ZERO && bytes[at] <= NINE) return countOf(15) >= 0;
    return passes(NULL) || passes(TRUE) || passes(FALSE);
  };
  const isBefore = (one, other) => {
    let i = 0;
    while (bytes[one + i] === bytes[other + i] && bytes[one + i] !== QUOTE) i += 1;
    return bytes[one + i] < bytes[other + i];
  };
  /** The number of a text that begins here with its quotes. */
  const textAt = (numbers, from) => (bytes[from] === QUOTE ? numbers.of(line, from + 1, at - 1) : -1);
  /** Passes an object of plain names, in order, with plain values: such a one is canonical. The page and the lesson in it are noted. */
  const passesFlat = () => {
    named.journal = 0;
    named.lesson = 0;
    if (bytes[at] !== OPEN) return false;
    for (let before = 0; ;) {
      const name = at + 2;
      if (bytes[at + 1] !== QUOTE) return false;
      let to = name;
      while (IN_NAME[bytes[to]] === 1) to += 1;
      if (to === name || bytes[to] !== QUOTE || bytes[to + 1] !== COLON) return false;
      if (before > 0 && !isBefore(before, name)) return false;
      const value = to + 2;
      at = value;
      if (bytes[value] === QUOTE ? !passesText() : !passesBare()) return false;
      if (to - name === 7 && isSame(view, name, JOURNAL.view, 0, 7))
        named.journal = textAt(told.journals, value);
      if (to - name === 6 && isSame(view, name, LESSON.view, 0, 6))
        named.lesson = textAt(told.lessons, value);
      if (bytes[at] === CLOSE) {
        at += 1;
        return true;
      }
      if (bytes[at] !== COMMA) return false;
      before = name;
    }
  };
  /** Passes what ends where a text begins. */
  const passesTo = (text) => {
    const found = bytes.indexOf(text, at);
    if (found < 0 || found >= end) return false;
    at = found + 1;
    return true;
  };
  const passesObject = (after) => {
    const from = at;
    if (passesFlat()) return true;
    at = from;
    return passesTo(after);
  };
  /** The number of what stands here, if it is what stood there in the line before; otherwise 0. */
  const againOf = (numbers) => {
    const to = numbers.again(view, at, end);
    if (to > 0) at = to;
    return to > 0 ? numbers.numbers[numbers.last] : 0;
  };
  /** The number of what stands here between two texts, and is passed in a way of its own; −1 where it is not right. */
  const numberAt = (numbers, passesPart) => {
    const again = againOf(numbers);
    if (again !== 0) return again;
    const from = at;
    return passes(numbers.before) && passesPart() && passes(numbers.after) ? numbers.of(line, from, at) : -1;
  };
  const passesActor = () => passesObject(AFTER_ACTOR);
  const passesRule = () => passes(NULL) || passesObject(AFTER_RULE);
  const passesDay = () => (at += 10) <= end;
  const passesSource = () => (at = endOf(IN_TEXT, at)) <= end;
  const passesType = () => {
    while (IN_TYPE[bytes[at]] === 1) at += 1;
    return true;
  };
  const numberOfText = (numbers, text) => {
    if (text === undefined) return 0;
    if (!isText(text) || /[^\x00-\x7F]/.test(text)) return -1;
    return numbers.of(viewed(Buffer.from(text)), 0, text.length);
  };
  /** Passes data that is canonical, and notes the page and the lesson in it. */
  const passesData = () => {
    const from = at;
    if (passesFlat()) return named.journal >= 0 && named.lesson >= 0;
    at = from;
    const data = passesTo(AFTER_DATA) ? parsePart(bytes.latin1Slice(from, at)) : undefined;
    if (!isObject(data)) return false;
    named.journal = numberOfText(told.journals, data.journal);
    named.lesson = numberOfText(told.lessons, data.lesson);
    return named.journal >= 0 && named.lesson >= 0;
  };
  /** Puts the keys of what is sealed beside the numbers; whether it is as it has to be. */
  const passesSealed = (numbers, start) => {
    if (passes(NONE)) return true;
    const from = at;
    const sealed = passesTo(AFTER_SEALED) ? parsePart(bytes.latin1Slice(from, at)) : undefined;
    if (!Array.isArray(sealed) || !sealed.every(isSealed)) return false;
    numbers[start + PLACE.keys] = beside.keys.push(sealed.map(({ k }) => k));
    return true;
  };
  const half = (from) => (HEX[view.getUint16(from)] << 8) | HEX[view.getUint16(from + 2)];
  /** Passes a UUID, and puts its four words into numbers from a place on. */
  const passesUuid = (numbers, place) => {
    const from = at;
    const [a, b, c, d] = [half(from), half(from + 4), half(from + 9), half(from + 14)];
    const [e, f, g, h] = [half(from + 19), half(from + 24), half(from + 28), half(from + 32)];
    if ((a | b | c | d | e | f | g | h) < 0) return false;
    for (let dash = from + 8; dash < from + 24; dash += 5) if (bytes[dash] !== DASH) return false;
    numbers[place] = (a << 16) | b;
    numbers[place + 1] = (c << 16) | d;
    numbers[place + 2] = (e << 16) | f;
    numbers[place + 3] = (g << 16) | h;
    at = from + 36;
    return true;
  };
  const request = new Int32Array(4);
  const passesRequest = () => passes(OF_REQUEST) && passesUuid(request, 0) && passes(BEFORE_REVISION);
  /** Whether a time stands at a place, as it is written. */
  const isTime = (ms, from) => {
    if (time.ms !== ms) {
      time.ms = ms;
      time.text.bytes.latin1Write(new Date(ms).toISOString());
    }
    return isSame(view, from, time.text.view, 0, 24);
  };
  const passesStream = (numbers, start) => {
    const from = at;
    let [dot, to] = [0, endOf(IN_STREAM, from)];
    for (; bytes[to] === DOT; to = endOf(IN_STREAM, to + 1)) dot = to;
    if (to === from || to - from > 200) return false;
    numbers[start + PLACE.stream] = told.streams.of(line, from, dot > 0 ? dot : to);
    numbers[start + PLACE.part] = dot > 0 ? told.parts.of(line, dot + 1, to) : 0;
    at = to;
    return true;
  };

  /** Puts what a line says into numbers from a place on; whether it is plain. */
  const read = (stretch, from, to, numbers, start) => {
    [line, bytes, view, at, end] = [stretch, stretch.bytes, stretch.view, from, to];
    // Nothing that is looked for is longer than the rest of the room, and all of it ends where the line does.
    if (to - from > 60_000 || to + 64 + log.length > bytes.length) return false;
    bytes[to] = 10;
    const by = (numbers[start + PLACE.actor] = numberAt(told.actors, passesActor));
    if (by < 0) return false;
    const written = at;
    at += 24;
    if (!passes(BEFORE_COMMAND) || !passesUuid(numbers, start + PLACE.command)) return false;
    if (!passes(BEFORE_CORRELATION) || !(passes(NULL) || passesText())) return false;
    if (!passes(BEFORE_DATA)) return false;
    const data = at;
    if (!passesData()) return false;
    const dataEnd = at;
    numbers[start + PLACE.journal] = named.journal;
    numbers[start + PLACE.lesson] = named.lesson;
    if (!passes(BEFORE_ID) || !passesUuid(numbers, start + PLACE.id)) return false;
    if (!isTime(timeOf(numbers[start + PLACE.id], numbers[start + PLACE.id + 1]), written)) return false;
    if (numberAt(days, passesDay) < 0 || !(passes(OF_REVISION) || passesRequest())) return false;
    const revision = (numbers[start + PLACE.revision] = countOf(9));
    const under = (numbers[start + PLACE.rule] = numberAt(told.rules, passesRule));
    if (revision < 0 || under < 0) return false;
    const salt = at;
    at = endOf(IN_SALT, salt);
    if (at - salt !== 22 || !passes(BEFORE_SEALED) || !passesSealed(numbers, start)) return false;
    if (!passes(BEFORE_SEQ)) return false;
    const seq = (numbers[start + PLACE.seq] = countOf(9));
    numbers[start + PLACE.source] = numberAt(told.sources, passesSource);
    if (seq < 0 || numbers[start + PLACE.source] < 0 || !passesStream(numbers, start)) return false;
    const type = (numbers[start + PLACE.type] = numberAt(told.types, passesType));
    if (type < 0 || countOf(15) < 0 || bytes[at] !== CLOSE || at + 1 !== end) return false;
    if (isTelling[type]) numbers[start + PLACE.data] = beside.data.push(bytes.utf8Slice(data, dataEnd));
    return true;
  };
  /** What got numbers since the last time. */
  const news = () => {
    const all = { data: beside.data.splice(0), keys: beside.keys.splice(0) };
    for (const what in told) all[what] = told[what].told.splice(0);
    return all;
  };
  return { read, news };
};
const roomFor = (bytes) => bytes + 8_192;
/** How many lines of a stretch have a place for their numbers beforehand: a plain event is hardly shorter than 512 bytes. */
const linesFor = (bytes) => Math.ceil(bytes / 512);
/** The bytes in which the lines lie that begin in stretch n of a file, and where each begins and ends; in `room`, where that suffices. */
const readStretch = (file, bytes, n, room) => {
  const before = n * bytes - 1; // the byte before the stretch tells whether a line begins with it
  let [buffer, end] = [room, n === 0 ? 1 : 0];
  buffer[0] = 10;
  const fill = () => {
    if (end === buffer.length) buffer = Buffer.concat([buffer], end * 2);
    const got = readSync(file, buffer, end, buffer.length - end, before + end);
    end += got;
    return got > 0;
  };
  const lineEnd = (from) => {
    for (let at = from; ; at = end) {
      const found = buffer.indexOf(10, at);
      if (found >= 0 && found < end) return found;
      if (!fill()) return end;
    }
  };
  while (end < buffer.length && fill()) continue;
  const bounds = [];
  const first = buffer.indexOf(10);
  if (first >= 0 && first < bytes)
    for (let from = first + 1, to; from <= bytes && from < end; from = to + 1)
      bounds.push(from, (to = lineEnd(from)));
  return { buffer, bounds };
};
/** What can be said of a stretch whose first line has an index in the log: plain events as numbers, and its part of the tree. */
const digest = ({ buffer, bounds }, index, reader, { special, sizes, indexes }, places) => {
  const count = bounds.length / 2;
  const isWithin = (at) => at >= index && at < index + count;
  const apart = new Set([...special].filter((position) => isWithin(position - 1)));
  const isCut = [...sizes].some(isWithin); // a root is asked for within the stretch: subtrees would reach over it
  const isRoomy = count * PER_EVENT <= places.length;
  const numbers = isRoomy ? places : new Int32Array(count * PER_EVENT);
  numbers.fill(0, 0, count * PER_EVENT);
  const [leaves, tops, heights] = [new Map(), [], []];
  const stretch = viewed(buffer);
  for (let i = 0; i < count; i += 1) {
    const [from, to, start] = [bounds[i * 2], bounds[i * 2 + 1], i * PER_EVENT];
    [numbers[start], numbers[start + 1]] = [from, to];
    const isApart = apart.size > 0 && apart.has(index + i + 1);
    if (!isApart && reader.read(stretch, from, to, numbers, start)) numbers[start + PLACE.plain] = 1;
    buffer[from - 1] = 0;
    let [top, height] = [hash('sha256', buffer.subarray(from - 1, to), 'latin1'), 0];
    if (indexes.has(index + i)) leaves.set(index + i, top);
    for (
      let block = index + i;
      !isCut && block % 2 === 1 && heights.at(-1) === height;
      block = (block - 1) / 2
    ) {
      top = node(tops.pop(), top);
      height = heights.pop() + 1;
    }
    tops.push(top);
    heights.push(height);
  }
  return { buffer, numbers, count, told: reader.news(), leaves, tops, heights };
};

/** Digests stretches of a file whenever one is free, of which no other thread takes any. */
const digester = ({ name, bytes, about, rooms, places, stretches }) => {
  // Which stretch is next, how many were judged, and of each how many lines it has, and one more.
  const [file, reader, known] = [openSync(name), plainReader(about), stretches.subarray(2)];
  const ahead = rooms.length;
  const own = rooms.map((room, turn) => ({
    bytes: Buffer.from(room),
    numbers: new Int32Array(places[turn]),
  }));
  let [summed, index] = [0, 0];
  const take = (n) => {
    const room = own[n % ahead];
    const stretch = readStretch(file, bytes, n, room.bytes);
    Atomics.store(known, n, stretch.bounds.length / 2 + 1);
    Atomics.notify(known, n);
    for (; summed < n; summed += 1) {
      while (Atomics.load(known, summed) === 0) Atomics.wait(known, summed, 0);
      index += known[summed] - 1;
    }
    const { buffer, numbers, ...digested } = digest(stretch, index, reader, about, room.numbers);
    const [bytesOwn, numbersOwn] = [buffer !== room.bytes, numbers !== room.numbers];
    return { n, ...digested, buffer: bytesOwn ? buffer : null, numbers: numbersOwn ? numbers : null };
  };
  return {
    /** The next one, when there is room for it; undefined when there is none. */
    next() {
      const n = Atomics.add(stretches, 0, 1);
      if (n >= known.length) return undefined;
      for (let done; (done = Atomics.load(stretches, 1)) + ahead <= n;) Atomics.wait(stretches, 1, done);
      return take(n);
    },
    /** The next one, if there is one and room for it at once. */
    nextAtOnce() {
      const n = Atomics.load(stretches, 0);
      if (n >= Math.min(known.length, Atomics.load(stretches, 1) + ahead)) return undefined;
      return Atomics.compareExchange(stretches, 0, n, n + 1) === n ? take(n) : this.nextAtOnce();
    },
  };
};

// The stretches of a large bundle are digested by other threads of this same file, which end here, and by the first one
// whenever it has nothing to judge.
if (workerData?.stretches) {
  const { next } = digester(workerData);
  for (let digested; (digested = next()) !== undefined;) parentPort.postMessage(digested);
  process.exit();
}
// A check that breaks down, for want of memory or by a mistake of its own, has found nothing: neither good nor bad.
process.on('uncaughtException', ({ message }) => {
  console.error(`INCOMPLETE: the check broke down before its end (${message}).`);
  process.exit(2);
});

// ── What can be found: `!` tampered with, `?` incomplete, `i` a note that changes no verdict ──
const CODES = `
FILE_MISSING ? A file of the bundle is missing
FILE_CHANGED ! A file is not the one that the manifest lists
FILE_UNLISTED i A file does not stand in the manifest
MANIFEST_INVALID ! manifest.json is no manifest of a bundle
MANIFEST_DIFFERS ! The manifest and the checkpoint tell of different logs or sizes
POLICY_INVALID ! policy.txt is no policy
CHECKPOINT_INVALID ! checkpoint.txt is no signed checkpoint
KEY_FROM_BUNDLE i The keys come from the bundle itself; compare them with those you were given by another way
LOG_SIGNATURE ! The checkpoint is not signed by a key of the log that is trusted
WITNESS_SIGNATURE ! A cosignature is not by the key of the witness
NO_WITNESSES i The policy asks for no witness; the college alone vouches for this checkpoint
QUORUM_MISSED ? Too few witnesses cosigned the checkpoint
OLD_UNSIGNED i A kept checkpoint has no signature; it is taken as your own record
OLD_SIGNATURE ! A kept checkpoint is not signed by a key of the log that is trusted
OLD_ORIGIN ! A kept checkpoint is of another log
OLD_ROOT ! What a kept checkpoint covers was rewritten
OLD_BEYOND ? A kept checkpoint covers more events than the bundle; if no bundle has them, the log was rolled back
EVENTS_MISSING ? The checkpoint covers more events than the bundle has
EVENTS_BEYOND ! There are events that the checkpoint does not cover
ROOT_DIFFERS ! The events are not those that were signed
NOT_CANONICAL ! The line is no canonical JSON; it can be read in more than one way, or not at all
NOT_AN_EVENT ! The line lacks what every event has
WRONG_LOG ! The event belongs to another log
ID_TIME ! The event's id was made at another time than the event says
EVENT_TWICE ! The event stands there before
TIME_BACK ! The event is dated more than two seconds before one that precedes it
UNLIKE_WITNESS ! The event's date does not agree with the time of a witness
OWN_CLOCK i The log lives by a clock of its own, as demonstrations do; its dates are not held against the witnesses
REVISION_GAP ! The event does not follow the one before it in its stream
COMMAND_TWICE ! The command took effect before
COMMAND_SPLIT ! The events of one command do not stand together
NOT_FOUNDED ! A college is founded once, by the first command of its log
ZONE_UNKNOWN ! The time zone of the college is unknown; days are taken in UTC
ROLE_NOT_HELD ! By the log the actor had no such role then
NOT_IN_LOAD ! By the log the actor did not teach this page or lesson then
SAME_PERSON ! One person did what takes two
PROPOSAL_UNKNOWN ! It confirms what nobody proposed
PERIOD_LOCKED ! The attestation period was locked
DEADLINE_DIFFERS ! The entry does not carry the deadline that was given
WINDOW_CLOSED ! The entry was made after its deadline
GRANT_INVALID ! No grant that stands opens the entry
LATE_UNMARKED ! The entry came after it was due and is not marked as late
KEY_UNKNOWN ! The key of a sealed text was not there then
DESTROYED_UNAPPROVED ! A key was destroyed without the agreement of two persons
DESTROYED_EARLY ! A key was destroyed before its day
SEALED_INVALID ! A line of sealed.ndjson is no sealed text
SEALED_CHANGED ! A sealed text is not the one that its event commits to
SEALED_MISSING ? A sealed text is missing, and its key was not destroyed up to here
SEALED_STRAY ! A sealed text belongs to no event
KEYS_INVALID ! A line of keys.ndjson is no key
DEK_WRONG ! A key is not the one that the log committed to
TEXT_UNREADABLE ! A sealed text does not open with its key
PROOF_WRONG ! A proof proves nothing of this bundle
PAGE_INVALID ! A page is none of this bundle
PAGE_DIFFERS ! A page does not say what the log says
`;
const KINDS = { '!': 'tampered', '?': 'incomplete', i: 'note' };
const meanings = new Map();
for (const [, code, kind, text] of CODES.matchAll(/^([A-Z_]+) (.) (.+)$/gm))
  meanings.set(code, { kind: KINDS[kind], text });
const findings = [];
const find = (code, detail = '', position = null, event = null) => {
  const { kind, text } = meanings.get(code);
  findings.push({
    code,
    class: kind,
    position,
    event,
    text: detail === '' ? `${text}.` : `${text}: ${detail}.`,
  });
};

const misused = (text) => {
  console.error(
    `${text}\nUsage: verify.mjs <folder> [--vkey KEY]… [--policy FILE] [--old FILE]… [--threads N] [--json]`,
  );
  process.exit(3);
};
const asked = { folder: [], vkey: [], policy: [], old: [], threads: [], json: false };
for (let args = process.argv.slice(2), arg; (arg = args.shift()) !== undefined;) {
  if (arg === '--json') asked.json = true;
  else if (['--vkey', '--policy', '--old', '--threads'].includes(arg) && args.length > 0)
    asked[arg.slice(2)].push(args.shift());
  else if (arg.startsWith('-')) misused(`There is no option ${arg}, or it lacks its value.`);
  else asked.folder.push(arg);
}
if (asked.folder.length !== 1 || asked.policy.length > 1) misused('Name one folder, and one policy at most.');
if (asked.threads.length > 1 || !asked.threads.every((n) => /^[0-9]{1,2}$/.test(n)))
  misused('--threads takes one number, 0 to 99.');
const inBundle = (name) => join(asked.folder[0], name);
if (!existsSync(inBundle('.'))) misused(`There is no folder ${asked.folder[0]}.`);

// ── Notes, keys and policies (C2SP signed-note, tlog-checkpoint, tlog-cosignature, tlog-policy) ──
const base64 = (text) => {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
};
const textOf = (bytes) => (isUtf8(bytes) ? bytes.toString('utf8') : undefined);
/** A key `name+id+Base64(algorithm ‖ 32 bytes)`; undefined where it is none. */
const keyOf = (vkey, algorithm) => {
  const [, name, id, material] =
    /^([^\x00-\x20+\x7f-\xa0]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(vkey) ?? [];
  const bytes = base64(material ?? '');
  if (bytes?.length !== 33 || bytes[0] !== algorithm) return undefined;
  if (hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), bytes])).slice(0, 8) !== id) return undefined;
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), bytes.subarray(1)]);
  return {
    name,
    id,
    material: ` ${material}`,
    key: createPublicKey({ key: der, format: 'der', type: 'spki' }),
  };
};
const checkpointOf = (text) => {
  const [, origin, size, root] = /^([^\n]+)\n(0|[1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\n$/.exec(text) ?? [];
  return root && base64(root) ? { text, origin, size: Number(size), root } : undefined;
};
/** A checkpoint with its signature lines; undefined where it is no signed note. */
const noteOf = (bytes) => {
  const written = textOf(bytes) ?? '';
  const gap = written.lastIndexOf('\n\n');
  const lines = written.slice(gap + 2).split('\n');
  const checkpoint = gap < 0 || lines.pop() !== '' ? undefined : checkpointOf(written.slice(0, gap + 1));
  const signatures = lines.map((line) => {
    const [, name, blob] = /^— ([^\x00-\x20+\x7f-\xa0]+) ([A-Za-z0-9+/]+=*)$/.exec(line) ?? [];
    const signed = base64(blob ?? '');
    return signed && signed.length > 4
      ? { name, id: signed.toString('hex', 0, 4), blob: signed.subarray(4) }
      : undefined;
  });
  return checkpoint && signatures.length > 0 && !signatures.includes(undefined)
    ? { ...checkpoint, signatures }
    : undefined;
};
/** What a key's signatures under a note are worth: 'none', 'bad', or 'good'; unknown signatures are passed over. */
const signed = ({ text, signatures }, { name, id, key }) => {
  const own = signatures.filter((one) => one.name === name && one.id === id);
  const good = own.every(({ blob }) => blob.length === 64 && verify(null, Buffer.from(text), key, blob));
  return own.length === 0 ? 'none' : good ? 'good' : 'bad';
};
/** When a witness cosigned, in seconds; undefined where it did not, NaN where the signature is bad. */
const cosigned = ({ text, signatures }, { name, id, key }) => {
  const own = signatures.find((one) => one.name === name && one.id === id);
  if (own === undefined) return undefined;
  const at = own.blob.length === 72 ? own.blob.readBigUInt64BE(0) : 0n;
  const message = Buffer.from(`cosignature/v1\ntime ${at}\n${text}`);
  return own.blob.length === 72 && verify(null, message, key, own.blob.subarray(8)) ? Number(at) : NaN;
};
/** A policy; undefined where it is malformed. */
const policyOf = (bytes) => {
  const policy = { logs: [], witnesses: new Map(), groups: new Map(), quorum: undefined };
  const used = new Set(); // a key stands there once, and a name counts in one group
  const fresh = (name) => !used.has(name) && used.add(name);
  const known = (name) => policy.witnesses.has(name) || policy.groups.has(name);
  for (const line of (textOf(bytes) ?? '?').split('\n')) {
    const [word, name, second, ...more] = line.split(/[ \t]+/).filter((item) => item !== '');
    if (word === undefined || word.startsWith('#')) continue;
    const named = name !== undefined && name !== 'none' && !known(name);
    const key =
      word === 'log' ? keyOf(name ?? '', 1) : word === 'witness' ? keyOf(second ?? '', 4) : undefined;
    if (key && !fresh(key.material)) return undefined;
    if (word === 'log' && key) policy.logs.push(key);
    else if (word === 'witness' && key && named) policy.witnesses.set(name, key);
    else if (word === 'group' && named && more.length > 0 && more.every(known)) {
      const k =
        second === 'any'
          ? 1
          : second === 'all'
            ? more.length
            : Number(/^[1-9][0-9]{0,3}$/.exec(second)?.[0] ?? NaN);
      if (!(k <= more.length) || !more.every((member) => fresh(member))) return undefined;
      policy.groups.set(name, { k, members: more });
    } else if (word === 'quorum' && policy.quorum === undefined && (name === 'none' || known(name)))
      policy.quorum = name;
    else return undefined;
  }
  return policy.quorum === undefined ? undefined : policy;
};

// ── 1: the manifest, and every file it lists ──
const present = readdirSync(inBundle('.'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(inBundle('.'), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  .sort();
const STREAMED = new Set(['events.ndjson', 'sealed.ndjson', 'keys.ndjson']);
const readOf = (name) => (present.includes(name) ? readFileSync(inBundle(name)) : undefined);
const whole = (bytes) => (bytes?.at(-1) === 10 ? parse(bytes.subarray(0, -1)) : undefined);
const listed = whole(readOf('manifest.json'));
const manifest =
  isObject(listed) &&
  listed.format === 'gradeledger-bundle/1' &&
  isObject(listed.files) &&
  Number.isInteger(listed.size)
    ? listed
    : undefined;
if (!present.includes('manifest.json')) find('FILE_MISSING', 'manifest.json');
else if (!manifest) find('MANIFEST_INVALID');
const sums = new Map(Object.entries(manifest?.files ?? {}));
const demandSum = (name, sum) => {
  if (sums.has(name) && sums.get(name) !== sum) find('FILE_CHANGED', name);
};
for (const name of new Set([...sums.keys(), 'events.ndjson', 'checkpoint.txt', 'policy.txt']))
  if (!present.includes(name)) find('FILE_MISSING', name);
for (const name of present)
  if (manifest && name !== 'manifest.json' && !sums.has(name)) find('FILE_UNLISTED', name);
  else if (!STREAMED.has(name)) demandSum(name, hash('sha256', readFileSync(inBundle(name))));
/** A large file, some whole lines at a time, after a first byte that is not of it. */
function* piecesOf(name, digest) {
  const file = openSync(inBundle(name));
  let [buffer, end] = [Buffer.alloc(1 << 20), 1];
  for (;;) {
    if (end === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    const stop = end + readSync(file, buffer, end, buffer.length - end);
    if (stop === end) break;
    digest?.update(buffer.subarray(end, stop));
    const last = buffer.subarray(end, stop).lastIndexOf(10);
    if (last >= 0) yield buffer.subarray(0, end + last);
    const from = last >= 0 ? end + last + 1 : 1;
    buffer.copyWithin(1, from, stop);
    end = 1 + stop - from;
  }
  if (end > 1) yield buffer.subarray(0, end);
}
/** The lines of a piece. */
function* linesIn(piece) {
  for (let from = 1; from <= piece.length;) {
    const to = piece.indexOf(10, from);
    yield piece.subarray(from, to < 0 ? piece.length : to);
    from = to < 0 ? Infinity : to + 1;
  }
}
/** The lines of a large file, which has the sum of the manifest. */
function* linesOf(name) {
  const digest = createHash('sha256');
  for (const piece of piecesOf(name, digest)) yield* linesIn(piece);
  demandSum(name, digest.digest('hex'));
}

// ── 5, 6: the checkpoint, signed by the log, cosigned by a quorum of witnesses ──
const given = (file, read, what) =>
  (existsSync(file) ? read(readFileSync(file)) : undefined) ?? misused(`${file} is no ${what}.`);
const policy =
  asked.policy[0] === undefined
    ? policyOf(readOf('policy.txt') ?? Buffer.alloc(0))
    : given(asked.policy[0], policyOf, 'policy');
if (!policy && present.includes('policy.txt')) find('POLICY_INVALID');
const told = asked.vkey.map((vkey) => keyOf(vkey, 1) ?? misused(`${vkey} is no key of a log.`));
const checkpoint = noteOf(readOf('checkpoint.txt') ?? Buffer.alloc(0));
const origin = checkpoint?.origin ?? manifest?.origin;
const logKeys = (told.length > 0 ? told : (policy?.logs ?? [])).filter(({ name }) => name === origin);
if (told.length === 0 && asked.policy.length === 0) find('KEY_FROM_BUNDLE');
const isSigned = (note) => {
  const worth = logKeys.map((key) => signed(note, key));
  return worth.includes('good') && !worth.includes('bad');
};
/** Whether a quorum of witnesses cosigned, and when each of them did, in seconds. */
const witnessed = (note) => {
  const times = new Map();
  for (const [name, key] of policy?.witnesses ?? []) {
    const at = cosigned(note, key);
    if (Number.isNaN(at)) find('WITNESS_SIGNATURE', name);
    else if (at !== undefined) times.set(name, at);
  }
  const met = new Set(times.keys());
  for (const [name, { k, members }] of policy?.groups ?? [])
    if (members.filter((one) => met.has(one)).length >= k) met.add(name);
  return {
    times,
    quorum: policy?.quorum === 'none' || met.has(policy?.quorum),
    last: Math.max(...times.values()),
  };
};
const witnesses = checkpoint ? witnessed(checkpoint) : undefined;
if (!checkpoint && present.includes('checkpoint.txt')) find('CHECKPOINT_INVALID');
if (checkpoint && !isSigned(checkpoint)) find('LOG_SIGNATURE', origin);
if (checkpoint && policy?.quorum === 'none') find('NO_WITNESSES');
if (checkpoint && policy && !witnesses.quorum)
  find('QUORUM_MISSED', `of ${policy.quorum} only ${[...witnesses.times.keys()].join(' ') || 'none'}`);
if (checkpoint && manifest && (manifest.size !== checkpoint.size || manifest.origin !== origin))
  find('MANIFEST_DIFFERS');
const ownClock = manifest?.clock === 'virtual';
if (ownClock) find('OWN_CLOCK');

// ── 4, 7: the root at the checkpoint, and at each checkpoint that was kept ──
const wanted = new Map(); // size → what the root has to be there
const floors = []; // no event after a size is dated before the time at which a witness had seen that size
const want = (code, { size, root }, detail) =>
  wanted.set(size, [...(wanted.get(size) ?? []), { code, root, detail }]);
if (checkpoint) want('ROOT_DIFFERS', checkpoint, `${checkpoint.root} was signed`);
for (const file of asked.old) {
  const old = given(
    file,
    (bytes) => noteOf(bytes) ?? checkpointOf(`${(textOf(bytes) ?? '').replaceAll('\r', '').trim()}\n`),
    'checkpoint',
  );
  if (!old.signatures) find('OLD_UNSIGNED', file);
  else if (!isSigned(old)) find('OLD_SIGNATURE', file);
  if (old.origin !== origin) find('OLD_ORIGIN', `${file} is of ${old.origin}`);
  want('OLD_ROOT', old, `${file} says ${old.root} at ${old.size}`);
  const seen = old.signatures ? witnessed(old).last : -Infinity;
  if (seen > 0 && !ownClock) floors.push({ size: old.size, at: (seen - 3600) * 1000 });
}
floors.sort((one, other) => one.size - other.size);

// ── Proofs and pages that came with the bundle ──
const PROOF =
  /^c2sp\.org\/tlog-proof@v1\n(?:extra [A-Za-z0-9+/=]+\n)?index (0|[1-9][0-9]{0,14})\n((?:[A-Za-z0-9+/]{43}=\n)*)\n/;
const proofs = [];
for (const name of present.filter((one) => /^proofs\/.+\.tlog-proof$/.test(one))) {
  const written = textOf(readOf(name)) ?? '';
  const [all, index, path] = PROOF.exec(written) ?? [];
  const hashes = (path?.split('\n').slice(0, -1) ?? []).map(base64);
  const note = noteOf(Buffer.from(written.slice(all?.length ?? 0)));
  proofs.push({
    name,
    index: Number(index),
    path: hashes.map((one) => one?.latin1Slice() ?? ''),
    note,
  });
}
const leaves = new Map(proofs.map(({ index }) => [index, undefined]));
const pages = new Map();
const LISTS = ['cells', 'attestations', 'lessons'];
const isPage = (page) =>
  isObject(page) &&
  page.format === 'gradeledger-page/1' &&
  typeof page.journal === 'string' &&
  page.size === checkpoint?.size &&
  LISTS.every((list) => Array.isArray(page[list]) && page[list].every(isObject));
for (const name of present.filter((one) => /^pages\/.+\.json$/.test(one))) {
  const page = whole(readOf(name));
  if (!isPage(page) || pages.has(page.journal)) find('PAGE_INVALID', name);
  else pages.set(page.journal, { name, page, cells: new Map(), attestations: new Map(), lessons: new Map() });
}

// ── 11: sealed texts beside the events, and the keys to some of them ──
const derive = (dek, info, bytes) => Buffer.from(hkdfSync('sha256', dek, '', info, bytes));
/** Whether a sealed text opens with a key: AES-256-GCM under a key and a nonce of its own. */
const opens = (dek, event, field, key, sealed) => {
  const derived = derive(dek, `gradeledger/field/v1|${event}|${field}`, 44);
  if (sealed[0] !== 1 || sealed.length < 17) return false;
  const decipher = createDecipheriv('aes-256-gcm', derived.subarray(0, 32), derived.subarray(32));
  decipher.setAAD(Buffer.from(`${origin}|${event}|${field}|${key}`)).setAuthTag(sealed.subarray(-16));
  try {
    decipher.update(sealed.subarray(1, -16));
    return decipher.final().length === 0;
  } catch {
    return false;
  }
};
const deks = new Map();
for (const line of present.includes('keys.ndjson') ? linesOf('keys.ndjson') : []) {
  const row = parse(line);
  const dek = isObject(row) && isText(row.key) && isText(row.dek) ? base64(row.dek) : undefined;
  if (dek?.length === 32) deks.set(row.key, dek);
  else find('KEYS_INVALID');
}
const sealedLines = present.includes('sealed.ndjson') ? linesOf('sealed.ndjson') : undefined;
const nextSealed = () => {
  for (let line = sealedLines.next(); !line.done; line = sealedLines.next()) {
    const row = parse(line.value);
    const holds =
      isObject(row) &&
      isText(row.ciphertext) &&
      isText(row.field) &&
      isText(row.key) &&
      Number.isInteger(row.position);
    const sealed = holds ? base64(row.ciphertext) : undefined;
    if (sealed) return { ...row, sealed };
    find('SEALED_INVALID');
  }
  return undefined;
};
const texts = { next: sealedLines && nextSealed(), seen: 0, opened: 0, missing: [] };
const checkSealed = (event, position, wrong) => {
  const rows = new Map();
  for (let row; (row = texts.next) && row.position <= position; texts.next = nextSealed())
    if (row.position === position && !rows.has(row.field)) rows.set(row.field, row);
    else find('SEALED_STRAY', row.field, row.position);
  for (const { f, h, k } of event?.sealed ?? []) {
    const row = rows.get(f);
    rows.delete(f);
    if (!row) texts.missing.push({ position, id: event.id, f, k });
    else if (row.key !== k || hash('sha256', row.sealed) !== h) wrong('SEALED_CHANGED', f);
    else if (deks.has(k) && !opens(deks.get(k), event.id, f, k, row.sealed)) wrong('TEXT_UNREADABLE', f);
    else texts.opened += deks.has(k) ? 1 : 0;
    texts.seen += row ? 1 : 0;
  }
  for (const field of rows.keys()) find('SEALED_STRAY', field, position);
};

// ── What the events before one have made of the college; a forged one may hold anything ──
const text = (v) => (isText(v) ? v : '');
const lastDay = (v) => (isText(v) ? v : '~'); // later than any day
/** Mixes words of a key into one. */
const mix = (a, b, c, d) => {
  let mixed = Math.imul(a ^ SEED, 0x9e3779b1) ^ b;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) ^ c;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ d;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x27d4eb2f);
  return mixed ^ (mixed >>> 15);
};
/** The last place of a table which so many keys fill by three quarters at most. */
const lastFor = (keys) => 2 ** Math.ceil(Math.log2(Math.max((keys * 4) / 3, 16))) - 1;
/** So many zeros, in memory that is this program's own already: what is only read at first is copied at its first change. */
const zeros = (count) => new Int32Array(count).fill(0);
/** Ids of four words: quicker than a Set of texts, smaller, and open to more than 16 million. */
class Ids {
  size = 0;
  hasZero = false;
  constructor(expected = 0) {
    this.last = lastFor(expected);
    this.words = zeros((this.last + 2) * 4); // four zeros where a place is free
  }
  /** Where an id is looked for first. */
  begin(a, b, c, d) {
    return (mix(a, b, c, d) & this.last) * 4;
  }
  /** Where an id stands among the words, or would; that of four zeros has the place after the last. Holds until one is put. */
  find(a, b, c, d) {
    const { words, last } = this;
    if ((a | b | c | d) === 0) return last * 4 + 4;
    for (let at = this.begin(a, b, c, d); ; at = (at + 4) & (last * 4)) {
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return at;
      if ((words[at] | words[at + 1] | words[at + 2] | words[at + 3]) === 0) return at;
    }
  }
  /** Whether an id is there, by what was found. */
  isAt(at) {
    const { words, last } = this;
    if (at > last * 4) return this.hasZero;
    return (words[at] | words[at + 1] | words[at + 2] | words[at + 3]) !== 0;
  }
  has(a, b, c, d) {
    return this.isAt(this.find(a, b, c, d));
  }
  /** Puts a new id where it would stand. */
  put(at, a, b, c, d) {
    const { words, last } = this;
    if (at > last * 4) this.hasZero = true;
    words[at] = a;
    words[at + 1] = b;
    words[at + 2] = c;
    words[at + 3] = d;
    this.size += 1;
    if (this.size * 4 > last * 3) this.widen();
  }
  /** Notes an id; whether it was not there before. */
  add(a, b, c, d) {
    const at = this.find(a, b, c, d);
    if (this.isAt(at)) return false;
    this.put(at, a, b, c, d);
    return true;
  }
  widen() {
    const { words, last } = this;
    this.last = last < 65_536 ? last * 4 + 3 : last * 2 + 1;
    this.words = zeros((this.last + 2) * 4);
    for (let from = 0; from <= last * 4; from += 4) {
      const [a, b, c, d] = [words[from], words[from + 1], words[from + 2], words[from + 3]];
      if ((a | b | c | d) === 0) continue;
      const at = this.find(a, b, c, d);
      this.words[at] = a;
      this.words[at + 1] = b;
      this.words[at + 2] = c;
      this.words[at + 3] = d;
    }
  }
}
/** How many events of each stream there are, by its last revision: streams by the numbers of the two parts of their names. */
class Streams {
  size = 0;
  beyond = []; // what is no small number
  constructor(expected) {
    this.last = lastFor(expected);
    this.words = zeros((this.last + 1) * 4); // name, part, count; all zeros where a place is free
  }
  /** Where a stream stands among the words; its place is made where it has none. */
  place(name, part) {
    if (this.size * 4 > this.last * 3) this.widen();
    const at = this.find(name, part);
    const { words } = this;
    if (words[at] === 0) {
      words[at] = name;
      words[at + 1] = part;
      this.size += 1;
    }
    return at;
  }
  begin(name, part) {
    const mixed = Math.imul(Math.imul(name ^ SEED, 0x9e3779b1) ^ part, 0x85ebca6b);
    return ((mixed ^ (mixed >>> 15)) & this.last) * 4;
  }
  find(name, part) {
    const { words, last } = this;
    for (let at = this.begin(name, part); ; at = (at + 4) & (last * 4))
      if (words[at] === 0 || (words[at] === name && words[at + 1] === part)) return at;
  }
  count(at) {
    const count = this.words[at + 2];
    return count >= 0 ? count : this.beyond[-count - 1];
  }
  setCount(at, count) {
    this.words[at + 2] = count < 2 ** 31 ? count : -this.beyond.push(count);
  }
  widen() {
    const { words, last } = this;
    this.last = last * 2 + 1;
    this.words = zeros((this.last + 1) * 4);
    for (let from = 0; from <= last * 4; from += 4)
      if (words[from] !== 0)
        this.words.set(words.subarray(from, from + 3), this.find(words[from], words[from + 1]));
  }
}
const eventsFile = inBundle('events.ndjson');
const length = present.includes('events.ndjson') ? statSync(eventsFile).size : 0;
const expected = Math.min(length / 800, 2 ** 23); // tables that need not grow are quicker
const [commands, streams] = [new Ids(expected), new Streams(expected)];
// The parts that streams are named of, such as a lesson and a student → a number; one Map takes no more than 16 million.
const names = { known: Array.from({ length: 64 }, () => new Map()), count: 0 };
const numberOf = (name) => {
  const known =
    names.known[
      name.length < 2 ? 0 : (name.charCodeAt(name.length - 1) * 7 + name.charCodeAt(name.length - 2)) % 64
    ];
  let number = known.get(name);
  if (number === undefined) known.set(cut(name), (number = names.count += 1));
  return number;
};
const streamAt = (stream) => {
  const dot = stream.lastIndexOf('.');
  return dot < 0
    ? streams.place(numberOf(stream), 0)
    : streams.place(numberOf(stream.slice(0, dot)), numberOf(stream.slice(dot + 1)));
};
const college = { founding: undefined, founded: false, zone: undefined, clocks: new Map(), stays: 0 };
const stays = new Map(); // account → role → grant → the days on which it gives a right
const proposals = new Map(); // what waits for a second person → who proposed it
const lessons = new Map(); // lesson → its page, the last day for its marks, who stands in
const load = new Map(); // page → teacher → since when
const periodOf = new Map(); // page → period
const periods = new Map(); // period → the last day for its attestation marks, whether it is locked
const windows = new Map(); // grants of closed windows that stand
const outages = new Map(); // outage → the last day for its temporary journals
const erasures = new Map();
const keys = new Map(); // key of sealed texts → what became of it
const entry = (map, key, make) => {
  if (!map.has(key)) map.set(key, make());
  return map.get(key);
};
/** The college's clock, as far as it is ahead of UTC, and its date: neither changes within a quarter of an hour. */
const clockAt = (ms) => {
  const quarter = Math.floor(ms / 900_000);
  const known = college.clocks.get(quarter);
  if (known !== undefined) return known;
  const part = {};
  for (const { type, value } of college.zone?.formatToParts(quarter * 900_000) ?? [])
    part[type] = Number(value);
  const local = college.zone
    ? Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute)
    : quarter * 900_000;
  const clock = { ahead: local - quarter * 900_000, day: new Date(local).toISOString().slice(0, 10) };
  college.clocks.set(quarter, clock);
  return clock;
};
const give = (account, role, grant, { from, until }) => {
  college.stays += 1;
  entry(
    entry(stays, text(account), () => new Map()),
    text(role),
    () => new Map(),
  ).set(text(grant), { from: text(from), until: lastDay(until) });
};
const take = (account, role, grant, until) => {
  college.stays += 1;
  const stay = stays.get(text(account))?.get(text(role))?.get(text(grant));
  if (stay) stay.until = lastDay(until);
};
const holds = (account, role, day) => {
  for (const { from, until } of stays.get(account)?.get(role)?.values() ?? [])
    if (from <= day && day <= until) return true;
  return false;
};

// ── 10: who acted ──
const TEACHING = ['teacher', 'practicalTrainingInstructor'];
const FOUR_EYES = ['journalAdministrator', 'auditor'];
const GUARDIANS = ['legalGuardian', 'trustedPerson'];
/** Why the actor could not do this in the role that the event names; undefined where they could. */
const actorFault = ({ type, command, actor: { id, role } }, day) => {
  if (command === college.founding || (role === null && type === 'AttemptRefused')) return undefined;
  const standsIn = role === 'substituteTeacher' && TEACHING.some((one) => holds(id, one, day));
  return role !== null && (holds(id, role, day) || standsIn) ? undefined : `${id} was no ${role} on ${day}`;
};
const isTaught = ({ source, actor: { id, role }, data }, day) =>
  source === 'import' ||
  (role === 'substituteTeacher' && lessons.get(text(data.lesson))?.substitute === id) ||
  (TEACHING.includes(role) && (load.get(text(data.journal))?.get(id) ?? '~') <= day);
const second = (what, { actor }, wrong) => {
  if (!proposals.has(what)) wrong('PROPOSAL_UNKNOWN', what);
  else if (proposals.get(what) === actor.id) wrong('SAME_PERSON', `${actor.id} confirmed the own proposal`);
  proposals.delete(what);
};

// ── 9: entries in time ──
const MARKS = new Set(['MarkRecorded', 'MarkCorrected', 'MarkWithdrawn']);
const RESULTS = new Set(['AttestationMarkRecorded', 'AttestationMarkCorrected']);
const ENTRIES = [
  'AbsenceAnnounced',
  'AbsenceRecorded',
  'LateArrivalRecorded',
  'AbsenceCancelled',
  'AbsenceClassified',
  ...MARKS,
  ...RESULTS,
];
const entries = new Set(ENTRIES);
const BACK_ENTRY = 'outage.backEntryWorkingDays';
const CLOSING = [
  'currentMark.editWindowDays',
  'attestation.editWindowDays',
  'attendance.editWindowDays',
  BACK_ENTRY,
];
/** Whether a grant that stands opens an entry. */
const isGranted = ({ type, rule, data, actor }, day) => {
  const grant = windows.get(rule.grant);
  return (
    grant !== undefined &&
    grant.journal === data.journal &&
    day <= grant.until &&
    rule.deadline === grant.until &&
    (grant.lesson === null || grant.lesson === data.lesson) &&
    (grant.account === null || grant.account === actor.id) &&
    grant.covers === (RESULTS.has(type) ? 'attestationMarks' : 'currentMarks')
  );
};
/** The last day that was given to a mark or a result. */
const givenTo = ({ type, rule, data, outage }) => {
  if (rule?.parameter === BACK_ENTRY) return outages.get(text(outage));
  if (RESULTS.has(type)) return periods.get(periodOf.get(text(data.journal)))?.until;
  const lesson = lessons.get(text(data.lesson));
  return lesson?.journal === data.journal ? lesson?.until : undefined;
};
const checkWindow = (event, ms, day, wrong) => {
  const { type, rule, data, source, outage } = event;
  if (entries.has(type) && periods.get(periodOf.get(text(data.journal)))?.locked) wrong('PERIOD_LOCKED');
  const granted = typeof rule?.grant === 'string';
  if (granted && !isGranted(event, day)) wrong('GRANT_INVALID', rule.grant);
  if (MARKS.has(type) || RESULTS.has(type)) {
    const until = givenTo(event);
    if (!granted && (until === undefined || rule?.deadline !== until))
      wrong('DEADLINE_DIFFERS', `${rule?.deadline ?? 'none'} and not ${until ?? 'none'}`);
    else if (source !== 'import' && !(day <= rule.deadline))
      wrong('WINDOW_CLOSED', `on ${day}, until ${rule.deadline}`);
  }
  const due = rule?.due?.until ?? (CLOSING.includes(rule?.parameter) ? null : rule?.deadline);
  if (!isText(due) || rule.late || granted || source === 'import' || outage !== undefined) return;
  const now = due.includes('T') ? new Date(ms + clockAt(ms).ahead).toISOString().slice(0, 16) : day;
  if (now > due) wrong('LATE_UNMARKED', `on ${now}, due ${due}`);
};

// ── What an event changes for those after it; the four-eyes rules are checked on the way ──
const keyIn = (list, { subject, purpose }) =>
  Array.isArray(list)
    ? list.find((one) => isObject(one) && one.subject === subject && one.purpose === purpose)
    : undefined;
const keyNamed = ({ subject, purpose, generation }) =>
  entry(keys, `${text(subject)}/${text(purpose)}/${isCount(generation) ? generation : ''}`, () => ({}));
const CHANGES = {
  CollegeFounded({ command, data }, wrong) {
    if (command !== college.founding || college.founded) wrong('NOT_FOUNDED');
    try {
      const fields = {
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
      };
      college.zone = new Intl.DateTimeFormat('en-US', {
        ...fields,
        hourCycle: 'h23',
        timeZone: text(data.zone),
      });
    } catch {
      wrong('ZONE_UNKNOWN');
    }
    college.founded = true;
    college.clocks.clear();
  },
  RoleGrantProposed: ({ data, actor }) => proposals.set(`role ${text(data.grant)}`, actor.id),
  RoleGrantDeclined: ({ data }) => proposals.delete(`role ${text(data.grant)}`),
  RoleGranted(event, wrong) {
    const { data, actor, command } = event;
    const founding = command === college.founding;
    if (!founding && actor.id === data.account) wrong('SAME_PERSON', `${actor.id} gave the own role`);
    if (!founding && (isText(data.proposedBy) || FOUR_EYES.includes(data.role)))
      second(`role ${text(data.grant)}`, event, wrong);
    give(data.account, data.role, data.grant, data);
  },
  RoleRevoked: ({ data }) => take(data.account, data.role, data.grant, data.until),
  GuardianDelegationGranted: ({ data }) => give(data.account, 'trustedPerson', data.delegation, data),
  GuardianDelegationRevoked: ({ data }) => take(data.account, 'trustedPerson', data.delegation, data.until),
  RegulationChangeProposed: ({ data, actor }) => proposals.set(`change ${text(data.change)}`, actor.id),
  RegulationChangeDeclined: ({ data }) => proposals.delete(`change ${text(data.change)}`),
  RegulationChangeConfirmed: (event, wrong) => second(`change ${text(event.data.change)}`, event, wrong),
  EditWindowGrantProposed: ({ data, actor }) => proposals.set(`window ${text(data.grant)}`, actor.id),
  EditWindowGrantDeclined: ({ data }) => proposals.delete(`window ${text(data.grant)}`),
  EditWindowGranted(event, wrong) {
    const what = `window ${text(event.data.grant)}`;
    if (proposals.has(what)) second(what, event, wrong);
    windows.set(text(event.data.grant), { ...event.data, until: text(event.data.until) });
  },
  EditWindowGrantRevoked: ({ data }) => windows.delete(text(data.grant)),
  JournalOpened: ({ data }) => periodOf.set(text(data.journal), text(data.period)),
  JournalTeacherAssigned: ({ data }) =>
    entry(load, text(data.journal), () => new Map()).set(text(data.account), text(data.from)),
  JournalTeacherReleased: ({ data }) => load.get(text(data.journal))?.delete(text(data.account)),
  LessonScheduled: ({ data }) =>
    lessons.set(text(data.lesson), { journal: data.journal, until: text(data.marksUntil) }),
  LessonMoved: ({ data }) =>
    Object.assign(lessons.get(text(data.lesson)) ?? {}, { until: text(data.marksUntil) }),
  SubstituteAssigned: ({ data }) =>
    Object.assign(lessons.get(text(data.lesson)) ?? {}, { substitute: data.account }),
  AttestationPeriodSet({ data }) {
    entry(periods, text(data.period), () => ({ locked: false })).until = text(data.attestationMarksUntil);
  },
  AttestationPeriodLocked: ({ data }) =>
    Object.assign(periods.get(text(data.period)) ?? {}, { locked: true }),
  AttestationPeriodReopened: ({ data }) =>
    Object.assign(periods.get(text(data.period)) ?? {}, { locked: false }),
  AccessRestored: ({ data }) => outages.set(text(data.outage), text(data.backEntryUntil)),
  ErasureRequested: ({ data }) =>
    erasures.set(text(data.erasure), { by: data.requestedBy, terms: [], steps: new Map() }),
  ErasureScheduled: ({ data }) =>
    Object.assign(erasures.get(text(data.erasure)) ?? {}, { terms: data.terms }),
  ErasureApproved({ data, actor }, wrong) {
    const { steps } = erasures.get(text(data.erasure)) ?? {};
    if (data.step === 'second' && steps?.get('first')?.by === actor.id)
      wrong('SAME_PERSON', `${actor.id} agreed twice`);
    steps?.set(text(data.step), { by: actor.id, keys: data.keys });
  },
  ErasureDeclined: ({ data }) => erasures.delete(text(data.erasure)),
  SubjectKeyCreated({ data, command, position }, wrong) {
    const key = keyNamed(data);
    const late = key.used !== undefined && key.used.command !== command;
    if (late || key.commitment !== undefined)
      wrong('KEY_UNKNOWN', late ? 'it was used before' : 'it was made before');
    Object.assign(key, { commitment: text(data.commitment), position });
  },
  SubjectKeyDestroyed({ data, day }, wrong) {
    keyNamed(data).destroyed = true;
    const { by, terms, steps } = erasures.get(text(data.erasure)) ?? {};
    const term = keyIn(terms, data);
    const agreed = (step) => keyIn(steps?.get(step)?.keys, data) !== undefined;
    const withdrawn =
      agreed('withdrawal') && term?.basis === 'consentWithdrawn' && (by === 'subject' || by === 'guardian');
    if (!term || !(withdrawn || (agreed('first') && agreed('second')))) wrong('DESTROYED_UNAPPROVED');
    else if (isText(term.dueOn) && day < term.dueOn) wrong('DESTROYED_EARLY', term.dueOn);
  },
};

// ── 12: pages as the events leave them ──
const CELLS = {
  MarkRecorded: (cell, { workType, value }) => ({ ...cell, marks: [...cell.marks, { workType, value }] }),
  MarkCorrected: (cell, { workType, to }) => ({
    ...cell,
    marks: cell.marks.map((one) => (one.workType === workType ? { workType, value: to } : one)),
  }),
  MarkWithdrawn: (cell, { workType }) => ({
    ...cell,
    marks: cell.marks.filter((one) => one.workType !== workType),
  }),
  AbsenceAnnounced: (cell) => ({ ...cell, attendance: 'announced' }),
  AbsenceRecorded: (cell) => ({ ...cell, attendance: 'absent' }),
  LateArrivalRecorded: (cell) => ({ ...cell, attendance: 'late' }),
  AbsenceCancelled: (cell) => ({ ...cell, attendance: 'none' }),
};
const turn = ({ cells, attestations, lessons: days }, { type, data }, position) => {
  const [lesson, student] = [text(data.lesson), text(data.student)];
  const before = attestations.get(student);
  if (Object.hasOwn(CELLS, type)) {
    const { value } = cells.get(`${lesson} ${student}`) ?? {
      value: { lesson, student, marks: [], attendance: 'none' },
    };
    cells.set(`${lesson} ${student}`, { value: CELLS[type](value, data), position });
  } else if (type === 'LessonScheduled' || type === 'LessonMoved')
    days.set(lesson, { value: { lesson, date: text(data.date) }, position });
  else if (type === 'LessonCancelled') days.delete(lesson);
  else if (type === 'AttestationMarkRecorded' || type === 'RepeatAttestationRecorded')
    attestations.set(student, {
      value: { student, result: text(data.result) },
      position,
      repeated: type[0] === 'R',
    });
  else if (type === 'AttestationMarkCorrected' && !before?.repeated)
    attestations.set(student, { value: { student, result: text(data.to) }, position });
};
const nameOf = ({ lesson, student }) => `${text(lesson)} ${text(student)}`;
const comparePage = ({ name, page, ...replayed }) => {
  for (const list of LISTS) {
    const printed = new Map(page[list].map((line) => [nameOf(line), canonical(line)]));
    if (printed.size < page[list].length) find('PAGE_DIFFERS', `${name}, a line of ${list} twice`);
    for (const { value, position } of replayed[list].values()) {
      const empty = list === 'cells' && value.marks.length === 0 && value.attendance === 'none';
      const line = printed.get(nameOf(value));
      printed.delete(nameOf(value));
      if (line !== (empty ? undefined : canonical(value)))
        find('PAGE_DIFFERS', `${name}, ${line ?? 'nothing'} and not ${canonical(value)}`, position);
    }
    for (const line of printed.values()) find('PAGE_DIFFERS', `${name}, ${line} and not nothing`);
  }
};

// ── 8: the order of events ──
const run = {
  ms: NaN,
  at: '',
  latest: -Infinity,
  latestAt: null,
  recent: [],
  isSigned: false,
  command: new Int32Array(4), // of the event before, with its seq and its actor
  seq: NaN,
  actor: undefined,
  founding: new Int32Array(4),
};
const isOf = (command, [a, b, c, d]) =>
  command[0] === a && command[1] === b && command[2] === c && command[3] === d;
const sameActor = (one, other) => one === other || canonical(one) === canonical(other);
/** The ids of one millisecond: mostly one. */
class Moment {
  ids = undefined;
  constructor(ms, a, b, c, d) {
    [this.ms, this.a, this.b, this.c, this.d] = [ms, a, b, c, d];
  }
  /** Where an id stands, or would; below 0 while there is one alone, −1 where it is this one. */
  find(a, b, c, d) {
    if (this.ids !== undefined) return this.ids.find(a, b, c, d);
    return this.a === a && this.b === b && this.c === c && this.d === d ? -1 : -2;
  }
  isAt(at) {
    return this.ids === undefined ? at === -1 : this.ids.isAt(at);
  }
  put(at, a, b, c, d) {
    if (this.ids !== undefined) {
      this.ids.put(at, a, b, c, d);
      return;
    }
    this.ids = new Ids();
    this.ids.add(this.a, this.b, this.c, this.d);
    this.ids.add(a, b, c, d);
  }
}
/** Looks for an id among those before. An id begins with its time, and time goes back two seconds at most: older ids cannot come again unnoticed. */
const sought = { moment: undefined, place: 0, at: 0 };
const isNoted = (ms, a, b, c, d) => {
  const { recent } = run;
  let place = recent.length;
  while (place > 0 && recent[place - 1].ms > ms) place -= 1;
  const before = place > 0 ? recent[place - 1] : undefined;
  sought.place = place;
  sought.moment = before?.ms === ms ? before : undefined;
  if (sought.moment === undefined) return false;
  sought.at = sought.moment.find(a, b, c, d);
  return sought.moment.isAt(sought.at);
};
/** Notes the id that was just looked for, and is new. */
const note = (ms, position, a, b, c, d) => {
  const { recent } = run;
  if (ms > run.latest) [run.latest, run.latestAt] = [ms, position];
  if (sought.moment !== undefined) sought.moment.put(sought.at, a, b, c, d);
  else if (sought.place === recent.length) recent.push(new Moment(ms, a, b, c, d));
  else recent.splice(sought.place, 0, new Moment(ms, a, b, c, d));
  if (recent.length > 50_000)
    recent.splice(
      0,
      recent.findIndex((one) => one.ms >= run.latest - 2000),
    );
};
const checkTime = ({ at }, [a, b, c, d], ms, position, wrong) => {
  if (ms !== run.ms) [run.ms, run.at] = [ms, new Date(ms).toISOString()];
  // The date is compared as text: a parser may take the 31st of a shorter month for another day.
  if (at !== run.at) wrong('ID_TIME', at);
  if (ms < run.latest - 2000) wrong('TIME_BACK', at);
  while (floors.length > 0 && floors[0].size < position)
    if (ms < floors.shift().at) wrong('UNLIKE_WITNESS', at);
  if (isNoted(ms, a, b, c, d)) wrong('EVENT_TWICE');
  else note(ms, position, a, b, c, d);
};
const words = new Int32Array(8);
const judge = (event, position, wrong) => {
  const { id, command, seq, stream, revision, actor, data, type } = event;
  if (event.log !== origin) wrong('WRONG_LOG', event.log);
  wordsOf(id, words, 0);
  wordsOf(command, words, 4);
  const own = words.subarray(4);
  const ms = timeOf(words[0], words[1]);
  checkTime(event, words, ms, position, wrong);
  const day = clockAt(ms).day;
  [event.position, event.day] = [position, day];
  const at = streamAt(stream);
  const expected = streams.count(at);
  if (revision !== expected) wrong('REVISION_GAP', `${revision} after ${expected - 1} in ${stream}`);
  streams.setCount(at, revision + 1);
  if (college.founding === undefined) run.founding.set(own);
  college.founding ??= command;
  if (command !== college.founding && !college.founded) wrong('NOT_FOUNDED');
  if (command !== college.founding) college.founded = true;
  if (seq > 0) {
    const follows =
      run.actor !== undefined && isOf(run.command, own) && run.seq === seq - 1 && sameActor(run.actor, actor);
    if (!follows) wrong('COMMAND_SPLIT', command);
  } else {
    if (!commands.add(...own)) wrong('COMMAND_TWICE', command);
    const fault = actorFault(event, day);
    if (fault) wrong('ROLE_NOT_HELD', fault);
  }
  run.command.set(own);
  [run.seq, run.actor] = [seq, actor];
  const guards = GUARDIANS.includes(actor.role) && (data.student ?? actor.onBehalfOf) === actor.onBehalfOf;
  if (actor.onBehalfOf !== null && !guards)
    wrong('ROLE_NOT_HELD', `${actor.id} did not act on behalf of ${actor.onBehalfOf}`);
  if (MARKS.has(type) && !isTaught(event, day)) wrong('NOT_IN_LOAD', actor.id);
  checkWindow(event, ms, day, wrong);
  for (const { k } of event.sealed)
    if (entry(keys, k, () => ({ used: { position, id, command } })).destroyed)
      wrong('KEY_UNKNOWN', `${k} was destroyed`);
  if (Object.hasOwn(CHANGES, type)) CHANGES[type](event, wrong);
  const page = pages.size > 0 ? pages.get(data.journal) : undefined;
  if (page) turn(page, event, position);
};

/** What a thread told its numbers mean; 0 is nothing. */
const meaningsOf = () => ({
  ...{ actors: [undefined], rules: [undefined], types: [undefined], sources: [undefined] },
  ...{ journals: [undefined], lessons: [undefined], streams: [0], parts: [0] },
});
const MEANING = {
  actors: (part) => ({ actor: recurring(actors, part, isActor), day: '', stays: -1 }),
  rules: (part) => recurring(rules, part, isRule),
  streams: numberOf,
  parts: numberOf,
};
const learn = (known, told) => {
  for (const what in known)
    for (const part of told[what]) known[what].push(MEANING[what] ? MEANING[what](part) : part);
};
const placed = { journal: undefined, lesson: undefined };
const plain = {
  ...{ type: '', source: '', rule: null, actor: undefined, outage: undefined },
  data: placed,
};
let isClean = true;
const unclean = () => (isClean = false);
/** Judges a plain event by its numbers. Where anything may be wrong with it, it changes nothing and is false: then its line is read and judged like every other. */
const judgePlain = (numbers, start, known, position, { data, keys: sealed }) => {
  if (texts.next && texts.next.position <= position) return false;
  const under = numbers[start + PLACE.keys] === 0 ? undefined : sealed[numbers[start + PLACE.keys] - 1];
  if (under && (sealedLines || !under.every((k) => keys.has(k) && !keys.get(k).destroyed))) return false;
  if (floors.length > 0 && floors[0].size < position) return false;
  const [a, b] = [numbers[start + PLACE.id], numbers[start + PLACE.id2]];
  const [c, d] = [numbers[start + PLACE.id3], numbers[start + PLACE.id4]];
  const [k, l] = [numbers[start + PLACE.command], numbers[start + PLACE.command2]];
  const [m, n] = [numbers[start + PLACE.command3], numbers[start + PLACE.command4]];
  const { founding, command } = run;
  if (!college.founded || (founding[0] === k && founding[1] === l && founding[2] === m && founding[3] === n))
    return false;
  const ms = timeOf(a, b);
  if (ms < run.latest - 2000 || isNoted(ms, a, b, c, d)) return false;
  const day = clockAt(ms).day;
  const by = known.actors[numbers[start + PLACE.actor]];
  plain.type = known.types[numbers[start + PLACE.type]];
  plain.source = known.sources[numbers[start + PLACE.source]];
  plain.rule = known.rules[numbers[start + PLACE.rule]];
  plain.actor = by.actor;
  plain.data = placed;
  placed.journal = known.journals[numbers[start + PLACE.journal]];
  placed.lesson = known.lessons[numbers[start + PLACE.lesson]];
  const seq = numbers[start + PLACE.seq];
  if (seq > 0) {
    const isSame = command[0] === k && command[1] === l && command[2] === m && command[3] === n;
    if (!isSame || run.seq !== seq - 1 || !sameActor(run.actor, by.actor)) return false;
  } else if (by.day !== day || by.stays !== college.stays) {
    if (actorFault(plain, day)) return false;
    [by.day, by.stays] = [day, college.stays];
  }
  if (MARKS.has(plain.type) && !isTaught(plain, day)) return false;
  if (plain.rule !== null || entries.has(plain.type)) {
    isClean = true;
    checkWindow(plain, ms, day, unclean);
    if (!isClean) return false;
  }
  const revision = numbers[start + PLACE.revision];
  const name = known.streams[numbers[start + PLACE.stream]];
  const at = streams.place(name, known.parts[numbers[start + PLACE.part]]);
  if (streams.count(at) !== revision) return false;
  if (seq === 0 && !commands.add(k, l, m, n)) return false;
  streams.setCount(at, revision + 1);
  note(ms, position, a, b, c, d);
  command[0] = k;
  command[1] = l;
  command[2] = m;
  command[3] = n;
  run.seq = seq;
  run.actor = by.actor;
  if (numbers[start + PLACE.data] > 0) {
    plain.data = JSON.parse(data[numbers[start + PLACE.data] - 1]);
    CHANGES[plain.type](plain);
  }
  return true;
};

// ── The one pass over the events ──
const gaps = []; // where among the findings those stand that the roots lead to
const here = { position: 0, id: null };
const wrong = (code, detail) => find(code, detail, here.position, here.id);
const look = (line, position) => {
  if (wanted.has(position)) gaps.push({ size: position, before: findings.length });
  const isShort = line.length <= 60_000;
  let event = isShort ? usual(line) : undefined;
  const value = isShort && !event ? parse(line) : undefined;
  if (isObject(value) && isEvent(value)) event = eventOf(value);
  [here.position, here.id] = [position, event?.id ?? null];
  if (leaves.has(position - 1)) leaves.set(position - 1, { id: event?.id });
  if (event) judge(event, position, wrong);
  else wrong(isObject(value) ? 'NOT_AN_EVENT' : 'NOT_CANONICAL');
  if (sealedLines) checkSealed(event, position, wrong);
};
let size = 0;
const about = {
  origin,
  // Types whose change may be wrong in itself, and those whose change asks for the data.
  changing: new Set(Object.keys(CHANGES).filter((type) => CHANGES[type].length > 1)),
  telling: new Set(Object.keys(CHANGES)),
  journals: new Set(pages.keys()),
  special: new Set([...wanted.keys(), ...Array.from(leaves.keys(), (index) => index + 1)]), // positions to be looked at
  sizes: new Set(wanted.keys()),
  indexes: new Set(leaves.keys()),
};
/** Reads once what judging will read here and there in large tables: a processor waits for many such places at once, if nothing hangs on them. */
const fetch = (numbers, lines, known) => {
  let read = 0;
  for (let start = 0; start < lines * PER_EVENT; start += PER_EVENT) {
    if (numbers[start + PLACE.plain] === 0) continue;
    const [a, b] = [numbers[start + PLACE.command], numbers[start + PLACE.command2]];
    const [c, d] = [numbers[start + PLACE.command3], numbers[start + PLACE.command4]];
    read ^= commands.words[commands.begin(a, b, c, d)];
    const name = known.streams[numbers[start + PLACE.stream]];
    read ^= streams.words[streams.begin(name, known.parts[numbers[start + PLACE.part]])];
  }
  return read;
};
const judgeStretch = ({ buffer, numbers, count: lines, told, leaves: asked, tops, heights }, known) => {
  learn(known, told);
  for (const [index, leaf] of asked) tree.leaves.set(index, leaf);
  for (let i = 0; i < tops.length; i += 1) {
    grow(tops[i], heights[i]);
    if (about.sizes.has(tree.size)) tree.roots.set(tree.size, rootNow());
  }
  fetch(numbers, lines, known);
  for (let start = 0; start < lines * PER_EVENT; start += PER_EVENT) {
    size += 1;
    if (numbers[start + PLACE.plain] === 1 && judgePlain(numbers, start, known, size, told)) continue;
    look(Buffer.from(buffer.subarray(numbers[start], numbers[start + 1])), size);
  }
};
const bytes = Math.min(Math.max(Math.ceil(length / 16), 1 << 14), 1 << 20); // of a stretch
const count = Math.ceil(length / bytes);
/** Takes the stretches one after another, as this thread digests them. */
const digestHere = () => {
  const [file, reader, known] = [openSync(eventsFile), plainReader(about), meaningsOf()];
  const [room, places] = [Buffer.allocUnsafe(roomFor(bytes)), new Int32Array(linesFor(bytes) * PER_EVENT)];
  for (let n = 0; n < count; n += 1)
    judgeStretch(digest(readStretch(file, bytes, n, room), size, reader, about, places), known);
};
/** Takes the stretches in their order, as this thread and some others digest them. */
const digestBeside = async (threads) => {
  const stretches = new Int32Array(new SharedArrayBuffer(4 * (2 + count)));
  // A stretch lies in the room of its turn until it was judged.
  const shared = (size) => Array.from({ length: 4 + threads * 4 }, () => new SharedArrayBuffer(size));
  const [rooms, places] = [shared(roomFor(bytes)), shared(linesFor(bytes) * PER_EVENT * 4)];
  const [read, told] = [rooms.map((room) => Buffer.from(room)), places.map((place) => new Int32Array(place))];
  const data = { name: eventsFile, bytes, about, rooms, places, stretches };
  const digested = new Map();
  const news = { tell: () => undefined, failed: undefined };
  for (let thread = 0; thread < threads; thread += 1) {
    const known = meaningsOf();
    // An option of this process may not be one of a thread.
    const worker = new Worker(new URL(import.meta.url), { workerData: data, execArgv: [] });
    worker.on('error', (error) => {
      news.failed = error;
      news.tell();
    });
    worker.on('message', (stretch) => {
      digested.set(stretch.n, { stretch, known });
      news.tell();
    });
  }
  const [own, known] = [digester(data), meaningsOf()];
  for (let n = 0; n < count; n += 1) {
    await new Promise(setImmediate); // hears of the others
    while (!digested.has(n)) {
      if (news.failed) throw news.failed;
      const stretch = own.nextAtOnce();
      if (stretch) digested.set(stretch.n, { stretch, known });
      await new Promise((resolve) => {
        news.tell = resolve;
        if (stretch) setImmediate(resolve);
      });
    }
    const next = digested.get(n);
    const { buffer, numbers } = next.stretch;
    digested.delete(n);
    const lines = buffer === null ? read[n % read.length] : Buffer.from(buffer);
    judgeStretch({ ...next.stretch, buffer: lines, numbers: numbers ?? told[n % told.length] }, next.known);
    Atomics.store(stretches, 1, n + 1);
    Atomics.notify(stretches, 1);
  }
};
const mayThread = process.permission?.has('worker') ?? true;
// Judging keeps the first thread busy while four others digest.
const threads = Number(asked.threads[0] ?? (length > 1 << 24 ? Math.min(availableParallelism() - 1, 4) : 0));
if (wanted.has(0)) gaps.push({ size, before: findings.length });
if (threads > 0 && mayThread) await digestBeside(threads);
else digestHere();
for (const gap of gaps.reverse()) {
  const later = findings.splice(gap.before);
  const found = gap.size === 0 ? EMPTY : tree.roots.get(gap.size);
  for (const { code, root, detail } of wanted.get(gap.size))
    if (root !== found) find(code, `${found} by the events, ${detail}`);
    else if (code === 'ROOT_DIFFERS') run.isSigned = true;
  for (const one of later) findings.push(one);
}

// ── What can be said only at the end ──
// The root speaks for every byte of the events; where it is another, the manifest tells a damaged file from a forged one.
if (present.includes('events.ndjson') && !run.isSigned) for (const _ of linesOf('events.ndjson')) continue;
const covered = checkpoint?.size ?? size;
if (size < covered) find('EVENTS_MISSING', `${size} of ${covered}`);
if (size > covered) find('EVENTS_BEYOND', `${size} of ${covered}`, covered + 1);
for (const old of wanted.keys())
  if (old > size && old !== checkpoint?.size) find('OLD_BEYOND', `${old} and not ${size}`);
if (witnesses?.times.size > 0 && !ownClock && run.latest > (witnesses.last + 300) * 1000)
  find('UNLIKE_WITNESS', '', run.latestAt);
for (; texts.next; texts.next = nextSealed()) find('SEALED_STRAY', texts.next.field, texts.next.position);
for (const { position, id, f, k } of texts.missing)
  if (!keys.get(k)?.destroyed) find('SEALED_MISSING', `${f} under ${k}`, position, id);
for (const [name, { used, commitment }] of keys)
  if (used && commitment === undefined) find('KEY_UNKNOWN', `${name} was never made`, used.position, used.id);
for (const [name, dek] of deks) {
  const { commitment, position = null } = keys.get(name) ?? {};
  if (commitment !== derive(dek, 'gradeledger/key-commit/v1', 32).toString('hex'))
    find('DEK_WRONG', name, position);
}
for (const { name, index, path, note } of proofs) {
  const leaf = leaves.get(index);
  const led =
    note && leaf && note.text === checkpoint?.text && isSigned(note)
      ? rootOver(tree.leaves.get(index), index, note.size, path)
      : undefined;
  if (led === undefined || led !== note.root || name !== `proofs/${leaf.id}.tlog-proof`)
    find('PROOF_WRONG', name, leaf ? index + 1 : null);
}
for (const page of pages.values()) comparePage(page);

// ── The verdict ──
const exit = findings.some((one) => one.class === 'tampered')
  ? 1
  : findings.some((one) => one.class === 'incomplete')
    ? 2
    : 0;
const counts = {
  events: size,
  streams: streams.size,
  commands: commands.size,
  texts: texts.seen,
  opened: texts.opened,
  pages: pages.size,
  proofs: proofs.length,
  old: asked.old.length,
  witnesses: witnesses?.times.size ?? 0,
};
const verdict = ['ok', 'tampered', 'incomplete'][exit];
const WORDS = {
  ok: 'OK: every event is the one that was signed, and none breaks a rule.',
  tampered: 'TAMPERED: this is not what was signed, or it breaks the rules of the log.',
  incomplete: 'INCOMPLETE: what is here holds together, but something is missing.',
};
const report = { exit, verdict, origin: origin ?? null, root: rootNow(), ...counts, findings };
const sentence = (one) => {
  const at = `${one.position === null ? '' : ` position ${one.position}`}${one.event === null ? '' : ` event ${one.event}`}`;
  return `${one.class.toUpperCase()} ${one.code}${at}: ${one.text}`;
};
if (asked.json) console.log(JSON.stringify(report));
else {
  for (const one of findings.slice(0, 200)) console.log(sentence(one));
  if (findings.length > 200) console.log(`… and ${findings.length - 200} more.`);
  console.log(
    `${origin}: ${Object.entries(counts)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')}; root ${report.root}`,
  );
  console.log(WORDS[verdict]);
}
process.exitCode = exit;
