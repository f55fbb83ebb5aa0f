// A message box of the system, whose answer arrives at once.
import { dialog, type MessageBoxOptions } from 'electron';
import { dialogAnswer } from '../electron-33/dialog-answer';

/** Shows a message box and resolves with the index of the button. Rejects where nothing can be shown. */
export async function showMessage(options: MessageBoxOptions): Promise<number> {
  return (await dialogAnswer(() => dialog.showMessageBox(options))).response;
}
