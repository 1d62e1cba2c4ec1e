import { TILE_WIDTH, type EntryBundle, type Tile } from './tiles.ts';

/** Groups of three digits, all but the last marked: 1234067 is `x001/x234/067`, a file that no folder can collide with. */
const grouped = (n: number): string => {
  const digits = String(n);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/gu) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
};

const partial = (width: number): string => (width === TILE_WIDTH ? '' : `.p/${width}`);

/** The path of a tile below its log: `tile/1/x001/234.p/17` (C2SP tlog-tiles). */
export const tilePath = ({ level, n, width }: Tile): string => `tile/${level}/${grouped(n)}${partial(width)}`;

/** The path of a bundle of entries below its log: `tile/entries/067`. */
export const entriesPath = ({ n, width }: EntryBundle): string =>
  `tile/entries/${grouped(n)}${partial(width)}`;

const PATH =
  /^tile\/(?<level>entries|0|[1-9]\d?)\/(?<n>(?:x\d{3}\/){0,4}\d{3})(?:\.p\/(?<width>[1-9]\d{0,2}))?$/u;

/** Reads a path; `null` for one that is not written exactly as a tile or a bundle is. */
export const parseTilePath = (path: string): Tile | (EntryBundle & { readonly level: 'entries' }) | null => {
  const { level, n: groups, width: written } = PATH.exec(path)?.groups ?? {};
  if (level === undefined || groups === undefined) return null;
  const n = Number(groups.replaceAll(/[x/]/gu, ''));
  const width = written === undefined ? TILE_WIDTH : Number(written);
  const partialButFull = written !== undefined && width >= TILE_WIDTH;
  if (partialButFull || grouped(n) !== groups) return null;
  if (level === 'entries') return { level, n, width };
  return Number(level) < 64 ? { level: Number(level), n, width } : null;
};
