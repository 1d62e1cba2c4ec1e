import { readCatalogue } from '../../regulations/evidence/evidence.ts';
import {
  PARAMETER_KEYS,
  parameterOf,
  type ParameterKey,
} from '../../../src/policies/regulation/parameters.ts';
import { ourParameters } from '../../../src/policies/regulation/parameters/ours.ts';
import {
  DEFAULT_PRESET,
  PRESET_KEYS,
  presetOf,
  type PresetKey,
} from '../../../src/policies/regulation/presets.ts';
import { initialRegulation } from '../../../src/policies/regulation/regulation.ts';

const catalogue = readCatalogue().parameters;
const ours = Object.keys(ourParameters);

/** The table calls this a value; it is a role without stated rights, so nothing is stated (D-09). */
const withoutRights = '003 deputy.journalEdit';

const isSilent = (cell: string): boolean => cell.startsWith('silent') || cell.startsWith('n/a');
const clausesIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/\[([^\]]+)\]/gu)]
    .flatMap(([, inside = '']) => inside.split(/[,;]\s*/u))
    .filter((clause) => /^\d/u.test(clause))
    .map((clause) => `§${clause.replace('–', '-').replace(/ .*$/u, '')}`);

const said = (preset: PresetKey, key: string) => presetOf(preset).says[key as ParameterKey];

describe('the parameters of a regulation', () => {
  it('are the 87 of the catalogue and a few that no regulation speaks of', () => {
    expect(PARAMETER_KEYS.filter((key) => !ours.includes(key)).toSorted()).toEqual(
      catalogue.map(({ key }) => key).toSorted(),
    );
  });

  it('say in English and in Russian what they govern', () => {
    const unsaid = PARAMETER_KEYS.filter((key) => {
      const { en, ru } = parameterOf(key).governs;
      return !/^[A-Z].*\.$/u.test(en) || !/^[А-Я].*\.$/u.test(ru);
    });
    expect(unsaid).toEqual([]);
  });

  it('ask for a second person where they are edit windows, locks, or what keeps personal data, and nowhere else', () => {
    expect(PARAMETER_KEYS.filter((key) => parameterOf(key).secondPerson)).toEqual([
      'currentMark.editWindowDays',
      'attestation.editWindowDays',
      'attestation.lockOnEntry',
      'currentMark.backdatedEntry',
      'attendance.editWindowDays',
      'windowGrant.secondPerson',
      'personalData.identityYears',
      'personalData.specialDays',
      'personalData.accessLog',
    ]);
  });
});

describe('the five regulations', () => {
  it('are chosen by the key under which their clauses are cited; 003 is the default', () => {
    expect(PRESET_KEYS).toEqual(['000', '001', '002', '003', '004']);
    expect(DEFAULT_PRESET).toBe('003');
  });

  it.each(PRESET_KEYS)('T-59: %s is silent exactly where its text is', (preset) => {
    const differing = catalogue.filter(
      ({ key, [preset]: cell }) =>
        `${preset} ${key}` !== withoutRights && isSilent(cell) !== (said(preset, key) === 'silent'),
    );
    expect(differing).toEqual([]);
  });

  it.each(PRESET_KEYS)('%s cites every clause that the catalogue has for a value', (preset) => {
    const uncited = catalogue.filter(({ key, [preset]: cell }) => {
      const stated = said(preset, key);
      return stated !== 'silent' && clausesIn(cell).some((clause) => !stated.clause.includes(clause));
    });
    expect(uncited).toEqual([]);
  });

  it.each(PRESET_KEYS)(
    '%s cites clauses in one form, with the line where the text has no number',
    (preset) => {
      const clause = `${preset} (§\\d+(\\.\\d+)*(-\\d+\\.\\d+)?|App\\. \\d|head)( L\\d+(-\\d+)?)?`;
      const form = new RegExp(`^${clause}(; (${clause}|D-\\d\\d))*$`, 'u');
      const odd = Object.values(presetOf(preset).says).filter(
        (stated) => stated !== 'silent' && !form.test(stated.clause),
      );
      expect(odd).toEqual([]);
    },
  );

  it.each(PRESET_KEYS)('T-59: %s has no rule where it is silent, unless a conflict was settled', (preset) => {
    const invented = [...initialRegulation(preset).settings.values()].filter(
      ({ parameter, origin, value }) => origin === 'silent' && value !== null && !ours.includes(parameter),
    );
    expect(invented).toEqual([]);
  });

  it('say nothing about what is ours, but who sets the year, and who gives teachers their roles (R-ROLE-07)', () => {
    const spoken = PRESET_KEYS.flatMap((preset) =>
      ours.filter((key) => said(preset, key) !== 'silent').map((key) => `${preset} ${key}`),
    );
    expect(spoken).toEqual([
      '000 teacherRoles.grantedBy',
      '003 academicCalendar.setBy',
      '003 teacherRoles.grantedBy',
      '004 academicCalendar.setBy',
    ]);
  });
});
