import { defineEntity, p } from '@mikro-orm/core';
import type { Grant } from '../../src/policies/edit-window.ts';
import type { RowOf } from '../definition.ts';

/** What every page belongs to. */
export const editWindowPage = defineEntity({
  name: 'EditWindowPage',
  tableName: 'edit_window_page',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    group: p.uuid().name('group_id').nullable(),
    courseUnit: p.uuid(),
    period: p.uuid(),
    /** The day a completed sheet closed the marks of the page; `null` where none did (T-22). */
    sheetLockedOn: p.date().nullable(),
  },
});

/** The last day for attestation marks of every period, and its lock. */
export const editWindowPeriod = defineEntity({
  name: 'EditWindowPeriod',
  tableName: 'edit_window_period',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    period: p.uuid().primary(),
    attestationMarksUntil: p.date(),
    locked: p.boolean(),
  },
});

/** One window: of a lesson, of the attestation of a page, or one that a grant opened. */
export const editWindow = defineEntity({
  name: 'EditWindow',
  tableName: 'edit_window',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    kind: p.text().$type<'lesson' | 'attestation' | 'grant'>().primary(),
    /** The lesson, the page or the grant. */
    id: p.uuid().primary(),
    journal: p.uuid(),
    covers: p.text().$type<Grant['covers']>(),
    /** The lesson; for a grant `null` means every lesson of the page. */
    lesson: p.uuid().nullable(),
    heldOn: p.date().nullable(),
    /** For a grant: the one teacher who may use it, or `null` for all who may enter. */
    account: p.uuid().nullable(),
    /** The last day; `null` for an attestation, whose period gives it. */
    until: p.date().nullable(),
  },
  indexes: [{ properties: ['college', 'journal', 'kind'] }],
});

/** A grant that waits for a second person. */
export const proposedWindowGrant = defineEntity({
  name: 'ProposedWindowGrant',
  tableName: 'proposed_window_grant',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    grant: p.uuid().name('grant_id').primary(),
    journal: p.uuid(),
    covers: p.text().$type<Grant['covers']>(),
    lesson: p.uuid().nullable(),
    account: p.uuid().nullable(),
    until: p.date().name('until_day'),
    proposedBy: p.text(),
    proposedAt: p.text(),
    reason: p.text().nullable(),
  },
});

/** A row of each table. */
export type EditWindowPage = RowOf<typeof editWindowPage>;
export type EditWindowPeriod = RowOf<typeof editWindowPeriod>;
export type EditWindow = RowOf<typeof editWindow>;
export type ProposedWindowGrant = RowOf<typeof proposedWindowGrant>;
