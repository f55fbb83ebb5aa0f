// Errors in the log.

export interface ErrorFacts extends Record<string, string> {
  /** The error's name, such as TypeError, or the type of what was thrown. */
  kind: string;
}

/** What the log may say about an error: its kind and where it was thrown, never its message, which may have a key or a path. */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { kind: typeof error };
  // What it says is in front of the frames, and may have lines that look like one.
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return {
    kind: error.name,
    at: frames
      .slice(0, 8)
      .map((line) => line.trim())
      .join(' | '),
  };
}
