// Compares what breaks a rule with the exceptions that are listed for it: neither may have more than the other.
// @ts-check
import { closesCycle, findCycles } from './cycles.mjs';
import { arrowName } from './imports.mjs';

/** @typedef {import('./imports.mjs').Arrow} Arrow */
/** @typedef {Record<string, number>} Exceptions by `from → to`, with the number of imports behind that arrow */

const list = 'build/import-rules/known-exceptions.mjs';

const importLines = (/** @type {Arrow} */ { imports }) => imports.map((one) => `\n    ${arrowName(one)}`).join('');

const count = (/** @type {number} */ imports) => (imports === 1 ? '1 import' : `${imports} imports`);

/**
 * What is wrong with the numbers of a list of exceptions.
 * @param {Arrow[]} arrows all that break the rule, or that might
 * @param {Exceptions} exceptions
 */
function differences(arrows, exceptions) {
  const found = new Map(arrows.map((arrow) => [arrowName(arrow), arrow]));
  return Object.entries(exceptions).flatMap(([name, listed]) => {
    const arrow = found.get(name);
    if (arrow === undefined) return [`${name} no longer exists. Remove it from ${list}.`];
    const present = arrow.imports.length;
    if (present < listed) return [`${name} is down to ${count(present)}. Change ${listed} to ${present} in ${list}.`];
    if (present > listed) return [`${name} has ${count(present)}, ${list} allows ${listed}:${importLines(arrow)}`];
    return [];
  });
}

/**
 * Problems with a rule that forbids each of these arrows.
 * @param {Arrow[]} forbidden
 * @param {Exceptions} exceptions
 * @returns {string[]}
 */
export function findForbidden(forbidden, exceptions) {
  return [
    ...forbidden
      .filter((arrow) => !(arrowName(arrow) in exceptions))
      .map((arrow) => `${arrowName(arrow)}${importLines(arrow)}`),
    ...differences(forbidden, exceptions),
  ];
}

/**
 * Problems with cycles. An exception is an arrow to remove: without those that are listed there is no cycle, and each
 * of them, put back, closes one.
 * @param {Arrow[]} arrows all of the graph
 * @param {Exceptions} exceptions
 * @returns {string[]}
 */
export function findNewCycles(arrows, exceptions) {
  const rest = arrows.filter((arrow) => !(arrowName(arrow) in exceptions));
  const byName = new Map(arrows.map((arrow) => [arrowName(arrow), arrow]));
  const cycles = findCycles(rest).map((nodes) => {
    const along = nodes.slice(1).map((to, index) => byName.get(arrowName({ from: nodes[index] ?? to, to })));
    return `${nodes.join(' → ')}${along.map((arrow) => (arrow ? importLines(arrow) : '')).join('')}`;
  });
  const graph = [...rest];
  const needless = [];
  for (const name of Object.keys(exceptions)) {
    const arrow = byName.get(name);
    if (arrow === undefined || closesCycle(arrow, graph)) continue;
    needless.push(`${name} no longer closes a cycle. Remove it from ${list}.`);
    graph.push(arrow);
  }
  return [...cycles, ...needless, ...differences(arrows, exceptions)];
}
