// The tests that a document names as proofs.

/**
 * Finds `file`: "name", "name" in a page.
 * @param {string} text
 * @returns {{ file: string, name: string }[]}
 */
export function namedTests(text) {
  const proofs = text.matchAll(/`([\w./-]+\.test\.tsx?)`: ("[^"\n]+"(?:, "[^"\n]+")*)/g);
  return [...proofs].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/"([^"]+)"/g)].map(([, name = '']) => ({ file, name })),
  );
}
