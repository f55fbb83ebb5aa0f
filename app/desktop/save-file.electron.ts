// Asks where to save a text, and writes it there; or asks for a folder or file that the user means.
import { join } from 'node:path';
import { app, type BaseWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { dialogAnswer } from '../electron-33/dialog-answer';
import { failed, ok, type Result } from '../model/problem';
import { writeSavedFile } from '../settings/files/saved-file';
import type { SaveWords } from '../texts/account/save';
import { writeKeyFile } from '../key/key-file';

type WriteTo = (path: string, text: string) => Result<void>;

/** Saves a key: the file is its owner's alone, or it is not written. `saved` is false where the user chose no place. */
export function saveKeyToChosenFile(
  parent: BaseWindow | null,
  words: SaveWords,
  key: string,
): Promise<Result<{ saved: boolean }>> {
  return save(parent, words, key, writeKeyFile);
}

/**
 * Saves a text without a secret. `saved` is false where the user chose no place. Fails with file-not-written, or internal where the dialog
 * itself failed.
 */
export function saveToChosenFile(
  parent: BaseWindow | null,
  words: SaveWords,
  text: string,
): Promise<Result<{ saved: boolean }>> {
  return save(parent, words, text, writeSavedFile);
}

/** The same in two steps, for a text that takes a while: returns what writes the file; null where the user chose no place. */
export async function chooseFile(
  parent: BaseWindow | null,
  words: SaveWords,
  writeTo: WriteTo = writeSavedFile,
): Promise<Result<((text: string) => Result<void>) | null>> {
  const options: SaveDialogOptions = {
    title: words.title,
    message: words.title,
    buttonLabel: words.button,
    // Not "Documents", which is often synced to a cloud.
    defaultPath: join(app.getPath('home'), words.fileName),
    properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
  };
  const chosen = await ask(parent, options);
  if (chosen === null) return failed({ kind: 'internal' });
  const { canceled, filePath } = chosen;
  return ok(canceled || filePath === '' ? null : (text) => writeTo(filePath, text));
}

/** Asks for a folder or a file that is there; null where the user chose none, or the dialog failed. Hidden ones are shown: `.env` is one. */
export async function choosePath(parent: BaseWindow | null, what: 'folder' | 'file'): Promise<string | null> {
  const options: OpenDialogOptions = {
    defaultPath: app.getPath('home'),
    properties: [what === 'folder' ? 'openDirectory' : 'openFile', 'showHiddenFiles', 'dontAddToRecent'],
  };
  try {
    const chosen = await dialogAnswer(() =>
      parent === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(parent, options),
    );
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
  } catch {
    return null;
  }
}

async function save(
  parent: BaseWindow | null,
  words: SaveWords,
  text: string,
  writeTo: WriteTo,
): Promise<Result<{ saved: boolean }>> {
  const chosen = await chooseFile(parent, words, writeTo);
  if (!chosen.ok) return chosen;
  if (chosen.value === null) return ok({ saved: false });
  const written = chosen.value(text);
  return written.ok ? ok({ saved: true }) : written;
}

async function ask(parent: BaseWindow | null, options: SaveDialogOptions) {
  try {
    return await dialogAnswer(() =>
      parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options),
    );
  } catch {
    return null;
  }
}
