import type { ChannelName } from '../../src/runtime/live/college-feed.ts';
import { pageTopic, type Touch } from '../../src/runtime/live/touch.ts';
import type { Context } from '../context.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { following, liveOf } from './following.ts';
import { viewedPage, type PageView } from './page-view.ts';

/** A page to be followed. */
export interface FollowedPage {
  readonly journalId: string;
  readonly after?: bigint | null;
}

/** What every change of a page says. */
export interface PageChange {
  readonly journalId: string;
  readonly position: bigint;
}

/** What happens on one page, as far as the viewer sees it; `tell` words what was touched, or `null` for nothing. */
export async function* pageChanges<Told extends object>(
  context: Context,
  { journalId, after }: FollowedPage,
  channel: ChannelName,
  tell: (view: PageView, touched: readonly Touch[]) => Told | null,
): AsyncGenerator<Told & PageChange, void> {
  const journal = uuidOf('Journal', journalId);
  yield* following<Told & PageChange>(context, after, {
    channel,
    topics: [pageTopic(journal)],
    begin: async (now) => (await viewedPage(now, journal))?.page.page.revision ?? 0n,
    may: async (now) => (await viewedPage(now, journal)) !== null,
    async since(now, from, reached) {
      const view = await viewedPage(now, journal);
      if (!view) return { position: from, change: null };
      const { revision, period } = view.page.page;
      const position = [from, reached, revision].reduce((a, b) => (a > b ? a : b));
      if (position === from) return { position, change: null };
      const touched = await liveOf(now).touched({ journal, period }, from, position);
      const told = tell(
        view,
        touched.filter((touch) => touch.journal === journal),
      );
      return { position, change: told && { journalId: globalId('Journal', journal), position, ...told } };
    },
  });
}
