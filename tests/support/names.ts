import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/** The id that a name stands for: a UUID, always the same for the same name, so that tests read and events validate. */
export const idOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  names.set(id, name);
  return id;
};

/** The same thing with ids replaced by the names they stand for: what a failing test should show. */
export const readable = (thing: unknown): unknown =>
  JSON.parse(
    JSON.stringify(thing ?? null).replace(
      /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu,
      (id) => names.get(id) ?? id,
    ),
  );
