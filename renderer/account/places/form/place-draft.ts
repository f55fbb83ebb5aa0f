// A place as its form has it: all of it as text, also what another way of updating would need. Pure.
import type { Command } from '../../../../app/model/places/command';
import type { Place, PlaceUpdate, PlaceUpdateWay } from '../../../../app/model/places/place';
import { looksLikeKey } from '../../../places/looks-like-key';
import { argumentsOf, linesOf } from './command-lines';

/** A command as its fields have it. */
export interface CommandDraft {
  program: string;
  /** One per line. */
  arguments: string;
  /** Empty: the user's home folder. */
  folder: string;
  /** Seconds. */
  timeLimit: string;
}

/** A recipe, or a template of a hook, and what the user filled in. */
export interface RecipeDraft {
  id: string;
  fields: Readonly<Record<string, string>>;
}

type CommandWay = Extract<PlaceUpdate, { by: 'command' }>;

/** How the place is to be updated: with `recipe`, the way is made from it when the form is submitted. */
export type DraftWay = PlaceUpdateWay | 'recipe';

export interface PlaceDraft {
  name: string;
  kind: Place['kind'];
  where: string;
  note: string;
  by: DraftWay;
  path: string;
  /** `id` empty: none was chosen yet. */
  recipe: RecipeDraft;
  command: CommandDraft;
  newline: boolean;
  repeatable: boolean;
  /** What a recipe made, also earlier: its probe and all that is more than the command hold while the command is the same. */
  made: CommandWay | null;
  /** The template of the hook; `own`: its fields below, without a program nothing is run. */
  hookTemplate: RecipeDraft;
  hook: CommandDraft;
  isHookRepeatable: boolean;
  check: CommandDraft;
}

/** What is wrong with a draft, by field. */
export interface DraftErrors {
  name: boolean;
  path: boolean;
  recipe: boolean;
  program: boolean;
  folders: CommandErrors;
  timeLimits: CommandErrors;
}

interface CommandErrors {
  command: boolean;
  hook: boolean;
  check: boolean;
}

export const ownHook = 'own';

const TIME_LIMIT = 30;
const LONGEST = 600;

function commandDraft(command: Command | null | undefined): CommandDraft {
  return command === null || command === undefined
    ? { program: '', arguments: '', folder: '', timeLimit: String(TIME_LIMIT) }
    : {
        program: command.program,
        arguments: linesOf(command.arguments),
        folder: command.folder ?? '',
        timeLimit: String(command.timeLimit),
      };
}

/** The form of a place; of a new one (null), to be updated in the way `by`. */
export function draftOf(place: Place | null, by: DraftWay = 'hand'): PlaceDraft {
  const update: PlaceUpdate = place?.update ?? { by: 'hand' };
  const made = update.by === 'command' ? update : null;
  return {
    name: place?.name ?? '',
    kind: place?.kind ?? (by === 'command' ? 'other' : 'env-file'),
    where: place?.where ?? '',
    note: place?.note ?? '',
    by: place === null ? by : update.by,
    path: update.by === 'file' ? update.path : '',
    recipe: { id: '', fields: {} },
    command: commandDraft(made?.command),
    newline: made?.newline ?? false,
    repeatable: made?.repeatable ?? false,
    made,
    hookTemplate: { id: ownHook, fields: {} },
    hook: commandDraft(place?.hook),
    isHookRepeatable: place?.isHookRepeatable ?? false,
    check: commandDraft(place?.check),
  };
}

/** The draft with what its recipe made of it. */
export function withRecipe(draft: PlaceDraft, made: CommandWay): PlaceDraft {
  const { newline, repeatable } = made;
  return { ...draft, by: 'command', command: commandDraft(made.command), newline, repeatable, made };
}

/** The draft with the hook that its template made. */
export function withHook(draft: PlaceDraft, hook: Command): PlaceDraft {
  return { ...draft, hook: commandDraft(hook), hookTemplate: { id: ownHook, fields: {} }, isHookRepeatable: true };
}

/** A full path on Windows, macOS or Linux. */
function isFullPath(path: string): boolean {
  return /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(path);
}

/** What has to be corrected before the draft is a place; null: nothing. Fields of a recipe are main's to check. */
export function errorsOf(draft: PlaceDraft): DraftErrors | null {
  const isGiven = ({ program }: CommandDraft) => program.trim() !== '';
  const wrongFolder = (command: CommandDraft) => {
    const folder = command.folder.trim();
    return isGiven(command) && folder !== '' && !isFullPath(folder);
  };
  const wrongLimit = (command: CommandDraft) => {
    const isNumber = /^\d{1,4}$/.test(command.timeLimit.trim());
    const limit = Number(command.timeLimit);
    return isGiven(command) && (!isNumber || limit < 1 || limit > LONGEST);
  };
  const hasOwnHook = draft.hookTemplate.id === ownHook;
  const inCommands = (isWrong: (command: CommandDraft) => boolean): CommandErrors => ({
    command: draft.by === 'command' && isWrong(draft.command),
    hook: hasOwnHook && isWrong(draft.hook),
    check: isWrong(draft.check),
  });
  const errors: DraftErrors = {
    name: draft.name.trim() === '',
    path: draft.by === 'file' && !isFullPath(draft.path.trim()),
    recipe: draft.by === 'recipe' && draft.recipe.id === '',
    program: draft.by === 'command' && !isGiven(draft.command),
    folders: inCommands(wrongFolder),
    timeLimits: inCommands(wrongLimit),
  };
  const { folders, timeLimits, ...fields } = errors;
  const all = [fields, folders, timeLimits].flatMap((each) => Object.values(each));
  return all.includes(true) ? errors : null;
}

/** Whether a text that is written down looks like a key: none of them may be one. */
export function holdsKey(draft: PlaceDraft): boolean {
  const { name, where, note, command, hook, check, recipe, hookTemplate } = draft;
  const commands = [command, hook, check].flatMap((each) => [each.program, each.arguments]);
  const fields = [recipe, hookTemplate].flatMap((each) => Object.values(each.fields));
  return [name, where, note, ...commands, ...fields].some(looksLikeKey);
}

/** A command without a program is none. */
function commandOf(draft: CommandDraft): Command | undefined {
  const program = draft.program.trim();
  if (program === '') return undefined;
  const folder = draft.folder.trim();
  return {
    program,
    arguments: argumentsOf(draft.arguments),
    folder: folder === '' ? null : folder,
    timeLimit: Number(draft.timeLimit),
  };
}

/** Whether both run the same; a longer time limit is no other command. */
function runsTheSame(one: Command, other: Command): boolean {
  const parts = ({ program, arguments: args, folder }: Command) => JSON.stringify([program, args, folder]);
  return parts(one) === parts(other);
}

function updateOf(draft: PlaceDraft, before: PlaceUpdate | undefined): PlaceUpdate {
  switch (draft.by) {
    case 'file': {
      const path = draft.path.trim();
      return before?.by === 'file' && before.path === path ? before : { by: 'file', path };
    }
    case 'command': {
      const command = commandOf(draft.command);
      if (command === undefined) return { by: 'hand' };
      const { newline, repeatable, made } = draft;
      // What stands around the key, its probe, and how it is read back belong to the recipe's own command.
      if (made !== null && runsTheSame(made.command, command)) return { ...made, command, newline, repeatable };
      return { by: 'command', recipe: 'own', command, newline, repeatable, probe: null };
    }
    case 'gateway':
      return before?.by === 'gateway' ? before : { by: 'gateway', path: null, consumerId: null };
    // A recipe that made no command: the user does it.
    case 'recipe':
    case 'hand':
      return { by: 'hand' };
    default:
      return draft.by satisfies never;
  }
}

/** The place that a draft without errors describes. */
export function placeOf(draft: PlaceDraft, before: Place | null, id: string): Place {
  const { hook: _hook, check: _check, isHookRepeatable: _repeatable, ...known } = before ?? { id };
  const isByNineTray = draft.by === 'file' || draft.by === 'command';
  const hook = isByNineTray ? commandOf(draft.hook) : undefined;
  const check = isByNineTray ? commandOf(draft.check) : undefined;
  return {
    ...known,
    name: draft.name.trim(),
    kind: draft.kind,
    where: draft.by === 'file' ? draft.path.trim().slice(-200) : draft.where.trim(),
    note: draft.note.trim(),
    update: updateOf(draft, before?.update),
    ...(hook === undefined ? {} : { hook }),
    ...(hook !== undefined && draft.isHookRepeatable ? { isHookRepeatable: true } : {}),
    ...(check === undefined ? {} : { check }),
  };
}

/** All that NineTray would run for it, for a comparison; null: nothing. */
function commandsOf({ update, hook, check }: Place): string | null {
  const byCommand = update?.by === 'command' ? update : null;
  const runs = byCommand !== null || hook !== undefined || check !== undefined;
  return runs ? JSON.stringify([byCommand ?? update, hook, check]) : null;
}

/** Whether the user has to see and confirm the commands of a place before it is saved. */
export function needsReview(place: Place, before: Place | null): boolean {
  const commands = commandsOf(place);
  if (commands === null) return false;
  return before?.confirmed === undefined || commandsOf(before) !== commands;
}
