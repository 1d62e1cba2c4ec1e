import type { Recorded } from '../../events/recorded.ts';
import type { EventNamed } from '../../events/register.ts';
import { existing, type Change, type Handlers } from '../projection.ts';
import { joined, left } from '../stay.ts';
import type { GroupMember, Student, StudyGroup } from './table-groups.ts';

type Named = Recorded<EventNamed<'StudentRegistered' | 'StudentRenamed' | 'StudentDataCorrected'>>;

const namesOf = ({ sealed }: Named) => ({
  familyName: sealed?.familyName ?? null,
  givenName: sealed?.givenName ?? null,
  patronymic: sealed?.patronymic ?? null,
});

const amend = (
  event: Recorded & { readonly data: { readonly student: string } },
  change: Partial<Student>,
): readonly Change<Student>[] => [
  { key: [event.data.student], next: (row) => ({ ...existing(row, event), ...change }) },
];

const enrolled = ({
  data,
}: Recorded<EventNamed<'StudentEnrolled' | 'StudentReinstated'>>): Partial<Student> => ({
  group: data.group,
  enrolledFrom: data.from,
  enrolledUntil: null,
  formOfStudy: data.formOfStudy,
  individualCurriculum: data.individualCurriculum,
});

/** What the directory says of a student with these stays: the first day is that of the enrolment, not of the group. */
const standsOf = (stays: EventNamed<'StudentMovementAnnulled'>['data']['stays']): Partial<Student> => {
  const last = stays.at(-1);
  const first = stays.findLast(({ from }, index) => {
    const eve = Temporal.PlainDate.from(from).subtract({ days: 1 }).toString();
    return stays[index - 1]?.until !== eve;
  });
  return {
    group: last?.group ?? null,
    enrolledFrom: first?.from ?? null,
    enrolledUntil: last?.until ?? null,
    formOfStudy: last?.formOfStudy ?? null,
    individualCurriculum: last?.individualCurriculum ?? null,
  };
};

/** The students: names are null once erased; after an expulsion the group is the last one. */
export const studentHandlers: Handlers<Student> = {
  StudentRegistered: (event) => [
    {
      key: [event.data.student],
      next: () => ({
        student: event.data.student,
        ...namesOf(event),
        group: null,
        enrolledFrom: null,
        enrolledUntil: null,
        formOfStudy: null,
        individualCurriculum: null,
      }),
    },
  ],
  StudentRenamed: (event) => amend(event, namesOf(event)),
  StudentDataCorrected: (event) => amend(event, namesOf(event)),
  StudentEnrolled: (event) => amend(event, enrolled(event)),
  StudentReinstated: (event) => amend(event, enrolled(event)),
  StudentTransferred: (event) => amend(event, { group: event.data.to }),
  EnrolmentTermsChanged: (event) => {
    const { formOfStudy, individualCurriculum } = event.data;
    return amend(event, { formOfStudy, individualCurriculum });
  },
  StudentExpelled: (event) => amend(event, { enrolledUntil: event.data.on }),
  StudentGraduated: (event) => amend(event, { enrolledUntil: event.data.on }),
  StudentMovementAnnulled: (event) => amend(event, standsOf(event.data.stays)),
};

/** The study groups, where they are in their studies, and who their curator is. */
export const groupHandlers: Handlers<StudyGroup> = {
  GroupFormed: ({ data }) => [{ key: [data.group], next: () => ({ ...data, curator: null }) }],
  GroupCuratorAssigned: (event) => [
    {
      key: [event.data.group],
      next: (row) => ({ ...existing(row, event), curator: event.data.account }),
    },
  ],
  GroupPromoted: (event) => {
    const { group, toYear: year, toSemester: semester } = event.data;
    return [{ key: [group], next: (row) => ({ ...existing(row, event), year, semester }) }];
  },
  GroupMovementAnnulled: (event) => {
    const { group, year, semester } = event.data;
    return [{ key: [group], next: (row) => ({ ...existing(row, event), year, semester }) }];
  },
};

/** Who belonged to a group, and when. */
export const memberHandlers: Handlers<GroupMember> = {
  GroupJoined: ({ data: { group, student, from } }) => [
    {
      key: [group, student],
      next: (row) => ({ group, student, stays: joined(row?.stays ?? [], from) }),
    },
  ],
  GroupLeft: (event) => {
    const { group, student, until } = event.data;
    const next = (row: GroupMember | undefined) => {
      const member = existing(row, event);
      return { ...member, stays: left(member.stays, until) };
    };
    return [{ key: [group, student], next }];
  },
};
