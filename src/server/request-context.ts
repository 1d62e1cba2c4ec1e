import type { Pool } from 'pg';
import { viewerOf, type ViewingRules } from '../../projections/directory/viewer.ts';
import type { HeldPages } from '../../projections/gradebook/queries.ts';
import type { Reader } from '../../projections/reader.ts';
import type { Context, SignedIn } from '../../schema/context.ts';
import { localeOf } from '../../schema/locale.ts';
import type { Disclosures } from '../disclosure/reading.ts';
import { regulations, type RegulationState } from '../decisions/folds/regulation.ts';
import type { Role } from '../../events/role.ts';
import type { Session } from '../identity/session.ts';
import { findSession } from '../identity/sessions.ts';
import type { Published } from '../ledger/published/published.ts';
import { boundsOf } from '../policies/bounds.ts';
import { academicYearStart } from '../policies/onboarding.ts';
import { regulationAt } from '../policies/regulation/regulation.ts';
import { capabilitiesOfViewer } from '../policies/scope.ts';
import type { Readers } from '../runtime/bounded-readers.ts';
import type { RunningCollege } from '../runtime/college.ts';
import type { Clock } from '../runtime/execute.ts';
import { requestNow } from '../observing/request.ts';
import { pagesWithin } from '../runtime/page-cache.ts';
import type { CollegeLag } from '../runtime/projection-lag.ts';
import type { RecentReads } from '../runtime/recent-reads.ts';
import type { WebhookDoor } from '../webhooks/door.ts';
import type { BuildContext, RequestFacts } from './context.ts';
import type { MakeDoors } from './doors.ts';
import { requestLoaders } from './loaders.ts';
import { problem } from '../../schema/errors/problem.ts';

/** A viewer of any session. */
export type KnownViewer = Omit<SignedIn, 'session' | 'provedBy' | 'provedAt'>;

/** What a request's context is made of. */
export interface ContextParts {
  readonly pool: Pool;
  readonly readers: Readers;
  /** Viewers by account, remembered as long as T05 lets a revoked right last. */
  readonly viewers: RecentReads<KnownViewer>;
  readonly pages: HeldPages;
  /** What the signer published. */
  readonly published: Published;
  readonly disclosures: Disclosures;
  readonly webhooks: WebhookDoor;
  readonly clock: Clock;
  readonly doors: MakeDoors;
  /** A college at work, by id. */
  readonly college: (id: string) => Promise<RunningCollege>;
  /** Waits, bounded, until the read models of a college have reached a position. */
  readonly settled: (college: string, position: bigint) => Promise<boolean>;
  /** The same for the journals' pages alone. */
  readonly pageShown: (college: string, position: bigint) => Promise<boolean>;
  /** How far the projections of a college are behind its log. */
  readonly projections: (college: string) => Promise<CollegeLag>;
}

/** Whoever holds one of these alone reads their own, or that of whom they answer for. */
const LEARNERS: ReadonlySet<Role> = new Set<Role>(['student', 'legalGuardian', 'trustedPerson']);

const editions = new WeakMap<RegulationState, number>();
let lastEdition = 0;

/** Tells one state of a regulation from another: what viewers see rests on it, and no table of theirs moves with it. */
const editionOf = (state: RegulationState): number => {
  const known = editions.get(state);
  if (known !== undefined) return known;
  editions.set(state, (lastEdition += 1));
  return lastEdition;
};

/** What the regulation of today lets people see: whoever asks, the answer ends with its day, not with a job. */
const viewingRules = async ({
  id,
  today,
  stateOf,
}: RunningCollege): Promise<ViewingRules & { readonly readsRecorded: boolean }> => {
  const day = await today();
  const regulation = regulationAt(await stateOf(regulations, id), day);
  const shows = regulation.value('learner.visibleData');
  return {
    readsRecorded: regulation.value('personalData.accessLog') === 'staffReads',
    today: day,
    onlyMinors: regulation.value('guardian.onlyMinors') ?? false,
    trustedPersons: regulation.value('userCategories.trustedPerson') ?? false,
    learnerView: {
      since: regulation.value('historyDepth') === 'currentYear' ? academicYearStart(day) : null,
      shows: shows && new Set(shows),
    },
  };
};

/** What the roles of an account reach now. */
export const knownViewer = async (
  reader: Reader,
  { college, account }: Pick<Session, 'college' | 'account'>,
  running: RunningCollege,
): Promise<KnownViewer> => {
  const rules = await viewingRules(running);
  const found = await viewerOf(reader, college, account, rules);
  const isRecorded = rules.readsRecorded && [...found.roles].some((role) => !LEARNERS.has(role));
  return { ...found, capabilities: capabilitiesOfViewer(found), isRecorded };
};

/** A session that holds, who that is now, and the college they came to. */
export interface Entered {
  readonly session: Session;
  readonly viewer: SignedIn;
  readonly running: RunningCollege;
}

/** Contexts of sessions: of a request each, or of every event of a subscription. */
export interface SessionContexts {
  /** Whose session it is, as of now. */
  readonly enter: (session: Session) => Promise<Entered>;
  /** A context with loaders of its own. */
  readonly contextOf: (facts: RequestFacts, entered: Entered | null) => Context;
}

/**
 * Roles and reach are read again as soon as this process has projected anything in the college, and after a second at
 * the latest, so a revoked right ends in time (T05).
 */
export const sessionContexts = ({
  readers,
  viewers,
  pages,
  published,
  disclosures,
  webhooks,
  doors,
  college: run,
  settled,
  pageShown,
  projections,
}: ContextParts): SessionContexts => ({
  async enter(session) {
    const running = await run(session.college);
    const known = await viewers.get(
      session.college,
      `${session.account} ${editionOf(await running.stateOf(regulations, running.id))}`,
      () => knownViewer(readers({ college: session.college, students: null }), session, running),
    );
    const proof = { provedBy: session.method, provedAt: session.authenticatedAt };
    return { session, running, viewer: { ...known, ...proof, session: session.id } };
  },

  contextOf(facts, entered) {
    const viewer = entered?.viewer ?? null;
    const session = entered?.session ?? null;
    const bounds = viewer && boundsOf(viewer);
    const reader = readers(bounds);
    const college = (): RunningCollege => {
      if (entered) return entered.running;
      throw problem('SIGN_IN_FIRST', {});
    };
    return {
      viewer,
      redactions: new Set(),
      locale: localeOf(facts.language),
      doors: doors(facts, session),
      reader,
      pages: pagesWithin(pages, bounds),
      published,
      disclosures,
      webhooks,
      requestId: facts.requestId,
      projections: () => projections(college().id),
      shown: viewer?.isRecorded ? new Map() : null,
      loaders: requestLoaders(reader, viewer, () => college().today(), published),
      college,
      settled: (position) => (session ? settled(session.college, position) : Promise.resolve(true)),
      pageShown: (position) => (session ? pageShown(session.college, position) : Promise.resolve(true)),
    };
  },
});

/** Builds the context of a request: that of the session behind its token, or of nobody. */
export const requestContext =
  (
    { enter, contextOf }: SessionContexts,
    { pool, clock }: Pick<ContextParts, 'pool' | 'clock'>,
  ): BuildContext<Context> =>
  async (facts) => {
    const session = facts.token === null ? null : await findSession(pool, facts.token, clock());
    const request = requestNow();
    if (request && session) request.college = session.college;
    return contextOf(facts, session && (await enter(session)));
  };
