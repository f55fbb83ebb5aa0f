// A place as its form has it: all of it as text, also what another way of updating would need. Pure.
import type { Command } from '../../../../app/model/places/command';
import type { Place, PlaceUpdate, PlaceUpdateWay } from '../../../../app/model/places/place';

/** A command as its fields have it. */
export interface CommandDraft {
  program: string;
  /** One per line. */
  arguments: string;
  /** Empty: the user's home folder. */
  folder: string;
}

export interface PlaceDraft {
  name: string;
  kind: Place['kind'];
  where: string;
  note: string;
  by: PlaceUpdateWay;
  path: string;
  command: CommandDraft;
  newline: boolean;
  repeatable: boolean;
  /** Without a program: nothing is run. */
  hook: CommandDraft;
  check: CommandDraft;
}

/** What is wrong with a draft, by field. */
export interface DraftErrors {
  name: boolean;
  path: boolean;
  program: boolean;
  folders: { command: boolean; hook: boolean; check: boolean };
}

const TIME_LIMIT = 30;

function commandDraft(command: Command | null | undefined): CommandDraft {
  return command === null || command === undefined
    ? { program: '', arguments: '', folder: '' }
    : { program: command.program, arguments: command.arguments.join('\n'), folder: command.folder ?? '' };
}

/** The form of a place; of a new one (null), to be updated in the way `by`. */
export function draftOf(place: Place | null, by: PlaceUpdateWay = 'hand'): PlaceDraft {
  const update: PlaceUpdate = place?.update ?? { by: 'hand' };
  const command = update.by === 'command' ? update : null;
  return {
    name: place?.name ?? '',
    kind: place?.kind ?? (by === 'command' ? 'other' : 'env-file'),
    where: place?.where ?? '',
    note: place?.note ?? '',
    by: place === null ? by : update.by,
    path: update.by === 'file' ? update.path : '',
    command: commandDraft(command?.command),
    newline: command?.newline ?? false,
    repeatable: command?.repeatable ?? false,
    hook: commandDraft(place?.hook),
    check: commandDraft(place?.check),
  };
}

/** A full path on Windows, macOS or Linux. */
function isFullPath(path: string): boolean {
  return /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(path);
}

/** What has to be corrected before the draft is a place; null: nothing. */
export function errorsOf(draft: PlaceDraft): DraftErrors | null {
  const wrongFolder = ({ program, folder }: CommandDraft) =>
    program.trim() !== '' && folder.trim() !== '' && !isFullPath(folder.trim());
  const errors: DraftErrors = {
    name: draft.name.trim() === '',
    path: draft.by === 'file' && !isFullPath(draft.path.trim()),
    program: draft.by === 'command' && draft.command.program.trim() === '',
    folders: {
      command: draft.by === 'command' && wrongFolder(draft.command),
      hook: wrongFolder(draft.hook),
      check: wrongFolder(draft.check),
    },
  };
  const { folders, ...fields } = errors;
  return [...Object.values(fields), ...Object.values(folders)].includes(true) ? errors : null;
}

/** A command without a program is none. `before`: its time limit is kept. */
function commandOf(draft: CommandDraft, before: Command | undefined): Command | undefined {
  const program = draft.program.trim();
  if (program === '') return undefined;
  const folder = draft.folder.trim();
  return {
    program,
    arguments: draft.arguments.split(/\r?\n/).filter((line) => line !== ''),
    folder: folder === '' ? null : folder,
    timeLimit: before?.timeLimit ?? TIME_LIMIT,
  };
}

function updateOf(draft: PlaceDraft, before: PlaceUpdate | undefined): PlaceUpdate {
  switch (draft.by) {
    case 'file':
      return { by: 'file', path: draft.path.trim() };
    case 'command': {
      const known = before?.by === 'command' ? before : undefined;
      const command = commandOf(draft.command, known?.command);
      if (command === undefined) return { by: 'hand' };
      const isSame = known !== undefined && JSON.stringify(known.command) === JSON.stringify(command);
      return {
        by: 'command',
        recipe: isSame ? known.recipe : 'own',
        command,
        newline: draft.newline,
        repeatable: draft.repeatable,
        probe: isSame ? known.probe : null,
        // What stands around the key, and how it is read back, belong to the recipe's own command.
        ...(isSame && known.around !== undefined ? { around: known.around } : {}),
        ...(isSame && known.readBack !== undefined ? { readBack: known.readBack } : {}),
      };
    }
    case 'gateway':
      return before?.by === 'gateway' ? before : { by: 'gateway', path: null, consumerId: null };
    case 'hand':
      return { by: 'hand' };
    default:
      return draft.by satisfies never;
  }
}

/** The place that a draft without errors describes. */
export function placeOf(draft: PlaceDraft, before: Place | null, id: string): Place {
  const { hook: _hook, check: _check, ...known } = before ?? { id };
  const hook = commandOf(draft.hook, before?.hook);
  const check = commandOf(draft.check, before?.check);
  const isByNineTray = draft.by === 'file' || draft.by === 'command';
  return {
    ...known,
    name: draft.name.trim(),
    kind: draft.kind,
    where: draft.by === 'file' ? draft.path.trim().slice(-200) : draft.where.trim(),
    note: draft.note.trim(),
    update: updateOf(draft, before?.update),
    ...(isByNineTray && hook !== undefined ? { hook } : {}),
    ...(isByNineTray && check !== undefined ? { check } : {}),
  };
}
