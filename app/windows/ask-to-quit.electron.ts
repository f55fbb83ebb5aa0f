// Asks before a quit that would lose a key. Only a person's own quit asks: the end of the session must not wait for an answer.
// It must not: decide when that is (app/key/rotation/leaving.ts).
import { dialog } from 'electron';
import { quitTexts as texts } from '../texts/wizard-after';

let asking = false;

/** True when the person wants to quit all the same; false while the question is still open from an earlier time. */
export async function wantsToQuit(): Promise<boolean> {
  if (asking) return false;
  asking = true;
  try {
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      message: texts.title,
      detail: texts.meaning,
      buttons: [texts.stay, texts.quit],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    return response === 1;
  } catch {
    // Where nothing can be asked, quitting must still be possible.
    return true;
  } finally {
    asking = false;
  }
}
