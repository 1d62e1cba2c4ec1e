import { existing, type Handlers } from '../projection.ts';
import type {
  Building,
  CollegeInformation,
  Department,
  GroupPlacement,
  ReferenceCheck,
  Room,
  StudyStream,
} from './table-reference.ts';

/** The buildings. */
export const buildingHandlers: Handlers<Building> = {
  BuildingRegistered: ({ data: { college: _, ...row } }) => [{ key: [row.building], next: () => row }],
  BuildingChanged: ({ data: { college: _, ...row } }) => [{ key: [row.building], next: () => row }],
};

/** The rooms, closed ones too. */
export const roomHandlers: Handlers<Room> = {
  RoomAdded: ({ data: { college: _, ...row } }) => [
    { key: [row.room], next: () => ({ ...row, closed: false }) },
  ],
  RoomChanged: ({ data: { college: _, ...change }, ...event }) => [
    { key: [change.room], next: (row) => ({ ...existing(row, event), ...change }) },
  ],
  RoomClosed: (event) => [
    { key: [event.data.room], next: (row) => ({ ...existing(row, event), closed: true }) },
  ],
};

/** The departments as they are called today. */
export const departmentHandlers: Handlers<Department> = {
  DepartmentRegistered: ({ data: { department, name } }) => [
    { key: [department], next: () => ({ department, name }) },
  ],
  DepartmentRenamed: ({ data: { department, name } }) => [
    { key: [department], next: () => ({ department, name }) },
  ],
};

/** The streams. */
export const studyStreamHandlers: Handlers<StudyStream> = {
  StudyStreamRegistered: ({ data: { stream, name } }) => [{ key: [stream], next: () => ({ stream, name }) }],
};

/** Where each group belongs today. */
export const groupPlacementHandlers: Handlers<GroupPlacement> = {
  GroupPlaced: ({ data }) => [{ key: [data.group], next: () => data }],
};

/** What describes the college; the last text of a section stands. */
export const collegeInformationHandlers: Handlers<CollegeInformation> = {
  CollegeInformationFilled: ({ data: { college: about, section }, sealed, meta }) => [
    { key: [section], next: () => ({ section, about, text: sealed?.text ?? null, filledAt: meta.at }) },
  ],
};

type Checked = Pick<ReferenceCheck, 'what' | 'group' | 'term'>;

const checkOf = (row: ReferenceCheck | undefined, { what, group, term }: Checked): ReferenceCheck =>
  row ?? {
    what,
    of: group ?? 'college',
    term,
    group,
    documentsOn: null,
    documentsDue: null,
    checkedOn: null,
    checkedBy: null,
    deadline: null,
    clause: null,
    faults: null,
  };

const keyOf = ({ what, group, term }: Checked): readonly string[] => [what, group ?? 'college', term];

/** The checks and their documents: the first check decides whether it was in time, the last what it found. */
export const referenceCheckHandlers: Handlers<ReferenceCheck> = {
  SourceDocumentsHandedOver: ({ data, meta }) => [
    {
      key: keyOf(data),
      next: (row) => ({
        ...checkOf(row, data),
        documentsOn: data.on,
        documentsDue: meta.rule?.deadline ?? null,
      }),
    },
  ],
  ReferenceDataChecked: ({ data, meta }) => {
    const next = (row: ReferenceCheck | undefined) => {
      const check = checkOf(row, data);
      return {
        ...check,
        checkedOn: check.checkedOn ?? meta.occurredOn,
        checkedBy: check.checkedBy ?? meta.actor.account,
        deadline: check.deadline ?? data.deadline,
        clause: check.clause ?? meta.rule?.clause ?? null,
        faults: data.faults,
      };
    };
    return [{ key: keyOf(data), next }];
  },
};
