import { defineProjection, projected } from '../definition.ts';
import { attestationHandlers } from './apply-attestation.ts';
import { cellHandlers } from './apply-cell.ts';
import { lessonHandlers, lessonTexts } from './apply-lesson.ts';
import { pageHandlers } from './apply-page.ts';
import { rosterHandlers } from './apply-roster.ts';
import {
  gradebookAttestation,
  gradebookCell,
  gradebookLesson,
  gradebookPage,
  gradebookRoster,
} from './table.ts';

/** The pages of the journal as the teacher sees them. */
export const gradebook = defineProjection({
  name: 'gradebook',
  version: 2,
  tables: [
    projected(gradebookPage, pageHandlers),
    projected(gradebookLesson, lessonHandlers, [lessonTexts]),
    projected(gradebookRoster, rosterHandlers),
    projected(gradebookCell, cellHandlers),
    projected(gradebookAttestation, attestationHandlers),
  ],
});
