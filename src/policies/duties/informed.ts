import type { Role } from '../../../events/role.ts';
import type { PresetKey } from '../regulation/presets.ts';
import type { Regulation } from '../regulation/regulation.ts';

/** To whom something about the keeping of journals goes, and where that is written. */
export interface Informed {
  readonly roles: readonly Role[];
  readonly pedagogicalCouncil: boolean;
  readonly clause: string;
}

const STAFF: readonly Role[] = ['teacher', 'practicalTrainingInstructor', 'groupCurator'];

/** Texts name whom findings are reported to, each in its own way (R-MON-10); it is no parameter: nothing varies within a text. */
const FINDINGS: Readonly<Record<PresetKey, Informed | null>> = {
  '000': null,
  '001': {
    roles: ['director', 'deputyDirector'],
    pedagogicalCouncil: true,
    clause: '001 §5.2.5; 001 §7.2; 001 §7.5',
  },
  '002': { roles: STAFF, pedagogicalCouncil: false, clause: '002 §3.4 L54' },
  '003': null,
  '004': { roles: STAFF, pedagogicalCouncil: false, clause: '004 §5.4' },
};

/** Whom a department head informs where the journal is not filled in (R-MON-08). */
const ESCALATIONS: Readonly<Record<PresetKey, Informed | null>> = {
  '000': null,
  '001': { roles: ['deputyDirector'], pedagogicalCouncil: false, clause: '001 §5.3.3' },
  '002': null,
  '003': null,
  '004': null,
};

/** To whom what a control finds is reported; `null` where the text names nobody. */
export const findingsGoTo = ({ preset }: Regulation): Informed | null => FINDINGS[preset];

/** Who is informed where something owed or an answer fails to come; `null` where the text names nobody (T-59). */
export const escalationsGoTo = ({ preset }: Regulation): Informed | null => ESCALATIONS[preset];
