import type { PagePrototype, ToldEvent } from './page-prototype.ts';

/** What is other in each event: where these stand in a body, a value of the event goes. */
export const LOCAL = {
  event: 0,
  command: 1,
  at: 2,
  salt: 3,
  revision: 4,
  seq: 5,
  commitment: 6,
  sealed: 7,
} as const;

/** Sealed texts of one event, at most. */
const MOST_SEALED = 6;
const PAGE = LOCAL.sealed + MOST_SEALED;

/** A text whose variable parts are numbered places: below `PAGE` of the event, from there on of the page. */
export interface Template {
  readonly literals: readonly string[];
  readonly places: readonly number[];
}

/** An event as it can be told of any page. */
export interface Retold {
  readonly type: string;
  readonly version: number;
  readonly body: Template;
  readonly stream: Template;
  /** The number of a stream that only this page writes; −1 for one that others write as well. */
  readonly own: number;
  readonly revision: number;
  /** The key a student's or a page's texts are sealed under, when the event says that it was made. */
  readonly makesKeyOf: Template | null;
  readonly sealed: readonly { readonly field: string; readonly subject: Template; readonly text: string }[];
}

/** A prototype in the form in which it is told again. */
export interface Retelling {
  /** By part: commands, each with its events. */
  readonly parts: readonly (readonly (readonly Retold[])[])[];
  /** How many streams a page has of its own. */
  readonly streams: number;
  /** The names of those. */
  readonly names: readonly Template[];
  /** The last revision of each, once so many parts were told. */
  readonly lasting: (parts: number) => readonly number[];
  /** What is other on each page, in the order of its places: ids first, days after. */
  readonly ids: readonly string[];
  readonly days: readonly string[];
}

const VARIABLE =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z|\d{4}-\d\d-\d\d|(?<="salt":")[\w-]{22}|(?<="h":")[0-9a-f]{64}|(?<="commitment":")[0-9a-f]{64}|(?<="revision":)\d+|(?<="seq":)\d+/gu;

/** The text of a template. */
export const told = (
  { literals, places }: Template,
  local: readonly string[],
  page: readonly string[],
): string => {
  let text = literals[0] ?? '';
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i] ?? 0;
    text += (place < PAGE ? local[place] : page[place - PAGE]) ?? '';
    text += literals[i + 1] ?? '';
  }
  return text;
};

const OWN = /^(?:journal|mark|attendance|attendanceSheet|attestation)-/u;

/** Takes a page apart into what stays and what is other on each page. */
export const retelling = (prototype: PagePrototype): Retelling => {
  const { journal, group, courseUnit, teacher, period, curator, administrator, deputy } = prototype;
  const ids = [journal, group, courseUnit, teacher, period, curator, administrator, deputy];
  ids.push(...prototype.students, ...prototype.lessons);
  const known = new Map(ids.map((id, index) => [id, PAGE + index]));
  const days: string[] = [];
  const dayPlace = (day: string): number => {
    if (!days.includes(day)) days.push(day);
    return PAGE + ids.length + days.indexOf(day);
  };

  const template = (text: string, placeOf: (found: string, before: string) => number): Template => {
    const [literals, places]: [string[], number[]] = [[], []];
    let end = 0;
    for (const { 0: found, index } of text.matchAll(VARIABLE)) {
      literals.push(text.slice(end, index));
      places.push(placeOf(found, text.slice(Math.max(0, index - 16), index)));
      end = index + found.length;
    }
    literals.push(text.slice(end));
    return { literals, places };
  };
  const ofPage = (found: string): number => known.get(found) ?? dayPlace(found);
  const idPlace = (found: string): number => {
    const place = known.get(found);
    if (place === undefined) throw new Error(`The bench knows nobody ${found}.`);
    return place;
  };

  const names: Template[] = [];
  const own = new Map<string, number>();
  const retold = ({ stored, texts }: ToldEvent): Retold => {
    const { id, command, data, sealed } = JSON.parse(stored.body) as {
      readonly id: string;
      readonly command: string;
      readonly data: { readonly subject?: string };
      readonly sealed: readonly { readonly f: string; readonly h: string; readonly k: string }[];
    };
    const body = template(stored.body, (found, before) => {
      if (found === id) return LOCAL.event;
      if (found === command) return LOCAL.command;
      if (found.length > 10 && found.endsWith('Z') && found.includes('T')) return LOCAL.at;
      if (before.endsWith('"salt":"')) return LOCAL.salt;
      if (before.endsWith('"revision":')) return LOCAL.revision;
      if (before.endsWith('"seq":')) return LOCAL.seq;
      if (before.endsWith('"commitment":"')) return LOCAL.commitment;
      if (before.endsWith('"h":"')) return LOCAL.sealed + sealed.findIndex(({ h }) => h === found);
      return found.length === 10 ? dayPlace(found) : idPlace(found);
    });
    const isOwn = OWN.test(stored.stream);
    const stream = template(stored.stream, ofPage);
    if (isOwn && !own.has(stored.stream)) own.set(stored.stream, names.push(stream) - 1);
    return {
      ...{ type: stored.type, version: stored.version, body, stream, revision: stored.revision },
      own: own.get(stored.stream) ?? -1,
      makesKeyOf:
        stored.type === 'SubjectKeyCreated' && data.subject !== undefined
          ? template(data.subject, idPlace)
          : null,
      sealed: sealed.map(({ f: field, k }) => ({
        ...{ field, text: texts[field] ?? '' },
        subject: template(k.slice(0, k.indexOf('/')), idPlace),
      })),
    };
  };
  const commandOf = ({ stored }: ToldEvent): string =>
    (JSON.parse(stored.body) as { readonly command: string }).command;
  const parts = prototype.parts.map((part) =>
    [...Map.groupBy(part, commandOf).values()].map((events) => events.map(retold)),
  );
  return {
    ...{ parts, names, ids, days, streams: names.length },
    lasting: (count) => {
      const last = names.map(() => -1);
      for (const event of parts.slice(0, count).flat(2)) if (event.own >= 0) last[event.own] = event.revision;
      return last;
    },
  };
};
