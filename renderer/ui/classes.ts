// Joins class names.

/** The given class names with a space between, without those that are false or missing. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}
