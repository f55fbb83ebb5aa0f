/** Why the application cannot start on its profile folder. */
export type StartProblem =
  | { kind: 'profile-read-only'; folder: string }
  /** The right folder could not be made, so Electron uses another one or none. */
  | { kind: 'profile-not-used'; folder: string }
  /** Another NineTray runs on the folder and does not answer. */
  | { kind: 'no-answer'; pid: number }
  /** What Chromium's lock is made of cannot be used. */
  | { kind: 'lock-in-the-way'; file: string }
  | { kind: 'locked' };
