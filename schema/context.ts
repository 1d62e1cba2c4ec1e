import type DataLoader from 'dataloader';
import type { HeldPages } from '../projections/gradebook/queries.ts';
import type { Reader } from '../projections/reader.ts';
import type { Disclosures } from '../src/disclosure/reading.ts';
import type { Capability } from '../src/policies/access.ts';
import type { Leaf, Published } from '../src/ledger/published/published.ts';
import { scopeOf, type Scope, type Viewer } from '../src/policies/scope.ts';
import type { PageOfPeriod } from '../projections/audit-trail/touched.ts';
import type { CollegeLag } from '../src/runtime/projection-lag.ts';
import type { RunningCollege } from '../src/runtime/college.ts';
import type { CollegeFeed } from '../src/runtime/live/college-feed.ts';
import type { Touch } from '../src/runtime/live/touch.ts';
import type { WebhookDoor } from '../src/webhooks/door.ts';
import { accessDenied } from './access-denied.ts';
import type { AccessContext } from './access.ts';
import type { Authentication, Begun, SignInWay } from './authentication-doors.ts';
import type { Locale } from './locale.ts';
import type { Account } from './nouns/account.ts';
import type { AttestationPeriod } from './nouns/attestation-period.ts';
import type { CourseUnit } from './nouns/course-unit.ts';
import type { Journal } from './nouns/journal.ts';
import type { Student } from './nouns/student.ts';
import type { StudyGroup } from './nouns/study-group.ts';
import type { InclusionProof } from './nouns/log-proof.ts';
import type { TimetableEntry } from './nouns/timetable.ts';

type Loader<Node> = DataLoader<string, Node | null>;

/** A viewer with a session: who they are, what they may ever do, and the college they came to. */
export interface SignedIn extends Viewer {
  readonly capabilities: ReadonlySet<Capability>;
  /** How and when they last proved who they are. */
  readonly provedBy: SignInWay;
  readonly provedAt: string;
  /** Whether reading the personal data of others is recorded, by the regulation of today. */
  readonly isRecorded: boolean;
}

/** The loaders of one request, each within what the viewer may read. */
export interface Loaders {
  readonly students: Loader<Student>;
  readonly accounts: Loader<Account>;
  readonly groups: Loader<StudyGroup>;
  readonly courseUnits: Loader<CourseUnit>;
  readonly periods: Loader<AttestationPeriod>;
  readonly journals: Loader<Journal>;
  /** Group → its students of today, by name. */
  readonly studentsOfGroup: Loader<readonly Student[]>;
  /** Weekly timetable → its lessons, by weekday and time. */
  readonly timetableEntries: Loader<readonly TimetableEntry[]>;
  /** Position → the leaf there: of entries that the viewer was given. */
  readonly leaves: Loader<Leaf>;
  /** Position → its proof in the latest checkpoint; nothing where it is not signed yet. */
  readonly proofs: Loader<InclusionProof>;
}

/** A session that still holds. */
export interface OpenSession {
  readonly id: string;
  readonly channel: 'api' | 'cli';
  readonly signedInAt: string;
  /** How its holder last proved who they are, and when. */
  readonly method: SignInWay;
  readonly authenticatedAt: string;
  readonly lastSeenAt: string;
  readonly expires: string;
}

/** How somebody comes in and goes out; what stands behind it, the server knows. */
export interface Doors {
  /** Exchanges a one-time code for an access token; `null` for a code that is unknown, used or expired alike. */
  readonly signIn: (code: string) => Promise<Begun | null>;
  /** Passwords, the provider, and proving anew who one is. */
  readonly authentication: Authentication;
  /** Ends the session of this request. */
  readonly signOut: () => Promise<void>;
  /** Ends every session of the viewer, this one too; how many there were. */
  readonly signOutEverywhere: () => Promise<number>;
  /** The sessions of the viewer that still hold, latest first. */
  readonly ownSessions: () => Promise<readonly OpenSession[]>;
  /** Account → when somebody last looked with it, as far as sessions are kept; of the viewer's college. */
  readonly lastSeen: (accounts: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Makes a one-time code for an account of the viewer's college. */
  readonly issueCode: (account: string) => Promise<{ readonly code: string; readonly expires: string }>;
  /** Whether it is the first to ask for a command, on whichever server: of several at once one changes a credential. */
  readonly isFirstFor: (commandId: string) => Promise<boolean>;
}

/** What a subscription is given beside what a query is. */
export interface Live {
  /** What happens in the college of the viewer. */
  readonly feed: CollegeFeed;
  /** Aborts when the subscription ends. */
  readonly signal: AbortSignal;
  /** The context of this moment: who the viewer is and what they reach now. */
  readonly now: () => Promise<Context>;
  /** Names the question that is asked again whenever rights may have changed; a no ends the subscription. */
  readonly watch: (may: (context: Context) => Promise<boolean>) => void;
  /** Whether the viewer of `now` still is who they were, whatever happened up to a position: else it is asked again. */
  readonly holds: (position: bigint) => Promise<boolean>;
  /** What touched a page or its period after a position, up to one that is shown; oldest first. */
  readonly touched: (page: PageOfPeriod, after: bigint, until: bigint) => Promise<readonly Touch[]>;
}

/** What every resolver is given. */
export interface Context extends AccessContext {
  readonly viewer: SignedIn | null;
  readonly locale: Locale;
  readonly doors: Doors;
  readonly loaders: Loaders;
  /** What queries read through. */
  readonly reader: Reader;
  /** Who read whose personal data. */
  readonly disclosures: Disclosures;
  /** How far webhooks have come, and their secrets. */
  readonly webhooks: WebhookDoor;
  /** The request, as the server numbers it. */
  readonly requestId: string;
  /** How far the projections of the viewer's college are behind its log. */
  readonly projections: () => Promise<CollegeLag>;
  /** What the signer published of the log. */
  readonly published: Published;
  /** Pages that were read last. */
  readonly pages: HeldPages;
  /** The college of the viewer; asking for it without a session is refused. */
  readonly college: () => RunningCollege;
  /** Waits, bounded, until the read models have reached a position; false when they have not in time. */
  readonly settled: (position: bigint) => Promise<boolean>;
  /** The same for the journals' pages alone. */
  readonly pageShown: (position: bigint) => Promise<boolean>;
  /** Only a subscription has it. */
  readonly live?: Live;
}

/** The viewer, where a field is for the signed-in only. */
export const viewerOf = ({ viewer }: Pick<Context, 'viewer'>): SignedIn => {
  if (!viewer) throw accessDenied(null, []);
  return viewer;
};

/** The rows that the viewer may read under a capability. */
export const scopeFor = (context: Pick<Context, 'viewer'>, capability: Capability): Scope =>
  scopeOf(viewerOf(context), capability);
