import { defineProjection, projected } from '../definition.ts';
import { pageHandlers, periodHandlers, windowHandlers } from './apply.ts';
import { editWindow, editWindowPage, editWindowPeriod } from './table.ts';

/** What may be entered, and until when. */
export const editWindows = defineProjection({
  name: 'edit-windows',
  version: 1,
  tables: [
    projected(editWindowPage, pageHandlers),
    projected(editWindowPeriod, periodHandlers),
    projected(editWindow, windowHandlers),
  ],
});
