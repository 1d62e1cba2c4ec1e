import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { Meta } from '../../events/recorded.ts';
import type { RowOf } from '../definition.ts';

/** A command that was refused by a rule. */
export const refusedAttempt = defineEntity({
  name: 'RefusedAttempt',
  tableName: 'refused_attempt',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    position: p.bigint('bigint').primary(),
    /** ISO 8601 in UTC with milliseconds: it sorts as text. */
    attemptedAt: p.text(),
    actor: p.text(),
    channel: p.text().$type<Meta['actor']['channel']>(),
    session: p.text(),
    command: p.text(),
    code: p.text(),
    facts: p.json().$type<EventNamed<'AttemptRefused'>['data']['facts']>(),
    parameter: p.text().nullable(),
    clause: p.text().nullable(),
    journal: p.uuid().nullable(),
    lesson: p.uuid().nullable(),
    student: p.uuid().nullable(),
    period: p.uuid().nullable(),
  },
  indexes: [
    { properties: ['college', 'actor', 'position'] },
    { properties: ['college', 'journal', 'position'] },
    { properties: ['college', 'code', 'position'] },
  ],
});

/** A row of the table. */
export type RefusedAttempt = RowOf<typeof refusedAttempt>;
