// A message box of the system, whose answer arrives at once.
import { type BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import { dialogAnswer } from '../electron-33/dialog-answer';

/**
 * Shows a message box and resolves with the index of the button. Rejects where nothing can be shown. `over`: the window that it is about,
 * which the box stays in front of; an invisible one is ignored.
 */
export async function showMessage(options: MessageBoxOptions, over: BrowserWindow | null = null): Promise<number> {
  const show = () =>
    over?.isVisible() === true ? dialog.showMessageBox(over, options) : dialog.showMessageBox(options);
  return (await dialogAnswer(show)).response;
}
