// Writes a bundle in characters of one byte. V8 keeps the text of each module in memory, and with two bytes for every
// character if only one of them is beyond U+00FF, such as “…” (docs/decisions/036-weight.md).

/**
 * The same code, in which each character beyond U+00FF is written as an escape: that means the same in strings, templates, regular
 * expressions and names. Throws where it does not, in String.raw.
 * @param {string} code
 */
export function escapeWideCharacters(code) {
  const raw = /String\.raw`[^`]*[^\0-\xff]/.exec(code);
  if (raw !== null) throw new Error(`String.raw with a character beyond U+00FF: ${raw[0].slice(-80)}`);
  // A backslash before such a character means nothing, and would mean something before its escape.
  return code.replaceAll(/\\[\0-\xff]|\\?[^\0-\xff]/g, (found) => {
    const character = found.at(-1);
    return character > '\xff' ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : found;
  });
}

/** @returns {import('vite').Plugin} */
export function oneByteCharacters() {
  return {
    name: 'one-byte-characters',
    // After everything that writes code, the minifier included.
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle))
          if (file.type === 'chunk') file.code = escapeWideCharacters(file.code);
      },
    },
  };
}
