// Electron 33 on Linux delivers the answer of a dialog with the next event of the loop, and an idle loop may have none for a minute (seen
// with message boxes and with save dialogs). Remove when no Electron that is supported needs it.

/** How often the event loop turns while a dialog is open (ms). */
const TURN = 100;

/** The answer of the dialog that `open` shows, as soon as the user gives it. Rejects where `open` does. */
export async function dialogAnswer<T>(open: () => Promise<T>): Promise<T> {
  const turning = setInterval(() => undefined, TURN);
  try {
    return await open();
  } finally {
    clearInterval(turning);
  }
}
