import type { CommandNamed } from '../decisions/register.ts';
import type { PromotionKind } from '../decisions/promotion.ts';
import type { PresetKey } from '../policies/regulation/presets.ts';
import { collegeId } from './names.ts';
import { kamaUnits, okaUnits, type DemoUnit } from './units.ts';

/** A group as it was before the finished semester ended. */
export interface DemoGroup {
  readonly name: string;
  readonly year: CommandNamed<'FormGroup'>['data']['year'];
  readonly semester: CommandNamed<'FormGroup'>['data']['semester'];
}

/** A demo college as it is drawn up, before anything has happened in it. */
export interface DemoCollege {
  readonly id: string;
  /** Stands in every body of its log; `.example` never belongs to anybody. */
  readonly origin: string;
  readonly name: string;
  readonly zone: string;
  readonly workingWeek: 5 | 6;
  readonly groups: readonly DemoGroup[];
  readonly studentsPerGroup: number;
  readonly units: readonly DemoUnit[];
  /** Which rollover ends the finished semester: to the next one, or to the next year as well. */
  readonly promotion: PromotionKind;
  /** The regulation it is founded with: the two differ, so that the same act is answered differently. */
  readonly regulation: PresetKey;
}

const kama: DemoCollege = {
  id: collegeId('kama'),
  origin: 'kama.example/journal',
  name: 'Пермский вымышленный колледж цифровых ремёсел (демо)',
  zone: 'Asia/Yekaterinburg',
  workingWeek: 6,
  groups: [
    { name: 'ПР-11', year: 1, semester: 1 },
    { name: 'ПР-12', year: 1, semester: 1 },
    { name: 'ПР-21', year: 2, semester: 3 },
    { name: 'ПР-22', year: 2, semester: 3 },
    { name: 'ПР-31', year: 3, semester: 5 },
    { name: 'ПР-32', year: 3, semester: 5 },
  ],
  studentsPerGroup: 25,
  units: kamaUnits,
  promotion: 'semester',
  regulation: '003',
};

const oka: DemoCollege = {
  id: collegeId('oka'),
  origin: 'oka.example/journal',
  name: 'Приокский вымышленный колледж малой механики (демо)',
  zone: 'Europe/Moscow',
  workingWeek: 5,
  groups: [
    { name: 'М-1', year: 1, semester: 2 },
    { name: 'М-2', year: 1, semester: 2 },
  ],
  studentsPerGroup: 16,
  units: okaUnits,
  promotion: 'year',
  regulation: '004',
};

/** The demo colleges: one of full size, and a small one in another zone, with a shorter week and another regulation. */
export const demoColleges: readonly DemoCollege[] = [kama, oka];
