// The one way to ask for something: fields as app/areas describes them, errors beside them, a refusal where it belongs, buttons at the
// end. Must not know what the values are for, or send them.
import { type FocusEvent, type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { FieldError } from '../../../app/model/actions/form-validation';
import type { Field } from '../../../app/model/actions/form-fields';
import type { Problem } from '../../../app/model/problem';
import { type FieldText, errorText, formTexts } from '../../../app/texts/account/forms';
import { formatBytes, formatCount } from '../../../app/texts/format';
import { Banner } from '../../ui/Banner';
import { locale } from '../../ui/locale';
import { FieldView, type TrafficPackage } from './FieldView';
import { changesOf, isAsked, type Shown, shownOf, valuesOf } from './field-values';
import styles from './Form.module.css';
import { type CorrectedNames, fieldOfProblem } from './place-problem';
import { Refused } from './Refused';

type Checked = { ok: true; input: Record<string, unknown> } | { ok: false; errors: readonly FieldError[] };

export interface FormProps {
  fields: readonly Field[];
  /** The words of each field. */
  texts: (name: string) => FieldText;
  /** What the fields hold at first, as values; the rest is empty. */
  initial: Readonly<Record<string, unknown>>;
  /** What an empty field begins with instead, as typed. */
  suggested?: Readonly<Record<string, unknown>>;
  /** It edits what is there: only what was changed is checked and submitted, null for what was taken away. */
  edits?: boolean;
  /** `checkForm` of app/model/actions/actions.ts, or the like. */
  check: (values: Record<string, unknown>) => Checked;
  /** The most that number fields take, given what all fields mean. A field is not in it where that is not known. */
  limitsOf?: (values: Readonly<Record<string, unknown>>) => ReadonlyMap<string, number>;
  /** Why the last submission was refused; each refusal is an object of its own. */
  problem: Problem | null;
  /** The vendor's field names that the user has corrected for what is submitted. */
  corrected?: CorrectedNames;
  packages: readonly TrafficPackage[];
  /** What was submitted is under way: nothing can be changed now. */
  busy: boolean;
  onSubmit: (input: Record<string, unknown>) => void;
  /** A submit button among them. */
  buttons: ReactNode;
}

const noneCorrected: CorrectedNames = new Map();
const noLimits = (): ReadonlyMap<string, number> => new Map();

/** The form. What was typed stays for as long as it is mounted. */
export function Form(props: FormProps) {
  const { fields, texts, initial, suggested, edits = false, check, problem, packages, busy, onSubmit, buttons } = props;
  const { corrected = noneCorrected, limitsOf = noLimits } = props;
  const form = useRef<HTMLFormElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown>(() =>
    Object.fromEntries(
      fields.map((field) => [field.name, shownOf(field, initial[field.name] ?? suggested?.[field.name], locale())]),
    ),
  );
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());
  const refused = useRefused(problem, fields, shown, corrected);
  const asked = fields.filter((field) => isAsked(field, shown));

  const look = (values: Shown): Checked => {
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
    const checked = look(values);
    return checked.ok ? new Map() : sentences(checked.errors, fields);
  };

  const change = (name: string, value: string | boolean) => {
    const next = { ...shown, [name]: value };
    setShown(next);
    refused.forgive(name);
    if (wrong.size === 0) return;
    // An error disappears as soon as it is fixed; no new one appears while the user types.
    setWrong(new Map([...wrongIn(next)].filter(([field]) => wrong.has(field))));
  };

  const leave = ({ target, relatedTarget }: FocusEvent<HTMLDivElement>) => {
    const place = target.closest<HTMLElement>('[data-field]');
    const name = place?.dataset['field'] ?? '';
    // A field that was passed over empty is not wrong yet. And what appears above a button that is being pressed would move it away.
    if (shown[name] === '' || place?.contains(relatedTarget) || end.current?.contains(relatedTarget)) return;
    const sentence = wrongIn(shown).get(name);
    if (sentence !== undefined) setWrong(new Map(wrong).set(name, sentence));
  };

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy) return;
    const checked = look(shown);
    const found: ReadonlyMap<string, string> = checked.ok ? new Map() : sentences(checked.errors, fields);
    setWrong(found);
    if (checked.ok) onSubmit(checked.input);
    else focusField(form.current, asked.find(({ name }) => found.has(name))?.name);
  };

  const limits = limitsOf(valuesOf(fields, shown, initial, locale()));
  const textOf = ({ name, kind }: Field): FieldText => {
    const text = texts(name);
    const most = limits.get(name);
    if (most === undefined) return text;
    const available = formTexts.available(kind === 'bytes' ? formatBytes(most, locale()) : formatCount(most, locale()));
    return { ...text, hint: text.hint === undefined ? available : `${available} ${text.hint}` };
  };

  const { at } = refused;
  useEffect(() => {
    if (problem === null) return;
    if (at === null) whole.current?.focus();
    else focusField(form.current, at);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each refusal, wherever it is shown
  }, [problem]);

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <div className={styles.fields} inert={busy} onBlur={leave}>
        {asked.map((field) => (
          <FieldView
            key={field.name}
            field={field}
            text={textOf(field)}
            shown={shown[field.name] ?? ''}
            error={
              wrong.get(field.name) ?? (at === field.name && problem !== null ? refusedHere(problem, field) : null)
            }
            packages={packages}
            onChange={(value) => change(field.name, value)}
          />
        ))}
      </div>
      <div ref={end} className={styles.end}>
        {problem !== null && at === null ? (
          <div ref={whole} tabIndex={-1} className={styles.refusal}>
            <Refused problem={problem} />
          </div>
        ) : null}
        {wrong.size < 2 ? null : (
          <Banner tone="warning" role="status">
            {formTexts.wrong(wrong.size, locale())}
          </Banner>
        )}
        <div className={styles.buttons}>{buttons}</div>
      </div>
    </form>
  );
}

/** Where the last refusal is shown, until its field is changed. */
function useRefused(problem: Problem | null, fields: readonly Field[], shown: Shown, corrected: CorrectedNames) {
  const [forgiven, setForgiven] = useState<Problem | null>(null);
  const names = fields.filter((field) => isAsked(field, shown)).map(({ name }) => name);
  const field = problem === null ? null : fieldOfProblem(problem, names, corrected);
  return {
    /** '' once its field was changed. */
    at: field === null ? null : forgiven === problem ? '' : field,
    forgive: (name: string) => {
      if (name === field) setForgiven(problem);
    },
  };
}

function refusedHere(problem: Problem, { name, kind }: Field): string {
  if (problem.kind === 'rejected') return formTexts.refusedHere(problem.message);
  // The form was checked before it went out: what main finds wrong with an amount is that there is not so much.
  if (kind === 'count' || kind === 'bytes') return formTexts.notThere.amount;
  return kind === 'package' ? formTexts.notThere.package : errorText({ field: name, why: 'not-this' }, kind, locale());
}

function sentences(errors: readonly FieldError[], fields: readonly Field[]): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  for (const error of errors) {
    const kind = fields.find(({ name }) => name === error.field)?.kind ?? 'text';
    if (!said.has(error.field)) said.set(error.field, errorText(error, kind, locale()));
  }
  return said;
}

function placeOf(form: HTMLFormElement | null, name: string | undefined): Element | null {
  return name === undefined ? null : (form?.querySelector(`[data-field="${name}"]`) ?? null);
}

function inputOf(form: HTMLFormElement | null, name: string | undefined): HTMLElement | null {
  return placeOf(form, name)?.querySelector<HTMLElement>('input:checked, input, select, textarea') ?? null;
}

function focusField(form: HTMLFormElement | null, name: string | undefined): void {
  inputOf(form, name)?.focus();
  placeOf(form, name)?.scrollIntoView({ block: 'nearest' });
}
