// A message box of the system, whose answer arrives at once.
import { dialog, type MessageBoxOptions } from 'electron';

/** How often the event loop turns while a message is open (ms). */
const TURN = 100;

/** Shows a message box and resolves with the index of the button. Rejects where nothing can be shown. */
export async function showMessage(options: MessageBoxOptions): Promise<number> {
  // Electron 33 on Linux delivers the answer with the next event of an idle loop, which may be a minute away.
  const turning = setInterval(() => undefined, TURN);
  try {
    return (await dialog.showMessageBox(options)).response;
  } finally {
    clearInterval(turning);
  }
}
