// What the fields of the account's forms are called, how they are explained, and what is wrong with what was typed. Words and Intl
// only: which fields there are is in app/model/actions/actions.ts.
import type { ActionId, ActionInput } from '../../model/actions/actions';
import type { FieldError } from '../../model/actions/form-validation';
import type { FieldLook } from '../../model/actions/form-fields';
import english from '../en/forms.json';
import { formatBytes, formatCount } from '../format';
import { renewalTexts } from '../renewal';
import { texts } from '../texts';

export const formTexts = texts('forms', english);

/** The fields of all forms. */
export type FieldName = { [A in ActionId]: keyof ActionInput<A> & string }[ActionId];

export interface FieldText {
  label: string;
  /** The label where the field may be left empty. */
  optional: string;
  hint?: string;
  /** What a choice's values are called, with a line for each. */
  choices?: Readonly<Record<string, { label: string; hint?: string }>>;
}

type FieldWords = Partial<FieldText>;

const fields: Readonly<Record<FieldName, FieldWords>> = formTexts.fields;

/** Words that differ in one form. */
const inForm: { readonly [A in ActionId]?: { readonly [F in keyof ActionInput<A>]?: FieldWords } } = formTexts.inForm;

/** A field's words in the form of an action. */
export function fieldText(action: ActionId, name: string): FieldText {
  const all: Partial<Record<string, FieldWords>> = fields;
  const special: Partial<Record<string, FieldWords>> | undefined = inForm[action];
  const [common = {}, own = {}] = [all[name], special?.[name]];
  const label = own.label ?? common.label ?? name;
  // The common one belongs to the common label.
  const optional = own.optional ?? (own.label === undefined ? common.optional : undefined);
  return {
    ...(name === 'on' ? { hint: renewalTexts.unconfirmed } : {}),
    ...common,
    ...own,
    label,
    optional: optional ?? formTexts.optional({ label }),
  };
}

type Kind = FieldLook['kind'];

/** The sentence for one error. An address that does not fit has a sentence of its own. */
export function errorText({ field, why, limit = 0 }: FieldError, kind: Kind, locale: string): string {
  const { errors } = formTexts;
  const notThis: Readonly<Record<Kind, string>> = errors.notThis;
  const amount = kind === 'bytes' ? formatBytes(limit, locale) : formatCount(limit, locale);
  switch (why) {
    case 'missing':
      if (kind === 'codes') return errors.missingCodes;
      return kind === 'package' ? notThis.package : errors.missing;
    case 'too-short':
      return errors.tooShort({ count: limit });
    case 'too-long':
      return kind === 'codes' ? errors.tooLongCodes : errors.tooLong({ count: limit });
    case 'too-small':
      if (kind === 'moment') return errors.tooEarly;
      return kind === 'bytes' && limit <= 1 ? errors.notPositive : errors.tooSmall({ amount });
    case 'too-big':
      return errors.tooBig({ amount });
    case 'not-whole':
      return kind === 'bytes' ? notThis.bytes : errors.notWhole;
    case 'not-this':
      return field === 'ip' ? errors.notThis.ip : notThis[kind];
    default:
      return why satisfies never;
  }
}
