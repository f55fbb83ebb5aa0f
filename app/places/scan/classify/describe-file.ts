// Makes a row of a file with the key: its class, where a reader finds the key, a digest of its content. The key's bytes
// are overwritten in the content before anything becomes a string.
import { createHmac } from 'node:crypto';
import type { ScanRow } from '../../../model/places/scan';
import type { Match } from '../match/matcher';
import { canUpdateClass, classOfFile, isInComment } from './file-class';
import { isNotebookOutput, readerPaths, repeatedVariable } from './reader-path';

export interface FileFacts {
  path: string;
  /** Is changed: the keys in it are overwritten. */
  content: Uint8Array;
  matches: readonly Match[];
  salt: Uint8Array;
}

/** What stands for the key in the text that is parsed; a letter, so that it changes no format. */
const MASK = 'k';
const MOST_READERS = 10;
/** A file with more is judged by these, so that it does not hold up the search. */
const MOST_POSITIONS = 50;

/** A row without id, source and what Git says. */
export type FileDescription = Pick<
  ScanRow,
  'path' | 'class' | 'canUpdate' | 'count' | 'parts' | 'readers' | 'repeated' | 'digest'
>;

export function describeFile({ path, content, matches, salt }: FileFacts): FileDescription {
  const digest = createHmac('sha256', salt).update(content).digest('hex');
  for (const match of matches) mask(content, match);
  const { text, positionOf, isBinary } = decode(content, matches);
  const whole = matches.filter(({ isPart }) => !isPart);
  const positions = whole.slice(0, MOST_POSITIONS).map(positionOf);
  const slashes = path.replaceAll('\\', '/');
  const inOutput = /\.ipynb$/i.test(path) ? positions.filter((at) => isNotebookOutput(text, at)) : [];
  const live = positions.filter((at) => !inOutput.includes(at) && !isInComment(slashes, text, at));
  const found = classOfFile({
    path: slashes,
    isBinary,
    isWhole: whole.length > 0,
    isComment: whole.length > 0 && live.length === 0,
    isOutput: inOutput.length > 0 && inOutput.length === positions.length,
  });
  const isText = !isBinary && canUpdateClass(found);
  const shortest = Math.min(...whole.map(({ length }) => length));
  return {
    path,
    class: found,
    canUpdate: canUpdateClass(found),
    count: countByKey(whole),
    parts: matches.length - whole.length,
    readers: isText ? readerPaths(slashes, text, live, MASK.repeat(shortest)).slice(0, MOST_READERS) : [],
    repeated: isText ? repeatedVariable(slashes, text, live) : null,
    digest,
  };
}

export function countByKey(whole: readonly Match[]): ScanRow['count'] {
  const current = whole.filter(({ key }) => key === 0).length;
  return { current, old: whole.length - current };
}

function mask(content: Uint8Array, { start, length, encoding }: Match): void {
  const code = MASK.charCodeAt(0);
  const end = start + length;
  if (encoding === 'utf8' || encoding === 'base64') content.fill(code, start, end);
  else for (let at = start; at < end; at += 2) content.set(encoding === 'utf16le' ? [code, 0] : [0, code], at);
}

/** The content as text, and where in it each match is. */
function decode(content: Uint8Array, matches: readonly Match[]) {
  const wide = matches.find(({ encoding }) => encoding === 'utf16le' || encoding === 'utf16be')?.encoding;
  const hasMark = (first: number, second: number) => content[0] === first && content[1] === second;
  const isLittle = wide === 'utf16le' || hasMark(0xff, 0xfe);
  const isBig = wide === 'utf16be' || hasMark(0xfe, 0xff);
  if (isLittle || isBig) {
    const even = Buffer.from(content.subarray(0, content.length - (content.length % 2)));
    if (!isLittle) even.swap16();
    return { text: even.toString('utf16le'), positionOf: ({ start }: Match) => start >> 1, isBinary: false };
  }
  const isBinary = content.includes(0);
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  if (isBinary) return { text: '', positionOf: ({ start }: Match) => start, isBinary };
  const text = bytes.toString('utf8');
  const isAscii = text.length === content.length;
  const positionOf = ({ start }: Match) => (isAscii ? start : bytes.toString('utf8', 0, start).length);
  return { text, positionOf, isBinary };
}
