import { isEnumType } from 'graphql';
import { buildGradeLedgerSchema } from '../../schema/schema.ts';
import { gate, policyOf } from '../../schema/access.ts';
import type { Capability } from '../../src/policies/access.ts';
import type { ApiClient } from './api-client.ts';
import type { College, Person } from './college.ts';
import { documentOf, everyQuestion, partsOf, type Question, type Supply } from './every-path.ts';

const schema = buildGradeLedgerSchema();

/** What a question was answered, in the text of the wire. */
export interface Asked {
  readonly question: Question;
  readonly text: string;
}

const DATES: Readonly<Record<string, string>> = { from: '2026-10-01', until: '2026-10-31' };

/** Everything that a question may name, of the whole college: who asks may see it or not. */
const supplyOf = ({
  students,
  groups,
  journals,
  lessons,
  accounts,
  period,
  guardianships,
}: College): Supply => {
  const some = [students.ivanova, students.petrov, students.petrova];
  const ids: Readonly<Record<string, readonly string[]>> = {
    studentId: some,
    groupId: Object.values(groups),
    journalId: Object.values(journals),
    lessonId: [lessons.old, lessons.physics],
    accountId: [accounts.teacher, accounts.petrov, accounts.guardianOfTwo],
    periodId: [period],
    guardianshipId: guardianships,
    subjectId: some,
    'group.id': Object.values(groups),
    'student.id': some,
    'journal.id': Object.values(journals),
  };
  const values: Readonly<Record<string, readonly unknown[]>> = {
    LocalDate: ['2026-10-20'],
    Month: ['2026-10'],
    Int: [2026],
    Position: ['40'],
    MarkValue: ['5'],
  };
  return (question, name, type) => {
    const named = String(type).replaceAll(/[![\]]/gu, '');
    if (named === 'ID') return ids[`${question}.${name}`] ?? ids[name] ?? [];
    if (named === 'Moment') return name === 'from' ? [{ position: '3' }] : [{ position: '90' }];
    if (named === 'LocalDate' && name in DATES) return [DATES[name]];
    return values[named] ?? [];
  };
};

/** The capabilities of who is signed in, in the words of the policies. */
const capabilitiesOf = async (client: ApiClient): Promise<ReadonlySet<Capability>> => {
  const { viewer } = await client.read('{ viewer { can } }');
  const names = new Set((viewer as { readonly can: readonly string[] }).can);
  const type = schema.getType('Capability');
  const all = isEnumType(type) ? type.getValues() : [];
  return new Set(all.filter(({ name }) => names.has(name)).map(({ value }) => value as Capability));
};

const asked = async (client: ApiClient, question: Question): Promise<readonly Asked[]> => {
  const answer = await client.query(documentOf(question), question.args);
  const isTooMuch = answer.errors?.some(({ extensions }) =>
    ['QUERY_TOO_COMPLEX', 'GRAPHQL_PARSE_FAILED'].includes(String(extensions?.['code'])),
  );
  const parts = isTooMuch ? partsOf(question) : [];
  if (parts.length === 0) return [{ question, text: JSON.stringify([answer.data, answer.errors]) }];
  const answers: Asked[] = [];
  for (const part of parts) answers.push(...(await asked(client, part)));
  return answers;
};

/** Asks everything that somebody's roles may ever ask, about everything there is, down every path of six steps. */
export const askEverything = async (college: College, person: Person): Promise<readonly Asked[]> => {
  const client = college.as(person);
  const viewer = { capabilities: await capabilitiesOf(client) };
  const questions = everyQuestion(
    schema,
    (field) => gate(policyOf(field) ?? 'public')(viewer),
    supplyOf(college),
  );
  const answers: Asked[] = [];
  for (const question of questions) answers.push(...(await asked(client, question)));
  return answers;
};
