import { defineProjection, projected } from '../definition.ts';
import { entryHandlers, memberHandlers, pageHandlers, studentHandlers } from './apply.ts';
import { auditEntry, auditMember, auditPage, auditStudent } from './table.ts';

/** Every event, as an auditor reads it. */
export const auditTrail = defineProjection({
  name: 'audit-trail',
  version: 1,
  tables: [
    projected(auditEntry, entryHandlers),
    projected(auditStudent, studentHandlers),
    projected(auditPage, pageHandlers),
    projected(auditMember, memberHandlers),
  ],
});
