// Finds the positions of a file that a change concerns. Returns positions only, never a piece of the text.
import { parseTree } from 'jsonc-parser';
import { isScalar, parseAllDocuments, visit, isPair } from 'yaml';
import type { FileFormat, FileRange } from '../../../model/places/file-plan';
import { base64Forms, type FileChange } from './file-change';
import { findAddress, findKey } from './neighbours';
import type { TextUnits } from './text-units';

export interface Located {
  /** In the order of the file; empty where the key stands only inside longer texts, or not at all. */
  ranges: FileRange[];
  /** How often the key is a part of a longer text. */
  longer: number;
  /** How often it is in a comment or in what a notebook's cell printed, and stays. */
  past: number;
}

export interface LocatedOptions {
  format: FileFormat;
  /** What a line that is a comment begins with. */
  comment: RegExp;
  /** Lines that look like comments are changed too: a parser reads them as values. */
  withComments: boolean;
}

/** Where the key (and the address, with it) stands in the content. */
export function locate(text: TextUnits, change: FileChange, options: LocatedOptions): Located {
  const { units, width, encoding, mark } = text;
  const { format, comment, withComments } = options;
  const hasEscapes = format === 'json' || format === 'notebook';
  const { at, longer } = findKey(units, change.old, { start: mark, hasEscapes });
  const outputs = format === 'notebook' ? outputsOf(units, mark) : [];
  const isPast = (position: number) =>
    outputs.some(([from, to]) => position >= from && position < to) ||
    (!withComments && comment.test(lineUntil(units, position, mark)));
  const keys = at.filter((position) => !isPast(position));
  const range = (position: number, length: number, what: FileRange['what']): FileRange => ({
    offset: position * width,
    length: length * width,
    encoding,
    what,
  });
  const ranges = keys.map((position) => range(position, change.old.length, 'key'));
  if (encoding === 'utf-8' && (format === 'yaml' || format === 'json'))
    ranges.push(...dataValues(units, mark, change.old));
  const { address } = change;
  if (address !== undefined && ranges.length > 0) {
    const places = findAddress(units, address.old, mark).filter((position) => !isPast(position));
    ranges.push(...places.map((position) => range(position, address.old.length, 'address')));
  }
  return { ranges: ranges.sort((a, b) => a.offset - b.offset), longer, past: at.length - keys.length };
}

/** The line up to a position, without what is blank at its beginning. */
function lineUntil(units: string, position: number, mark: number): string {
  const begin = Math.max(units.lastIndexOf('\n', position - 1), units.lastIndexOf('\r', position - 1)) + 1;
  return position === 0 ? '' : units.slice(Math.max(begin, mark), position).trimStart();
}

/** What a notebook's cells printed: from where to where. */
function outputsOf(units: string, mark: number): [from: number, to: number][] {
  const root = parseTree(units.slice(mark));
  const cells = root?.children?.find((property) => property.children?.[0]?.value === 'cells')?.children?.[1]?.children;
  return (cells ?? [])
    .flatMap((cell) => cell.children ?? [])
    .filter((property) => property.children?.[0]?.value === 'outputs')
    .map(({ offset, length }) => [mark + offset, mark + offset + length]);
}

/** The values below `data` (a Secret of Kubernetes) that are the key in base64, from their first to their last character. */
function dataValues(units: string, mark: number, key: string): FileRange[] {
  const forms = base64Forms(key);
  if (!forms.some(({ text }) => units.includes(text))) return [];
  const ranges: FileRange[] = [];
  const source = units.slice(mark);
  const documents = parseAllDocuments(source, { uniqueKeys: false, logLevel: 'silent' });
  for (const document of Array.isArray(documents) ? documents : []) {
    visit(document, {
      Scalar(place, node, path) {
        const form = forms.find(({ text }) => typeof node.value === 'string' && node.value.trim() === text);
        if (place === 'key' || form === undefined || !isBelowData(path)) return;
        const [from = 0, to = 0] = node.range ?? [];
        const offset = source.slice(from, to).indexOf(form.text);
        if (offset === -1) return; // written with escapes, or over several lines
        ranges.push({ offset: mark + from + offset, length: form.text.length, encoding: form.encoding, what: 'key' });
      },
    });
  }
  return ranges;
}

/** Whether a value's pair is directly in a map that is the value of `data`. */
function isBelowData(path: readonly unknown[]): boolean {
  const owner = path.at(-3);
  return isPair(owner) && isScalar(owner.key) && owner.key.value === 'data';
}
