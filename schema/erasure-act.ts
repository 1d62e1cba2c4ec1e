import type { Recorded } from '../events/recorded.ts';
import type { Purpose } from '../events/event.ts';
import type { Erasure as Row, ErasureTerm } from '../projections/erasures/table.ts';
import { dateIn } from '../src/policies/calendar.ts';
import { actKeptUntil, type Basis } from '../src/policies/personal-data-terms.ts';
import type { ErasureAct, ErasureEvent } from './nouns/erasure.ts';

const CATEGORIES: Readonly<Record<Purpose, string>> = {
  identity: 'фамилия, имя, отчество, дата рождения обучающегося',
  contact: 'номер телефона, адрес электронной почты',
  special: 'сведения в свободной форме, в том числе о состоянии здоровья',
  guardian: 'сведения о законном представительстве',
  staff: 'фамилия, имя, отчество владельца учётной записи',
};

const REASONS: Readonly<Record<Basis, string>> = {
  consentWithdrawn: 'отзыв согласия на обработку (152-ФЗ, ст. 21, ч. 5)',
  noLongerNeeded: 'достижение цели обработки (152-ФЗ, ст. 21, ч. 4)',
  afterStudies: 'истечение срока хранения после окончания обучения (152-ФЗ, ст. 21, ч. 4)',
  studying: 'обучение завершено',
  guardianshipLasts: 'прекращение законного представительства (152-ФЗ, ст. 21, ч. 4)',
  marksRetained: 'хранение отметок завершено',
};

const SUBJECTS: Readonly<Record<Row['subjectKind'], string>> = {
  student: 'обучающийся',
  guardian: 'законный представитель',
  staff: 'работник',
  record: 'лица, названные в записи',
};

const METHOD =
  'уничтожение ключа шифрования и зашифрованных сведений программными средствами информационной системы; восстановление невозможно';

/** What an act is made of. */
export interface ActParts {
  readonly row: Row;
  readonly college: { readonly name: string; readonly zone: string };
  readonly system: string;
  /** The events of the erasure and of the ends of its keys, in the order of the log. */
  readonly events: readonly Recorded[];
  /** By position, the hash of the leaf and the proof as text; none where it is not signed yet. */
  readonly proofs: ReadonlyMap<bigint, { readonly leafHash: string; readonly proof: string | null }>;
}

/** One who asked or agreed, as the act names them: by the account, whose name the college writes beside the signature. */
const signatures = ({ approvals, askedBy }: Row): readonly string[] =>
  [...new Set([askedBy, ...approvals.map(({ account }) => account)])].map(
    (account) => `  учётная запись ${account}    ____________________ (Ф.И.О., должность, подпись)`,
  );

const lineOf = ({ purpose, basis, destroyedAt }: ErasureTerm): string =>
  `  – ${CATEGORIES[purpose]}; причина: ${REASONS[basis]}; уничтожены ${destroyedAt ?? ''}`;

const eventLines = (events: readonly ErasureEvent[], proofs: ActParts['proofs']): readonly string[] =>
  events.flatMap(({ position, eventId, kind, recordedAt, actor }) => {
    const { leafHash = '', proof = null } = proofs.get(position) ?? {};
    const head = `  № ${String(position)}  ${recordedAt}  ${kind}  событие ${eventId}, учётная запись ${actor}`;
    const signed = proof?.trimEnd().split('\n') ?? ['ещё не подписано'];
    return [head, `    хеш записи (SHA-256, RFC 6962): ${leafHash}`, ...signed.map((line) => `    ${line}`)];
  });

/** The act and the extract, made of the log; `null` while nothing was destroyed. */
export const actOf = ({ row, college, system, events, proofs }: ActParts): ErasureAct | null => {
  const destroyed = row.terms.filter(({ destroyedAt }) => destroyedAt !== null);
  const last = destroyed
    .map(({ destroyedAt }) => destroyedAt ?? '')
    .sort()
    .at(-1);
  if (last === undefined) return null;
  const on = dateIn(college.zone, last);
  const extract = events.map(({ position, type: kind, meta }) => ({
    position,
    eventId: meta.id,
    kind,
    recordedAt: meta.at,
    actor: meta.actor.account,
  }));
  const keptUntil = actKeptUntil(on);
  const text = [
    'АКТ об уничтожении персональных данных',
    `и выгрузка из журнала регистрации событий (приказ Роскомнадзора от 28.10.2022 № 179)`,
    '',
    `Оператор: ${college.name}`,
    `Субъект персональных данных: ${SUBJECTS[row.subjectKind]}, идентификатор ${row.subject}`,
    `Информационная система: электронный журнал GradeLedger, журнал событий ${system}`,
    `Дата уничтожения: ${on}`,
    `Основание: ${row.document ?? 'решение оператора'}`,
    'Уничтоженные категории персональных данных:',
    ...destroyed.map(lineOf),
    `Способ уничтожения: ${METHOD}.`,
    'Уничтожение требовали и подтвердили:',
    ...signatures(row),
    '',
    'Выгрузка из журнала регистрации событий:',
    ...eventLines(extract, proofs),
    '',
    `Акт и выгрузка хранятся три года, по ${keptUntil} включительно.`,
    'Выгрузки и копии, сделанные до уничтожения, перечисляются в приложении и уничтожаются по истечении их срока.',
    '',
  ].join('\n');
  return {
    operator: college.name,
    subjectKind: row.subjectKind,
    subject: row.subject,
    destroyed,
    system,
    method: METHOD,
    keptUntil,
    events: extract,
    text,
  };
};
