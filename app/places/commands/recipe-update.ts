// Makes a place's commands from a recipe and what the user filled in. Pure; runs nothing.
import { parseArgsStringToArgv } from 'string-argv';
import type { Command } from '../../model/places/command';
import type { PlaceUpdate } from '../../model/places/place';
import type { RecipeList } from '../../model/places/recipe';
import { failed, ok, type Result } from '../../model/problem';
import type { CommandTemplate, FieldId, RecipeField } from './recipes/recipe';
import { hookTemplates, manualRecipes, recipes } from './recipes/recipes';

/** By field; others than a recipe has are ignored. */
export type FieldValues = Readonly<Record<string, string>>;

const TIME_LIMIT = 30;
const FIELD = /<([a-z]+)(?::(uri|sh))?>/g;

/** A text for a POSIX shell, as one word. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function valueOf(values: FieldValues, id: string): string {
  return (
    Object.entries(values)
      .find(([each]) => each === id)?.[1]
      ?.trim() ?? ''
  );
}

function filled(template: string, values: FieldValues): string {
  return template.replace(FIELD, (_whole, id: string, as: string | undefined) => {
    const value = valueOf(values, id);
    if (as === 'uri') return encodeURIComponent(value);
    return as === 'sh' ? quoted(value) : value;
  });
}

/** Whether a text has a field that is empty. */
function lacks(template: string, values: FieldValues): boolean {
  return [...template.matchAll(FIELD)].some(([, id = '']) => valueOf(values, id) === '');
}

function commandOf(template: CommandTemplate, values: FieldValues): Command {
  const args = template.arguments.flatMap((each) => {
    const group = typeof each === 'string' ? [each] : each;
    const isLeftOut = typeof each !== 'string' && group.some((part) => lacks(part, values));
    return isLeftOut ? [] : group.map((part) => filled(part, values));
  });
  return {
    program: template.program,
    arguments: args,
    folder: template.folder === undefined ? null : valueOf(values, template.folder),
    timeLimit: template.timeLimit ?? TIME_LIMIT,
  };
}

/** The first field that cannot be used as it is filled in; null: all can. */
function wrongField(fields: readonly RecipeField[], values: FieldValues): FieldId | null {
  const wrong = fields.find(({ id, required, pattern }) => {
    const value = valueOf(values, id);
    return value === '' ? required : !pattern.test(value);
  });
  return wrong?.id ?? null;
}

/** A command line as one types it: words, with quotes around those with spaces. No shell: $, *, | and > mean themselves. Null: no word. */
export function commandLine(line: string): Command | null {
  const [program, ...args] = parseArgsStringToArgv(line);
  return program === undefined || program === ''
    ? null
    : { program, arguments: args, folder: null, timeLimit: TIME_LIMIT };
}

/**
 * How a place is updated by a recipe. `proof`: whether the key can be read back afterwards; otherwise the exit code is all there is.
 * Fails with bad-input (the field), or not-offered where there is no such recipe on this system.
 */
export function recipeUpdate(
  recipeId: string,
  values: FieldValues,
  platform: NodeJS.Platform = process.platform,
): Result<{ update: Extract<PlaceUpdate, { by: 'command' }>; proof: 'read-back' | 'exit' }> {
  const recipe = recipes.find(({ id }) => id === recipeId);
  if (recipe === undefined || recipe.notOn?.includes(platform) === true) return failed({ kind: 'not-offered' });
  const wrong = wrongField(recipe.fields, values);
  if (wrong !== null) return failed({ kind: 'bad-input', field: wrong });
  const { around, readBack } = recipe;
  return ok({
    update: {
      by: 'command',
      recipe: recipe.id,
      command: commandOf(recipe.command, values),
      ...(around === undefined
        ? {}
        : { around: { ...around, before: filled(around.before, values), after: filled(around.after, values) } }),
      newline: recipe.newline,
      repeatable: recipe.repeatable,
      probe: commandOf(recipe.probe, values),
      ...(readBack === undefined ? {} : { readBack: commandOf(readBack, values) }),
    },
    proof: readBack === undefined ? 'exit' : 'read-back',
  });
}

/** A hook from its template, or the user's own command line. Fails as recipeUpdate does. */
export function hookCommand(templateId: string, values: FieldValues): Result<Command> {
  const template = hookTemplates.find(({ id }) => id === templateId);
  if (template === undefined) return failed({ kind: 'not-offered' });
  const wrong = wrongField(template.fields, values);
  if (wrong !== null) return failed({ kind: 'bad-input', field: wrong });
  if (template.id !== 'own') return ok(commandOf(template.command, values));
  const own = commandLine(valueOf(values, 'line'));
  return own === null ? failed({ kind: 'bad-input', field: 'line' }) : ok(own);
}

/** What windows offer: the recipes that work on this system, the hooks, and services that the user updates. */
export function recipeList(platform: NodeJS.Platform = process.platform): RecipeList {
  const shown = (fields: readonly RecipeField[]) =>
    fields.map(({ id, required, example }) => ({ id, required, example }));
  return {
    recipes: recipes
      .filter(({ notOn }) => notOn?.includes(platform) !== true)
      .map(({ id, kind, fields, effect, readBack }) => ({
        id,
        kind,
        fields: shown(fields),
        effect,
        isReadBack: readBack !== undefined,
      })),
    hooks: hookTemplates.map(({ id, fields }) => ({ id, fields: shown(fields) })),
    manual: manualRecipes.map(({ id, why }) => ({ id, why })),
  };
}
