// Sizes that the user gave a window, to be remembered.
import type { Clock } from '../../model/clock';
import type { Size } from '../placement';

/** A resize by the user ends when no other size follows for so long (ms). */
const GESTURE_OVER = 400;

export interface ResizeReports {
  /** The window has another size. */
  resized(size: Size): void;
  /** NineTray itself gives the window this size: it is not the user's choice, and not reported. */
  placed(size: Size): void;
  /** Reports nothing of what came before. */
  cancel(): void;
}

/** Calls `report` once per gesture, with the size at its end. */
export function createResizeReports(after: Clock['after'], report: (size: Size) => void): ResizeReports {
  let last: Size | null = null;
  let cancelTimer = (): void => undefined;
  return {
    resized({ width, height }) {
      if (last?.width === width && last.height === height) return;
      last = { width, height };
      cancelTimer();
      cancelTimer = after(GESTURE_OVER, () => report({ width, height }));
    },
    placed({ width, height }) {
      last = { width, height };
    },
    cancel() {
      cancelTimer();
      last = null;
    },
  };
}
