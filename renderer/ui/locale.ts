// The language figures and dates are written in: the system's, as Electron hands it on. Must not guess.

/** A BCP 47 tag. */
export function locale(): string {
  return navigator.language;
}
