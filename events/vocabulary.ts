import { z } from 'zod';

/** A UUID that names one thing of the college for ever; it carries no meaning. */
export const id = z.uuid();

/** A calendar date in the college's zone, `2026-11-22`. */
export const date = z.iso.date();

/** A local time of day, `08:30`. */
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);

/** An instant in UTC with milliseconds, `2026-11-22T08:15:30.123Z`. */
export const instant = z.iso.datetime({ precision: 3 });

/** A short code or title without personal data: brought into Unicode NFC, no control characters. */
export const label = z
  .string()
  .normalize('NFC')
  .min(1)
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'has control characters');

/** The reference of an order (приказ), such as `№ 86 от 19.09.2024`. */
export const orderReference = label.max(120);

/** An order (приказ): what every movement of the student body rests on, by its number and its date. */
export const order = z.strictObject({ number: label.max(60), date });
