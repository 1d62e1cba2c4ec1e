import { defineProjection, projected } from '../definition.ts';
import { personal } from '../personal.ts';
import { pageHandlers, periodHandlers, proposalHandlers, windowHandlers } from './apply.ts';
import { editWindow, editWindowPage, editWindowPeriod, proposedWindowGrant } from './table.ts';

/** What may be entered, and until when. */
export const editWindows = defineProjection({
  name: 'edit-windows',
  version: 3,
  tables: [
    projected(editWindowPage, pageHandlers),
    projected(editWindowPeriod, periodHandlers),
    projected(editWindow, windowHandlers),
    projected(proposedWindowGrant, proposalHandlers, [personal('special', 'journal', ['reason'])]),
  ],
});
