import { withdrawContactConsent } from './consent.ts';
import * as erasure from './erasure.ts';
import * as exporting from './export.ts';

/** The deciders of how personal data leave the journal: destroyed, no longer consented to, or taken along in a file. */
export const personalDataDeciders = {
  RequestErasure: erasure.requestErasure,
  ApproveErasure: erasure.approveErasure,
  DeclineErasure: erasure.declineErasure,
  WithdrawContactConsent: withdrawContactConsent,
  RequestExport: exporting.requestExport,
  FinishExport: exporting.finishExport,
  AbandonExport: exporting.abandonExport,
  FetchExport: exporting.fetchExport,
} as const;
