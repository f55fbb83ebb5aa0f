// Plans how the key is replaced in one file, and proves in memory that this would work. Opens the file for writing, and writes nothing.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FilePlan, FileRange } from '../../model/places/file-plan';
import { ok, type Result } from '../../model/problem';
import { digestOf, parsedContent, readersOf } from './content/content-proof';
import { type FileChange, isPlainKey, type KnownChange, rangeBytes, rehearsed } from './content/file-change';
import { commentStart, formatOf } from './content/file-kind';
import { blocked, asResult } from './file-problem';
import { locate } from './content/locate';
import { type OpenFile, withFile } from './open-file';
import { changed } from './content/patch-bytes';
import { checkSpace, strategyForOtherLength } from './strategy';
import { type TextUnits, textUnits } from './content/text-units';
import type { FileUpdateOptions } from './update-options';

/** A range costs some bytes in the journal; a file with more is no configuration. */
const MOST_RANGES = 1000;

/**
 * How the key is replaced in the file at `path` (absolute). A change without `next` is a rehearsal: it assumes a key of the same length, and
 * `otherwise` says what happens with another. Fails with file-blocked (why NineTray does not write this file), disk-full, or internal.
 */
export function planFileUpdate(
  path: string,
  change: FileChange,
  options: FileUpdateOptions,
): Promise<Result<FilePlan>> {
  return asResult(async () => {
    if (!isPlainKey(change.old) || !isPlainKey(change.next ?? change.old)) throw blocked('unusual-key');
    return withFile(path, 'write', options, async (file) => ok(await planOf(path, file, change, options)));
  });
}

async function planOf(path: string, file: OpenFile, change: FileChange, options: FileUpdateOptions): Promise<FilePlan> {
  const { content, stats } = file;
  const known = rehearsed(change);
  const text = textUnits(content);
  if (text === null) throw blocked('unsupported');
  const { ranges, readers } = provedRanges(path, content, text, known, options);
  if (ranges.length > MOST_RANGES) throw blocked('unsupported');
  const temporary = `.ninetray-${randomBytes(8).toString('hex')}.tmp`;
  const isSameLength = ranges.every((range) => rangeBytes(range, known).next.length === range.length);
  const needsOther = !isSameLength || change.next === null;
  const other = needsOther ? await strategyForOtherLength(file, temporary, options.attributes) : null;
  if (!isSameLength) await checkSpace(file.path, content.length * 2);
  return {
    strategy: isSameLength ? 'patch' : (other ?? 'rewrite'),
    otherwise: isSameLength ? other : null,
    device: String(stats.dev),
    inode: String(stats.ino),
    size: content.length,
    digest: digestOf(content, options),
    ranges,
    format: formatOf(path),
    proof: readers.length > 0 ? 'parsed' : 'plain',
    readers,
    openInEditor: await isOpenInEditor(file.path),
    temporary,
  };
}

/** The positions, and where a parser reads the key. Throws where the file has a format, and no parser agrees with the change. */
function provedRanges(
  path: string,
  content: Buffer,
  text: TextUnits,
  change: KnownChange,
  { plain = false }: FileUpdateOptions,
): { ranges: FileRange[]; readers: string[] } {
  const format = formatOf(path);
  const before = parsedContent(format, content);
  const readersWith = (ranges: FileRange[]) =>
    before === undefined ? null : readersOf(format, before, changed(content, ranges, change), change);
  const { ranges, past, longer } = locate(text, change, { format, comment: commentStart(path), withComments: false });
  const readers = readersWith(ranges);
  if (ranges.length > 0 && readers !== null) return { ranges, readers };
  if (readers === null && past > 0) {
    // A line that looks like a comment may be a value, in a text over several lines: the parser knows.
    const all = locate(text, change, { format, comment: commentStart(path), withComments: true });
    const allReaders = readersWith(all.ranges);
    if (allReaders !== null) return { ranges: all.ranges, readers: allReaders };
  }
  if (ranges.length === 0) throw blocked(longer > 0 ? 'longer-text' : 'no-key');
  if (format !== 'plain' && !plain) throw blocked('not-parsed');
  return { ranges, readers: [] };
}

/** Whether the swap file or lock of vi, Emacs or an office program is beside the file. */
async function isOpenInEditor(path: string): Promise<boolean> {
  const name = basename(path);
  const marks = [`.${name}.swp`, `.#${name}`, `.~lock.${name}#`, `~$${name}`];
  const found = await Promise.all(
    marks.map((mark) =>
      fs.lstat(join(dirname(path), mark)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
