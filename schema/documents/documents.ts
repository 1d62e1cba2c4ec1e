/* Written by `npm run documents` from the .graphql files beside it. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Whether an absence is excused. */
export type AbsenceClass =
  /** For a valid reason. */
  | 'EXCUSED'
  /** The curator has not said. */
  | 'UNCLASSIFIED'
  /** Without a valid reason. */
  | 'UNEXCUSED';

/** Attendance of a student at a lesson. */
export type Attendance =
  /** Absent. */
  | 'ABSENT'
  /** An absence was announced ahead; it counts only when the teacher records it. */
  | 'ANNOUNCED'
  /** Came late. */
  | 'LATE'
  /** Nothing entered: present, or not yet held. */
  | 'NONE';

/** What attendance at a lesson rests on. */
export type AttendanceBasis =
  /** Factual presence in the live session: a conference, a webinar, an online contact. */
  | 'LIVE_SESSION'
  /** Being there. */
  | 'PRESENCE'
  /** The tasks that were issued and their results, instead of presence. */
  | 'TASK_RESULTS';

/** How a page is attested. */
export type AttestationForm =
  /** Credit (зачёт): pass, without a grade. */
  | 'CREDIT'
  /** Exam. */
  | 'EXAM'
  /** Final mark without a form. */
  | 'FINAL_MARK'
  /** Graded credit (дифференцированный зачёт). */
  | 'GRADED_CREDIT'
  /** Exam of a professional module (квалификационный). */
  | 'MODULE_EXAM';

/** What an attestation may end in. There is no unsatisfactory mark: a failure is an academic debt. */
export type AttestationResult =
  /** а/з: failed; leaves an academic debt. */
  | 'ACADEMIC_DEBT'
  /** 3, satisfactory. */
  | 'GRADE3'
  /** 4, good. */
  | 'GRADE4'
  /** 5, excellent. */
  | 'GRADE5'
  /** н/а: did not appear, or did not clear debts in time; leaves an academic debt. */
  | 'NOT_ATTESTED'
  /** Pass (зачёт). */
  | 'PASS'
  /** НПА: not passed for valid reasons; leaves no debt. */
  | 'VALID_REASON_NON_ATTENDANCE';

/** Which events are asked for; what is left out does not narrow them. */
export type AuditFilter = {
  /** The account they are about; who acted is `actorId`. */
  readonly accountId?: string | null | undefined;
  /** Who acted. */
  readonly actorId?: string | null | undefined;
  /** Only entries that a grant made possible. */
  readonly afterGrantOnly?: boolean;
  /** Only through these doors. */
  readonly channels?: ReadonlyArray<Channel> | null | undefined;
  /** The command that recorded them. */
  readonly commandId?: string | null | undefined;
  /** The list of commands or the import they came with. */
  readonly correlationId?: string | null | undefined;
  /** Only those whose reason was given and has been erased. */
  readonly erasedReasonOnly?: boolean;
  /** The grant of an edit window they are about, the entries that it made possible included. */
  readonly grantId?: string | null | undefined;
  /** The group they are about, its pages included. */
  readonly groupId?: string | null | undefined;
  /** Only what an import brought in. */
  readonly importedOnly?: boolean;
  /** The page they are about. */
  readonly journalId?: string | null | undefined;
  /** Only these kinds. */
  readonly kinds?: ReadonlyArray<EventKind> | null | undefined;
  /** Only entries made after their deadline. */
  readonly lateOnly?: boolean;
  /** The lesson they are about. */
  readonly lessonId?: string | null | undefined;
  /** About this day or later. */
  readonly occurredFrom?: string | null | undefined;
  /** About this day or earlier. */
  readonly occurredTo?: string | null | undefined;
  /** The student on whose behalf somebody acted. */
  readonly onBehalfOfId?: string | null | undefined;
  /** Only what somebody did on another’s behalf. */
  readonly onBehalfOnly?: boolean;
  /** The outage they are about, what came from its temporary journals included. */
  readonly outageId?: string | null | undefined;
  /** The parameter of the regulation that allowed them, `currentMark.editWindowDays`. */
  readonly parameter?: string | null | undefined;
  /** The period they are about, its pages included. */
  readonly periodId?: string | null | undefined;
  /** Recorded from this instant on. */
  readonly recordedFrom?: string | null | undefined;
  /** Recorded before this instant. */
  readonly recordedTo?: string | null | undefined;
  /** Only refused attempts. */
  readonly refusedOnly?: boolean;
  /** Only by these rights: the role that gave the right to act. */
  readonly roles?: ReadonlyArray<Role> | null | undefined;
  /** The session in which somebody acted. */
  readonly session?: string | null | undefined;
  /** The student they are about. */
  readonly studentId?: string | null | undefined;
  /** Only what was brought over from temporary journals after an outage. */
  readonly temporaryJournalOnly?: boolean;
  /** Only what was accepted with a warning. */
  readonly warnedOnly?: boolean;
  /** True: only with a reason, its text erased or not; false: only without one. The texts themselves are not searched: they are kept to be read beside their event, and erased one by one. */
  readonly withReason?: boolean | null | undefined;
};

/** What a viewer’s roles may ever do; on which pages, groups and students is decided for each. */
export type Capability =
  /** Announce an absence ahead. */
  | 'ABSENCE_ANNOUNCE'
  /** Say whether an absence is excused. */
  | 'ABSENCE_CLASSIFY'
  /** Correct the attendance of the own group, where the regulation lets curators do it. */
  | 'ABSENCE_CORRECT'
  /** Mark students absent or late. */
  | 'ABSENCE_RECORD'
  /** Open accounts. */
  | 'ACCOUNT_OPEN'
  /** See accounts with their roles, positions and the history of their grants. */
  | 'ACCOUNT_READ'
  /** Read attendance. */
  | 'ATTENDANCE_READ'
  /** Give attestation marks. */
  | 'ATTESTATION_RECORD'
  /** Enter results of repeat attestation. */
  | 'ATTESTATION_REPEAT'
  /** Read the trail of every event. */
  | 'AUDIT_TRAIL_READ'
  /** Set calendars, bells and regimes of the year. */
  | 'CALENDAR_SET'
  /** Record how somebody can be reached. */
  | 'CONTACT_RECORD'
  /** Control how the journal is kept, and report what was found. */
  | 'CONTROL_CARRY_OUT'
  /** See which controls were carried out. */
  | 'CONTROL_READ'
  /** Give meetings of the pedagogical council their days. */
  | 'COUNCIL_SCHEDULE'
  /** Keep the course units. */
  | 'COURSE_UNIT_REGISTER'
  /** Give topics and marks of course works. */
  | 'COURSE_WORK_RECORD'
  /** Read curricula, thematic plans and the progress of programmes. */
  | 'CURRICULUM_READ'
  /** Adopt, revise and assign curricula; save templates of plans. */
  | 'CURRICULUM_SET'
  /** Note what is done about academic debts of own groups and pages. */
  | 'DEBT_HELP'
  /** Note what is done about academic debts. */
  | 'DEBT_MANAGE'
  /** Enter results of demonstration exams. */
  | 'DEMONSTRATION_EXAM_RECORD'
  /** Read a student’s diary. */
  | 'DIARY_READ'
  /** Read names of students, staff and groups. */
  | 'DIRECTORY_READ'
  /** Say that a report or a printout one owes was made and handed over. */
  | 'DUTY_FULFIL'
  /** See what is open and until when. */
  | 'EDIT_WINDOW_READ'
  /** Agree, as one of two persons, that personal data be destroyed. */
  | 'ERASURE_APPROVE'
  /** See which personal data were destroyed or are to be, and the acts about it. */
  | 'ERASURE_READ'
  /** Ask for personal data to be destroyed. */
  | 'ERASURE_REQUEST'
  /** Keep the extracurricular plan and journal of the own group. */
  | 'EXTRACURRICULAR_KEEP'
  /** Read supervisors, theses and demonstration exams. */
  | 'FINAL_QUALIFICATION_READ'
  /** Enter the results of a thesis one supervises. */
  | 'FINAL_QUALIFICATION_RECORD'
  /** Answer a finding with what was done about it. */
  | 'FINDING_ANSWER'
  /** Read findings: supervisors all of them, others those addressed to them. */
  | 'FINDING_READ'
  /** Read pages of the journal. */
  | 'GRADEBOOK_READ'
  /** Record that a group was briefed. */
  | 'GROUP_BRIEF'
  /** Record that the own group’s composition and questionnaires were checked. */
  | 'GROUP_COMPOSITION_CHECK'
  /** Form groups and name their curators. */
  | 'GROUP_FORM'
  /** Promote groups. */
  | 'GROUP_PROMOTE'
  /** Hand rights over a ward on to a trusted person. */
  | 'GUARDIANSHIP_DELEGATE'
  /** Tie guardians to students. */
  | 'GUARDIANSHIP_ESTABLISH'
  /** Import history from another system. */
  | 'HISTORY_IMPORT'
  /** Open pages, assign teachers, keep rosters. */
  | 'JOURNAL_OPEN'
  /** Record lessons as held. */
  | 'LESSON_CONDUCT'
  /** Schedule, move and cancel lessons. */
  | 'LESSON_SCHEDULE'
  /** Look at changes of marks that stand out. */
  | 'MARK_CHANGE_READ'
  /** Read the history of a mark. */
  | 'MARK_HISTORY_READ'
  /** Give, correct and withdraw marks. */
  | 'MARK_RECORD'
  /** Report an own mark that was entered by mistake. */
  | 'MARK_REPORT'
  /** Note what was done about what the monitoring of the own group shows. */
  | 'MEASURE_TAKE'
  /** Look at how timely and complete the journal is kept. */
  | 'MONITORING_READ'
  /** Read the movement of the student body. */
  | 'MOVEMENT_READ'
  /** Declare an outage and its end. */
  | 'OUTAGE_DECLARE'
  /** Read when the journal was out of reach. */
  | 'OUTAGE_READ'
  /** Lock and re-open attestation periods. */
  | 'PERIOD_LOCK'
  /** See the attestation periods. */
  | 'PERIOD_READ'
  /** Set attestation periods. */
  | 'PERIOD_SET'
  /** Put right the data of students of the own group, where the regulation lets a curator. */
  | 'PERSONAL_DATA_CORRECT'
  /** See who read whose personal data. */
  | 'PERSONAL_DATA_READ_READ'
  /** Record that reference data were checked. */
  | 'REFERENCE_DATA_CHECK'
  /** Keep buildings, rooms, departments and what describes the college. */
  | 'REFERENCE_DATA_EDIT'
  /** See who was refused what. */
  | 'REFUSED_ATTEMPT_READ'
  /** See who is not fully registered. */
  | 'REGISTRATION_READ'
  /** Propose changes of the regulation. */
  | 'REGULATION_CONFIGURE'
  /** Confirm or decline proposed changes of the regulation. */
  | 'REGULATION_CONFIRM'
  /** Confirm or decline a role that needs a second person. */
  | 'ROLE_CONFIRM'
  /** Grant and revoke roles. */
  | 'ROLE_GRANT'
  /** Issue one-time sign-in codes. */
  | 'SIGN_IN_CODE_ISSUE'
  /** Keep the staff list and its positions. */
  | 'STAFF_KEEP'
  /** Read averages and debts. */
  | 'STANDING_READ'
  /** Read the requests about students. */
  | 'STUDENT_CHANGE_READ'
  /** Ask for a change about a student. */
  | 'STUDENT_CHANGE_REQUEST'
  /** Register, enrol, transfer and expel students. */
  | 'STUDENT_MOVE'
  /** Divide a group into subgroups, jointly. */
  | 'SUBGROUP_DIVIDE'
  /** Assign substitutes. */
  | 'SUBSTITUTION_ASSIGN'
  /** Name supervisors of theses and pre-diploma practices. */
  | 'SUPERVISOR_APPOINT'
  /** See who owes what by when: the own tasks, those of the own group, or all. */
  | 'TASK_READ'
  /** Read the teaching load. */
  | 'TEACHING_LOAD_READ'
  /** Distribute the teaching load. */
  | 'TEACHING_LOAD_SET'
  /** Enter plans, work programmes and grading criteria for the own load. */
  | 'THEMATIC_PLAN_SET'
  /** Approve a timetable. */
  | 'TIMETABLE_APPROVE'
  /** See the timetable. */
  | 'TIMETABLE_READ'
  /** Open feeds of the trail to addresses outside, and shut them. */
  | 'WEBHOOK_MANAGE'
  /** Confirm or decline that closed windows of a page are opened again. */
  | 'WINDOW_CONFIRM'
  /** Open a closed edit window again. */
  | 'WINDOW_GRANT';

/** Another address or other events for a webhook; it goes on from where it had come. */
export type ChangeWebhookInput = {
  /** Which events; empty: every one. */
  readonly kinds?: ReadonlyArray<EventKind>;
  /** Where messages are sent: HTTPS to a public name, on its usual port or 8443, without credentials and without a query, since it stands in the log for ever. What a receiver trusts is the signature. */
  readonly url: string;
  /** The webhook. */
  readonly webhookId: string;
};

/** Through which door somebody acted. */
export type Channel =
  /** The command line of the server. */
  | 'CLI'
  /** The making of the demonstration. */
  | 'DEMO'
  /** The API. */
  | 'GRAPHQL'
  /** An import of history. */
  | 'IMPORT';

/** A lesson that took place. */
export type ConductLessonInput = {
  /** What attendance rests on; left out: what the form of delivery recommends. */
  readonly attendanceBasis?: AttendanceBasis | null | undefined;
  /** How it was delivered. */
  readonly deliveryForm: DeliveryForm;
  /** The page of the journal. */
  readonly journalId: string;
  /** The lesson. */
  readonly lessonId: string;
  /** The topic of the page’s thematic plan that it follows. */
  readonly planItemId?: string | null | undefined;
  /** The topic; left out: that of the plan, which then has to be named. */
  readonly topic?: string | null | undefined;
  /** Topics of single kinds of work. */
  readonly workTopics?: WorkTopicsInput | null | undefined;
  /** The kinds of work done, at least one: what marks may be given for. */
  readonly workTypes: ReadonlyArray<WorkType>;
};

/** A mark to be replaced. */
export type CorrectMarkInput = {
  /** The revision of the cell as it was read; another one is a conflict. */
  readonly expectedRevision: number;
  /** The page of the journal. */
  readonly journalId: string;
  /** The lesson. */
  readonly lessonId: string;
  /** Why. */
  readonly reason: string;
  /** The student. */
  readonly studentId: string;
  /** The value that shall stand. */
  readonly value: string;
  /** Which mark of the cell. */
  readonly workType: WorkType;
};

/** What a grant opens again. */
export type Covers =
  /** Attestation marks. */
  | 'ATTESTATION_MARKS'
  /** Current marks and lesson records. */
  | 'CURRENT_MARKS';

/** How a lesson is delivered. */
export type DeliveryForm =
  /** In a live session at a distance. */
  | 'DISTANCE'
  /** By electronic tasks. */
  | 'ELECTRONIC'
  /** In person. */
  | 'IN_PERSON';

/** Which windows are asked for. */
export type EditWindowFilter = {
  /** Of the pages of this group. */
  readonly groupId?: string | null | undefined;
  /** Of this page. */
  readonly journalId?: string | null | undefined;
  /** Of the pages of this period. */
  readonly periodId?: string | null | undefined;
  /** In this state. */
  readonly state?: WindowState | null | undefined;
};

/** What happened: the type of an event. */
export type EventKind =
  /** A guardian or curator announced an absence ahead; it counts in no total until recorded (R-ATT-03, T-11). */
  | 'ABSENCE_ANNOUNCED'
  /** The student was present after all; the announcement or record stays in history (R-ATT-04, T-10). */
  | 'ABSENCE_CANCELLED'
  /** The curator said whether an absence is excused; never computed (R-ATT-09, T-14). */
  | 'ABSENCE_CLASSIFIED'
  /** The teacher agreed with the curator: the absence is recorded or cancelled in the same act. */
  | 'ABSENCE_CORRECTION_CONSENTED'
  /** The teacher did not agree with the curator: attendance stays as it is. */
  | 'ABSENCE_CORRECTION_DECLINED'
  /** The curator found the attendance of a student at a lesson wrong and asks the teacher to agree (R-ATT-07, T-13). */
  | 'ABSENCE_CORRECTION_PROPOSED'
  /** The teacher marked the student absent from the lesson, for so many academic hours (R-ATT-01). */
  | 'ABSENCE_RECORDED'
  /** The academic calendar (календарный учебный график) of a year was set: study, vacation, practices, attestations (R-CAL-01, R-CAL-05). */
  | 'ACADEMIC_CALENDAR_SET'
  /** An academic debt was cleared by a repeat attestation or by a correction. */
  | 'ACADEMIC_DEBT_CLEARED'
  /** An attestation left an academic debt (академическая задолженность) in a journal (R-PA-15, T-24). */
  | 'ACADEMIC_DEBT_INCURRED'
  /** A student came back from academic leave before its end; the date is the last day of leave. */
  | 'ACADEMIC_LEAVE_ENDED'
  /** A student went on academic leave (академический отпуск): both days are days of leave. */
  | 'ACADEMIC_LEAVE_GRANTED'
  /** The journal is in reach again, with the last day on which temporary journals may be brought over (R-OUT-02, T-42). */
  | 'ACCESS_RESTORED'
  /** A person received an account: a member of staff, a student or a guardian. It has no right yet. */
  | 'ACCOUNT_OPENED'
  /** An activity was taken out of the extracurricular plan. */
  | 'ACTIVITY_DROPPED'
  /** An activity entered the extracurricular plan of a group, or moved to another day (R-REF-17). */
  | 'ACTIVITY_PLANNED'
  /** An extracurricular activity took place: the record in the extracurricular journal (R-LES-15). */
  | 'ACTIVITY_RECORDED'
  /** The task was checked for some students (R-LES-11). */
  | 'ASSIGNMENT_CHECKED'
  /** An independent or control task was issued at a lesson, on paper or electronically (R-LES-10, R-LES-12). */
  | 'ASSIGNMENT_ISSUED'
  /** A command was refused by a rule; nothing else was written. */
  | 'ATTEMPT_REFUSED'
  /** The attendance regime (режим пребывания) of a group, a stream or one student was set from a date on (R-CAL-03). */
  | 'ATTENDANCE_REGIME_SET'
  /** Attendance of a lesson was taken: so many students had to be there, so many were absent; all the others were there (R-ATT-01). */
  | 'ATTENDANCE_TAKEN'
  /** The curator went through the attendance of the group in a week (R-ATT-08); the date is its Monday. */
  | 'ATTENDANCE_WEEK_CHECKED'
  /** An attestation mark was replaced, for a stated reason, while its window was open. */
  | 'ATTESTATION_MARK_CORRECTED'
  /** A student received an attestation mark (отметка за промежуточную аттестацию) for the page. */
  | 'ATTESTATION_MARK_RECORDED'
  /** An attestation period was entered in the calendar of its academic year (R-CAL-02, D-21). */
  | 'ATTESTATION_PERIOD_ENTERED'
  /** The period was locked: nobody enters or changes anything in it, whatever window is open. */
  | 'ATTESTATION_PERIOD_LOCKED'
  /** A locked period was opened again, for a stated reason; edit windows apply as before (T-49). */
  | 'ATTESTATION_PERIOD_REOPENED'
  /** An attestation period was set, with the last day on which its attestation marks may be edited (R-CAL-02, R-PA-02). */
  | 'ATTESTATION_PERIOD_SET'
  /** The teacher completed the attestation sheet (аттестационная ведомость) of a page: nobody is without a result. Where the regulation says so, it ends the right to edit the marks of the page (T-22). */
  | 'ATTESTATION_SHEET_COMPLETED'
  /** A bell schedule (расписание звонков) holds from a date on, for some weekdays, on ordinary or on short days (R-CAL-05). */
  | 'BELL_SCHEDULE_SET'
  /** A bell schedule holds no longer; the date is its last day. */
  | 'BELL_SCHEDULE_WITHDRAWN'
  /** A building took another name or address. */
  | 'BUILDING_CHANGED'
  /** A building entered the reference data of the college (R-REF-01). */
  | 'BUILDING_REGISTERED'
  /** A college began to keep its journal here, in its own time zone. */
  | 'COLLEGE_FOUNDED'
  /** A section that describes the college or its educational process was filled in (R-REF-21). */
  | 'COLLEGE_INFORMATION_FILLED'
  /** How the holder of an account can be reached; what is not given is not known any more (R-ACC-09). */
  | 'CONTACTS_RECORDED'
  /** Somebody whose duty it is controlled how the journal is kept, and found so many things wrong (R-MON-02…05, R-MON-14). */
  | 'CONTROL_CARRIED_OUT'
  /** A control work was taken out of the schedule of a page. */
  | 'CONTROL_WORK_DROPPED'
  /** A control work entered the schedule of a page, or moved to another day (R-CAL-09). */
  | 'CONTROL_WORK_PLANNED'
  /** A meeting of the pedagogical council does not take place. */
  | 'COUNCIL_CANCELLED'
  /** A meeting of the pedagogical council (педагогический совет) got its day, or another one: marks changed just before it are looked at. */
  | 'COUNCIL_SCHEDULED'
  /** A course unit took its place: an МДК or practice in its professional module, a practice its kind (T-26). */
  | 'COURSE_UNIT_PLACED'
  /** A course unit entered the reference data of the college. */
  | 'COURSE_UNIT_REGISTERED'
  /** A course unit took another code or title. */
  | 'COURSE_UNIT_RENAMED'
  /** The mark of a course work was replaced, for a stated reason. */
  | 'COURSE_WORK_MARK_CORRECTED'
  /** A student received the mark of a course work, on the scale of its page (R-WRK-01). */
  | 'COURSE_WORK_MARK_RECORDED'
  /** A student received the topic of a course work (курсовая работа, проект), or another one (T-54). */
  | 'COURSE_WORK_TOPIC_ASSIGNED'
  /** A curriculum (учебный план) was adopted for a programme, form of study and year of intake, or for one student (R-REF-09, R-PRM-05). */
  | 'CURRICULUM_ADOPTED'
  /** A curriculum took other lines from a date on, for a stated reason; days before keep the old ones. */
  | 'CURRICULUM_REVISED'
  /** The college did something so that an academic debt is cleared (R-PA-16). */
  | 'DEBT_MEASURE_RECORDED'
  /** The result of a demonstration exam was replaced, for a stated reason. */
  | 'DEMONSTRATION_EXAM_CORRECTED'
  /** A student took the demonstration exam: its result, and its points where there are any (R-WRK-04). */
  | 'DEMONSTRATION_EXAM_RECORDED'
  /** A department (отделение) entered the reference data. */
  | 'DEPARTMENT_REGISTERED'
  /** A department took another name. */
  | 'DEPARTMENT_RENAMED'
  /** The administrator filed a request with the developers because of an outage (R-OUT-04). */
  | 'DEVELOPERS_ASKED'
  /** Whoever owes a report, a printout or a summary has made it and handed it over; the rule says by when, and whether late. */
  | 'DUTY_FULFILLED'
  /** An administrator opened closed windows of a page again: for one lesson or all, for one teacher or all, until a date (T-49). */
  | 'EDIT_WINDOW_GRANTED'
  /** A second person did not agree to open a window again, or who asked for it took it back. */
  | 'EDIT_WINDOW_GRANT_DECLINED'
  /** An administrator asked to open closed windows of a page again, where the regulation wants a second person to agree. */
  | 'EDIT_WINDOW_GRANT_PROPOSED'
  /** A grant ended before its date. */
  | 'EDIT_WINDOW_GRANT_REVOKED'
  /** A guardian declared in writing that they cannot or will not use electronic access: they are informed on paper (T-40). */
  | 'ELECTRONIC_ACCESS_DECLINED'
  /** A guardian took the written refusal of electronic access back. */
  | 'ELECTRONIC_ACCESS_RESUMED'
  /** The form of study or the individual curriculum of an enrolment changed from a day on (R-PRM-05). */
  | 'ENROLMENT_TERMS_CHANGED'
  /** One of the two persons that an erasure takes agreed to destroy what is due; with the second one it is destroyed. The withdrawal of a consent takes nobody else. */
  | 'ERASURE_APPROVED'
  /** What an erasure had not destroyed yet stays; who asked for it may take it back in the same way. */
  | 'ERASURE_DECLINED'
  /** Somebody’s personal data are to be destroyed: whose, of which purposes, who wants it, by which document (152-ФЗ). */
  | 'ERASURE_REQUESTED'
  /** From which day on the data of each purpose may be destroyed, and on which legal basis they are kept until then. */
  | 'ERASURE_SCHEDULED'
  /** The file of an export could not be made, and will not be. */
  | 'EXPORT_FAILED'
  /** Whoever asked for an export fetched its file. */
  | 'EXPORT_FETCHED'
  /** The file of an export was made: how many rows, how many bytes, their SHA-256, the tree its proofs are of, and until when it is kept. */
  | 'EXPORT_MADE'
  /** Somebody asked for a part of the trail as a file: which part, in which form, and whether with proofs. */
  | 'EXPORT_REQUESTED'
  /** An addressee of a finding said what was done about it. */
  | 'FINDING_ANSWERED'
  /** What a control found was reported to whom it concerns and to whom the regulation names (R-MON-08, R-MON-10). */
  | 'FINDING_REPORTED'
  /** The grading criteria of a course unit were defined: what an answer must have, kinds of work, days for checking (R-REF-16). */
  | 'GRADING_CRITERIA_SET'
  /** The curator briefed the students of the group, or their guardians, on registration and what the journal offers (R-ACC-10). */
  | 'GROUP_BRIEFED'
  /** The group received a curator (куратор, классный руководитель); an earlier one no longer is. */
  | 'GROUP_CURATOR_ASSIGNED'
  /** A group studies by a curriculum from a date on (R-REF-09). */
  | 'GROUP_CURRICULUM_ASSIGNED'
  /** A study group (учебная группа) was formed. */
  | 'GROUP_FORMED'
  /** The group completed the programme; who was in debt or on leave was left out (R-PRM-06). */
  | 'GROUP_GRADUATED'
  /** A student belongs to the group from a date on. */
  | 'GROUP_JOINED'
  /** A page of the journal was opened for the group, so that its movements know what rests on them. */
  | 'GROUP_JOURNAL_OPENED'
  /** A student no longer belongs to the group; the date is the last day. */
  | 'GROUP_LEFT'
  /** A promotion or graduation of a group that should not have been was annulled, for all its students (D-20). */
  | 'GROUP_MOVEMENT_ANNULLED'
  /** The group belongs to a department, to a stream, to both or to neither (R-REF-18). */
  | 'GROUP_PLACED'
  /** The whole group moved to the next semester or year of study (R-PRM-01). */
  | 'GROUP_PROMOTED'
  /** A guardian no longer answers for a student after this day; delegations end with it (T-38). */
  | 'GUARDIANSHIP_ENDED'
  /** A guardian was tied to a student; whom they answer for is personal and sealed (T-39). */
  | 'GUARDIANSHIP_ESTABLISHED'
  /** A guardian handed some of the rights over one ward to a trusted person, here or in the portal of state services (R-ROLE-10). */
  | 'GUARDIAN_DELEGATION_GRANTED'
  /** A delegation was taken back: after this day it gives no right. */
  | 'GUARDIAN_DELEGATION_REVOKED'
  /** Homework was set at a lesson, or its text replaced (R-LES-05). */
  | 'HOMEWORK_ASSIGNED'
  /** An import came to its end: what it recorded, corrected, left alone, refused and missed. */
  | 'IMPORT_FINISHED'
  /** An administrator began to bring in history from another system; its events carry this import. */
  | 'IMPORT_STARTED'
  /** An inspection fell into an outage: it is given its data when access is restored (R-OUT-03). */
  | 'INSPECTION_DEFERRED'
  /** The page of a group (or subgroup, or a list of students) in one course unit and period was opened. */
  | 'JOURNAL_OPENED'
  /** A teacher or instructor received this page into their load from a date on (R-ROLE-11). */
  | 'JOURNAL_TEACHER_ASSIGNED'
  /** A teacher no longer has this page in their load. */
  | 'JOURNAL_TEACHER_RELEASED'
  /** The electronic journal of an academic year was opened (R-REF-23). */
  | 'JOURNAL_YEAR_OPENED'
  /** The student came late by so many minutes; present, not absent. */
  | 'LATE_ARRIVAL_RECORDED'
  /** Dated lessons were made from the weekly timetable, each of them once. */
  | 'LESSONS_GENERATED'
  /** A lesson does not take place: it accepts no entry and counts in no total (T-31). */
  | 'LESSON_CANCELLED'
  /** The lesson took place: its topics, kinds of work, form of delivery and what attendance rests on (R-LES-01…04). */
  | 'LESSON_CONDUCTED'
  /** A lesson left its place on a day: it was moved to another day, or cancelled. */
  | 'LESSON_LIFTED'
  /** A lesson that was not yet conducted moved to another time; its window moved with it (T-04). */
  | 'LESSON_MOVED'
  /** A lesson took its place on a day of the college, or another place on it: nobody and nothing it needs is needed there twice (R-SCH-07). */
  | 'LESSON_PLACED'
  /** The record of a conducted lesson was corrected; the first one stays in history. */
  | 'LESSON_RECORD_CORRECTED'
  /** A lesson entered the timetable, with the last day on which its marks may be recorded or changed (R-MRK-05, T-02). */
  | 'LESSON_SCHEDULED'
  /** The teacher set a day to make a topic up, a consultation day; a later one replaces it (R-LES-14). */
  | 'MAKE_UP_DAY_SET'
  /** A current mark was replaced, for a stated reason; the old value stays in history (R-MRK-09, T-23). */
  | 'MARK_CORRECTED'
  /** A student told the teacher that a mark was entered by mistake; the mark stands as it is (R-MRK-10, T-23). */
  | 'MARK_MISTAKE_REPORTED'
  /** A student received a current mark for one kind of work at a lesson (R-MRK-01). */
  | 'MARK_RECORDED'
  /** A current mark was taken back, for a stated reason; it stays in history. */
  | 'MARK_WITHDRAWN'
  /** The curator did something about what the monitoring of the group showed (R-MON-12). */
  | 'MEASURE_TAKEN'
  /** The journal was out of reach from a day on: entries are kept in temporary journals until access is restored (R-OUT-01). */
  | 'OUTAGE_DECLARED'
  /** The holder of an account chose a password, soon after another proof of who they are, or by the one before; what it is, nobody can read (T-57). */
  | 'PASSWORD_SET'
  /** The checklist of a period was gone through: what it covers, of how many pages (R-MON-07). */
  | 'PERIOD_END_CHECKED'
  /** A member of staff took up a position (должность). It gives no right: roles do (T-36). */
  | 'POSITION_ASSIGNED'
  /** A member of staff left a position: this is the last day in it. */
  | 'POSITION_ENDED'
  /** The production calendar of a year was taken over from a named source; deadlines already given stay (T-08, T-48). */
  | 'PRODUCTION_CALENDAR_IMPORTED'
  /** An administrator bound a person of the identity provider to an account: whoever is that person there comes in as its holder (R-ACC-03, T-57). */
  | 'PROVIDER_IDENTITY_ASSIGNED'
  /** An account can no longer be entered by way of the identity provider. */
  | 'PROVIDER_IDENTITY_RELEASED'
  /** Reference data were checked for a year or a month; the rule says by when, and whether late (R-REF-01, R-REF-02, R-REF-07). */
  | 'REFERENCE_DATA_CHECKED'
  /** The college took over one of the known regulations, with every value of it, as its own. */
  | 'REGULATION_ADOPTED'
  /** Parameters of the regulation took new values from a date on, by an order; what was given before stays (T-48). */
  | 'REGULATION_CHANGED'
  /** A second person confirmed a proposed change: it holds from its date on. */
  | 'REGULATION_CHANGE_CONFIRMED'
  /** A proposed change was declined, or taken back by who proposed it; nothing changed. */
  | 'REGULATION_CHANGE_DECLINED'
  /** A change of edit windows or locks was proposed; it holds once a second person has confirmed it. */
  | 'REGULATION_CHANGE_PROPOSED'
  /** The result of a repeat attestation, kept beside the original one (R-PA-08, T-25). */
  | 'REPEAT_ATTESTATION_RECORDED'
  /** A day was set for the repeat attestation of a student; a later one takes its place (R-PA-16). */
  | 'REPEAT_ATTESTATION_SCHEDULED'
  /** A person received a role, usually by an order (R-ROLE-08), from its first day to its last. A student’s role names the student; where a second person had to confirm it, who proposed it is named. */
  | 'ROLE_GRANTED'
  /** A proposed role was declined, or taken back by who proposed it. */
  | 'ROLE_GRANT_DECLINED'
  /** A role was proposed that needs a second person’s yes; until then it gives no right. */
  | 'ROLE_GRANT_PROPOSED'
  /** A role was taken back, or ended with the work at the college: after this day it gives no right. */
  | 'ROLE_REVOKED'
  /** A room of a building entered the reference data: its number, kind and seats (R-REF-01). */
  | 'ROOM_ADDED'
  /** A room took another number, kind or count of seats. */
  | 'ROOM_CHANGED'
  /** A room is no longer used; lessons that were held in it stay where they were. */
  | 'ROOM_CLOSED'
  /** A student left the page; the date is the last day. Entries up to it stay (T-32). */
  | 'ROSTER_ENTRY_ENDED'
  /** Students were put on the page from a date on. */
  | 'ROSTER_EXTENDED'
  /** A one-time code to sign in with was made for an account: what the account does next can be held against it (T-57). */
  | 'SIGN_IN_CODE_ISSUED'
  /** The source documents for a check were handed over to the journal administrators (R-REF-03). */
  | 'SOURCE_DOCUMENTS_HANDED_OVER'
  /** A person left the staff: this is the last day. Positions and roles end with it, nothing is deleted. */
  | 'STAFF_DEPARTED'
  /** A person came onto the staff list; only who is on it can hold a role of staff (T-37). */
  | 'STAFF_LISTED'
  /** When a student was born became known: it decides until when guardians of minors may look (R-ROLE-19). */
  | 'STUDENT_BIRTH_DATE_RECORDED'
  /** The administrator accepted what was asked for; names are carried out with it (R-PRM-03, D-12). */
  | 'STUDENT_CHANGE_ACCEPTED'
  /** The administrator declined what was asked for. */
  | 'STUDENT_CHANGE_DECLINED'
  /** A curator or a guardian told the administrator of a new enrolment, a departure, a transfer, another surname or other data (R-PRM-02, R-REF-06). */
  | 'STUDENT_CHANGE_REQUESTED'
  /** A mistake in the personal data of a student was put right, directly or as asked for (R-REF-05, D-12). */
  | 'STUDENT_DATA_CORRECTED'
  /** A student was enrolled (зачислен), usually into a study group, from a date on. */
  | 'STUDENT_ENROLLED'
  /** The enrolment ended; the date is the last day. Nothing of the history goes (T-33, D-20). */
  | 'STUDENT_EXPELLED'
  /** A student completed the programme: the educational relationship ends with the date (R-PRM-06). */
  | 'STUDENT_GRADUATED'
  /** A movement that should not have been was annulled: it is named by the id of its event, and what stands without it is told (D-20). */
  | 'STUDENT_MOVEMENT_ANNULLED'
  /** A student moved up with the group; conditionally, while academic debts remain (T-34). */
  | 'STUDENT_PROMOTED'
  /** A student became known to the college. */
  | 'STUDENT_REGISTERED'
  /** A student who had been expelled was reinstated (восстановлен) from a date on; the expulsion stays. */
  | 'STUDENT_REINSTATED'
  /** A student took another name from a day on, by an order; documents issued before keep the old one (T-33). */
  | 'STUDENT_RENAMED'
  /** A student moved to another group: the date is the first day there (D-22). */
  | 'STUDENT_TRANSFERRED'
  /** A stream of groups (учебный поток) that share a calendar or a regime was named. */
  | 'STUDY_STREAM_REGISTERED'
  /** All agreed: the students stand in their subgroups, until the end of the study period (R-SUB-03). */
  | 'SUBGROUP_ASSIGNED'
  /** One of those who divide the group jointly, the curator or the teacher of a subgroup, agreed. */
  | 'SUBGROUP_DIVISION_AGREED'
  /** The curator or a teacher proposed how a group is divided into the subgroups of a discipline or practice, page by page (R-SUB-01, R-SUB-02). */
  | 'SUBGROUP_DIVISION_PROPOSED'
  /** A key was made for the personal texts about one subject: the commitment fits this key and no other (attack T52). */
  | 'SUBJECT_KEY_CREATED'
  /** A key was destroyed, and with it every text that it sealed: what the log commits to can be read by nobody any more. */
  | 'SUBJECT_KEY_DESTROYED'
  /** A colleague stands in for this lesson, and fills in this lesson only (R-SCH-10, T-30). */
  | 'SUBSTITUTE_ASSIGNED'
  /** An order named who supervises a student’s thesis or pre-diploma practice; an earlier one no longer does (T-55). */
  | 'SUPERVISOR_APPOINTED'
  /** A teacher who has the page received so many academic hours of it, by a load tariff (R-CAL-07). */
  | 'TEACHING_LOAD_ASSIGNED'
  /** A thematic plan was adjusted during the year, for a stated reason (R-REF-15). */
  | 'THEMATIC_PLAN_ADJUSTED'
  /** A calendar-thematic plan (КТП) of a course unit was entered for a group and a whole academic year, or as a template (R-REF-12, R-REF-19). */
  | 'THEMATIC_PLAN_ADOPTED'
  /** A page follows a thematic plan from now on: its topics come from there (R-LES-02). */
  | 'THEMATIC_PLAN_ATTACHED'
  /** A topic was taken out of a thematic plan. */
  | 'THEMATIC_PLAN_ITEM_DROPPED'
  /** A topic took its place in a thematic plan, with its hours, kinds of work and planned day. */
  | 'THEMATIC_PLAN_ITEM_SET'
  /** The result of a final qualification work was replaced, for a stated reason. */
  | 'THESIS_RESULT_CORRECTED'
  /** The supervisor entered the result of the final qualification work, ВКР (R-WRK-02). */
  | 'THESIS_RESULT_RECORDED'
  /** The timetable was approved as it stands; an entry added later asks for approval again (R-SCH-05). */
  | 'TIMETABLE_APPROVED'
  /** A weekly timetable (расписание) was begun for a stretch of days; its first week is odd (R-SCH-01…04). */
  | 'TIMETABLE_COMPOSED'
  /** A lesson of a page entered the weekly timetable: weekday, time, weeks, place and teacher. */
  | 'TIMETABLE_ENTRY_ADDED'
  /** A lesson left the weekly timetable after a day; lessons that were held stay where they were (R-SCH-03, R-SCH-08). */
  | 'TIMETABLE_ENTRY_ENDED'
  /** What was owed has been made up; the resulting mark stands in the cell of its lesson. */
  | 'TOPIC_DEBT_CLEARED'
  /** A student owes a topic or a practical, laboratory or graphic work; no academic debt, and nothing follows for attestation (R-LES-14, T-27). */
  | 'TOPIC_DEBT_RECORDED'
  /** The owner of a webhook gave it another address or other events. */
  | 'WEBHOOK_CHANGED'
  /** A webhook is sent nothing any more until it is resumed: somebody asked for it, or the server found a cause. */
  | 'WEBHOOK_PAUSED'
  /** Somebody opened a feed of the trail to an address outside: where to, which events, and after which position; without one, from here on. */
  | 'WEBHOOK_REGISTERED'
  /** A webhook was taken away, and its secrets with it. */
  | 'WEBHOOK_REMOVED'
  /** The owner of a webhook has everything after a position sent, again or at last. */
  | 'WEBHOOK_REPLAYED'
  /** The owner of a webhook has it go on from where it had come. */
  | 'WEBHOOK_RESUMED'
  /** The owner of a webhook was shown a new secret that its messages are signed with; until when the one before signs beside it. What it is, the log is not told. */
  | 'WEBHOOK_SECRET_ISSUED'
  /** The working regime (режим работы) of the college for a year was entered (R-CAL-06). */
  | 'WORKING_REGIME_SET'
  /** The work programme (рабочая программа) of a course unit for an academic year was written, or adjusted for a stated reason (R-REF-11, R-REF-15). */
  | 'WORK_PROGRAMME_SET';

/** An exception from a closed edit window. */
export type GrantEditWindowInput = {
  /** One teacher; left out: all who may enter. */
  readonly accountId?: string | null | undefined;
  /** What it opens again. */
  readonly covers: Covers;
  /** The page of the journal. */
  readonly journalId: string;
  /** One lesson; left out: every lesson of the page. */
  readonly lessonId?: string | null | undefined;
  /** Why. */
  readonly reason: string;
  /** The last day of the exception. */
  readonly until: string;
};

/** Where a lesson stands. */
export type LessonStatus =
  /** Does not take place and counts in no total. */
  | 'CANCELLED'
  /** Held. */
  | 'CONDUCTED'
  /** In the timetable, not yet recorded as held; takes no mark and no absence. */
  | 'SCHEDULED';

/** A period to be locked. */
export type LockAttestationPeriodInput = {
  /** The period. */
  readonly periodId: string;
  /** Why. */
  readonly reason?: string | null | undefined;
};

/** The scale of the current marks of a page. */
export type MarkScale =
  /** Five-point: 2, 3, 4, 5. */
  | 'FIVE_POINT'
  /** Whole points from 0 to 100. */
  | 'HUNDRED_POINT'
  /** `pass` or `fail`. */
  | 'PASS_FAIL';

/** Stops a webhook for now. */
export type PauseWebhookInput = {
  /** The webhook. */
  readonly webhookId: string;
};

/** What an attestation period is. */
export type PeriodKind =
  /** A semester. */
  | 'SEMESTER'
  /** A study period of the college’s own. */
  | 'STUDY_PERIOD'
  /** An academic year. */
  | 'YEAR';

/** A mark to be given. */
export type RecordMarkInput = {
  /** The page of the journal. */
  readonly journalId: string;
  /** The lesson. */
  readonly lessonId: string;
  /** The student. */
  readonly studentId: string;
  /** Its value on the scale of the page: `5`, `pass`, `87`. */
  readonly value: string;
  /** What it is given for; the lesson must have had this kind of work. */
  readonly workType: WorkType;
};

/** Why a command was refused. A code is never removed and never changes its meaning. */
export type RefusalCode =
  /** Nothing is sent to such an address: HTTPS to a public name, without credentials, query or another port. */
  | 'ADDRESS_NOT_ALLOWED'
  /** That is assigned already. */
  | 'ALREADY_ASSIGNED'
  /** That has been done already. */
  | 'ALREADY_DONE'
  /** That exists already. */
  | 'ALREADY_EXISTS'
  /** An entry stands there already: correct it instead. */
  | 'ALREADY_RECORDED'
  /** Attendance at this electronic lesson rests on the results of tasks, not on presence. */
  | 'ATTENDANCE_BY_RESULTS'
  /** This command id was used before, for something else. */
  | 'COMMAND_ID_REUSED'
  /** This attempt goes before a commission: name its members and the order. */
  | 'COMMISSION_REQUIRED'
  /** The date does not fit. */
  | 'DATE_OUT_OF_RANGE'
  /** Academic debts stand: they have to be cleared first. */
  | 'DEBTS_REMAIN'
  /** A trusted person has no rights of their own: a guardian delegates them. */
  | 'DELEGATION_REQUIRED'
  /** The edit window has closed. An administrator may grant an exception. */
  | 'EDIT_WINDOW_CLOSED'
  /** A person entered this mark: an import does not change it. */
  | 'ENTERED_BY_PERSON'
  /** Marks, absences or results stand there: take them back first. */
  | 'ENTRIES_REMAIN'
  /** The regulation of the college knows no attestation in this form. */
  | 'FORM_NOT_HELD'
  /** The hours do not add up. */
  | 'HOURS_DO_NOT_ADD_UP'
  /** That is not a possible value of this parameter. */
  | 'IMPOSSIBLE_VALUE'
  /** The request does not say everything that such a request has to. */
  | 'INCOMPLETE_REQUEST'
  /** That is not a mark of this scale. */
  | 'INVALID_MARK'
  /** A later movement rests on this one: undo that first. */
  | 'LATER_MOVEMENT'
  /** The lesson was cancelled. */
  | 'LESSON_CANCELLED'
  /** The lesson has been held. */
  | 'LESSON_CONDUCTED'
  /** The lesson has not been recorded as held. */
  | 'LESSON_NOT_CONDUCTED'
  /** There are as many as there may be. */
  | 'LIMIT_REACHED'
  /** This movement is not annulled: another act undoes it. */
  | 'NOT_ANNULLABLE'
  /** That has not been approved yet. */
  | 'NOT_APPROVED'
  /** The student is not enrolled on that day. */
  | 'NOT_ENROLLED'
  /** There is no such thing. */
  | 'NOT_FOUND'
  /** That is not of this group. */
  | 'NOT_IN_GROUP'
  /** This page is not in your teaching load. */
  | 'NOT_IN_LOAD'
  /** That day does not lie in the outage. */
  | 'NOT_IN_OUTAGE'
  /** No order names you as the supervisor of this student. */
  | 'NOT_NAMED_BY_ORDER'
  /** The student is not on this page on that day. */
  | 'NOT_ON_ROSTER'
  /** This person is not on the staff list on that day. */
  | 'NOT_ON_STAFF_LIST'
  /** None of your roles gives this right. */
  | 'NOT_PERMITTED'
  /** Nothing is recorded there. */
  | 'NOT_RECORDED'
  /** Only its owner may do that: it reads under the rights of the owner. */
  | 'NOT_THE_OWNER'
  /** The student is on academic leave on that day. */
  | 'ON_ACADEMIC_LEAVE'
  /** Name the order behind it. */
  | 'ORDER_REQUIRED'
  /** The outage has not been declared over: temporary journals are brought over after it. */
  | 'OUTAGE_LASTS'
  /** Nobody changes their own rights: a colleague has to. */
  | 'OWN_RIGHTS'
  /** Two stretches of time overlap. */
  | 'PERIODS_OVERLAP'
  /** The attestation period is locked. */
  | 'PERIOD_LOCKED'
  /** Say why. */
  | 'REASON_REQUIRED'
  /** No attempt is left to clear this debt. */
  | 'REPEATS_EXHAUSTED'
  /** The term within which this debt could be cleared is over. */
  | 'REPEAT_TERM_OVER'
  /** These data have to be kept for now: the basis and the day, where there is one, stand beside. */
  | 'RETENTION_NOT_OVER'
  /** Somebody changed it meanwhile. */
  | 'REVISION_CONFLICT'
  /** A second person has to confirm it: not the one who proposed it. */
  | 'SECOND_PERSON_REQUIRED'
  /** The attestation sheet of this page is completed: its marks are closed. An administrator may grant an exception. */
  | 'SHEET_COMPLETED'
  /** Somebody on the page has no attestation result yet. */
  | 'SHEET_INCOMPLETE'
  /** Another lesson needs the same group, teacher or room at that time. */
  | 'TIMETABLE_CLASH'
  /** A course work has a topic: name it first. */
  | 'TOPIC_REQUIRED'
  /** Students change subgroups and groups only at the end of a study period. */
  | 'TRANSFER_IN_MID_PERIOD'
  /** Too much happened there at once: try again. */
  | 'TRY_AGAIN'
  /** The regulation has no such parameter. */
  | 'UNKNOWN_PARAMETER'
  /** Nobody hands on more than they hold themselves. */
  | 'WIDER_THAN_OWN_RIGHTS'
  /** The lesson had no such kind of work. */
  | 'WORK_TYPE_NOT_DONE'
  /** An account of this kind cannot hold that role. */
  | 'WRONG_HOLDER'
  /** Something of this kind does not belong there. */
  | 'WRONG_KIND';

/** Which refused attempts are asked for. */
export type RefusedAttemptFilter = {
  /** Who tried. */
  readonly actorId?: string | null | undefined;
  /** Why it was refused. */
  readonly code?: RefusalCode | null | undefined;
  /** From this instant on. */
  readonly from?: string | null | undefined;
  /** On which page. */
  readonly journalId?: string | null | undefined;
  /** Before this instant. */
  readonly to?: string | null | undefined;
};

/** A feed of the trail to an address outside. */
export type RegisterWebhookInput = {
  /** Everything after this position is sent; left out: from now on. */
  readonly after?: string | null | undefined;
  /** Which events; empty: every one. */
  readonly kinds?: ReadonlyArray<EventKind>;
  /** Where messages are sent: HTTPS to a public name, on its usual port or 8443, without credentials and without a query, since it stands in the log for ever. What a receiver trusts is the signature. */
  readonly url: string;
};

/** Takes a webhook away. */
export type RemoveWebhookInput = {
  /** The webhook. */
  readonly webhookId: string;
};

/** A locked period to be opened again. */
export type ReopenAttestationPeriodInput = {
  /** The period. */
  readonly periodId: string;
  /** Why. */
  readonly reason: string;
};

/** From where on a webhook is sent everything again. */
export type ReplayWebhookInput = {
  /** Everything after this position is sent; 0: everything there is. */
  readonly after: string;
  /** The webhook. */
  readonly webhookId: string;
};

/** Has a webhook go on. */
export type ResumeWebhookInput = {
  /** The webhook. */
  readonly webhookId: string;
};

/** What a person may be at a college; a role is not a position. */
export type Role =
  /** Head of the academic office (заведующий учебной частью). */
  | 'ACADEMIC_OFFICE_HEAD'
  /** Secretary of the academic office. */
  | 'ACADEMIC_OFFICE_SECRETARY'
  /** Auditor: reads everything with its history, changes nothing. */
  | 'AUDITOR'
  /** Head of a department (заведующий отделением): views without editing. */
  | 'DEPARTMENT_HEAD'
  /** Deputy director (заместитель директора): inspects, promotes groups, edits no mark. */
  | 'DEPUTY_DIRECTOR'
  /** Head of the college (директор): sees the whole journal. */
  | 'DIRECTOR'
  /** Curator of a group (куратор, классный руководитель): reads its pages, classifies absences. */
  | 'GROUP_CURATOR'
  /** HR specialist (специалист отдела кадров). */
  | 'HR_SPECIALIST'
  /** Authority of control and supervision. */
  | 'INSPECTOR'
  /** Journal administrator (ответственный за журнал): rights, periods, locks, grants; no marks. */
  | 'JOURNAL_ADMINISTRATOR'
  /** Administrator in view-only mode. */
  | 'JOURNAL_ADMINISTRATOR_READ_ONLY'
  /** Guardian (законный представитель): sees only their own child. */
  | 'LEGAL_GUARDIAN'
  /** Methodologist (методист). */
  | 'METHODOLOGIST'
  /** Practical-training instructor (мастер производственного обучения). */
  | 'PRACTICAL_TRAINING_INSTRUCTOR'
  /** Practice supervisor named by order (руководитель практики). */
  | 'PRACTICE_SUPERVISOR'
  /** Makes the timetable (лаборант по расписанию). */
  | 'SCHEDULER'
  /** Student: sees only their own. */
  | 'STUDENT'
  /** A teacher at a lesson of a colleague: a right over that lesson, never granted as such. */
  | 'SUBSTITUTE_TEACHER'
  /** Records substitutions (работа с заменами). */
  | 'SUBSTITUTION_OPERATOR'
  /** Teacher (преподаватель): fills in the pages of the own load. */
  | 'TEACHER'
  /** Technical specialist: no marks. */
  | 'TECHNICAL_SPECIALIST'
  /** Thesis supervisor named by order (научный руководитель). */
  | 'THESIS_SUPERVISOR'
  /** Trusted person (доверенное лицо): a delegation of one guardian. */
  | 'TRUSTED_PERSON';

/** How a fact came in. */
export type Source =
  /** Brought in with an import of history. */
  | 'IMPORT'
  /** Entered online. */
  | 'ONLINE'
  /** Transferred from a temporary journal after an outage. */
  | 'TEMPORARY_JOURNAL';

/** Attendance of a whole lesson. */
export type TakeAttendanceInput = {
  /** The students who were not there; everybody else on the page was. */
  readonly absentStudentIds: ReadonlyArray<string>;
  /** The page of the journal. */
  readonly journalId: string;
  /** The lesson. */
  readonly lessonId: string;
};

/** What an accepted command may be warned of. A code is never removed and keeps its meaning. */
export type WarningCode =
  /** The student’s birth date is unknown: the end of the guardian’s access cannot be told. */
  | 'BIRTH_DATE_UNKNOWN'
  /** Corrections of marks are to be avoided: this one is counted and seen. */
  | 'CORRECTION_TO_BE_AVOIDED'
  /** This was entered before its time. */
  | 'ENTERED_EARLY'
  /** The hours differ from those of the curriculum. */
  | 'HOURS_DO_NOT_ADD_UP'
  /** Late entries of marks are to be avoided: this one is counted and seen. */
  | 'LATE_ENTRY_TO_BE_AVOIDED'
  /** Entries are made in Russian. */
  | 'NOT_IN_RUSSIAN'
  /** Some of these data have to be kept for now: the basis and the day, where there is one, stand beside. */
  | 'RETENTION_NOT_OVER'
  /** There are too few current marks for a final one. */
  | 'TOO_FEW_MARKS'
  /** The topic does not follow the thematic plan. */
  | 'TOPIC_NOT_IN_PLAN';

/** Why a webhook is paused. */
export type WebhookPauseCause =
  /** The name leads to an address that nothing is sent to: not one of the open network. */
  | 'ADDRESS_REFUSED'
  /** Somebody asked for it. */
  | 'ASKED'
  /** Nothing was delivered for five days. */
  | 'RECEIVER_FAILING'
  /** The receiver answered 410 Gone. */
  | 'RECEIVER_GONE'
  /** Its owner may not keep webhooks or read the trail any more. */
  | 'RIGHT_ENDED';

/** What became of an attempt to deliver. */
export type WebhookResult =
  /** The name leads to an address that nothing is sent to: not one of the open network. The webhook is paused. */
  | 'ADDRESS_REFUSED'
  /** The receiver answered 2xx. */
  | 'DELIVERED'
  /** The receiver answered 410 Gone: the webhook is paused. */
  | 'GONE'
  /** The receiver answered 3xx. Redirects are not followed: give the webhook the other address. */
  | 'REDIRECTED'
  /** The receiver answered anything else. */
  | 'REFUSED_BY_RECEIVER'
  /** There was no answer within fifteen seconds. */
  | 'TIMED_OUT'
  /** There was no answer: the name, the connection or the certificate failed. */
  | 'UNREACHABLE';

/** Whether a webhook is sent anything. */
export type WebhookState =
  /** It is sent events as they come. */
  | 'ACTIVE'
  /** It is sent nothing until its owner resumes it; `pauseCause` tells why. */
  | 'PAUSED'
  /** Not yet: its owner has taken no secret. See `issueWebhookSecret`. */
  | 'WITHOUT_SECRET';

/** What a window is of. */
export type WindowKind =
  /** The attestation marks of a page. */
  | 'ATTESTATION'
  /** A grant. */
  | 'GRANT'
  /** The marks and the record of a lesson. */
  | 'LESSON';

/** How an edit window stands today. */
export type WindowState =
  /** Closed; an administrator may grant an exception. */
  | 'CLOSED'
  /** Open, with three days or fewer left. */
  | 'CLOSING_SOON'
  /** Closed, and open again by a grant. */
  | 'GRANTED'
  /** The period is locked: nothing opens it but re-opening the period. */
  | 'LOCKED'
  /** Open. */
  | 'OPEN';

/** The topics of single kinds of work at a lesson. */
export type WorkTopicsInput = {
  /** Of the control work. */
  readonly control?: string | null | undefined;
  /** Of the independent work. */
  readonly independent?: string | null | undefined;
  /** Of the laboratory work. */
  readonly laboratory?: string | null | undefined;
  /** Of the practical work. */
  readonly practical?: string | null | undefined;
};

/** What a mark is given for (вид работы): several marks of one cell are told apart by it. */
export type WorkType =
  /** Control work (контрольная). */
  | 'CONTROL'
  /** Graphic work. */
  | 'GRAPHIC'
  /** Homework. */
  | 'HOMEWORK'
  /** Independent work. */
  | 'INDEPENDENT'
  /** Laboratory work. */
  | 'LABORATORY'
  /** Work at the lesson. */
  | 'LESSON_WORK'
  /** Practical work. */
  | 'PRACTICAL'
  /** Control work of the internal quality monitoring. */
  | 'QUALITY_MONITORING'
  /** Test. */
  | 'TEST'
  /** Written work. */
  | 'WRITTEN';

export type EditWindowsQueryVariables = Exact<{
  filter: EditWindowFilter;
}>;


export type EditWindowsQuery = { readonly editWindows: ReadonlyArray<{ readonly __typename: 'EditWindow', readonly kind: WindowKind, readonly state: WindowState, readonly until: string, readonly grantedUntil: string | null, readonly grantId: string | null, readonly heldOn: string | null, readonly covers: Covers, readonly journalId: string, readonly lessonId: string | null, readonly courseUnit: { readonly __typename: 'CourseUnit', readonly id: string, readonly title: string } | null, readonly group: { readonly __typename: 'StudyGroup', readonly id: string, readonly name: string } | null }> };

export type EditWindowChangedSubscriptionVariables = Exact<{
  journalId: string;
  after?: string | null | undefined;
}>;


export type EditWindowChangedSubscription = { readonly editWindowChanged: { readonly __typename: 'EditWindowChange', readonly journalId: string, readonly position: string, readonly lessonIds: ReadonlyArray<string> | null, readonly windows: ReadonlyArray<{ readonly __typename: 'EditWindow', readonly kind: WindowKind, readonly state: WindowState, readonly until: string, readonly grantedUntil: string | null, readonly grantId: string | null, readonly heldOn: string | null, readonly covers: Covers, readonly lessonId: string | null }> } };

export type RefusedAttemptsQueryVariables = Exact<{
  filter: RefusedAttemptFilter;
  first?: number;
  after?: string | null | undefined;
}>;


export type RefusedAttemptsQuery = { readonly refusedAttempts: { readonly __typename: 'RefusedAttempts', readonly nodes: ReadonlyArray<{ readonly __typename: 'RefusedAttempt', readonly position: string, readonly attemptedAt: string, readonly command: string, readonly code: RefusalCode, readonly parameter: string | null, readonly clause: string | null, readonly journalId: string | null, readonly lessonId: string | null, readonly actor: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly student: { readonly __typename: 'Student', readonly id: string, readonly familyName: string | null, readonly givenName: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type AttestationPeriodsQueryVariables = Exact<{ [key: string]: never; }>;


export type AttestationPeriodsQuery = { readonly attestationPeriods: ReadonlyArray<{ readonly __typename: 'AttestationPeriod', readonly id: string, readonly kind: PeriodKind, readonly title: string, readonly from: string, readonly until: string, readonly attestationMarksUntil: string, readonly locked: boolean, readonly lockedAt: string | null, readonly reopenedAt: string | null }> };

export type GrantEditWindowMutationVariables = Exact<{
  commandId: string;
  input: GrantEditWindowInput;
}>;


export type GrantEditWindowMutation = { readonly grantEditWindow: { readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    > } };

export type LockAttestationPeriodMutationVariables = Exact<{
  commandId: string;
  input: LockAttestationPeriodInput;
}>;


export type LockAttestationPeriodMutation = { readonly lockAttestationPeriod: { readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    > } };

export type ReopenAttestationPeriodMutationVariables = Exact<{
  commandId: string;
  input: ReopenAttestationPeriodInput;
}>;


export type ReopenAttestationPeriodMutation = { readonly reopenAttestationPeriod: { readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    > } };

export type WebhooksQueryVariables = Exact<{
  minPosition?: string | null | undefined;
}>;


export type WebhooksQuery = { readonly webhooks: ReadonlyArray<{ readonly __typename: 'Webhook', readonly id: string, readonly url: string, readonly kinds: ReadonlyArray<EventKind>, readonly registeredAt: string, readonly state: WebhookState, readonly pauseCause: WebhookPauseCause | null, readonly pausedAt: string | null, readonly formerSecretUntil: string | null, readonly position: string, readonly lag: number, readonly failures: number, readonly failingSince: string | null, readonly nextAttemptAt: string | null, readonly owner: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly deliveries: ReadonlyArray<{ readonly __typename: 'WebhookDelivery', readonly eventId: string, readonly position: string, readonly at: string, readonly result: WebhookResult, readonly status: number | null, readonly durationMs: number }> }> };

export type RegisterWebhookMutationVariables = Exact<{
  commandId: string;
  input: RegisterWebhookInput;
}>;


export type RegisterWebhookMutation = { readonly registerWebhook: { readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    > } };

export type IssueWebhookSecretMutationVariables = Exact<{
  commandId: string;
  webhookId: string;
  overlap?: boolean;
}>;


export type IssueWebhookSecretMutation = { readonly issueWebhookSecret: { readonly __typename: 'WebhookSecretPayload', readonly secret: string | null, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly code: RefusalCode, readonly message: string }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string }
      | { readonly __typename: 'PeriodLocked', readonly code: RefusalCode, readonly message: string }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string }
      | { readonly __typename: 'RevisionConflict', readonly code: RefusalCode, readonly message: string }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string }
      | { readonly __typename: 'SheetCompleted', readonly code: RefusalCode, readonly message: string }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string }
    > } };

export type ChangeWebhookMutationVariables = Exact<{
  commandId: string;
  input: ChangeWebhookInput;
}>;


export type ChangeWebhookMutation = { readonly changeWebhook: { readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    > } };

export type PauseWebhookMutationVariables = Exact<{
  commandId: string;
  input: PauseWebhookInput;
}>;


export type PauseWebhookMutation = { readonly pauseWebhook: { readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    > } };

export type ResumeWebhookMutationVariables = Exact<{
  commandId: string;
  input: ResumeWebhookInput;
}>;


export type ResumeWebhookMutation = { readonly resumeWebhook: { readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    > } };

export type ReplayWebhookMutationVariables = Exact<{
  commandId: string;
  input: ReplayWebhookInput;
}>;


export type ReplayWebhookMutation = { readonly replayWebhook: { readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    > } };

export type RemoveWebhookMutationVariables = Exact<{
  commandId: string;
  input: RemoveWebhookInput;
}>;


export type RemoveWebhookMutation = { readonly removeWebhook: { readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    > } };

export type TrailEntryFragment = { readonly __typename: 'AuditEntry', readonly eventId: string, readonly position: string, readonly kind: EventKind, readonly recordedAt: string, readonly occurredOn: string, readonly from: string | null, readonly to: string | null, readonly workType: WorkType | null, readonly reason: string | null, readonly late: boolean, readonly source: Source, readonly channel: Channel | null, readonly role: Role | null, readonly journalId: string | null, readonly lessonId: string | null, readonly grantId: string | null, readonly actor: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly student: { readonly __typename: 'Student', readonly id: string, readonly familyName: string | null, readonly givenName: string | null } | null, readonly rule: { readonly __typename: 'RuleOfEvent', readonly parameter: string, readonly clause: string, readonly version: number, readonly deadline: string | null } | null };

export type AuditTrailQueryVariables = Exact<{
  filter: AuditFilter;
  first?: number;
  after?: string | null | undefined;
}>;


export type AuditTrailQuery = { readonly auditTrail: { readonly __typename: 'AuditTrail', readonly nodes: ReadonlyArray<{ readonly __typename: 'AuditEntry', readonly eventId: string, readonly position: string, readonly kind: EventKind, readonly recordedAt: string, readonly occurredOn: string, readonly from: string | null, readonly to: string | null, readonly workType: WorkType | null, readonly reason: string | null, readonly late: boolean, readonly source: Source, readonly channel: Channel | null, readonly role: Role | null, readonly journalId: string | null, readonly lessonId: string | null, readonly grantId: string | null, readonly actor: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly student: { readonly __typename: 'Student', readonly id: string, readonly familyName: string | null, readonly givenName: string | null } | null, readonly rule: { readonly __typename: 'RuleOfEvent', readonly parameter: string, readonly clause: string, readonly version: number, readonly deadline: string | null } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type AuditTrailChangedSubscriptionVariables = Exact<{
  filter?: AuditFilter;
  after?: string | null | undefined;
}>;


export type AuditTrailChangedSubscription = { readonly auditTrailChanged: { readonly __typename: 'AuditTrailChange', readonly position: string, readonly entries: ReadonlyArray<{ readonly __typename: 'AuditEntry', readonly eventId: string, readonly position: string, readonly kind: EventKind, readonly recordedAt: string, readonly occurredOn: string, readonly from: string | null, readonly to: string | null, readonly workType: WorkType | null, readonly reason: string | null, readonly late: boolean, readonly source: Source, readonly channel: Channel | null, readonly role: Role | null, readonly journalId: string | null, readonly lessonId: string | null, readonly grantId: string | null, readonly actor: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly student: { readonly __typename: 'Student', readonly id: string, readonly familyName: string | null, readonly givenName: string | null } | null, readonly rule: { readonly __typename: 'RuleOfEvent', readonly parameter: string, readonly clause: string, readonly version: number, readonly deadline: string | null } | null }> } };

export type MarkHistoryQueryVariables = Exact<{
  studentId: string;
  journalId: string;
  lessonId?: string | null | undefined;
}>;


export type MarkHistoryQuery = { readonly markHistory: ReadonlyArray<{ readonly __typename: 'AuditEntry', readonly eventId: string, readonly position: string, readonly kind: EventKind, readonly recordedAt: string, readonly occurredOn: string, readonly from: string | null, readonly to: string | null, readonly workType: WorkType | null, readonly reason: string | null, readonly late: boolean, readonly source: Source, readonly channel: Channel | null, readonly role: Role | null, readonly journalId: string | null, readonly lessonId: string | null, readonly grantId: string | null, readonly actor: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly student: { readonly __typename: 'Student', readonly id: string, readonly familyName: string | null, readonly givenName: string | null } | null, readonly rule: { readonly __typename: 'RuleOfEvent', readonly parameter: string, readonly clause: string, readonly version: number, readonly deadline: string | null } | null }> };

export type AuditProofsQueryVariables = Exact<{
  filter: AuditFilter;
  first?: number;
  after?: string | null | undefined;
}>;


export type AuditProofsQuery = { readonly auditTrail: { readonly __typename: 'AuditTrail', readonly nodes: ReadonlyArray<{ readonly __typename: 'AuditEntry', readonly eventId: string, readonly position: string, readonly leafHash: string | null, readonly leafBytes: string | null, readonly proof: { readonly __typename: 'InclusionProof', readonly leafIndex: string, readonly treeSize: string, readonly hashes: ReadonlyArray<string>, readonly tlogProof: string | null } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type SignedLogQueryVariables = Exact<{ [key: string]: never; }>;


export type SignedLogQuery = { readonly auditLog: { readonly __typename: 'AuditLog', readonly latest: { readonly __typename: 'Checkpoint', readonly note: string, readonly treeSize: string, readonly signedAt: string } | null, readonly status: { readonly __typename: 'LogStatus', readonly head: string, readonly signedSize: string, readonly lag: string, readonly alarm: { readonly __typename: 'SignerReport', readonly sentence: string } | null } } };

export type CommandOutcomeFragment = { readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
    | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
  > };

export type CommandOutcomesFragment = { readonly __typename: 'CommandsPayload', readonly accepted: number, readonly refused: number, readonly position: string | null, readonly results: ReadonlyArray<{ readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    > }> };

export type LearnersQueryVariables = Exact<{ [key: string]: never; }>;


export type LearnersQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly today: string, readonly students: ReadonlyArray<{ readonly __typename: 'Student', readonly id: string, readonly familyName: string | null, readonly givenName: string | null, readonly group: { readonly __typename: 'StudyGroup', readonly id: string, readonly name: string } | null }> | null } };

export type DiaryQueryVariables = Exact<{
  studentId: string;
  from: string;
  until: string;
}>;


export type DiaryQuery = { readonly diary: ReadonlyArray<{ readonly __typename: 'DiaryLesson', readonly lessonId: string, readonly journalId: string, readonly date: string, readonly startsAt: string, readonly status: LessonStatus, readonly topic: string | null, readonly homework: string | null, readonly homeworkDueOn: string | null, readonly attendance: Attendance | null, readonly classified: AbsenceClass | null, readonly minutesLate: number | null, readonly courseUnit: { readonly __typename: 'CourseUnit', readonly id: string, readonly title: string } | null, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> | null }> };

export type DiaryStandingQueryVariables = Exact<{
  studentId: string;
}>;


export type DiaryStandingQuery = { readonly standing: { readonly __typename: 'Standing', readonly pages: ReadonlyArray<{ readonly __typename: 'PageStanding', readonly journalId: string, readonly average: string | null, readonly marksCount: number, readonly absences: number | null, readonly attestation: AttestationResult | null, readonly attestationCurrent: AttestationResult | null, readonly courseUnit: { readonly __typename: 'CourseUnit', readonly id: string, readonly title: string } | null }> } };

export type DiaryChangedSubscriptionVariables = Exact<{
  journalId: string;
  after?: string | null | undefined;
}>;


export type DiaryChangedSubscription = { readonly gradebookChanged: { readonly __typename: 'GradebookChange', readonly journalId: string, readonly position: string, readonly isPageChanged: boolean, readonly cells: ReadonlyArray<{ readonly __typename: 'ChangedCell', readonly studentId: string, readonly lessonId: string, readonly value: string | null, readonly attendance: Attendance | null, readonly classified: AbsenceClass | null, readonly minutesLate: number | null, readonly changedAt: string }>, readonly lessons: ReadonlyArray<{ readonly __typename: 'Lesson', readonly id: string, readonly date: string, readonly status: LessonStatus, readonly topic: string | null, readonly homework: string | null }> } };

export type SignInMutationVariables = Exact<{
  code: string;
}>;


export type SignInMutation = { readonly signIn: { readonly __typename: 'SignInPayload', readonly token: string } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { readonly signOut: boolean };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { readonly viewer: { readonly __typename: 'Viewer', readonly roles: ReadonlyArray<Role>, readonly can: ReadonlyArray<Capability>, readonly today: string, readonly account: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null } };

export type TeacherJournalsQueryVariables = Exact<{
  minPosition?: string | null | undefined;
}>;


export type TeacherJournalsQuery = { readonly journals: ReadonlyArray<{ readonly __typename: 'Journal', readonly id: string, readonly courseUnit: { readonly __typename: 'CourseUnit', readonly id: string, readonly title: string } | null, readonly group: { readonly __typename: 'StudyGroup', readonly id: string, readonly name: string } | null, readonly period: { readonly __typename: 'AttestationPeriod', readonly id: string, readonly title: string, readonly from: string, readonly until: string, readonly locked: boolean } | null }> };

export type PageHeaderQueryVariables = Exact<{
  journalId: string;
  minPosition?: string | null | undefined;
}>;


export type PageHeaderQuery = { readonly journal: { readonly __typename: 'Journal', readonly id: string, readonly scale: MarkScale, readonly attestationForm: AttestationForm, readonly subgroup: string | null, readonly courseUnit: { readonly __typename: 'CourseUnit', readonly id: string, readonly title: string } | null, readonly period: { readonly __typename: 'AttestationPeriod', readonly id: string, readonly title: string, readonly locked: boolean } | null, readonly teachers: ReadonlyArray<{ readonly __typename: 'Account', readonly id: string, readonly name: string | null }>, readonly group: { readonly __typename: 'StudyGroup', readonly id: string, readonly name: string, readonly students: ReadonlyArray<{ readonly __typename: 'Student', readonly id: string, readonly familyName: string | null, readonly givenName: string | null, readonly patronymic: string | null }> } | null } | null };

export type PageMarksQueryVariables = Exact<{
  journalId: string;
  minPosition?: string | null | undefined;
}>;


export type PageMarksQuery = { readonly gradebook: { readonly __typename: 'Gradebook', readonly revision: string, readonly lessons: ReadonlyArray<{ readonly __typename: 'Lesson', readonly id: string, readonly date: string, readonly startsAt: string, readonly status: LessonStatus, readonly topic: string | null, readonly homework: string | null, readonly marksUntil: string, readonly workTypes: ReadonlyArray<WorkType> }>, readonly columns: { readonly __typename: 'GradebookColumns', readonly lessonIds: ReadonlyArray<string>, readonly lines: ReadonlyArray<{ readonly __typename: 'GradebookLine', readonly studentId: string, readonly values: ReadonlyArray<string | null>, readonly attendance: ReadonlyArray<Attendance>, readonly classified: ReadonlyArray<AbsenceClass>, readonly revisions: ReadonlyArray<number>, readonly changedAt: ReadonlyArray<string | null> }> } } | null };

export type RecordMarkMutationVariables = Exact<{
  commandId: string;
  input: RecordMarkInput;
}>;


export type RecordMarkMutation = { readonly recordMark: { readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    > } };

export type RecordMarksMutationVariables = Exact<{
  commandId: string;
  inputs: ReadonlyArray<RecordMarkInput> | RecordMarkInput;
}>;


export type RecordMarksMutation = { readonly recordMarks: { readonly __typename: 'CommandsPayload', readonly accepted: number, readonly refused: number, readonly position: string | null, readonly results: ReadonlyArray<{ readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
        | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
        | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
        | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
        | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
        | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
        | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
        | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
        | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
        | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      > }> } };

export type CorrectMarkMutationVariables = Exact<{
  commandId: string;
  input: CorrectMarkInput;
}>;


export type CorrectMarkMutation = { readonly correctMark: { readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    > } };

export type ConductLessonMutationVariables = Exact<{
  commandId: string;
  input: ConductLessonInput;
}>;


export type ConductLessonMutation = { readonly conductLesson: { readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    > } };

export type TakeAttendanceMutationVariables = Exact<{
  commandId: string;
  input: TakeAttendanceInput;
}>;


export type TakeAttendanceMutation = { readonly takeAttendance: { readonly __typename: 'CommandPayload', readonly commandId: string, readonly accepted: boolean, readonly id: string | null, readonly position: string | null, readonly cell: { readonly __typename: 'MarkCell', readonly lessonId: string, readonly studentId: string, readonly revision: number, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> } | null, readonly warnings: ReadonlyArray<{ readonly __typename: 'Warning', readonly code: WarningCode, readonly message: string }>, readonly userErrors: ReadonlyArray<
      | { readonly __typename: 'EditWindowClosed', readonly closedAt: string, readonly closedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'NotPermitted', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'OnAcademicLeave', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'PeriodLocked', readonly until: string, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RetentionNotOver', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RevisionConflict', readonly currentRevision: number | null, readonly currentValue: string | null, readonly changedAt: string | null, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly changedBy: { readonly __typename: 'Account', readonly id: string, readonly name: string | null } | null, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'RuleRefusal', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'SheetCompleted', readonly completedOn: string, readonly mayRequestGrant: boolean, readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
      | { readonly __typename: 'TimetableClash', readonly code: RefusalCode, readonly message: string, readonly field: ReadonlyArray<string>, readonly parameter: string | null, readonly clause: string | null, readonly whoCanHelp: ReadonlyArray<Role>, readonly facts: ReadonlyArray<{ readonly __typename: 'Fact', readonly name: string, readonly value: string }> }
    > } };

export type GradebookChangedSubscriptionVariables = Exact<{
  journalId: string;
  after?: string | null | undefined;
}>;


export type GradebookChangedSubscription = { readonly gradebookChanged: { readonly __typename: 'GradebookChange', readonly journalId: string, readonly position: string, readonly isPageChanged: boolean, readonly cells: ReadonlyArray<{ readonly __typename: 'ChangedCell', readonly studentId: string, readonly lessonId: string, readonly revision: number, readonly value: string | null, readonly attendance: Attendance | null, readonly classified: AbsenceClass | null, readonly changedAt: string, readonly marks: ReadonlyArray<{ readonly __typename: 'Mark', readonly workType: WorkType, readonly value: string }> | null }>, readonly lessons: ReadonlyArray<{ readonly __typename: 'Lesson', readonly id: string, readonly date: string, readonly startsAt: string, readonly status: LessonStatus, readonly topic: string | null, readonly homework: string | null, readonly marksUntil: string, readonly workTypes: ReadonlyArray<WorkType> }>, readonly attestations: ReadonlyArray<{ readonly __typename: 'ChangedAttestation', readonly studentId: string, readonly attestation: { readonly __typename: 'GradebookAttestation', readonly current: AttestationResult } | null }> } };

export type AttendanceChangedSubscriptionVariables = Exact<{
  journalId: string;
  after?: string | null | undefined;
}>;


export type AttendanceChangedSubscription = { readonly attendanceChanged: { readonly __typename: 'AttendanceChange', readonly journalId: string, readonly position: string, readonly takenLessonIds: ReadonlyArray<string> | null, readonly cells: ReadonlyArray<{ readonly __typename: 'ChangedCell', readonly studentId: string, readonly lessonId: string, readonly attendance: Attendance | null, readonly classified: AbsenceClass | null, readonly hoursMissed: number | null, readonly minutesLate: number | null, readonly changedAt: string }> } };

export const TrailEntryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrailEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"occurredOn"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"student"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"journalId"}},{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"grantId"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<TrailEntryFragment, unknown>;
export const CommandOutcomeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<CommandOutcomeFragment, unknown>;
export const CommandOutcomesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcomes"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<CommandOutcomesFragment, unknown>;
export const EditWindowsDocument = {"__meta__":{"hash":"7e197083dfc6fb9847c71a112c303d195eb7127fd45d590a9c325d61b8442a50"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"EditWindows"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowFilter"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"editWindows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"grantedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"grantId"}},{"kind":"Field","name":{"kind":"Name","value":"heldOn"}},{"kind":"Field","name":{"kind":"Name","value":"covers"}},{"kind":"Field","name":{"kind":"Name","value":"journalId"}},{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"courseUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<EditWindowsQuery, EditWindowsQueryVariables>;
export const EditWindowChangedDocument = {"__meta__":{"hash":"6a94be747529986e92e0180b592b7e122fbaa31fa2a333f9be37741394fd681c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"EditWindowChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"journalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Position"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"editWindowChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"journalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"journalId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journalId"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"lessonIds"}},{"kind":"Field","name":{"kind":"Name","value":"windows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"grantedUntil"}},{"kind":"Field","name":{"kind":"Name","value":"grantId"}},{"kind":"Field","name":{"kind":"Name","value":"heldOn"}},{"kind":"Field","name":{"kind":"Name","value":"covers"}},{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<EditWindowChangedSubscription, EditWindowChangedSubscriptionVariables>;
export const RefusedAttemptsDocument = {"__meta__":{"hash":"2f24440fba0bed6d2e2c976e4edfe60bc9ce743bae280851f28e7bd51a292445"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RefusedAttempts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefusedAttemptFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refusedAttempts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"attemptedAt"}},{"kind":"Field","name":{"kind":"Name","value":"command"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"journalId"}},{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"student"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<RefusedAttemptsQuery, RefusedAttemptsQueryVariables>;
export const AttestationPeriodsDocument = {"__meta__":{"hash":"0493a39457ca4dce6b746642fbb1a876abf8511d4b3748816af21dae4eacb006"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AttestationPeriods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attestationPeriods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"attestationMarksUntil"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"lockedAt"}},{"kind":"Field","name":{"kind":"Name","value":"reopenedAt"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<AttestationPeriodsQuery, AttestationPeriodsQueryVariables>;
export const GrantEditWindowDocument = {"__meta__":{"hash":"bed66b837ef59edfe87c957b87453497570e831a5b0be62c0218f4004feef476"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GrantEditWindow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GrantEditWindowInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grantEditWindow"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<GrantEditWindowMutation, GrantEditWindowMutationVariables>;
export const LockAttestationPeriodDocument = {"__meta__":{"hash":"f87af816cb020926eb473ad1796af065cfe1ddaa2e73702fb6f3aa38c7501ef2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"LockAttestationPeriod"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LockAttestationPeriodInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lockAttestationPeriod"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<LockAttestationPeriodMutation, LockAttestationPeriodMutationVariables>;
export const ReopenAttestationPeriodDocument = {"__meta__":{"hash":"5d14d46ee77d53e3f24921ad310bdb25b6a5ac353e55653940c008473bc4aa70"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReopenAttestationPeriod"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReopenAttestationPeriodInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reopenAttestationPeriod"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<ReopenAttestationPeriodMutation, ReopenAttestationPeriodMutationVariables>;
export const WebhooksDocument = {"__meta__":{"hash":"add07b8a96f315b428e42950383a2ce1c9f1f7b7683921ff2bdd383622ac0caf"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Webhooks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"minPosition"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Position"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webhooks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"minPosition"},"value":{"kind":"Variable","name":{"kind":"Name","value":"minPosition"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"kinds"}},{"kind":"Field","name":{"kind":"Name","value":"registeredAt"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"pauseCause"}},{"kind":"Field","name":{"kind":"Name","value":"pausedAt"}},{"kind":"Field","name":{"kind":"Name","value":"formerSecretUntil"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"lag"}},{"kind":"Field","name":{"kind":"Name","value":"failures"}},{"kind":"Field","name":{"kind":"Name","value":"failingSince"}},{"kind":"Field","name":{"kind":"Name","value":"nextAttemptAt"}},{"kind":"Field","name":{"kind":"Name","value":"owner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deliveries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"result"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"durationMs"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<WebhooksQuery, WebhooksQueryVariables>;
export const RegisterWebhookDocument = {"__meta__":{"hash":"32822369819e1f883922065a747571a66fcac1c2e3ed684aa6b5b0a92cfc3027"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RegisterWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RegisterWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"registerWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<RegisterWebhookMutation, RegisterWebhookMutationVariables>;
export const IssueWebhookSecretDocument = {"__meta__":{"hash":"f613d6723c41097cce183543470f1d2f7555207e6d9fbefeead34f5d791219f3"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"IssueWebhookSecret"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"webhookId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"overlap"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}},"defaultValue":{"kind":"BooleanValue","value":true}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueWebhookSecret"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"webhookId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"webhookId"}}},{"kind":"Argument","name":{"kind":"Name","value":"overlap"},"value":{"kind":"Variable","name":{"kind":"Name","value":"overlap"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<IssueWebhookSecretMutation, IssueWebhookSecretMutationVariables>;
export const ChangeWebhookDocument = {"__meta__":{"hash":"f5259a2b8e185dc94569386772972f223b117e46f6d1384e5f0960aa7fe6aa63"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangeWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangeWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changeWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<ChangeWebhookMutation, ChangeWebhookMutationVariables>;
export const PauseWebhookDocument = {"__meta__":{"hash":"b1ef1002fb80a4c025818d388f1da0494624893abf6d7f137c616a47f0a1f629"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PauseWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PauseWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pauseWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<PauseWebhookMutation, PauseWebhookMutationVariables>;
export const ResumeWebhookDocument = {"__meta__":{"hash":"e58ca85d9b008e177d2c2f96a132b04e47909b280423f6a05cd8e28729eb7cd1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResumeWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<ResumeWebhookMutation, ResumeWebhookMutationVariables>;
export const ReplayWebhookDocument = {"__meta__":{"hash":"bdc11a056e6733fca43468893eabceb4ba736cb04f6e355d4abbd2bc561a5379"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReplayWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReplayWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"replayWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<ReplayWebhookMutation, ReplayWebhookMutationVariables>;
export const RemoveWebhookDocument = {"__meta__":{"hash":"debdb346e2bea1025563784cdb268cc9550b91b56cdcf5cbf238857729089296"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RemoveWebhook"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RemoveWebhookInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"removeWebhook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<RemoveWebhookMutation, RemoveWebhookMutationVariables>;
export const AuditTrailDocument = {"__meta__":{"hash":"bbb2d38a349e4c2fea55fef38ea39dbc9e637521bca2375af3c5ee2b8a0fb43a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditTrail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditTrail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TrailEntry"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrailEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"occurredOn"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"student"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"journalId"}},{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"grantId"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<AuditTrailQuery, AuditTrailQueryVariables>;
export const AuditTrailChangedDocument = {"__meta__":{"hash":"004116c429d2fc7a844dea1ce3631eb5830765129aa08a9d4f8939d54e145746"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"AuditTrailChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilter"}}},"defaultValue":{"kind":"ObjectValue","fields":[]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Position"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditTrailChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"entries"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TrailEntry"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrailEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"occurredOn"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"student"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"journalId"}},{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"grantId"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<AuditTrailChangedSubscription, AuditTrailChangedSubscriptionVariables>;
export const MarkHistoryDocument = {"__meta__":{"hash":"69409991d2fb304431c2b35f27b5f4217a075882f88dc2018d4782b830f5729e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MarkHistory"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"studentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"journalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"lessonId"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"markHistory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"studentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"studentId"}}},{"kind":"Argument","name":{"kind":"Name","value":"journalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"journalId"}}},{"kind":"Argument","name":{"kind":"Name","value":"lessonId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"lessonId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TrailEntry"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TrailEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuditEntry"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"recordedAt"}},{"kind":"Field","name":{"kind":"Name","value":"occurredOn"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"to"}},{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"late"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"channel"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"actor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"student"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"journalId"}},{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"grantId"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"deadline"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<MarkHistoryQuery, MarkHistoryQueryVariables>;
export const AuditProofsDocument = {"__meta__":{"hash":"2b73813595139924450eeb79a0195872d298163fdbe28b32c97857922efa814c"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuditProofs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AuditFilter"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"10"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditTrail"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"eventId"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"leafHash"}},{"kind":"Field","name":{"kind":"Name","value":"leafBytes"}},{"kind":"Field","name":{"kind":"Name","value":"proof"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"leafIndex"}},{"kind":"Field","name":{"kind":"Name","value":"treeSize"}},{"kind":"Field","name":{"kind":"Name","value":"hashes"}},{"kind":"Field","name":{"kind":"Name","value":"tlogProof"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<AuditProofsQuery, AuditProofsQueryVariables>;
export const SignedLogDocument = {"__meta__":{"hash":"e21f33db30283c866d811f888bfa9049c54421a19b5892870f39355b00ae1af2"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SignedLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"auditLog"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"latest"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"note"}},{"kind":"Field","name":{"kind":"Name","value":"treeSize"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"head"}},{"kind":"Field","name":{"kind":"Name","value":"signedSize"}},{"kind":"Field","name":{"kind":"Name","value":"lag"}},{"kind":"Field","name":{"kind":"Name","value":"alarm"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sentence"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<SignedLogQuery, SignedLogQueryVariables>;
export const LearnersDocument = {"__meta__":{"hash":"73356a873cf6a9e929d63b97999a729b779213a11d7003157788d5b7fa295734"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Learners"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"today"}},{"kind":"Field","name":{"kind":"Name","value":"students"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<LearnersQuery, LearnersQueryVariables>;
export const DiaryDocument = {"__meta__":{"hash":"220687b54b9ff22d5f8a0c452f3454ffe8d40fab60528326285791db14f1997a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Diary"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"studentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"until"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LocalDate"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"diary"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"studentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"studentId"}}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"until"},"value":{"kind":"Variable","name":{"kind":"Name","value":"until"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"journalId"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"courseUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"homework"}},{"kind":"Field","name":{"kind":"Name","value":"homeworkDueOn"}},{"kind":"Field","name":{"kind":"Name","value":"attendance"}},{"kind":"Field","name":{"kind":"Name","value":"classified"}},{"kind":"Field","name":{"kind":"Name","value":"minutesLate"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<DiaryQuery, DiaryQueryVariables>;
export const DiaryStandingDocument = {"__meta__":{"hash":"fc613f9810708c4c4fa14e27f6f0b52db35a3729a85c09cc5cfb23c0d57b5fd8"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DiaryStanding"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"studentId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"standing"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"studentId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"studentId"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pages"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journalId"}},{"kind":"Field","name":{"kind":"Name","value":"courseUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"average"}},{"kind":"Field","name":{"kind":"Name","value":"marksCount"}},{"kind":"Field","name":{"kind":"Name","value":"absences"}},{"kind":"Field","name":{"kind":"Name","value":"attestation"}},{"kind":"Field","name":{"kind":"Name","value":"attestationCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<DiaryStandingQuery, DiaryStandingQueryVariables>;
export const DiaryChangedDocument = {"__meta__":{"hash":"ac594a29c1a8c2e639f6d374e727e1371caf7b2d5f64ee0c4c148c4cfe684520"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"DiaryChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"journalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Position"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gradebookChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"journalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"journalId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journalId"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"isPageChanged"}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"attendance"}},{"kind":"Field","name":{"kind":"Name","value":"classified"}},{"kind":"Field","name":{"kind":"Name","value":"minutesLate"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lessons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"homework"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<DiaryChangedSubscription, DiaryChangedSubscriptionVariables>;
export const SignInDocument = {"__meta__":{"hash":"c97cd2cd2ecfabf26b1da4f03fb1c9841e3d44228f8833396bf811526417e699"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignIn"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signIn"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = {"__meta__":{"hash":"06562a4643f1d41111c4f2edc22f3adf88348b04a76a979592af164d785a7b6d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOut"}}]}}]} as unknown as DocumentNode<SignOutMutation, SignOutMutationVariables>;
export const ViewerDocument = {"__meta__":{"hash":"37c0c469aed74137fcfb83789a4aec137e623237df8fc73f7152980cb4334d5d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"can"}},{"kind":"Field","name":{"kind":"Name","value":"today"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<ViewerQuery, ViewerQueryVariables>;
export const TeacherJournalsDocument = {"__meta__":{"hash":"c56fa4358b8b4212fd56b5706af80cc52e6692f260b884026163ac2eec1bf4c1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TeacherJournals"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"minPosition"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Position"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journals"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"minPosition"},"value":{"kind":"Variable","name":{"kind":"Name","value":"minPosition"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"courseUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<TeacherJournalsQuery, TeacherJournalsQueryVariables>;
export const PageHeaderDocument = {"__meta__":{"hash":"30246a4d70d8b1e4c9d5b19d749da903d4dba5631542817adebc0d5d75263e00"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PageHeader"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"journalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"minPosition"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Position"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journal"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"journalId"}}},{"kind":"Argument","name":{"kind":"Name","value":"minPosition"},"value":{"kind":"Variable","name":{"kind":"Name","value":"minPosition"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"scale"}},{"kind":"Field","name":{"kind":"Name","value":"attestationForm"}},{"kind":"Field","name":{"kind":"Name","value":"subgroup"}},{"kind":"Field","name":{"kind":"Name","value":"courseUnit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"locked"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"teachers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"group"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"students"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"patronymic"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<PageHeaderQuery, PageHeaderQueryVariables>;
export const PageMarksDocument = {"__meta__":{"hash":"e0f8395e9eb454cbbcff520d1b96bf1930e790668051fab2812d2802358e28cd"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PageMarks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"journalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"minPosition"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Position"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gradebook"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"journalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"journalId"}}},{"kind":"Argument","name":{"kind":"Name","value":"minPosition"},"value":{"kind":"Variable","name":{"kind":"Name","value":"minPosition"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"lessons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"homework"}},{"kind":"Field","name":{"kind":"Name","value":"marksUntil"}},{"kind":"Field","name":{"kind":"Name","value":"workTypes"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"columns"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonIds"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"attendance"}},{"kind":"Field","name":{"kind":"Name","value":"classified"}},{"kind":"Field","name":{"kind":"Name","value":"revisions"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<PageMarksQuery, PageMarksQueryVariables>;
export const RecordMarkDocument = {"__meta__":{"hash":"7533be05b075e93a7e1f607ac7ca314ca7dc5659125e455eba895cd916bbd53a"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordMark"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordMarkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordMark"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<RecordMarkMutation, RecordMarkMutationVariables>;
export const RecordMarksDocument = {"__meta__":{"hash":"546b9dc7f8111893f551d62172ab6634c8c1bb3bcb63af923912dab817399379"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordMarks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"inputs"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordMarkInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordMarks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"inputs"},"value":{"kind":"Variable","name":{"kind":"Name","value":"inputs"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcomes"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcomes"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandsPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"refused"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<RecordMarksMutation, RecordMarksMutationVariables>;
export const CorrectMarkDocument = {"__meta__":{"hash":"b0bd5c14aa6cf705fb1ca8971d3c25cbe3e634b2000c07abc5735a158cd61922"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CorrectMark"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CorrectMarkInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"correctMark"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<CorrectMarkMutation, CorrectMarkMutationVariables>;
export const ConductLessonDocument = {"__meta__":{"hash":"fc0b72d65ae8694c2b6bafae33232ebfc5af4fde37cb58852edad44375500fdb"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConductLesson"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConductLessonInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"conductLesson"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<ConductLessonMutation, ConductLessonMutationVariables>;
export const TakeAttendanceDocument = {"__meta__":{"hash":"9c0e1b267a24466782b18e7a386826b53105dfcc4dda791bcd6429020571565d"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"TakeAttendance"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UUID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"TakeAttendanceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"takeAttendance"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"commandId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"commandId"}}},{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CommandOutcome"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CommandOutcome"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CommandPayload"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"commandId"}},{"kind":"Field","name":{"kind":"Name","value":"accepted"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"cell"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"warnings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"parameter"}},{"kind":"Field","name":{"kind":"Name","value":"clause"}},{"kind":"Field","name":{"kind":"Name","value":"whoCanHelp"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EditWindowClosed"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"closedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SheetCompleted"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completedOn"}},{"kind":"Field","name":{"kind":"Name","value":"mayRequestGrant"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodLocked"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RevisionConflict"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"currentRevision"}},{"kind":"Field","name":{"kind":"Name","value":"currentValue"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"changedBy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]} as unknown as DocumentNode<TakeAttendanceMutation, TakeAttendanceMutationVariables>;
export const GradebookChangedDocument = {"__meta__":{"hash":"18dfd09060296d9451c751920f5d651a160587b43491fb19e0bffd3b5af8e664"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"GradebookChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"journalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Position"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gradebookChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"journalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"journalId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journalId"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"isPageChanged"}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"revision"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"marks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"workType"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attendance"}},{"kind":"Field","name":{"kind":"Name","value":"classified"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lessons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"date"}},{"kind":"Field","name":{"kind":"Name","value":"startsAt"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"homework"}},{"kind":"Field","name":{"kind":"Name","value":"marksUntil"}},{"kind":"Field","name":{"kind":"Name","value":"workTypes"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attestations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"attestation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"current"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<GradebookChangedSubscription, GradebookChangedSubscriptionVariables>;
export const AttendanceChangedDocument = {"__meta__":{"hash":"06ae00d7632babe7bd8f72e1a6768550fed3dbb5cc8e6502adbe2485ae5e58dd"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"AttendanceChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"journalId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Position"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"attendanceChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"journalId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"journalId"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"journalId"}},{"kind":"Field","name":{"kind":"Name","value":"position"}},{"kind":"Field","name":{"kind":"Name","value":"takenLessonIds"}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"studentId"}},{"kind":"Field","name":{"kind":"Name","value":"lessonId"}},{"kind":"Field","name":{"kind":"Name","value":"attendance"}},{"kind":"Field","name":{"kind":"Name","value":"classified"}},{"kind":"Field","name":{"kind":"Name","value":"hoursMissed"}},{"kind":"Field","name":{"kind":"Name","value":"minutesLate"}},{"kind":"Field","name":{"kind":"Name","value":"changedAt"}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}},{"kind":"Field","name":{"kind":"Name","value":"__typename"}}]}}]}}]} as unknown as DocumentNode<AttendanceChangedSubscription, AttendanceChangedSubscriptionVariables>;