import { workType } from '../../../../events/lesson.ts';
import type { z } from 'zod';

/** A kind of work. */
export type WorkType = z.infer<typeof workType>;

/** Words by which producers name sorts of work, in English and Russian; the first that occurs decides. */
const WORDS: readonly (readonly [RegExp, WorkType])[] = [
  [/\bCMA\b|computer.?marked|\btests?\b|quiz|тест/iu, 'test'],
  [/\bTMA\b|tutor.?marked|essay|written|письмен|сочинен|реферат/iu, 'written'],
  [/\bexams?\b|examination|\bcontrol|midterm|final|контрол|экзамен/iu, 'control'],
  [/\blab|лаборатор/iu, 'laboratory'],
  [/practic|практич/iu, 'practical'],
  [/graphic|drawing|график|чертеж|чертёж/iu, 'graphic'],
  [/homework|домашн/iu, 'homework'],
  [/independent|project|самостоят|проект/iu, 'independent'],
  [/monitoring|мониторинг|срез/iu, 'qualityMonitoring'],
];

/** The kind of work a category means, by its id or its title; class work where no word is known. */
export const workTypeOf = (sourcedId: string, title: string): WorkType =>
  (WORDS.find(([word]) => word.test(sourcedId)) ?? WORDS.find(([word]) => word.test(title)))?.[1] ??
  'lessonWork';
