import { existing, type Handlers } from '../projection.ts';
import type { EditWindow, EditWindowPage, EditWindowPeriod, ProposedWindowGrant } from './table.ts';

/** What a page belongs to: windows are looked up by group and period. */
export const pageHandlers: Handlers<EditWindowPage> = {
  JournalOpened: ({ data: { journal, group, courseUnit, period } }) => [
    { key: [journal], next: () => ({ journal, group, courseUnit, period, sheetLockedOn: null }) },
  ],
  AttestationSheetCompleted: (event) => [
    {
      key: [event.data.journal],
      next: (row) => ({
        ...existing(row, event),
        sheetLockedOn: event.data.locks ? event.meta.occurredOn : null,
      }),
    },
  ],
};

/** A period gives its pages the last day for attestation marks, and its lock outweighs every window. */
export const periodHandlers: Handlers<EditWindowPeriod> = {
  AttestationPeriodSet: ({ data: { period, attestationMarksUntil } }) => [
    {
      key: [period],
      next: (row) => ({ period, attestationMarksUntil, locked: row?.locked ?? false }),
    },
  ],
  AttestationPeriodLocked: (event) => [
    { key: [event.data.period], next: (row) => ({ ...existing(row, event), locked: true }) },
  ],
  AttestationPeriodReopened: (event) => [
    { key: [event.data.period], next: (row) => ({ ...existing(row, event), locked: false }) },
  ],
};

/**
 * One row for every lesson that may be entered, for the attestation of every page, and for every grant that
 * stands. The last day is the one that was given with the fact, so no change of a rule moves it (T-48).
 */
export const windowHandlers: Handlers<EditWindow> = {
  JournalOpened: ({ data: { journal } }) => [
    {
      key: ['attestation', journal],
      next: () => ({
        kind: 'attestation',
        id: journal,
        journal,
        covers: 'attestationMarks',
        lesson: null,
        heldOn: null,
        account: null,
        until: null,
      }),
    },
  ],
  LessonScheduled: ({ data: { journal, lesson, date, marksUntil } }) => [
    {
      key: ['lesson', lesson],
      next: () => ({
        kind: 'lesson',
        id: lesson,
        journal,
        covers: 'currentMarks',
        lesson,
        heldOn: date,
        account: null,
        until: marksUntil,
      }),
    },
  ],
  LessonMoved: (event) => {
    const { lesson, date, marksUntil } = event.data;
    const next = (row: EditWindow | undefined) => ({
      ...existing(row, event),
      heldOn: date,
      until: marksUntil,
    });
    return [{ key: ['lesson', lesson], next }];
  },
  LessonCancelled: ({ data }) => [{ key: ['lesson', data.lesson], next: () => undefined }],
  EditWindowGranted: ({ data: { journal, grant, covers, lesson, account, until } }) => [
    {
      key: ['grant', grant],
      next: () => ({ kind: 'grant', id: grant, journal, covers, lesson, heldOn: null, account, until }),
    },
  ],
  EditWindowGrantRevoked: ({ data }) => [{ key: ['grant', data.grant], next: () => undefined }],
};

/** The grants that wait for a second person: until one agrees or declines. */
export const proposalHandlers: Handlers<ProposedWindowGrant> = {
  EditWindowGrantProposed: ({ data, sealed, meta }) => [
    {
      key: [data.grant],
      next: () => ({
        ...data,
        proposedBy: meta.actor.account,
        proposedAt: meta.at,
        reason: sealed?.reason ?? null,
      }),
    },
  ],
  EditWindowGranted: ({ data }) => [{ key: [data.grant], next: () => undefined }],
  EditWindowGrantDeclined: ({ data }) => [{ key: [data.grant], next: () => undefined }],
};
