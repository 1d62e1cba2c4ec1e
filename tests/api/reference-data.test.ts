import { foundCollege, type College, type Person } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/* Buildings, departments and what describes the college; the checks of all of it under regulation 003. */
let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

const refusalOf = (who: Person, mutation: string, input: Readonly<Record<string, unknown>>) =>
  college.as(who).refusalOf(mutation, input);

describe('buildings and rooms', () => {
  it('R-REF-01: are entered by the administrator and the deputy, and read by everyone', async () => {
    const { id: buildingId } = await college
      .as('administrator')
      .do('registerBuilding', { name: 'Главный корпус', address: 'ул. Мира, 1' });
    const room = { buildingId, number: '301', kind: 'COMPUTER_ROOM', capacity: 15 };
    const { id: roomId } = await college.as('deputy').do('addRoom', room);
    expect(await refusalOf('deputy', 'addRoom', room)).toBe('ALREADY_EXISTS');
    expect(await refusalOf('administrator', 'registerBuilding', { name: 'Главный корпус' })).toBe(
      'ALREADY_EXISTS',
    );
    const { buildings } = await college
      .as('ivanova')
      .read('{ buildings { id name address rooms { id number kind capacity } } }');
    expect(buildings).toEqual([
      {
        id: buildingId,
        name: 'Главный корпус',
        address: 'ул. Мира, 1',
        rooms: [{ id: roomId, number: '301', kind: 'COMPUTER_ROOM', capacity: 15 }],
      },
    ]);
    expect(await refusalOf('deputy', 'closeRoom', { roomId })).toBe('accepted');
    expect(await refusalOf('deputy', 'changeRoom', { roomId, number: '302', kind: 'GYM' })).toBe('NOT_FOUND');
  });

  it('are nobody else’s to enter', async () => {
    for (const who of ['teacher', 'curator', 'departmentHead', 'observer', 'ivanova'] as const) {
      const { errors } = await college.as(who).query(
        `mutation { registerBuilding(commandId: "5b2c7d4e-7a39-4a9e-9f0f-0e6f3a1f2b11", input: { name: "Корпус" }) {
          accepted } }`,
      );
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});

describe('departments, groups and sections', () => {
  it('R-REF-08, R-REF-18: the deputy lists the groups with their curators, and places them', async () => {
    const { id: groupId } = await college.as('deputy').do('formGroup', { name: 'ИС-13' });
    const { id: departmentId } = await college.as('deputy').do('registerDepartment', { name: 'Информатика' });
    expect(await refusalOf('deputy', 'assignCurator', { groupId, accountId: college.accounts.curator })).toBe(
      'accepted',
    );
    expect(await refusalOf('deputy', 'placeGroup', { groupId, departmentId })).toBe('accepted');
    const renamed = { departmentId, name: 'Информационные системы' };
    expect(await refusalOf('deputy', 'renameDepartment', renamed)).toBe('accepted');
    const { departments } = await college.as('teacher').read('{ departments { id name } }');
    expect(departments).toEqual([{ id: departmentId, name: 'Информационные системы' }]);
  });

  it('R-REF-21: what describes the college is kept filled in, and the last text stands', async () => {
    const fill = (text: string) =>
      refusalOf('deputy', 'fillCollegeInformation', { section: 'EDUCATIONAL_PROCESS', text });
    expect(await fill('Занятия в одну смену')).toBe('accepted');
    expect(await fill('Занятия в две смены')).toBe('accepted');
    const { collegeInformation } = await college
      .as('father')
      .read('{ collegeInformation { section text filledAt } }');
    expect(collegeInformation).toEqual([
      { section: 'EDUCATIONAL_PROCESS', text: 'Занятия в две смены', filledAt: college.clock.now },
    ]);
  });
});

describe('rosters, students and staff', () => {
  it('R-REF-04: are kept current all year: who comes in November is in the group and on the staff at once', async () => {
    const administrator = college.as('administrator');
    const names = { familyName: 'Новенькая', givenName: 'Анна' };
    const { id: studentId } = await administrator.do('registerStudent', names);
    const enrolment = {
      studentId,
      groupId: college.groups.first,
      from: '2026-11-20',
      formOfStudy: 'FULL_TIME',
    };
    const order = { number: '41-с', date: '2026-11-19' };
    expect(await refusalOf('administrator', 'enrolStudent', { ...enrolment, order })).toBe('accepted');
    const { id: accountId } = await administrator.do('openAccount', {
      holder: 'STAFF',
      name: 'Новиков Пётр',
    });
    const renamed = { studentId, familyName: 'Замужняя', givenName: 'Анна', order };
    expect(await refusalOf('administrator', 'renameStudent', { ...renamed, on: '2026-11-20' })).toBe(
      'accepted',
    );
    const { group, staff } = await administrator.read(
      'query ($id: ID!) { group(id: $id) { students { id familyName } } staff { account { id } } }',
      { id: college.groups.first },
    );
    expect(group).toMatchObject({
      students: expect.arrayContaining([{ id: studentId, familyName: 'Замужняя' }]) as unknown,
    });
    expect(staff).toContainEqual({ account: { id: accountId } });
  });
});

describe('the checks before a year (T-47)', () => {
  const CHECKS = `query ($year: Int!) {
    referenceChecks(year: $year) { what term groupId documentsOn documentsDue checkedOn deadline late clause faults }
  }`;
  const books = { what: 'REFERENCE_BOOKS', term: '2027' };
  const seenBy = async (who: Person) =>
    (await college.as(who).read(CHECKS, { year: 2027 }))['referenceChecks'];

  it('R-REF-01, R-REF-03: of the reference books are due by 28 August, their documents a week before', async () => {
    college.clock.now = '2027-08-21T10:00:00.000Z';
    expect(await refusalOf('director', 'handOverSourceDocuments', books)).toBe('accepted');
    college.clock.now = '2027-08-28T20:59:00.000Z';
    expect(await refusalOf('administrator', 'checkReferenceData', { ...books, faults: 2 })).toBe('accepted');
    expect(await refusalOf('administrator', 'checkReferenceData', books)).toBe('accepted');
    expect(await refusalOf('administrator', 'checkReferenceData', books)).toBe('ALREADY_DONE');
    expect(await seenBy('auditor')).toEqual([
      {
        ...books,
        groupId: null,
        documentsOn: '2027-08-21',
        documentsDue: '2027-08-21',
        checkedOn: '2027-08-28',
        deadline: '2027-08-28',
        late: false,
        clause: '003 §3.2 L51-56',
        faults: 0,
      },
    ]);
  });

  it('R-REF-07: of a group are its curator’s, and late after 30 August', async () => {
    college.clock.now = '2027-08-30T21:00:00.000Z';
    const composition = { what: 'GROUP_COMPOSITION', term: '2027', groupId: college.groups.first };
    expect(
      await refusalOf('curator', 'checkReferenceData', { ...composition, groupId: college.groups.second }),
    ).toBe('NOT_IN_GROUP');
    expect(await refusalOf('curator', 'checkReferenceData', composition)).toBe('accepted');
    expect(await refusalOf('curator', 'checkReferenceData', { ...books, term: '2028' })).toBe(
      'NOT_PERMITTED',
    );
    expect(await seenBy('curator')).toMatchObject([
      {
        ...composition,
        checkedOn: '2027-08-31',
        deadline: '2027-08-30',
        late: true,
        clause: '003 §3.2 L71-73',
      },
    ]);
    expect(await seenBy('deputy')).toHaveLength(2);
  });

  it('refuses a month where the regulation asks for a year, and what is no term at all (T-58)', async () => {
    const { userErrors } = await college.as('deputy').do('checkReferenceData', { ...books, term: '2027-08' });
    expect(userErrors).toMatchObject([
      { code: 'IMPOSSIBLE_VALUE', parameter: 'referenceData.checkDeadline', clause: '003 §3.2 L51-56' },
    ]);
    await expect(college.as('deputy').do('checkReferenceData', { ...books, term: 'август' })).rejects.toThrow(
      'term',
    );
  });
});
