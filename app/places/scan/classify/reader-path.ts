// Where a reader of the file finds the key: `services.web.environment[2]`, a variable's name. Works on a text in which
// the key was replaced, so that it can return no part of it.
import { getLocation } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { isScalar, parseAllDocuments, visit as visitYaml, isMap, isPair, isSeq } from 'yaml';

/** Longer ones tell the user nothing. */
const LONGEST = 200;
/** Larger files are not parsed (characters). */
const LARGEST = 256 * 1024;
/** What a line sets is near its value (characters). */
const LONGEST_LINE = 500;

/**
 * The paths of the values that begin before, and end after, each position. `mask` is what stands in the place of the key.
 * Positions that have none are left out.
 */
export function readerPaths(path: string, text: string, positions: readonly number[], mask: string): string[] {
  const found = text.length > LARGEST ? null : byFormat(path, text, positions, mask);
  const paths = found ?? positions.map((at) => byLine(path, text, at));
  return [...new Set(paths.filter((name) => name !== null))].map((name) => name.slice(0, LONGEST));
}

function byFormat(path: string, text: string, positions: readonly number[], mask: string): (string | null)[] | null {
  try {
    if (/\.(json|jsonc|json5|ipynb|code-workspace)$/i.test(path)) return positions.map((at) => inJson(text, at));
    if (/\.ya?ml$/i.test(path)) return inYaml(text, positions);
    if (/\.toml$/i.test(path)) return inValue(parseToml(text), mask);
    return null;
  } catch {
    return null; // Not that format after all, such as a Helm template: by its lines.
  }
}

function inJson(text: string, at: number): string | null {
  const path = joined(getLocation(text, at).path);
  return path === '' ? null : path;
}

/** Whether a position of a notebook is in the output of a cell. */
export function isNotebookOutput(text: string, at: number): boolean {
  const { path } = getLocation(text, at);
  return path[0] === 'cells' && path[2] === 'outputs';
}

function inYaml(text: string, positions: readonly number[]): (string | null)[] | null {
  const found = positions.map((): string | null => null);
  for (const document of parseAllDocuments(text, { logLevel: 'silent' })) {
    if (!('contents' in document) || document.errors.length > 0) return null;
    visitYaml(document, (key, node, parents) => {
      if (!isScalar(node) || key === 'key' || !node.range) return;
      const [start, , end] = node.range;
      for (const [index, at] of positions.entries()) {
        if (at >= start && at < end && found[index] === null) found[index] = yamlPath(node, parents);
      }
    });
  }
  return found;
}

function yamlPath(node: unknown, parents: readonly unknown[]): string {
  const steps: (string | number)[] = [];
  for (const [index, parent] of parents.entries()) {
    const child = parents[index + 1] ?? node;
    if (isPair(parent)) steps.push(isScalar(parent.key) ? String(parent.key.value) : '?');
    else if (isSeq(parent)) steps.push(parent.items.indexOf(child));
    else if (isMap(parent)) continue;
  }
  return joined(steps);
}

/** The paths of all strings in a value that have the mask. */
function inValue(value: unknown, mask: string): string[] {
  const found: string[] = [];
  const search = (inside: unknown, path: readonly (string | number)[]) => {
    if (typeof inside === 'string') {
      if (inside.includes(mask)) found.push(joined(path));
    } else if (Array.isArray(inside)) {
      for (const [index, item] of inside.entries()) search(item, [...path, index]);
    } else if (typeof inside === 'object' && inside !== null) {
      for (const [name, item] of Object.entries(inside)) search(item, [...path, name]);
    }
  };
  search(value, []);
  return found;
}

function joined(path: readonly (string | number)[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

const NAME = String.raw`[A-Za-z_$][\w$.-]*`;
/** In the line before the key, the nearest last: a name and what sets it, or a question's name in an address. */
const assignments = [
  new RegExp(String.raw`[?&](${NAME})=[^&\s]*$`),
  new RegExp(String.raw`^\s*Environment=(?:.*[\s"'])?["']?(${NAME})=[^=]*$`),
  new RegExp(String.raw`^(?:.*[\s;,{("'\`])?(?:\$env:)?(${NAME})["']?\s*(?::=|=>|[=:](?!//))\s*["'\`(]*[^"'\`]*$`, 'i'),
  new RegExp(String.raw`^\s+(${NAME})\s+REG_\w+\s+\S*$`),
  new RegExp(String.raw`^\s*(?:set\s+(?:-\S+\s+)*|setenv\s+|ENV\s+|ARG\s+)(${NAME})\s+["']?[^"']*$`, 'i'),
];

function nameBefore(text: string, at: number): string | undefined {
  const start = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - LONGEST_LINE);
  const line = text.slice(start, at);
  return assignments.map((pattern) => pattern.exec(line)?.[1]).find((match) => match !== undefined);
}

/** The name that the line of a position sets; with the section in an INI file. */
export function byLine(path: string, text: string, at: number): string | null {
  const name = nameBefore(text, at);
  if (name === undefined) return null;
  if (!/\.(ini|cfg|conf|service|timer|desktop)$|\/\.(npmrc|pypirc)$/i.test(path)) return name;
  const section = [...text.slice(0, at).matchAll(/^\s*\[([^\]\r\n]+)\]\s*$/gm)].at(-1)?.[1];
  return section === undefined ? name : `${section}.${name}`;
}

/** A variable with the key (by its line) that a file of lines sets more than once; null where there is none. */
export function repeatedVariable(path: string, text: string, positions: readonly number[]): string | null {
  if (
    !/(^|\/)\.env[^/]*$|\.(env|ini|cfg|conf|properties|sh|bash|zsh|fish|service)$|\/\.[^/]*(rc|profile|env)$/i.test(
      path,
    )
  )
    return null;
  const set = [
    ...text.matchAll(
      new RegExp(String.raw`^[ \t]*(?:export[ \t]+|set[ \t]+(?:-\S+[ \t]+)*)?(${NAME})[ \t]*[= ]`, 'gm'),
    ),
  ];
  const names = set.map((match) => match[1]);
  for (const at of positions) {
    const name = nameBefore(text, at);
    if (name !== undefined && names.filter((other) => other === name).length > 1) return name;
  }
  return null;
}
