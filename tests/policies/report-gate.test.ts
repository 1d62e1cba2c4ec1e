import { initialRegulation } from '../../src/policies/regulation/regulation.ts';
import { pagesInTheWay } from '../../src/policies/report-gate.ts';

const algebra = { journal: 'algebra', teachers: ['Petrova'], complete: true };
const history = { journal: 'history', teachers: ['Orlov'], complete: false };
const tula = initialRegulation('004').value('reports.requireCompleteJournal');

describe('a report of a journal', () => {
  it('T-46: waits for the teachers of the group where a curator makes it', () => {
    expect(pagesInTheWay(tula, { as: 'groupCurator' }, [algebra, history])).toEqual([history]);
  });

  it('T-46: waits for the teacher’s own pages where a teacher makes it', () => {
    expect(pagesInTheWay(tula, { as: 'teacher', account: 'Petrova' }, [algebra, history])).toEqual([]);
    expect(pagesInTheWay(tula, { as: 'teacher', account: 'Orlov' }, [algebra, history])).toEqual([history]);
  });

  it('T-46: waits for nobody where the regulation does not ask for it', () => {
    const epos = initialRegulation('003').value('reports.requireCompleteJournal');
    expect(pagesInTheWay(epos, { as: 'groupCurator' }, [history])).toEqual([]);
  });
});
