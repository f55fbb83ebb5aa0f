// Whether a form holds what its action needs, and what is wrong where it does not: the same for main and the account window. Pure.
// It must not: hold words (app/texts/forms.ts), or know what an action does.
import type { z } from 'zod';
import { type ActionId, actionOf } from './action';

/** What is wrong with one field; `why` is for app/texts/forms.ts. */
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
