// Fields and limits that several forms have.
import { z } from 'zod';
import { textField } from './form-fields';

/** The form of an action that asks for nothing. */
export const noForm = z.object({});

/** A note or description, with line breaks. The vendor decides how long one may be; this limit only keeps the input small. */
export const noteField = textField({ max: 5000, lines: true }).optional();

/** The largest number of IPs that a form takes. */
export const largestCount = 1_000_000;
