// Proves from the disk that a file was changed as planned and not otherwise. Writes nothing but the end of the encrypted copy.
import type { FilePlan } from '../../model/places/file-plan';
import { ok, type Result } from '../../model/problem';
import { digestOf, parsedContent, readersOf } from './content/content-proof';
import type { KnownChange } from './content/file-change';
import { asResult, blocked } from './file-problem';
import { withFile } from './open-file';
import { unchanged } from './content/patch-bytes';
import { removeCopy } from './sealed-copy';
import type { FileUpdateOptions } from './update-options';

/**
 * Opens the file by its path: with the old key in the planned positions it has to be the planned content, and a parser has to read the new key
 * where it read the old one. The encrypted copy is destroyed then. Fails with file-blocked: `changed` where it is anything else.
 */
export function proveFileUpdate(
  path: string,
  plan: FilePlan,
  change: KnownChange,
  options: FileUpdateOptions,
): Promise<Result<void>> {
  return asResult(async () => {
    await withFile(path, 'read', options, async ({ content, stats }) => {
      const before = unchanged(content, plan.ranges, change);
      if (before === null || digestOf(before, options) !== plan.digest) throw blocked('changed');
      const isSameFile = String(stats.dev) === plan.device && String(stats.ino) === plan.inode;
      if (plan.strategy !== 'replace' && !isSameFile) throw blocked('changed');
      if (plan.proof === 'plain') return;
      const readers = readersOf(plan.format, parsedContent(plan.format, before), content, change);
      if (readers === null || readers.length === 0) throw blocked('not-parsed');
    });
    await removeCopy(plan, options);
    return ok(undefined);
  });
}
