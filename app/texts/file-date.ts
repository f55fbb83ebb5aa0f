// The date in the name of a saved file.

/** The day of `at` (ms) as yyyy-mm-dd in the user's own time zone: just after midnight in Tokyo, the UTC day would be yesterday's. */
export function fileDate(at: number): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
