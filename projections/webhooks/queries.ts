import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import type { Webhook } from './table.ts';

const COLUMNS = [
  'w.webhook',
  'w.position',
  'w.registeredAt',
  'w.owner',
  'w.session',
  'w.url',
  'w.kinds',
  'w.generation',
  'w.formerUntil',
  'w.cause',
  'w.pausedAt',
  'w.startsAfter',
  'w.startedBy',
  'w.changedBy',
] as const;

const allOf = async (reader: Reader, college: string): Promise<readonly Webhook[]> =>
  await reader
    .selectFrom('webhook as w')
    .where('w.college', '=', college)
    .select(COLUMNS)
    .orderBy('w.position')
    .execute();

/** The webhooks of a college, the oldest first: a college has few, and its administrators share them. */
export const webhooksIn = async (reader: Reader, scope: Scope): Promise<readonly Webhook[]> =>
  await allOf(reader, scope.college);

/** The same for whoever delivers, who is nobody's viewer. */
export const webhooksToServe = allOf;
