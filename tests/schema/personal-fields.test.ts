import { isObjectType } from 'graphql';
import { projections } from '../../projections/register.ts';
import { buildGradeLedgerSchema } from '../../schema/schema.ts';

/** The columns that name a person: a key under any other subject seals texts about nobody. */
const PEOPLE = new Set(['account', 'reasonAbout', 'student']);

/** Each column with texts about a person, and the fields that show it; none: it is shown nowhere. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  'absence_correction.answer': ['AbsenceCorrection.answer'],
  'absence_correction.reason': ['AbsenceCorrection.reason'],
  'audit_entry.reason': ['AuditEntry.reason'],
  'course_work.topic': ['CourseWork.topic'],
  'group_measure.note': ['GroupMeasure.note'],
  'guardian_delegation.guardian': [],
  'guardian_delegation.guardianship': [],
  'guardianship.student': [
    'Guardianship.account',
    'Guardianship.accountId',
    'Guardianship.id',
    'Guardianship.student',
  ],
  'mistake_report.explanation': ['MistakeReport.explanation'],
  'person_account.email': [],
  'person_account.name': ['Account.name', 'GuardianToTell.name', 'Registrant.name'],
  'person_account.phone': [],
  'person_student.familyName': ['Student.familyName', 'FinalQualification.familyName'],
  'person_student.givenName': ['Student.givenName', 'FinalQualification.givenName'],
  'person_student.patronymic': ['Student.patronymic'],
  'standing_debt.measures': ['DebtMeasureRecord.note'],
  'student_change_request.answer': ['StudentChangeRequest.answer'],
  'student_change_request.details': ['StudentChangeRequest.details'],
  'student_change_request.familyName': ['StudentChangeRequest.familyName'],
  'student_change_request.givenName': ['StudentChangeRequest.givenName'],
  'student_change_request.patronymic': ['StudentChangeRequest.patronymic'],
  'student_majority.on': [],
  'student_movement.annulmentReason': ['MovementAnnulment.reason'],
  'student_movement.reason': ['StudentMovement.reason'],
  'student_name.familyName': ['StudentName.familyName'],
  'student_name.givenName': ['StudentName.givenName'],
  'student_name.patronymic': ['StudentName.patronymic'],
  'topic_debt.topic': ['TopicDebt.topic'],
};

const tables = projections.flatMap(({ tables: own }) => [...own]);

describe('the fields of the API that hold personal data', () => {
  const types = buildGradeLedgerSchema().getTypeMap();

  it('are decided on for every text about a person in a read model', () => {
    const columns = tables.flatMap(({ entity, personal }) =>
      personal
        .filter(({ subject }) => subject.some((column) => PEOPLE.has(column)))
        .flatMap((texts) => texts.columns.map((column) => `${entity.meta.tableName}.${column}`)),
    );
    expect(columns.toSorted()).toEqual(Object.keys(SHOWN).toSorted());
  });

  it.each(Object.values(SHOWN).flat())(
    'declare it, so that whoever reads it can be recorded: %s',
    (shown) => {
      const [name = '', field = ''] = shown.split('.');
      const type = types[name];
      expect(isObjectType(type) && type.getFields()[field]?.extensions['personal']).toBeTruthy();
    },
  );
});
