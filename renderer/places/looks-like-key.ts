// Whether a text that a user wrote about a place looks like a key: the list of places is not for secrets.

/** A long run of mixed letters and digits is not a name, path or note that a user would write. */
export function looksLikeKey(text: string): boolean {
  return (text.match(/[A-Za-z0-9_-]{24,}/g) ?? []).some(
    (run) => /\d/.test(run) && /[A-Za-z]/.test(run) && !run.includes('-'),
  );
}
