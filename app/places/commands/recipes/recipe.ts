// What a recipe is: how one program brings the key to one kind of place, with fields that the user fills in. Data only.
import type { placeKinds } from '../../../model/places/place';

/** What a field holds; its label in the catalogue has the same name. */
export type FieldId =
  | 'app'
  | 'config'
  | 'context'
  | 'entry'
  | 'environment'
  | 'field'
  | 'file'
  | 'folder'
  | 'host'
  | 'index'
  | 'line'
  | 'mount'
  | 'namespace'
  | 'path'
  | 'project'
  | 'region'
  | 'repository'
  | 'secret'
  | 'service'
  | 'unit'
  | 'variable'
  | 'worker'
  | 'workload';

export interface RecipeField {
  id: FieldId;
  required: boolean;
  /** What it may hold: nothing that a program would read as an option. */
  pattern: RegExp;
  example: string;
}

/**
 * A command with `<field>` in place of a field's value; `<field:uri>` percent-encodes it, `<field:sh>` quotes it for a POSIX shell on another
 * computer. An argument that is a list is left out whole where one of its fields is empty.
 */
export interface CommandTemplate {
  program: string;
  arguments: readonly (string | readonly string[])[];
  /** A field with the folder it runs in; otherwise the home folder. */
  folder?: FieldId;
  /** Seconds; 30 where it is not said. */
  timeLimit?: number;
}

/** What running it may set off beyond the secret itself; each has a text. */
export type RecipeEffect = 'nothing' | 'next-run' | 'next-deployment' | 'deploys' | 'new-version' | 'replaces-all';

export interface Recipe {
  id: string;
  kind: (typeof placeKinds)[number];
  fields: readonly RecipeField[];
  command: CommandTemplate;
  /** What the program reads around the key, with fields as above. */
  around?: { before: string; after: string; base64: boolean };
  newline: boolean;
  repeatable: boolean;
  /** Tells whether the command could work, and changes nothing. */
  probe: CommandTemplate;
  /** Prints the key that the place has. Not there: nothing can read it back, and the exit code is the proof. */
  readBack?: CommandTemplate;
  effect: RecipeEffect;
  /** Systems where it does not work. */
  notOn?: readonly NodeJS.Platform[];
}

/** Restarts what uses the key. */
export interface HookTemplate {
  id: string;
  fields: readonly RecipeField[];
  command: CommandTemplate;
}

/** A service whose program takes a secret only where others can read it, or not in place: the user does it. */
export interface ManualRecipe {
  id: string;
  why: 'arguments-only' | 'immutable';
}
