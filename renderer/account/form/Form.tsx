// The one way to show a form: fields as app/model/actions describes them, errors beside them, a refusal where it
// belongs, buttons at the end.
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { Field } from '../../../app/model/actions/form-fields';
import type { Problem } from '../../../app/model/problem';
import { type FieldText, errorText, formTexts } from '../../../app/texts/account/forms';
import { formatBytes, formatCount } from '../../../app/texts/format';
import { sentences } from '../../../app/texts/sentence';
import { Banner } from '../../ui/Banner';
import { locale } from '../../ui/locale';
import { FieldView, type TrafficPackage } from './FieldView';
import styles from './Form.module.css';
import { type CorrectedNames, fieldOfProblem } from './place-problem';
import { Refused } from './Refused';
import { type Checked, useFields } from './use-fields';

export interface FormProps {
  fields: readonly Field[];
  /** The words of each field. */
  texts: (name: string) => FieldText;
  /** What the fields hold at first, as values; the rest is empty. */
  initial: Readonly<Record<string, unknown>>;
  /** What an empty field begins with instead, as typed. */
  suggested?: Readonly<Record<string, unknown>>;
  /** It edits what is there: only what was changed is checked and submitted, null for what was removed. */
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
  const state = useFields({ fields, initial, suggested, edits, check, limitsOf });
  const { shown, wrong, asked, limits } = state;
  const refused = useRefused(problem, asked, corrected);

  const change = (name: string, value: string | boolean) => {
    state.change(name, value);
    refused.forgive(name);
  };

  const leave = ({ target, relatedTarget }: FocusEvent<HTMLDivElement>) => {
    const place = target.closest<HTMLElement>('[data-field]');
    // What appears above a button that is being pressed would move it away.
    if (place?.contains(relatedTarget) || end.current?.contains(relatedTarget)) return;
    state.leave(place?.dataset['field'] ?? '');
  };

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy) return;
    const checked = state.submit();
    if (checked.ok) onSubmit(checked.input);
    else focusField(form.current, asked.find(({ name }) => checked.wrong.has(name))?.name);
  };

  const textOf = ({ name, kind }: Field): FieldText => {
    const text = texts(name);
    const most = limits.get(name);
    if (most === undefined) return text;
    const amount = kind === 'bytes' ? formatBytes(most, locale()) : formatCount(most, locale());
    const available = formTexts.available({ amount });
    return { ...text, hint: sentences(available, text.hint) };
  };

  const { at } = refused;
  useEffect(() => {
    if (problem === null) return;
    if (at === null) whole.current?.focus();
    else focusField(form.current, at);
    // oxlint-disable-next-line react/exhaustive-deps -- once for each refusal, wherever it is shown
  }, [problem]);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are pressed in its fields
    <form ref={form} className={styles.form} noValidate onSubmit={submit} onKeyDown={ignoreHeldEnter}>
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
            {formTexts.wrong({ count: wrong.size })}
          </Banner>
        )}
        <div className={styles.buttons}>{buttons}</div>
      </div>
    </form>
  );
}

/** Where the last refusal is shown, until its field is changed. */
function useRefused(problem: Problem | null, asked: readonly Field[], corrected: CorrectedNames) {
  const [forgiven, setForgiven] = useState<Problem | null>(null);
  const names = asked.map(({ name }) => name);
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
  if (problem.kind === 'rejected') return formTexts.refusedHere({ message: problem.message });
  // The form was checked before it was sent: what main finds wrong with an amount is that there is not so much.
  if (kind === 'count' || kind === 'bytes') return formTexts.notThere.amount;
  return kind === 'package' ? formTexts.notThere.package : errorText({ field: name, why: 'not-this' }, kind, locale());
}

/** The Enter that opened the form and is still held down does not submit it. */
function ignoreHeldEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.repeat) event.preventDefault();
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
