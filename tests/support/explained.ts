import { sql, ExplainNode, SelectQueryNode, type KyselyPlugin } from 'kysely';
import type { Reader } from '../../projections/reader.ts';

/** A node of PostgreSQL's plan, as far as it is looked at. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

/** What a query looked at to find its answer. */
export interface Touched {
  /** Rows of tables and entries of indexes, those that were thrown away again among them. */
  readonly rows: number;
  /** Pages of 8 kB. */
  readonly pages: number;
}

const explaining: KyselyPlugin = {
  transformQuery: ({ node }) =>
    SelectQueryNode.is(node)
      ? { ...node, explain: ExplainNode.create('json', sql`analyze, buffers, timing off`.toOperationNode()) }
      : node,
  transformResult: ({ result }) => Promise.resolve(result),
};

const rowsOf = (node: PlanNode): number => {
  const own =
    node['Actual Rows'] +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0);
  const below = (node.Plans ?? []).reduce((sum, plan) => sum + rowsOf(plan), 0);
  return below + (node['Relation Name'] === undefined ? 0 : own * node['Actual Loops']);
};

/** Runs a query of the read models, and tells what it touched in the place of its answer. */
export const touchedBy = async (
  reader: Reader,
  ask: (reader: Reader) => Promise<readonly unknown[]>,
): Promise<Touched> => {
  const [row] = await ask(reader.withPlugin(explaining));
  const [plan] = Object.values(row as Record<string, readonly { readonly Plan: PlanNode }[]>);
  const top = plan?.[0]?.Plan;
  if (!top) throw new Error('PostgreSQL gave no plan.');
  return { rows: Math.round(rowsOf(top)), pages: top['Shared Hit Blocks'] + top['Shared Read Blocks'] };
};
