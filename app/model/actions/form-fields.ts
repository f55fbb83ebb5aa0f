// Fields of forms: each is a zod schema that checks a value and also says how it is asked for. Pure.
import { z } from 'zod';

/**
 * How a field is asked for. `bytes`: typed in GB (1e9). `moment`: a day, its end in local time, as milliseconds. `codes`: several
 * lines or words, one text each. `package`: one of the account's traffic packages, its id.
 */
export interface FieldLook {
  kind:
    | 'text'
    | 'password'
    | 'email'
    | 'count'
    | 'bytes'
    | 'moment'
    | 'switch'
    | 'choice'
    | 'country'
    | 'codes'
    | 'package';
  choices?: readonly string[];
  /** A text of several lines. */
  lines?: boolean;
  /** Asked for only while this switch of the same form is on, or this choice has that value. */
  when?: { field: string; is: string | boolean };
}

/** How each field schema is asked for. */
export const looks = z.registry<FieldLook>();

function look<S extends z.ZodType>(schema: S, how: FieldLook): S {
  looks.add(schema, how);
  return schema;
}

type When = FieldLook['when'];
const withWhen = (how: FieldLook, when: When): FieldLook => (when === undefined ? how : { ...how, when });

/** A text between two lengths (characters), without its outer spaces. */
export const textField = (limits: { min?: number; max: number; lines?: boolean; when?: When }) =>
  look(
    z
      .string()
      .trim()
      .min(limits.min ?? 0)
      .max(limits.max),
    withWhen({ kind: 'text', ...(limits.lines === true ? { lines: true } : {}) }, limits.when),
  );

/** A secret that the user types or pastes. */
export const passwordField = (limits: { min: number; max: number }) =>
  look(z.string().min(limits.min).max(limits.max), { kind: 'password' });

/** One e-mail address. */
export const emailField = () => look(z.email().max(200), { kind: 'email' });

/** A whole number. */
export const countField = (limits: { min: number; max: number; when?: When }) =>
  look(z.number().int().min(limits.min).max(limits.max), withWhen({ kind: 'count' }, limits.when));

/** Bytes. */
export const bytesField = (limits: { min: number; max?: number; when?: When }) =>
  look(
    z
      .number()
      .int()
      .min(limits.min)
      .max(limits.max ?? 1e15),
    withWhen({ kind: 'bytes' }, limits.when),
  );

/** A moment in ms since 1970. */
export const momentField = () => look(z.number().int().positive(), { kind: 'moment' });

/** On or off. */
export const switchField = () => look(z.boolean(), { kind: 'switch' });

/** One of `choices`. */
export const choiceField = <C extends string>(choices: readonly [C, ...C[]], when?: When) =>
  look(z.enum(choices), withWhen({ kind: 'choice', choices }, when));

/** ISO 3166-1 alpha-2, upper case. */
export const countryField = () =>
  look(
    z
      .string()
      .trim()
      .regex(/^[A-Za-z]{2}$/)
      .transform((code) => code.toUpperCase()),
    { kind: 'country' },
  );

/** An IPv4 or IPv6 address. */
export const ipField = () => look(z.union([z.ipv4(), z.ipv6()]), { kind: 'text' });

/** One or more texts without spaces, each once. */
export const codesField = () =>
  look(
    z
      .array(z.string().trim().min(1).max(200))
      .min(1)
      .max(500)
      .transform((codes) => [...new Set(codes)]),
    { kind: 'codes' },
  );

/** The id of one of the account's traffic packages. */
export const packageField = (when?: When) => look(z.number().int().positive(), withWhen({ kind: 'package' }, when));

/** A field of a form, as it is asked for. */
export interface Field extends FieldLook {
  name: string;
  /** May be left empty. */
  optional: boolean;
}

/** The fields of a form, in their order. Throws for a schema that was not made here. */
export function fieldsOf(form: z.ZodObject): Field[] {
  return Object.entries(form.shape).map(([name, schema]) => {
    const optional = schema instanceof z.ZodOptional;
    const how = looks.get(optional ? schema.unwrap() : schema);
    if (how === undefined) throw new Error(`no look for the field ${name}`);
    return { name, optional, ...how };
  });
}
