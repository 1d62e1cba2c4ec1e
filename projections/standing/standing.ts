import { defineProjection, projected } from '../definition.ts';
import { debtHandlers, debtTexts, pageHandlers, standingHandlers, studentHandlers } from './apply.ts';
import { standing as standingTable, standingDebt, standingPage, standingStudent } from './table.ts';

/** How students stand on their pages, and which debts they have. */
export const standing = defineProjection({
  name: 'standing',
  version: 2,
  tables: [
    projected(standingPage, pageHandlers),
    projected(standingStudent, studentHandlers),
    projected(standingTable, standingHandlers),
    projected(standingDebt, debtHandlers, [debtTexts]),
  ],
});
