import type { Scanned, StoredEvent } from './event-log.ts';

/** What a scan gives of a page that was read whole. */
export const wanted = (
  page: readonly StoredEvent[],
  after: bigint,
  without: readonly string[],
): Scanned<StoredEvent> => {
  const passedBy = new Set(without);
  return {
    events: page.filter(({ type, version }) => version > 1 || !passedBy.has(type)),
    last: page.at(-1)?.position ?? after,
  };
};
