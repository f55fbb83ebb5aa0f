// What NineTray says when it cannot start.
import type { StartProblem } from '../model/start-problem';

const message = "NineTray can't start";

export const startTexts = {
  cannotStart(problem: StartProblem): { message: string; detail: string } {
    switch (problem.kind) {
      case 'profile-read-only':
        return {
          message,
          detail: `It can't write to its folder ${problem.folder}. Make the folder writable, or use another one with --user-data-dir=FOLDER.`,
        };
      case 'profile-not-used':
        return {
          message,
          detail: `It can't use the folder ${problem.folder}. Choose one that you can write to, with --user-data-dir=FOLDER.`,
        };
      case 'no-answer':
        return {
          message,
          detail: `NineTray is already running (process ${problem.pid}) but doesn't answer. Quit it from its tray icon, or end the process, and start it again.`,
        };
      case 'lock-in-the-way':
        return {
          message,
          detail: `Its lock ${problem.file} isn't one that NineTray made. Move it away, and start NineTray again.`,
        };
      case 'locked':
        return {
          message,
          detail:
            'Another NineTray seems to use the same folder but can’t be reached. Quit it, or restart the computer, and start NineTray again.',
        };
      default:
        return problem satisfies never;
    }
  },
} as const;
