import type { CommandNamed } from '../../src/decisions/register.ts';
import { marked, under } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { together } from '../support/programme.ts';
import {
  algebra,
  command,
  first,
  happened,
  granted,
  ivanova,
  smirnov,
  streams,
  world,
} from '../support/world.ts';

const account = idOf('account of Ivanova');
const report = (changes: Partial<CommandNamed<'ReportMarkMistake'>['data']> = {}) =>
  command('ReportMarkMistake', {
    journal: algebra,
    lesson: first,
    student: ivanova,
    workType: 'lessonWork',
    explanation: 'Меня не было на занятии',
    ...changes,
  });
const own = {
  [streams.access(account)]: [
    happened('AccountOpened', { account, holder: 'student' }),
    granted(account, 'student', { student: ivanova }),
  ],
};
const two = { [streams.mark]: [marked('2')] };
const reported = {
  [`mistakeReport-${first}.${ivanova}`]: [
    happened('MarkMistakeReported', {
      journal: algebra,
      lesson: first,
      student: ivanova,
      workType: 'lessonWork',
      markRevision: 0,
    }),
  ],
};

describe('a mark entered by mistake', () => {
  it('R-MRK-10, T-23: is reported by the student, and stands as it is', () => {
    given(world(together(own, two, under('004'))), { by: account })
      .when(report())
      .thenRecords(
        {
          type: 'MarkMistakeReported',
          data: { markRevision: 0 },
          sealed: { explanation: 'Меня не было на занятии' },
        },
        { right: 'student' },
      );
  });

  it('is reported once until it changes, with an explanation, where a mark stands', () => {
    const by = { by: account };
    given(world(together(own, two, under('004'), reported)), by)
      .when(report())
      .thenRefuses({ code: 'ALREADY_DONE' });
    given(world(together(own, two, under('004'))), by)
      .when(report({ explanation: ' ' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(together(own, under('004'))), by)
      .when(report())
      .thenRefuses({ code: 'NOT_RECORDED' });
  });

  it('is reported by nobody else, and only where the regulation asks for it', () => {
    given(world(together(own, two, under('004'))), { by: account })
      .when(report({ student: smirnov }))
      .thenRefuses({ code: 'NOT_PERMITTED', facts: { capability: 'mark.report' } });
    given(world(together(own, two)), { by: account })
      .when(report())
      .thenRefuses({ code: 'NOT_PERMITTED', parameter: 'currentMark.correctionPolicy' });
  });
});
