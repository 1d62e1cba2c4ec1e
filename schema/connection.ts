import { Field, ObjectType, type ClassType } from 'type-graphql';
import type { Slice } from '../projections/slice.ts';
import { Access, type AccessPolicy } from './access.ts';
import { problem } from './errors/problem.ts';
import { between } from './bounds.ts';

/** What the arguments of a connection say of themselves. */
export const FIRST = { defaultValue: 50, description: 'How many, 1 to 100.' } as const;
export const AFTER = { nullable: true, description: 'The `endCursor` of the page before.' } as const;

@ObjectType({ simpleResolvers: true, description: 'Where a page of a list ends.' })
class PageInfo {
  @Access('signedIn')
  @Field(() => Boolean, { description: 'Whether the list goes on.' })
  readonly hasNextPage!: boolean;

  @Access('signedIn')
  @Field(() => String, { nullable: true, description: 'Give it as `after` to go on.' })
  readonly endCursor!: string | null;
}

/** A page of a list, newest first. */
export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
}

/** Makes the connection type of a node. */
export const connectionOf = <Node extends object>(
  name: string,
  description: string,
  node: ClassType<Node>,
  policy: AccessPolicy,
): ClassType<Connection<Node>> => {
  @ObjectType(name, { simpleResolvers: true, description })
  class NodeConnection implements Connection<Node> {
    @Access(policy)
    @Field(() => [node], { description: 'The entries, newest first.' })
    readonly nodes!: readonly Node[];

    @Access(policy)
    @Field(() => PageInfo, { description: 'Where this page ends.' })
    readonly pageInfo!: PageInfo;
  }
  return NodeConnection;
};

/** Where to begin and how much to give. */
export const sliceAt = (first: number, after: string | null | undefined) => {
  between('first', first, 1, 100);
  if (after === null || after === undefined) return { first };
  const position = Buffer.from(after, 'base64url').toString('latin1');
  if (!/^\d{1,18}$/u.test(position)) throw problem('CURSOR_MALFORMED');
  return { first, after: BigInt(position) };
};

/** Turns a slice of rows into a connection; the cursor is the position of the last row. */
export const connected = <Row extends { readonly position: bigint }, Node>(
  { rows, hasMore }: Slice<Row>,
  nodeOf: (row: Row) => Node,
): Connection<Node> => {
  const last = rows.at(-1);
  return {
    nodes: rows.map(nodeOf),
    pageInfo: {
      hasNextPage: hasMore,
      endCursor: last ? Buffer.from(String(last.position), 'latin1').toString('base64url') : null,
    },
  };
};
