// Whether a form has what its action needs, and what is wrong if not: the same for main and the account window. Pure.
import { z } from 'zod';
import { type ActionId, type ActionInput, actionOf } from './actions';

/** What is wrong with one field; `why` is for app/texts/account/forms.ts. */
export interface FieldError {
  field: string;
  why: 'missing' | 'too-short' | 'too-long' | 'too-small' | 'too-big' | 'not-whole' | 'not-this';
  /** The limit that was passed, in the field's own unit. */
  limit?: number;
}

/** Checks what a form holds (an absent field is undefined). Answers the action's input, or what is wrong, field by field. */
export function checkForm(
  id: ActionId,
  value: unknown,
): { ok: true; input: Record<string, unknown> } | { ok: false; errors: FieldError[] } {
  const { form, missing } = actionOf(id);
  const parsed = form.safeParse(value);
  if (!parsed.success) return { ok: false, errors: parsed.error.issues.map((issue) => fieldError(issue, value)) };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `missing` stands beside the form whose output it takes
  const absent = missing?.(parsed.data as never) ?? [];
  if (absent.length > 0) return { ok: false, errors: absent.map((field) => ({ field, why: 'missing' })) };
  return { ok: true, input: parsed.data };
}

/** What an edit changes: only fields that were changed, null for a value that was removed. */
export type ActionChanges<A extends ActionId> = {
  [F in keyof ActionInput<A>]?: Exclude<ActionInput<A>[F], undefined> | null;
};

/**
 * Checks what an edit changes: the changed fields, and those that become needed by them. What was not changed is never a reason to refuse.
 * `before`: what the form held at first.
 */
export function checkChanges(
  id: ActionId,
  changes: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
): ReturnType<typeof checkForm> {
  const { form, missing } = actionOf(id);
  const input: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [field, value] of Object.entries(changes)) {
    const schema = Object.hasOwn(form.shape, field) ? form.shape[field] : undefined;
    if (value === null && schema instanceof z.ZodOptional) {
      input[field] = null;
      continue;
    }
    const parsed = schema?.safeParse(value ?? undefined);
    if (parsed?.success === true) input[field] = parsed.data;
    else errors.push(parsed === undefined ? { field, why: 'not-this' } : changeError(field, value, parsed.error));
  }
  if (errors.length > 0) return { ok: false, errors };
  const needed = (values: Readonly<Record<string, unknown>>) => {
    const there = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `missing` stands beside the form whose values it takes
    return missing?.(Object.fromEntries(there) as never) ?? [];
  };
  const neededBefore = needed(before);
  const absent = needed({ ...before, ...input }).filter((field) => field in input || !neededBefore.includes(field));
  if (absent.length > 0) return { ok: false, errors: absent.map((field) => ({ field, why: 'missing' })) };
  return { ok: true, input };
}

function changeError(field: string, value: unknown, { issues }: z.ZodError): FieldError {
  const [issue] = issues;
  return issue === undefined
    ? { field, why: 'not-this' }
    : fieldError({ ...issue, path: [field] }, { [field]: value ?? undefined });
}

function fieldError(issue: z.core.$ZodIssue, value: unknown): FieldError {
  const field = String(issue.path[0] ?? '');
  const given = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const absent = given.every(([name, one]) => name !== field || one === undefined);
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'number'
        ? { field, why: 'too-small', limit: Number(issue.minimum) }
        : { field, why: issue.minimum === 1 ? 'missing' : 'too-short', limit: Number(issue.minimum) };
    case 'too_big':
      return { field, why: issue.origin === 'number' ? 'too-big' : 'too-long', limit: Number(issue.maximum) };
    case 'invalid_type':
      return { field, why: absent ? 'missing' : issue.expected === 'int' ? 'not-whole' : 'not-this' };
    default:
      return { field, why: 'not-this' };
  }
}
