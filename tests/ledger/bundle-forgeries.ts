import { makeSigningKey } from '../../src/ledger/signing-key.ts';
import type { Body, BundleFiles } from './bundle-files.ts';

/** Draws numbers that are the same for the same seed: from 0 to below `most`. */
export type Draw = (most: number) => number;

/** The numbers of a seed (mulberry32). */
export const drawing = (seed: number): Draw => {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
};

/** Changes a bundle in one way; false where it holds nothing that could be changed so. */
export type Forgery = (files: BundleFiles, draw: Draw) => boolean | undefined;

const pick = <Item>(items: readonly Item[], draw: Draw): Item => items[draw(items.length)] as Item;

const flip = (files: BundleFiles, name: string, draw: Draw, until = files.bytes(name).length): boolean => {
  const bytes = Buffer.from(files.bytes(name));
  if (bytes.length === 0) return false;
  const at = draw(until);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << draw(8));
  files.files.set(name, bytes);
  return true;
};

const inLines =
  (change: (lines: string[], at: number, draw: Draw) => void, name = 'events.ndjson'): Forgery =>
  (files, draw) => {
    const lines = files.lines(name);
    if (lines.length < 2) return false;
    change(lines, 1 + draw(lines.length - 1), draw);
    files.setLines(lines, name);
    return true;
  };

const inBody =
  (fits: (body: Body) => boolean, change: (body: Body, draw: Draw, all: readonly Body[]) => void): Forgery =>
  (files, draw) => {
    const bodies = files.bodies();
    const fitting = bodies.filter(fits);
    if (fitting.length === 0) return false;
    change(pick(fitting, draw), draw, bodies);
    files.setBodies(bodies);
    return true;
  };

const inText = (find: string | RegExp, replace: string): Forgery =>
  inLines((lines, at) => {
    lines[at] = (lines[at] ?? '').replace(find, replace);
  });

const isMark = ({ type }: Body): boolean => type === 'MarkRecorded' || type === 'MarkCorrected';
const any = (): boolean => true;
const hours = (at: string, count: number): string =>
  new Date(Date.parse(at) + count * 3_600_000).toISOString();
const idAt = (at: string, id: string): string => {
  const hex = Date.parse(at).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}${id.slice(13)}`;
};
const fresh = (id: string, draw: Draw): string =>
  `${id.slice(0, -4)}${draw(65_536).toString(16).padStart(4, '0')}`;

/** Forgeries of the events. Whoever holds the log's key can sign their outcome anew. */
export const inEvents: Readonly<Record<string, Forgery>> = {
  'a byte is flipped': (files, draw) => flip(files, 'events.ndjson', draw),
  'two events change places': inLines((lines, at) => {
    [lines[at - 1], lines[at]] = [lines[at] ?? '', lines[at - 1] ?? ''];
  }),
  'an event is dropped': inLines((lines, at) => void lines.splice(at, 1)),
  'an event stands there twice': inLines((lines, at) => void lines.splice(at, 0, lines[at] ?? '')),
  'an event is back-dated': inBody(isMark, (body) => {
    body.at = hours(body.at, -2_000);
    body.id = idAt(body.at, body.id);
  }),
  'an event is inserted with an old date': (files, draw) => {
    const bodies = files.bodies();
    const at = bodies.findIndex(isMark);
    const found = bodies[at];
    if (!found) return false;
    const id = fresh(found.id, draw);
    bodies.splice(at, 0, { ...found, id, command: fresh(id, draw), data: { ...found.data, value: '5' } });
    files.setBodies(bodies);
    return true;
  },
  'an event is deleted and its stream renumbered': (files, draw) => {
    const bodies = files.bodies();
    const dropped = pick(
      bodies.filter(({ revision }) => revision > 0),
      draw,
    );
    const rest = bodies.filter((body) => body !== dropped);
    for (const body of rest)
      if (body.stream === dropped.stream && body.revision > dropped.revision) body.revision -= 1;
    files.setBodies(rest);
    return true;
  },
  'a mark is changed': inBody(isMark, ({ data }) => {
    const name = 'value' in data ? 'value' : 'to';
    data[name] = data[name] === '2' ? '5' : '2';
  }),
  'a salt is changed': inBody(any, (body, draw) => {
    body['salt'] = Buffer.alloc(16, draw(256)).toString('base64url');
  }),
  'a request whose id could be a name': inBody(any, (body) => {
    body['request'] = 'ivanova';
  }),
  'an event of another college': inBody(any, (body) => {
    body['log'] = 'other.example/journal';
  }),
  'a revision is skipped': inBody(any, (body) => {
    body.revision += 1;
  }),
  'a revision is beyond all that came before': inBody(any, (body) => {
    body.revision += 2 ** 31;
  }),
  'somebody else acted': inBody(
    ({ actor }) => actor['role'] !== null,
    ({ actor }, draw, all) => {
      const others = all.filter((one) => one.actor['id'] !== actor['id']);
      actor['id'] = pick(others, draw).actor['id'];
    },
  ),
  'a student gave the mark': inBody(isMark, ({ actor }) => {
    actor['role'] = 'student';
  }),
  'no role is named': inBody(
    ({ type }) => type !== 'AttemptRefused',
    ({ actor }) => {
      actor['role'] = null;
    },
  ),
  'on behalf of a student': inBody(isMark, ({ actor, data }) => {
    actor['onBehalfOf'] = data['student'];
  }),
  'a deadline is moved': inBody(isMark, (body) => {
    body['rule'] = { ...(body['rule'] as object), deadline: '2030-01-01' };
  }),
  'a window that was closed': inBody(isMark, (body) => {
    body['rule'] = { ...(body['rule'] as object), deadline: '2020-01-01' };
  }),
  'a grant that nobody gave': inBody(isMark, (body) => {
    body['rule'] = { ...(body['rule'] as object), grant: body.id };
  }),
  'a late entry that is not marked as late': inBody(isMark, (body) => {
    const due = { parameter: 'currentMark.entryDeadline.lesson', clause: '-', until: '2020-01-01' };
    body['rule'] = { ...(body['rule'] as object), due, late: false };
  }),
  'a command takes effect twice': inBody(
    (body) => body['seq'] === 0,
    (body, _, all) => {
      body['command'] = all[0]?.['command'];
    },
  ),
  'the events of a command are parted': inBody(any, (body) => {
    body['seq'] = Number(body['seq']) + 1;
  }),
  'somebody confirms their own proposal': (files) => {
    const bodies = files.bodies();
    const granted = bodies.find(({ data }) => typeof data['proposedBy'] === 'string');
    if (!granted) return false;
    granted.actor['id'] = granted.data['proposedBy'];
    files.setBodies(bodies);
    return true;
  },
  'a role nobody proposed': (files) => {
    const bodies = files.bodies();
    files.setBodies(bodies.filter(({ type }) => type !== 'RoleGrantProposed'));
    return bodies.some(({ type }) => type === 'RoleGrantProposed');
  },
  'a commitment is changed': inBody(
    ({ sealed }) => sealed.length > 0,
    ({ sealed: [first] }, draw) => {
      if (first) first.h = draw(2) === 0 ? '0'.repeat(64) : 'none';
    },
  ),
  'a text under a key that was never made': inBody(
    ({ sealed }) => sealed.length > 0,
    ({ sealed: [first] }) => {
      if (first) first.k = first.k.replace(/\d+$/, '9');
    },
  ),
  'a key is destroyed by nobody’s leave': inBody(
    ({ type }) => type === 'SubjectKeyCreated',
    (body) => {
      body.type = 'SubjectKeyDestroyed';
      body.data = { ...body.data, erasure: body.id };
    },
  ),
  'a member is missing': inBody(any, (body, draw) => {
    Reflect.deleteProperty(body, pick(['salt', 'at', 'actor', 'rule', 'sealed', 'seq', 'data'], draw));
  }),
  'a member is of another kind': inBody(any, (body, draw) => {
    const name = pick(['salt', 'at', 'actor', 'rule', 'sealed', 'seq', 'data', 'revision', 'type'], draw);
    body[name] = pick([null, true, 0, '', [], {}, ['2026-11-20T07:00:00.000Z']], draw);
  }),
  'data are of another kind': inBody(
    ({ data }) => Object.keys(data).length > 0,
    (body, draw) => {
      body.data[pick(Object.keys(body.data), draw)] = pick([null, true, 7, [], {}, [1]], draw);
    },
  ),
  'the college was founded in no zone': inBody(
    ({ type }) => type === 'CollegeFounded',
    ({ data }) => {
      data['zone'] = 'Europe/Nowhere';
    },
  ),
  'white space': inText(',', ', '),
  'a key stands there twice': inText(/"type":"[^"]+"/, '$&,$&'),
  'a text is not composed': inText(/"salt":"[^"]+"/, '"salt":"и\u0306"'),
  'a number is written as a fraction': inText(/"seq":(\d+)/, '"seq":$1.0'),
  'a number is minus nothing': inText(/"seq":\d+/, '"seq":-0'),
  'a number is too large': inText(/"seq":\d+/, '"seq":9007199254740993'),
  'a number is none': inText(/"seq":\d+/, '"seq":NaN'),
  'a letter is escaped': inText('"type"', '"typ\\u0065"'),
  'a NUL': inText(/"salt":"[^"]+"/, '"salt":"\\u0000"'),
  'half of a surrogate pair': inText(/"salt":"[^"]+"/, '"salt":"\\ud800"'),
  'deep brackets': inText(/"data":\{/, `"data":{"a":${'['.repeat(3_000)}${']'.repeat(3_000)},`),
  'not so deep brackets': inText(/"data":\{/, `"data":{"a":${'['.repeat(80)}${']'.repeat(80)},`),
  'keys out of order': inText(/"at":("[^"]+"),"command":("[^"]+")/, '"command":$2,"at":$1'),
  'keys like numbers': inText('"data":{', '"data":{"10":1,"9":1,'),
  prototypes: inText('"data":{', '"data":{"__proto__":{},"constructor":1,'),
  'a carriage return': inText(/$/, '\r'),
  'a byte order mark': inText(/^/, '\uFEFF'),
  'an empty line': inLines((lines, at) => void lines.splice(at, 0, '')),
  'a line that is no object': inLines((lines, at, draw) => {
    lines[at] = pick(['1', '"a"', 'null', '[]', 'true', '{'], draw);
  }),
  'bytes that are no text': (files, draw) => {
    const bytes = Buffer.from(files.bytes('events.ndjson'));
    bytes[bytes.indexOf('"salt":"', draw(bytes.length / 2)) + 9] = 0xff;
    files.files.set('events.ndjson', bytes);
    return true;
  },
};

const half = (text: Buffer): number => text.indexOf('\n\n');

/** Forgeries beside the events, which the key of the log helps with nothing. */
export const besideEvents: Readonly<Record<string, Forgery>> = {
  'the tail is cut off': (files, draw) => {
    files.setLines(files.lines().slice(0, -1 - draw(20)));
    return true;
  },
  'the last line is cut': (files) => {
    files.files.set('events.ndjson', files.bytes('events.ndjson').subarray(0, -20));
    return true;
  },
  'an event is appended': (files) => {
    files.setLines([...files.lines(), files.lines()[0] ?? '']);
    return true;
  },
  'a byte of the checkpoint is flipped': (files, draw) => flip(files, 'checkpoint.txt', draw),
  'signed with another key': (files) => {
    const [origin = ''] = files.bytes('checkpoint.txt').toString().split('\n');
    files.sign(makeSigningKey(origin, 'note'));
    return true;
  },
  'the cosignature is stripped': (files) => {
    const lines = files.lines('checkpoint.txt').filter((line) => !line.startsWith('— witness'));
    files.setLines(lines, 'checkpoint.txt');
    return true;
  },
  'the cosignature is of another time': (files) => {
    const lines = files.lines('checkpoint.txt').map((line) => {
      const [dash = '', name = '', blob = ''] = line.split(' ');
      if (!name.startsWith('witness')) return line;
      const bytes = Buffer.from(blob, 'base64');
      bytes[11] = (bytes[11] ?? 0) ^ 1;
      return `${dash} ${name} ${bytes.toString('base64')}`;
    });
    files.setLines(lines, 'checkpoint.txt');
    return true;
  },
  'the checkpoint has a fourth line': (files) => {
    const note = files.bytes('checkpoint.txt').toString();
    files.files.set('checkpoint.txt', Buffer.from(note.replace('\n\n', '\nmore\n\n')));
    return true;
  },
  'a file is missing': (files, draw) => {
    files.files.delete(pick(['events.ndjson', 'checkpoint.txt', 'manifest.json'], draw));
    return true;
  },
  'two ciphertexts change places': inLines((lines, at) => {
    const [one, other] = [lines[at - 1] ?? '', lines[at] ?? ''].map(
      (line) => JSON.parse(line) as { ciphertext: string },
    );
    if (!one || !other) return;
    const { ciphertext } = one;
    one.ciphertext = other.ciphertext;
    other.ciphertext = ciphertext;
    lines[at - 1] = JSON.stringify(one);
    lines[at] = JSON.stringify(other);
  }, 'sealed.ndjson'),
  'a ciphertext is missing': inLines((lines, at) => void lines.splice(at, 1), 'sealed.ndjson'),
  'a ciphertext stands there twice': inLines(
    (lines, at) => void lines.splice(at, 0, lines[at] ?? ''),
    'sealed.ndjson',
  ),
  'a byte of a ciphertext is flipped': (files, draw) => flip(files, 'sealed.ndjson', draw),
  'a key is another one': inLines((lines, at, draw) => {
    const row = JSON.parse(lines[at] ?? '') as { dek: string };
    row.dek = Buffer.alloc(32, draw(256)).toString('base64');
    lines[at] = JSON.stringify(row);
  }, 'keys.ndjson'),
  'a byte of a key is flipped': (files, draw) => flip(files, 'keys.ndjson', draw),
  'a byte of a proof is flipped': (files, draw) => {
    const name = [...files.files.keys()].find((one) => one.startsWith('proofs/')) ?? '';
    return flip(files, name, draw, half(files.bytes(name)));
  },
  'a proof bears another name': (files) => {
    const name = [...files.files.keys()].find((one) => one.startsWith('proofs/')) ?? '';
    const proof = files.bytes(name);
    files.files.delete(name);
    files.files.set('proofs/other.tlog-proof', proof);
    return true;
  },
  'a byte of a page is flipped': (files, draw) => {
    const names = [...files.files.keys()].filter((one) => one.startsWith('pages/'));
    return flip(files, pick(names, draw), draw);
  },
  'a page shows another mark': (files) => {
    for (const [name, bytes] of files.files)
      if (name.startsWith('pages/') && bytes.includes('"value":'))
        files.files.set(name, Buffer.from(bytes.toString().replace(/"value":"\d"/, '"value":"1"')));
    return true;
  },
  'a page lacks a cell': (files) => {
    for (const [name, bytes] of files.files)
      if (name.startsWith('pages/') && bytes.includes('"value":'))
        files.files.set(
          name,
          Buffer.from(
            bytes
              .toString()
              .replace(/"cells":\[\{.*?\}\],"student":"[^"]+"\},?/, '"cells":[')
              .replace(/"cells":\[\{[^\]]*\][^}]*\},?/, '"cells":['),
          ),
        );
    return true;
  },
  'the manifest tells of another log': (files) => {
    const manifest = files
      .bytes('manifest.json')
      .toString()
      .replace(/"origin":"/, '$&x');
    files.files.set('manifest.json', Buffer.from(manifest));
    return true;
  },
};
