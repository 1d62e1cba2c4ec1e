import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id } from './vocabulary.ts';

const part = z.strictObject({ journal: id, students: z.array(id).max(100) });

const SubgroupDivisionProposed = defineEvent({
  type: 'SubgroupDivisionProposed',
  category: 'division',
  meaning:
    'The curator or a teacher proposed how a group is divided into the subgroups of a discipline or practice, page by page (R-SUB-01, R-SUB-02).',
  data: z.strictObject({ division: id, group: id, parts: z.array(part).min(2).max(10) }),
});

const SubgroupDivisionAgreed = defineEvent({
  type: 'SubgroupDivisionAgreed',
  category: 'division',
  meaning: 'One of those who divide the group jointly, the curator or the teacher of a subgroup, agreed.',
  data: z.strictObject({ division: id, group: id, account: id }),
});

const SubgroupAssigned = defineEvent({
  type: 'SubgroupAssigned',
  category: 'division',
  meaning: 'All agreed: the students stand in their subgroups, until the end of the study period (R-SUB-03).',
  data: z.strictObject({ division: id, group: id, from: date }),
});

/** How a group is divided into subgroups, jointly. */
export const subgroupEvents = {
  SubgroupDivisionProposed,
  SubgroupDivisionAgreed,
  SubgroupAssigned,
} as const;
