import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LIBRARIES = '/usr/lib';

/** Debian's libfaketime, or what `LIBFAKETIME` names; `null` where there is none. */
export const faketimeLibrary = (): string | null => {
  const named = process.env['LIBFAKETIME'];
  const places = process.platform === 'linux' ? readdirSync(LIBRARIES) : [];
  const usual = places.map((machine) => join(LIBRARIES, machine, 'faketime', 'libfaketime.so.1'));
  return [...(named ? [named] : []), ...usual].find((file) => existsSync(file)) ?? null;
};

/** The environment of a process whose clock stands so far off: `-30d`, `+5s`. */
export const clockOff = (library: string, by: string): Readonly<Record<string, string>> => ({
  LD_PRELOAD: library,
  FAKETIME: by,
  // Waits and timers go by the real clock, or nothing would ever come back.
  FAKETIME_DONT_FAKE_MONOTONIC: '1',
  DONT_FAKE_MONOTONIC: '1',
});
