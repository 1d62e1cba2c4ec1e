import type { EventNamed } from '../../events/register.ts';
import { accept, refuse, type Circumstances, type Deciding } from './decision.ts';
import { openedPage } from './page.ts';
import { isRefused, rightTo } from './rights.ts';

/** Gives a teacher who has a page so many hours of it. */
export type AssignTeachingLoad = EventNamed<'TeachingLoadAssigned'>['data'];

/** Distributes the teaching load: hours of a page for a teacher who has it (R-CAL-07). */
export function* assignTeachingLoad(circumstances: Circumstances, command: AssignTeachingLoad): Deciding {
  const { journal, account, hours, tariff } = command;
  const page = yield* openedPage(journal, { journal });
  if (isRefused(page)) return page;
  const right = yield* rightTo(circumstances, 'teachingLoad.set', { journal });
  if (isRefused(right)) return right;
  if (!page.teachers.has(account)) return refuse('NOT_FOUND', { journal }, { what: 'teacher' });
  const load = page.load.get(account);
  if (load?.hours === hours && load.tariff === tariff) return accept(right, []);
  const event = { type: 'TeachingLoadAssigned', data: command } as const;
  return accept(right, [{ category: 'journal', id: journal, events: [event] }]);
}
