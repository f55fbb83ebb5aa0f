// Languages that nobody speaks, made from English for tests: en-XA has accents and longer words, ar-XB reads from right
// to left. A text without accents is not from the catalogue, and a layout that only English fits breaks. They are not
// packed.
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';

const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const accents = 'ÀƁÇÐÉƑĜĤÎĴĶĻḾÑÖÞǪŔŠŢÛṼŴẊÝŽàƀçðéƒĝĥîĵķļḿñöþǫŕšţûṽŵẋýž';
const accented = new Map(Array.from(plain, (letter, at) => [letter, accents[at]]));

/** Accents on every letter, and words that make a text of more than a few letters 40 % longer. */
function withAccents(text) {
  const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
  const longer = ' ļöñĝ'.repeat(letters < 4 ? 0 : Math.ceil((letters * 0.4) / 5));
  // Before a space or a mark at the end: a text neither begins nor ends with a space.
  return text
    .replaceAll(/[A-Za-z]/g, (letter) => accented.get(letter) ?? letter)
    .replace(/(?<=\p{L})(?=[^\p{L}]*$)/u, longer);
}

/** Each word is shown from right to left, as in Android's pseudo-language of this name. */
function fromRightToLeft(text) {
  return text.replaceAll(/\p{L}+/gu, (word) => `\u200f\u202e${word}\u202c\u200f`);
}

/** How each pseudo-language writes a text, by BCP 47 name. */
export const pseudoLanguages = { 'en-XA': withAccents, 'ar-XB': fromRightToLeft };

function rewrite(nodes, write) {
  return nodes.map((node) => {
    if (node.type === TYPE.literal) return { ...node, value: write(node.value) };
    if (node.type !== TYPE.plural && node.type !== TYPE.select) return node;
    const options = Object.entries(node.options).map(([name, { value }]) => [name, { value: rewrite(value, write) }]);
    return { ...node, options: Object.fromEntries(options) };
  });
}

/**
 * An ICU message in a pseudo-language: its values and choices as they are, its texts rewritten.
 * @param {string} message
 * @param {keyof typeof pseudoLanguages} language
 */
export function pseudoMessage(message, language) {
  return printAST(rewrite(parse(message, { ignoreTag: true }), pseudoLanguages[language]));
}
