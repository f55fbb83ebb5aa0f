// The rules for the texts of a catalogue, as CONTRIBUTING.md gives them. Style is for a reader to judge.
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { valuesOf } from './catalogue.mjs';

/** All texts that a message can become, with one letter for each value. */
function textsIn(nodes) {
  let texts = [''];
  for (const node of nodes) {
    if (node.type === TYPE.plural || node.type === TYPE.select) {
      const branches = Object.values(node.options).flatMap(({ value }) => textsIn(value));
      texts = texts.flatMap((text) => branches.map((branch) => text + branch));
    } else {
      const piece = node.type === TYPE.literal ? node.value : 'x';
      texts = texts.map((text) => text + piece);
    }
  }
  return texts;
}

function pluralProblems(nodes, language) {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return nodes.flatMap((node) => {
    if (node.type !== TYPE.plural && node.type !== TYPE.select) return [];
    const inside = Object.values(node.options).flatMap(({ value }) => pluralProblems(value, language));
    if (node.type === TYPE.select) return inside;
    const missing = needed.filter((category) => !(category in node.options));
    return [...inside, ...missing.map((category) => `has no plural form "${category}" for {${node.value}}`)];
  });
}

/**
 * What is wrong with a message of a language.
 * @param {{ defaultMessage: string, description?: string }} entry
 * @param {string} language BCP 47
 * @returns {string[]}
 */
export function messageProblems({ defaultMessage, description = '' }, language) {
  let nodes;
  try {
    nodes = parse(defaultMessage, { ignoreTag: true });
  } catch (error) {
    return [`is no valid ICU message: ${error.message}`];
  }
  const problems = pluralProblems(nodes, language);
  const texts = textsIn(nodes);
  if (texts.some((text) => text !== text.trim())) {
    problems.push('begins or ends with a space');
  }
  if (texts.some((text) => /["']/.test(text))) problems.push('has a straight quote or apostrophe');
  if (defaultMessage === '') problems.push('is empty');
  const most = Number(/at most (\d+) characters/i.exec(description)?.[1] ?? Infinity);
  const longest = Math.max(...texts.map((text) => text.length));
  if (longest > most) problems.push(`has ${longest} characters; the description allows ${most}`);
  return problems;
}

/**
 * What is wrong with a catalogue.
 * @param {Record<string, { defaultMessage: string }>} catalogue
 * @param {string} language
 * @param {Record<string, { defaultMessage: string, description?: string }>} english whose descriptions count: a translation may leave them out
 * @returns {string[]} each with the message's id
 */
export function catalogueProblems(catalogue, language, english = catalogue) {
  const groups = new Set(
    Object.keys(catalogue).flatMap((id) =>
      id
        .split('.')
        .slice(0, -1)
        .map((_, end, all) => all.slice(0, end + 1).join('.')),
    ),
  );
  return Object.entries(catalogue).flatMap(([id, entry]) => {
    const { description = '' } = english[id] ?? {};
    const problems = messageProblems({ ...entry, description }, language);
    if (groups.has(id)) problems.push('is a message and a group of messages');
    if (description.trim() === '' && id in english) problems.push('has no description');
    return problems.map((problem) => `${id} ${problem}`);
  });
}

/**
 * What is wrong with a translation of an area: a missing, unknown or stale message, or other values than in English. Of messages that are
 * valid ICU: `messageProblems` says which are not.
 * @param {import('./catalogue.mjs').Catalogue} english
 * @param {Record<string, { defaultMessage: string, english: string }>} translation `english`: the message it was made from
 * @returns {string[]} each with the message's id
 */
export function translationProblems(english, translation) {
  const shape = (message) => JSON.stringify([...valuesOf(message)].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const unknown = Object.keys(translation).filter((id) => !(id in english));
  return [
    ...unknown.map((id) => `${id} is not in the English catalogue`),
    ...Object.entries(english).flatMap(([id, { defaultMessage }]) => {
      const translated = translation[id];
      if (translated === undefined) return [`${id} is missing`];
      if (translated.english !== defaultMessage) return [`${id} was made from another English message`];
      if (!isMessage(translated.defaultMessage)) return [];
      return shape(translated.defaultMessage) === shape(defaultMessage)
        ? []
        : [`${id} takes other values than in English`];
    }),
  ];
}

function isMessage(text) {
  try {
    parse(text, { ignoreTag: true });
    return true;
  } catch {
    return false;
  }
}
