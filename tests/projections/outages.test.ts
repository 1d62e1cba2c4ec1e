import { outageHandlers } from '../../projections/outages/apply.ts';
import { rowsOf } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import { happened } from '../support/world.ts';

const outage = idOf('outage');
const declared = happened('OutageDeclared', { outage, from: '2025-03-03' }, { reason: 'Нет света' });

describe('the list of outages', () => {
  it('R-OUT-02: tells from when to when, and until when temporary journals are brought over', () => {
    const restored = happened('AccessRestored', { outage, on: '2025-03-05', backEntryUntil: '2025-03-12' });
    expect(rowsOf(outageHandlers, declared, restored)).toMatchObject([
      { outage, from: '2025-03-03', until: '2025-03-05', backEntryUntil: '2025-03-12', reason: 'Нет света' },
    ]);
  });

  it('R-OUT-03, R-OUT-04: keeps what was asked of the developers, and which inspections wait', () => {
    const asked = happened('DevelopersAsked', { outage }, { reference: 'Заявка 1024' });
    const deferred = happened('InspectionDeferred', { outage }, { inspection: 'Плановая проверка' });
    expect(rowsOf(outageHandlers, declared, asked, deferred)).toMatchObject([
      { requests: ['Заявка 1024'], deferredInspections: ['Плановая проверка'], until: null },
    ]);
  });
});
