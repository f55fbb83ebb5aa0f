// A start on a profile folder that may be in use: shows the window of the NineTray that runs, or says why nothing can be shown. Loaded
// only then. Chromium's lock is asked after the running NineTray was: it would start a second one where its own socket is gone.
import { app } from 'electron';
import { print, tolerate } from '../cli/print';
import { cannotStartText, startTexts } from '../texts/start';
import { sentences } from '../texts/sentence';
import { showMessage } from '../windows/message.electron';
import { askRunning } from '../instance/ask-running';
import { startProblem } from '../instance/start-problem';
import type { StartProblem } from '../model/start-problem';

/** How long the one that runs may take to show its window (ms). */
const PATIENCE = 5000;
/** How long another one that is starting may take until it can be asked (ms), and how often it is tried. */
const STARTING = 10_000;
const EVERY = 250;
/** An unanswered message closes after this (ms), so that no start waits for ever. */
const MESSAGE_FOR = 60_000;

/** What a start hands over; `id` is one per start. */
export interface StartData {
  demo: boolean;
  id: string;
}

/** True when this start is the only one after all, and continues. False: the process is ending. */
export async function isOnlyStart(start: StartData, lock: () => boolean): Promise<boolean> {
  const profile = app.getPath('userData');
  const show = () => askRunning(profile, { command: 'show', ...start }, PATIENCE);
  const asked = await show();
  if (asked.kind === 'silent') return refuse({ kind: 'no-answer', pid: asked.pid });
  if (asked.kind === 'none') {
    if (lock()) return true;
    const problem = startProblem(profile);
    const until = Date.now() + (problem.kind === 'locked' ? STARTING : 0);
    let again = await show();
    while (again.kind !== 'reply' && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, EVERY));
      again = await show();
    }
    if (again.kind !== 'reply') return refuse(problem);
  }
  app.exit(0);
  return false;
}

/** Says why this start goes no further, and ends the process. */
export async function refuse(problem: StartProblem): Promise<false> {
  const { message } = startTexts;
  const detail = cannotStartText(problem);
  tolerate(process.stderr);
  await print(process.stderr, `${sentences(message, detail)}\n`);
  // In a terminal the line above is enough.
  if (!process.stderr.isTTY) {
    await app.whenReady();
    const signal = AbortSignal.timeout(MESSAGE_FOR);
    // Where nothing can be shown, the line above must be enough.
    await showMessage({ type: 'error', title: 'NineTray', message, detail, signal }).catch(() => 0);
  }
  app.exit(1);
  return false;
}
