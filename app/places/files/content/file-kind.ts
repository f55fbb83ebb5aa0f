// What a file is by its name: its format, how its comments begin, and whether it is one that NineTray never writes.
// Opens nothing.
import { basename, sep } from 'node:path';
import type { FileFormat } from '../../../model/places/file-plan';

const FORMATS: readonly [RegExp, FileFormat][] = [
  [/^\.env(?:rc|\..+)?$|\.env$/i, 'dotenv'],
  [/\.ipynb$/i, 'notebook'],
  [/\.(?:jsonc?|code-workspace)$/i, 'json'],
  [/\.ya?ml$/i, 'yaml'],
  [/\.toml$/i, 'toml'],
  [/\.(?:ini|cfg|conf|properties|service|timer|socket|target|mount|desktop)$/i, 'ini'],
];

const COMMENTS: Readonly<Record<Exclude<FileFormat, 'plain'>, RegExp>> = {
  dotenv: /^#/,
  json: /^\/\//,
  notebook: /^$/,
  yaml: /^#/,
  toml: /^#/,
  ini: /^[#;!]/,
};
const SLASHES = /\.(?:[cm]?[jt]sx?|go|c|h|cc|cpp|cs|java|kt|rs|php|swift|dart|scala|http|rest)$/i;

const TEMPLATE = /example|sample|template|\.dist$/i;
const RECORD =
  /\.(?:log|jsonl|bak|old|orig|rej|sw[a-z]|part|tmp)(?:\.\d+)?$|\.log\.|history(?:\.txt)?$|^\.(?:viminfo|lesshst)$|~$|^#.*#$|^\.#/i;

/** The format by the file's name. */
export function formatOf(path: string): FileFormat {
  const name = basename(path);
  return FORMATS.find(([pattern]) => pattern.test(name))?.[1] ?? 'plain';
}

/** What a line that is a comment begins with. */
export function commentStart(path: string): RegExp {
  const format = formatOf(path);
  if (format !== 'plain') return COMMENTS[format];
  return SLASHES.test(path) ? /^\/\// : /^#/;
}

/** Why a file of this path is never written: it is an example for others, or it records what was. Null: it may be. */
export function neverWritten(path: string): 'template' | 'record' | null {
  const name = basename(path);
  if (path.split(/[\\/]/).includes('.git') || path.split(sep).includes('.git')) return 'record';
  if (RECORD.test(name)) return 'record';
  return TEMPLATE.test(name) ? 'template' : null;
}
