import { noticeForm, printoutDue } from '../../src/policies/guardian-notice.ts';
import { initialRegulation } from '../../src/policies/regulation/regulation.ts';

const dnevnik = initialRegulation('002').value('guardian.paperFallback');
const declined = { declinedOn: '2024-09-10', lastPrintout: null };

describe('a guardian who declined electronic access in writing', () => {
  it('T-40: is told on paper from the day of the statement, and nothing electronically', () => {
    expect(noticeForm(declined, '2024-09-09')).toBe('electronic');
    expect(noticeForm(declined, '2024-09-10')).toBe('paper');
    expect(noticeForm({ ...declined, declinedOn: null }, '2024-09-10')).toBe('electronic');
  });

  it('T-40: gets a printout at least every week', () => {
    expect(printoutDue(dnevnik, declined)).toBe('2024-09-17');
    expect(printoutDue(dnevnik, { ...declined, lastPrintout: '2024-09-16' })).toBe('2024-09-23');
  });

  it('gets none where the regulation knows no printouts, or nothing was declined', () => {
    expect(printoutDue(initialRegulation('003').value('guardian.paperFallback'), declined)).toBeNull();
    expect(printoutDue(dnevnik, { ...declined, declinedOn: null })).toBeNull();
  });
});
