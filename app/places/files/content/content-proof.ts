// What is known of a content without storing it: its keyed hash, and whether a parser reads the new key where it read the old one.
import { createHmac } from 'node:crypto';
import type { FileFormat } from '../../../model/places/file-plan';
import { compareParsed } from './compare-parsed';
import type { KnownChange } from './file-change';
import { parseFile } from './parse-file';
import { decodedText, textUnits } from './text-units';

/** The keyed hash of a file's content, in hex. */
export function digestOf(content: Buffer, { salt }: { salt: Buffer }): string {
  return createHmac('sha256', salt).update(content).digest('hex');
}

/** Where a parser reads the new key in `after` for the old one in the parsed `before`; null where it reads anything else differently. */
export function readersOf(
  format: FileFormat,
  before: unknown,
  after: Buffer | null,
  change: KnownChange,
): string[] | null {
  const value = after === null ? undefined : parsedContent(format, after);
  return value === undefined || before === undefined ? null : compareParsed(before, value, change);
}

/** What a parser reads in the content; undefined where none does. */
export function parsedContent(format: FileFormat, content: Buffer): unknown {
  const text = textUnits(content);
  return text === null ? undefined : parseFile(format, decodedText(text));
}
