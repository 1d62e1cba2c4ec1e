import { defineProjection, projected } from '../definition.ts';
import { entryHandlers, flagHandlers, memberHandlers, pageHandlers, studentHandlers } from './apply.ts';
import { auditEntry, auditFlag, auditMember, auditPage, auditStudent } from './table.ts';

/** Every event, as an auditor reads it. */
export const auditTrail = defineProjection({
  name: 'audit-trail',
  version: 2,
  tables: [
    projected(auditEntry, entryHandlers),
    projected(auditStudent, studentHandlers),
    projected(auditFlag, flagHandlers),
    projected(auditPage, pageHandlers),
    projected(auditMember, memberHandlers),
  ],
});
