import { appended, defineProjection, projected } from '../definition.ts';
import { personal } from '../personal.ts';
import { flagHandlers, stretchHandlers, tieHandlers } from './apply-finding.ts';
import { entryHandlers, memberHandlers, pageHandlers } from './apply.ts';
import { auditEntry, auditFlag, auditMember, auditPage, auditStretch, auditTie } from './table.ts';

/** Every event, as an auditor reads it. */
export const auditTrail = defineProjection({
  name: 'audit-trail',
  version: 6,
  tables: [
    appended(auditEntry, entryHandlers, [personal('special', 'reasonAbout', ['reason'])]),
    appended(auditTie, tieHandlers),
    projected(auditStretch, stretchHandlers),
    appended(auditFlag, flagHandlers),
    projected(auditPage, pageHandlers),
    projected(auditMember, memberHandlers),
  ],
});
