import type { z } from 'zod';

/** Examples of texts, by the name of their field. Every other text is an id, a date, or a choice of the schema. */
const TEXTS: Readonly<Record<string, string>> = {
  name: 'Колледж № 1',
  title: 'Математика',
  code: 'ОУД.03',
  zone: 'Asia/Yekaterinburg',
  department: 'Строительное отделение',
  statement: 'заявление № 3 от 02.09.2024',
  order: '№ 86 от 19.09.2024',
  number: '86-с',
  startsAt: '08:30',
  room: '301',
  subgroup: 'вторая',
  format: 'OneRoster 1.2',
  bundle: 'roster.zip',
  command: 'RecordMark',
  parameter: 'currentMark.editWindowDays',
  clause: '003 §3.3 L89',
  value: '5',
  preset: '003',
  reference: 'обращение № 14',
  inspection: 'плановая проверка',
  address: 'ул. Ленина, 1',
  endsAt: '10:05',
  opensAt: '08:00',
  closesAt: '20:00',
  source: 'isdayoff.ru',
  term: '2026-08',
  tariff: 'тарификация 2026/27',
  from: '4',
  to: '5',
  subject: '01934000-0000-7000-8000-73747564656e',
  document: 'заявление № 5 от 02.09.2026',
  commitment: 'c0'.repeat(32),
  sha256: '5a'.repeat(32),
  url: 'https://receiver.example/gradeledger',
  kind: 'MarkRecorded',
  formerUntil: '2026-11-23T08:15:30.123Z',
  expires: '2026-11-23T08:15:30.123Z',
};

/** The id that stands for a thing in every sample: version 7, its last twelve digits spell the thing. */
export const sampleId = (thing: string): string =>
  `01934000-0000-7000-8000-${Buffer.from(thing).toString('hex').slice(0, 12).padEnd(12, '0')}`;

const textOf = (field: string, format: unknown): string => {
  if (format === 'uuid') return sampleId(field);
  if (format === 'date') return field === 'until' ? '2026-12-26' : '2026-11-22';
  const text = TEXTS[field];
  if (text === undefined) throw new Error(`Give ${field} an example in events/catalogue/example.ts.`);
  return text;
};

/** The least number or length that a schema takes; 0 where it names none. */
const leastOf = ({ _zod: { def } }: z.core.$ZodType): number => {
  const least = (def.checks ?? []).map(({ _zod: check }) => {
    const { value, minimum } = check.def as { readonly value?: unknown; readonly minimum?: unknown };
    return check.def.check === 'greater_than' ? value : check.def.check === 'min_length' ? minimum : 0;
  });
  return Math.max(0, ...least.filter((value) => typeof value === 'number'));
};

/** A value that a schema takes, readable by the name of its field. Throws where it knows no example. */
export const exampleOf = (schema: z.core.$ZodType, field = ''): unknown => {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).map(([name, inner]) => [name, exampleOf(inner, name)]),
      );
    case 'array': {
      const item = exampleOf(def.element, field.replace(/s$/u, ''));
      return Array.from({ length: Math.max(1, leastOf(schema)) }, () => item);
    }
    case 'lazy':
      return exampleOf(def.getter(), field);
    case 'nullable':
      return exampleOf(def.innerType, field);
    case 'union':
      return def.options[0] && exampleOf(def.options[0], field);
    case 'record':
      return field === 'filter' ? { lateOnly: true } : { closedOn: '2026-11-20' };
    case 'enum':
      return Object.values(def.entries)[field === 'to' ? 1 : 0];
    case 'literal':
      return def.values[0];
    case 'boolean':
      return true;
    case 'number':
      return Math.max(2, leastOf(schema));
    case 'string':
      return textOf(field, 'format' in def ? def.format : undefined);
    default:
      throw new Error(`No example for a ${def.type} (${field}).`);
  }
};
