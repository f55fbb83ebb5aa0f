// Asks where a text shall be saved, and saves it there for its owner alone.
// Must not choose the place, nor remember it.
import { join } from 'node:path';
import { app, type BaseWindow, dialog, type SaveDialogOptions } from 'electron';
import { failed, ok, type Result } from '../problem/problem';
import type { SaveWords } from '../texts/save';
import { writeKeyFile } from './key-file';

/**
 * A save dialog over `parent`, then the file. `saved` is false where the person chose none. Fails with file-not-written, or
 * internal where the dialog itself failed.
 */
export async function saveToChosenFile(
  parent: BaseWindow | null,
  words: SaveWords,
  text: string,
): Promise<Result<{ saved: boolean }>> {
  const chosen = await chooseFile(parent, words);
  if (!chosen.ok) return chosen;
  if (chosen.value === null) return ok({ saved: false });
  const written = chosen.value(text);
  return written.ok ? ok({ saved: true }) : written;
}

/** The same in two steps, for a text that takes its time: answers what writes the file; null where the person chose none. */
export async function chooseFile(
  parent: BaseWindow | null,
  words: SaveWords,
): Promise<Result<((text: string) => Result<void>) | null>> {
  const options: SaveDialogOptions = {
    title: words.title,
    message: words.title,
    buttonLabel: words.button,
    // Not "Documents", which often goes to a cloud.
    defaultPath: join(app.getPath('home'), words.fileName),
    properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
  };
  const chosen = await ask(parent, options);
  if (chosen === null) return failed({ kind: 'internal' });
  const { canceled, filePath } = chosen;
  return ok(canceled || filePath === '' ? null : (text) => writeKeyFile(filePath, text));
}

async function ask(parent: BaseWindow | null, options: SaveDialogOptions) {
  try {
    return await (parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options));
  } catch {
    return null;
  }
}
