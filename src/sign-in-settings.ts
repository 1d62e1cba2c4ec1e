import { z } from 'zod';

/** How people sign in, as the operator decides. */
export interface SignInSettings {
  /** How old a proof of who somebody is may be where they grant, export or erase; seconds. */
  readonly stepUpSeconds: number;
}

/** An empty value counts as none. */
const given = (value: unknown): unknown => (value === '' ? undefined : value);

const minutesRule = 'STEP_UP_MINUTES must be a whole number of minutes from 1 to 720';

/** The variables of signing in, with a sentence for each that is wrong. */
export const signInVariables = {
  STEP_UP_MINUTES: z.preprocess(
    given,
    z
      .string()
      .regex(/^\d{1,3}$/, minutesRule)
      .transform(Number)
      .refine((minutes) => minutes >= 1 && minutes <= 720, minutesRule)
      .default(15),
  ),
};

type Variables = z.infer<z.ZodObject<typeof signInVariables>>;

/** The settings behind the variables. */
export const signInSettings = ({ STEP_UP_MINUTES }: Variables): SignInSettings => ({
  stepUpSeconds: STEP_UP_MINUTES * 60,
});
