// Reads the message catalogues: app/texts/<language>/<area>.json, in the format of FormatJS (docs/decisions/025-texts.md).
import fs from 'node:fs';
import path from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { root } from '../paths.mjs';

/** @typedef {{ defaultMessage: string, description: string }} Message */
/** @typedef {Record<string, Message>} Catalogue messages by id, such as "names.ips" */

export const textsFolder = path.join(root, 'app/texts');

/** The languages that have catalogues, English first. */
export function languages() {
  const found = fs.readdirSync(textsFolder, { withFileTypes: true }).filter((each) => each.isDirectory());
  const names = found
    .map(({ name }) => name)
    .filter((name) => fs.existsSync(path.join(textsFolder, name, 'tray.json')));
  return ['en', ...names.filter((name) => name !== 'en').toSorted()];
}

/**
 * All catalogues of a language by their area, which is the file's name.
 * @returns {Record<string, Catalogue>}
 */
export function readCatalogues(language) {
  const folder = path.join(textsFolder, language);
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.toSorted().map((name) => [name.slice(0, -5), JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'))]),
  );
}

/**
 * The values that a message takes, by name: 'text', 'number', or the choices of a select. Throws where it is no valid ICU message.
 * @param {string} message
 * @returns {Map<string, 'text' | 'number' | string[]>}
 */
export function valuesOf(message) {
  const found = new Map();
  function visit(nodes) {
    for (const node of nodes) {
      if (node.type === TYPE.argument) found.set(node.value, found.get(node.value) ?? 'text');
      if (node.type === TYPE.number) found.set(node.value, 'number');
      if (node.type === TYPE.plural || node.type === TYPE.select) {
        const choices = Object.keys(node.options);
        found.set(node.value, node.type === TYPE.plural ? 'number' : choices);
        for (const choice of choices) visit(node.options[choice].value);
      }
    }
  }
  visit(parse(message, { ignoreTag: true }));
  return found;
}
