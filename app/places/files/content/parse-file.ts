// A file's text as its readers see it. Parses only, to compare two states of a file: nothing is ever written from a parsed value.
import { parse as parseDotenv } from 'dotenv';
import { parse as parseIni } from 'ini';
import { type ParseError, parse as parseJson } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import { parseAllDocuments } from 'yaml';
import type { FileFormat } from '../../../model/places/file-plan';

/** More aliases than any file by hand has: one that grows without end is not read. */
const MOST_ALIASES = 100;

/** The values of a text in this format; undefined where it is not in it, or the format has no parser. */
export function parseFile(format: FileFormat, text: string): unknown {
  try {
    switch (format) {
      case 'dotenv':
        return parseDotenv(text);
      case 'json':
        return json(text);
      case 'notebook':
        return withoutOutputs(json(text));
      case 'yaml':
        return yaml(text);
      case 'toml':
        return parseToml(text);
      case 'ini':
        return parseIni(text.replace(/^[ \t]*!.*$/gm, '')); // a comment in .properties
      case 'plain':
        return undefined;
    }
  } catch {
    return undefined; // The text is in another format than its name says.
  }
}

function json(text: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parseJson(text, errors, { allowTrailingComma: true });
  return errors.length === 0 ? value : undefined;
}

/** What a notebook's cells printed belongs to the past, and stays. */
function withoutOutputs(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('cells' in value) || !Array.isArray(value.cells)) return value;
  const cells = value.cells.map((cell: unknown) =>
    typeof cell === 'object' && cell !== null ? { ...cell, outputs: [] } : cell,
  );
  return { ...value, cells };
}

function yaml(text: string): unknown {
  const documents = parseAllDocuments(text, { uniqueKeys: false, intAsBigInt: true, logLevel: 'silent' });
  if (!Array.isArray(documents)) return [];
  if (documents.some(({ errors }) => errors.length > 0)) return undefined;
  const values = documents.map((document): unknown => document.toJS({ maxAliasCount: MOST_ALIASES, mapAsMap: true }));
  return values.length === 1 ? values[0] : values;
}
