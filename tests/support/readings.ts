import type { ApiClient, Variables } from './api-client.ts';

/** A page of the journal as a client reads it. */
export interface PageAnswer {
  readonly revision: string;
  readonly rows: readonly {
    readonly studentId: string;
    readonly cells: readonly CellAnswer[];
    readonly attestation: {
      readonly original: string;
      readonly current: string;
      readonly repeats: number;
      readonly revision: number;
    } | null;
  }[];
  readonly columns: {
    readonly lessonIds: readonly string[];
    readonly lines: readonly {
      readonly studentId: string;
      readonly values: readonly (string | null)[];
      readonly attendance: readonly string[];
      readonly classified: readonly string[];
      readonly revisions: readonly number[];
      readonly changedAt: readonly (string | null)[];
    }[];
  };
}

/** A cell of the page. */
export interface CellAnswer {
  readonly lessonId: string;
  readonly value: string | null;
  readonly marks: readonly { readonly workType: string; readonly value: string }[];
  readonly attendance: string;
  readonly classified: string;
  readonly hoursMissed: number;
  readonly minutesLate: number | null;
  readonly revision: number;
  readonly changedAt: string;
}

const PAGE = `query ($journalId: ID!, $asOf: Instant, $asOfPosition: Position, $minPosition: Position) {
  gradebook(journalId: $journalId, asOf: $asOf, asOfPosition: $asOfPosition, minPosition: $minPosition) {
    revision
    rows {
      studentId
      cells {
        lessonId value marks { workType value } attendance classified hoursMissed minutesLate revision changedAt
      }
      attestation { original current repeats revision }
    }
    columns { lessonIds lines { studentId values attendance classified revisions changedAt } }
  }
}`;

/** Reads a page, now or as it stood; null where there is none to see. */
export const pageOf = async (
  client: ApiClient,
  journalId: string,
  at: Variables = {},
): Promise<PageAnswer | null> => {
  const data = await client.read(PAGE, { journalId, ...at });
  return data['gradebook'] as PageAnswer | null;
};

/** One cell of a page; undefined where nothing was ever entered. */
export const cellIn = (
  page: PageAnswer | null,
  studentId: string,
  lessonId: string,
): CellAnswer | undefined =>
  page?.rows.find((row) => row.studentId === studentId)?.cells.find((cell) => cell.lessonId === lessonId);

/** A page of the audit trail. */
export interface TrailAnswer {
  readonly nodes: readonly {
    readonly position: string;
    readonly kind: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly late: boolean;
    readonly grantId: string | null;
    readonly reason: string | null;
    readonly role: string | null;
    readonly actor: { readonly id: string } | null;
    readonly student: { readonly id: string } | null;
    readonly journalId: string | null;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const TRAIL = `query ($filter: AuditFilter! = {}, $first: Int! = 100, $after: String) {
  auditTrail(filter: $filter, first: $first, after: $after) {
    nodes { position kind from to late grantId reason role actor { id } student { id } journalId }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Reads the audit trail, newest first. */
export const trailOf = async (
  client: ApiClient,
  filter: Variables = {},
  slice: { readonly first?: number; readonly after?: string | null } = {},
): Promise<TrailAnswer> => {
  const data = await client.read(TRAIL, { filter, ...slice });
  return data['auditTrail'] as TrailAnswer;
};

/** The whole trail, page by page. */
export const wholeTrail = async (
  client: ApiClient,
  filter: Variables = {},
  first = 100,
): Promise<TrailAnswer['nodes']> => {
  const nodes: TrailAnswer['nodes'][number][] = [];
  let after: string | null = null;
  for (;;) {
    const page: TrailAnswer = await trailOf(client, filter, { first, after });
    nodes.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return nodes;
    after = page.pageInfo.endCursor;
  }
};
