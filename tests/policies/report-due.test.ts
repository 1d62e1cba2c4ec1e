import { initialRegulation } from '../../src/policies/regulation/regulation.ts';
import { reportDue } from '../../src/policies/report-due.ts';

const dueIn = (
  preset: '001' | '002' | '003' | '004',
  report: 'performance' | 'attendance',
  month: string,
  periodEnd: string | null = null,
) => reportDue(initialRegulation(preset).value(`curatorReport.${report}`), { month, periodEnd });

describe('the report of a curator', () => {
  it('T-43: on performance shows the state as of the 5th where the college keeps Form 1', () => {
    expect(dueIn('003', 'performance', '2025-03-01')).toEqual({ asOf: '2025-03-05', until: '2025-03-05' });
  });

  it('T-43: on attendance is due by the 10th of the following month where the college says so', () => {
    expect(dueIn('001', 'attendance', '2025-03-01')).toEqual({ asOf: '2025-03-31', until: '2025-04-10' });
    expect(dueIn('001', 'attendance', '2024-12-01')).toEqual({ asOf: '2024-12-31', until: '2025-01-10' });
  });

  it('T-43: is due for every month where the college names no day', () => {
    expect(dueIn('003', 'attendance', '2025-02-15')).toEqual({ asOf: '2025-02-28', until: '2025-02-28' });
  });

  it('T-43: is due at the end of a period, in no other month, where the college says so', () => {
    expect(dueIn('002', 'attendance', '2025-06-01', '2025-06-28')?.until).toBe('2025-06-28');
    expect(dueIn('002', 'attendance', '2025-05-01', '2025-06-28')).toBeNull();
    expect(dueIn('002', 'attendance', '2025-05-01')).toBeNull();
  });

  it('is owed by no date where it is made on demand, or nothing is said', () => {
    expect(dueIn('004', 'attendance', '2025-03-01')).toBeNull();
    expect(dueIn('001', 'performance', '2025-03-01')).toBeNull();
  });
});
