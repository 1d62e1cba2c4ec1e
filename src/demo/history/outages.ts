import { act, type Act } from '../act.ts';
import type { Plan } from '../plan.ts';

/**
 * The one outage of a college: declared, the developers asked, access restored on its last evening. An inspection is put
 * off by the college whose regulation was changed for it; the other one has no rule for that.
 */
export const outageActs = (plan: Plan): readonly Act[] => {
  const { id: outage, from, until } = plan.outage;
  const by = plan.id('administrator 1');
  const at = (time: string) => plan.calendar.at(from, time);
  const inspection = { outage, inspection: 'Запрос учредителя о посещаемости (демо)' };
  const isDeferred = plan.regulation.value('outage.temporaryJournal') === null;
  return [
    act(at('09:11'), by, 'DeclareOutage', { outage, from, reason: 'Нет связи в учебном корпусе' }),
    act(at('09:26'), by, 'AskDevelopers', { outage, reference: 'заявка № 118 (демо)' }),
    act(at('11:11'), by, 'DeferInspection', inspection, { expects: isDeferred ? null : 'NOT_PERMITTED' }),
    act(plan.calendar.at(until, '18:46'), by, 'RestoreAccess', { outage, on: until }),
  ];
};
