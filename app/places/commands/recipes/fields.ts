// The fields that recipes have in common. None takes a text that begins with a dash, which a program would read as an option.
import type { FieldId, RecipeField } from './recipe';

/** No spaces, no control characters. */
const WORD = /^[^\s\p{Cc}-][^\s\p{Cc}]{0,299}$/u;
/** Spaces too. */
const PATH = /^[^\s\p{Cc}-][^\p{Cc}]{0,999}$/u;
/** The name of a variable. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,199}$/;
/** Names of Kubernetes and the like: also what stands in a manifest unquoted. */
const OBJECT = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,251}[A-Za-z0-9])?$/;

const patterns: Partial<Record<FieldId, RegExp>> = {
  file: PATH,
  folder: PATH,
  line: /^[^\p{Cc}]{1,3000}$/u,
  variable: NAME,
  namespace: OBJECT,
  index: /^(\["[^"\\\p{Cc}]{1,200}"\]|\[\d{1,6}\]){1,20}$/u,
};

/** A field that has to be filled in. */
export function field(id: FieldId, example: string, pattern: RegExp = patterns[id] ?? WORD): RecipeField {
  return { id, required: true, pattern, example };
}

/** A field that may stay empty. */
export function optional(id: FieldId, example: string): RecipeField {
  return { ...field(id, example), required: false };
}

/** The name of a secret whose parts stand in a manifest. */
export function objectField(id: FieldId, example: string): RecipeField {
  return field(id, example, OBJECT);
}

/** The variable that most examples use. */
export const variable = field('variable', 'NINEPROXY_API_KEY');
