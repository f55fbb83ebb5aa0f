// What the fields of a form hold, and what is wrong with them: found on leaving a field and on submitting, gone as soon as it is fixed.
import { useState } from 'react';
import type { Field } from '../../../app/model/actions/form-fields';
import type { FieldError } from '../../../app/model/actions/form-validation';
import { errorText } from '../../../app/texts/account/forms';
import { locale } from '../../ui/locale';
import { changesOf, isAsked, type Shown, shownOf, valuesOf } from './field-values';

/** What a check of a form found: what to submit, or what is wrong. */
export type Checked = { ok: true; input: Record<string, unknown> } | { ok: false; errors: readonly FieldError[] };

export interface FieldsOptions {
  fields: readonly Field[];
  /** What the fields hold at first, as values; the rest is empty. */
  initial: Readonly<Record<string, unknown>>;
  /** What an empty field begins with instead, as typed. */
  suggested?: Readonly<Record<string, unknown>> | undefined;
  /** Only what was changed is checked and submitted. */
  edits: boolean;
  check: (values: Record<string, unknown>) => Checked;
  /** The most that number fields take, given what all fields mean. */
  limitsOf: (values: Readonly<Record<string, unknown>>) => ReadonlyMap<string, number>;
}

/** The values of the fields as typed, the errors by field, and the checks. */
export function useFields({ fields, initial, suggested, edits, check, limitsOf }: FieldsOptions) {
  const [shown, setShown] = useState<Shown>(() =>
    Object.fromEntries(
      fields.map((field) => [field.name, shownOf(field, initial[field.name] ?? suggested?.[field.name], locale())]),
    ),
  );
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());

  const checkAll = (values: Shown): Checked => {
    const meant = (edits ? changesOf : valuesOf)(fields, values, initial, locale());
    const past = fields.filter(
      ({ kind, name }) => kind === 'moment' && typeof meant[name] === 'number' && meant[name] < Date.now(),
    );
    const tooMuch = [...limitsOf(meant)].filter(
      ([name, most]) => typeof meant[name] === 'number' && meant[name] > most,
    );
    const checked = check(meant);
    if (past.length + tooMuch.length === 0) return checked;
    const errors = [
      ...past.map(({ name: field }): FieldError => ({ field, why: 'too-small' })),
      ...tooMuch.map(([field, limit]): FieldError => ({ field, why: 'too-big', limit })),
    ];
    return { ok: false, errors: checked.ok ? errors : [...checked.errors, ...errors] };
  };
  const wrongIn = (values: Shown): ReadonlyMap<string, string> => {
    const checked = checkAll(values);
    return checked.ok ? new Map() : sentences(checked.errors, fields);
  };

  return {
    shown,
    wrong,
    /** Those that are shown, given what is chosen in the others. */
    asked: fields.filter((field) => isAsked(field, shown)),
    limits: limitsOf(valuesOf(fields, shown, initial, locale())),
    change(name: string, value: string | boolean): void {
      const next = { ...shown, [name]: value };
      setShown(next);
      if (wrong.size === 0) return;
      // An error disappears as soon as it is fixed; no new one appears while the user types.
      setWrong(new Map([...wrongIn(next)].filter(([field]) => wrong.has(field))));
    },
    /** The user left the field: its error is shown. One that was passed over empty is not wrong yet. */
    leave(name: string): void {
      if (shown[name] === '') return;
      const sentence = wrongIn(shown).get(name);
      if (sentence !== undefined) setWrong(new Map(wrong).set(name, sentence));
    },
    /** Checks all, shows what is wrong, and returns what to submit, or the fields that are wrong. */
    submit(): { ok: true; input: Record<string, unknown> } | { ok: false; wrong: ReadonlySet<string> } {
      const checked = checkAll(shown);
      const found: ReadonlyMap<string, string> = checked.ok ? new Map() : sentences(checked.errors, fields);
      setWrong(found);
      return checked.ok ? checked : { ok: false, wrong: new Set(found.keys()) };
    },
  };
}

function sentences(errors: readonly FieldError[], fields: readonly Field[]): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const error of errors) {
    const kind = fields.find(({ name }) => name === error.field)?.kind ?? 'text';
    if (!said.has(error.field)) said.set(error.field, errorText(error, kind, locale()));
  }
  return said;
}
