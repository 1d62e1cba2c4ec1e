import type { EventDefinition } from '../event.ts';
import type { Meta } from '../recorded.ts';
import type { DomainEvent } from '../register.ts';
import type { Role } from '../role.ts';
import { dataKey } from '../../src/keys/data-key.ts';
import { keyName } from '../../src/keys/key-name.ts';
import { encode, type KeyOf } from '../../src/log/body.ts';
import { exampleOf, sampleId } from './example.ts';

type Example = Readonly<Record<string, string | number>>;

/** The key that every sample is sealed with: what opens them is no secret. */
const SAMPLE_KEY = dataKey(Buffer.alloc(32, 1));

const CELLS: Readonly<Record<string, readonly string[]>> = {
  mark: ['lesson', 'student'],
  attendance: ['lesson', 'student'],
  attestation: ['journal', 'student'],
  access: ['account'],
  regulation: ['college'],
  premises: ['college'],
  bellSchedule: ['college'],
  referenceData: ['college'],
  referenceCheck: ['what', 'group', 'term'],
  calendar: ['year'],
  academicCalendar: ['year'],
  changeRequest: ['request'],
  courseWork: ['journal', 'student'],
  finalQualification: ['student'],
  key: ['subject', 'purpose'],
};

const PARTICULARS: Readonly<Record<string, Example>> = {
  AttemptRefused: { code: 'EDIT_WINDOW_CLOSED' },
  AttestationPeriodSet: { title: 'Осень 2026' },
  GroupFormed: { name: 'С-21' },
  SubjectKeyCreated: { generation: 1, commitment: SAMPLE_KEY.commitment },
  SubjectKeyDestroyed: { generation: 1 },
};

const ROLES: Readonly<Record<string, Role | null>> = {
  mark: 'teacher',
  attendance: 'teacher',
  attestation: 'teacher',
  courseWork: 'teacher',
  finalQualification: 'thesisSupervisor',
  refusal: null,
};

const rule = {
  parameter: 'currentMark.editWindowDays',
  clause: '003 §3.3 L89',
  version: 0,
  deadline: '2026-12-13',
  late: false,
  grant: null,
  due: null,
};

/** The name of the file that holds the sample of an event's version. */
export const sampleName = (type: string, version: number): string => `${type}.v${version}.json`;

/** The stored body of an event as this program would write it on one November day: always the same text. */
export const sampleBody = ({ type, category, data: schema, sealed: sealings }: EventDefinition): string => {
  const data = { ...(exampleOf(schema) as Example), ...PARTICULARS[type] };
  const id = (CELLS[category] ?? [category]).map((part) => data[part] ?? sampleId(part)).join('.');
  const sealed = Object.fromEntries(Object.keys(sealings).map((field) => [field, 'Пример']));
  const event = { type, data, ...(Object.keys(sealed).length > 0 && { sealed }) } as unknown as DomainEvent;
  const role = ROLES[category] === undefined ? 'journalAdministrator' : ROLES[category];
  const meta: Meta = {
    id: sampleId(type),
    at: '2026-11-22T08:15:30.123Z',
    command: sampleId('command'),
    actor: {
      account: sampleId('actor'),
      session: sampleId('session'),
      channel: 'graphql',
      role,
      onBehalfOf: null,
    },
    occurredOn: '2026-11-22',
    source: 'online',
    correlation: null,
    rule: category === 'mark' ? rule : null,
  };
  const place = { log: 'college.example/journal', stream: `${category}-${id}`, revision: 0, seq: 0 };
  const keyOf: KeyOf = (subject, purpose) => ({
    name: keyName({ subject, purpose, generation: 1 }),
    key: SAMPLE_KEY,
  });
  return encode(event, meta, place, () => Buffer.alloc(16).toString('base64url'), keyOf).body;
};
