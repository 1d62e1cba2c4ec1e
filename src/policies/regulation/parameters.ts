import type { z } from 'zod';
import type { Parameter } from './parameter.ts';
import { accessParameters } from './parameters/access.ts';
import { accountParameters } from './parameters/accounts.ts';
import { attendanceParameters } from './parameters/attendance.ts';
import { attestationParameters } from './parameters/attestation.ts';
import { communicationParameters } from './parameters/communication.ts';
import { controlParameters } from './parameters/control.ts';
import { lessonParameters } from './parameters/lessons.ts';
import { markParameters } from './parameters/marks.ts';
import { movementParameters } from './parameters/movement.ts';
import { operationParameters } from './parameters/operation.ts';
import { ourParameters } from './parameters/ours.ts';
import { recordParameters } from './parameters/records.ts';
import { referenceDataParameters } from './parameters/reference-data.ts';
import { timetableParameters } from './parameters/timetable.ts';
import { windowParameters } from './parameters/windows.ts';

/** Every parameter of a regulation, by key. A new group of them is one more line. */
export const PARAMETERS = {
  ...windowParameters,
  ...operationParameters,
  ...accountParameters,
  ...referenceDataParameters,
  ...timetableParameters,
  ...lessonParameters,
  ...markParameters,
  ...attendanceParameters,
  ...attestationParameters,
  ...accessParameters,
  ...communicationParameters,
  ...controlParameters,
  ...movementParameters,
  ...recordParameters,
  ...ourParameters,
} as const;
/** The key of a parameter. */
export type ParameterKey = keyof typeof PARAMETERS;

/** The values a parameter may have. */
export type ValueOf<Key extends ParameterKey> = z.infer<(typeof PARAMETERS)[Key]['value']>;

/** Whether a text is the key of a parameter. */
export const isParameterKey = (key: string): key is ParameterKey => Object.hasOwn(PARAMETERS, key);

/** The definition of a parameter, whatever its value. */
export const parameterOf = (key: ParameterKey): Parameter => PARAMETERS[key];

/** Every key, in the order of the register. */
export const PARAMETER_KEYS = Object.keys(PARAMETERS) as readonly ParameterKey[];
