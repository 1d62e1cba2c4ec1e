import { Field, InputType } from 'type-graphql';
import type { EventNamed } from '../../events/register.ts';
import { AuditFilter, filterOf } from '../audit-filter.ts';
import { ExportFormat } from '../enums/export.ts';
import { globalId } from '../global-id.ts';
import { defineCommand } from './define-command.ts';

type Requested = EventNamed<'ExportRequested'>['data'];

@InputType({ description: 'Which part of the trail is wanted as a file, and how.' })
class ExportAuditTrailInput {
  @Field(() => AuditFilter, { nullable: true, description: 'Which events; left out: all of them.' })
  readonly filter?: AuditFilter | null;

  @Field(() => ExportFormat, { description: 'In which form.' })
  readonly format!: Requested['format'];

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether each row has a proof (C2SP tlog-proof) that its event stands in the log, all of one signed checkpoint.',
  })
  readonly withProofs!: boolean;
}

/** What was told of a filter, without what was left out. */
const toldOf = (filter: AuditFilter): Requested['filter'] => {
  const told = Object.entries(filterOf(filter)).filter(([, value]) => value !== undefined && value !== false);
  return Object.fromEntries(told);
};

/** What is done about exports; that they are made, the server does itself. */
export const exportCommands = [
  defineCommand({
    one: 'exportAuditTrail',
    many: 'exportAuditTrails',
    fresh: true,
    description:
      'Asks for a part of the trail as a file. It is made in the background; `exports` tells when it lies there, for 24 hours. That it was asked for, made and fetched stands in the log.',
    capability: 'auditTrail.read',
    input: ExportAuditTrailInput,
    command: ({ filter, format, withProofs }, created) => ({
      command: {
        type: 'RequestExport',
        data: {
          export: created,
          kind: 'auditTrail',
          format,
          withProofs,
          filter: filter ? toldOf(filter) : {},
        },
      },
      id: globalId('Export', created),
    }),
  }),
];
