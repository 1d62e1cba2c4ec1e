import { z } from 'zod';
import { defineParameter } from '../parameter.ts';
import { timely } from '../values/entry-deadline.ts';
import { several } from '../values/several.ts';

/** Who tells whom, and how fast. */
export const communicationParameters = {
  'guardian.paperFallback': defineParameter({
    governs: {
      en: 'How often guardians who declined electronic access in writing get a printout (T-40).',
      ru: 'Как часто распечатка выдаётся родителям, письменно отказавшимся от электронного доступа (T-40).',
    },
    value: z.strictObject({ everyWeeks: z.int().min(1).max(52) }).nullable(),
    otherwise: null,
  }),
  'guardian.alertBy': defineParameter({
    governs: {
      en: 'Who alerts the guardians of absentees and of students who fail.',
      ru: 'Кто оповещает родителей отсутствующих и неуспевающих.',
    },
    value: several(['groupCurator', 'teacher', 'system']),
    otherwise: ['groupCurator', 'teacher', 'system'],
    conflict: 'D-13',
  }),
  'guardian.channels': defineParameter({
    governs: {
      en: 'With whom guardians correspond.',
      ru: 'С кем переписываются родители.',
    },
    value: several(['administration', 'groupCurator', 'teacher', 'student']),
    otherwise: ['administration', 'groupCurator', 'teacher', 'student'],
    conflict: 'D-16',
  }),
  'messages.replySla': defineParameter({
    governs: {
      en: 'Within what time enquiries of guardians and students are answered.',
      ru: 'В какой срок отвечают на обращения родителей и обучающихся.',
    },
    value: z
      .discriminatedUnion('kind', [
        timely,
        z.strictObject({
          kind: z.literal('withinDays'),
          days: z.int().min(1).max(60),
          /** The text that names a number does not say which days it means (T-08). */
          dayKind: z.enum(['calendar', 'working']),
        }),
      ])
      .nullable(),
    otherwise: null,
  }),
  'news.channels': defineParameter({
    governs: {
      en: 'By which channels news reach people.',
      ru: 'По каким каналам распространяются новости.',
    },
    value: several(['news', 'announcements', 'chats', 'eventCalendar', 'groupFeed', 'forum']).nullable(),
    otherwise: null,
  }),
} as const;
