// The keyed hash of a place's file as it is now: whether it is still the one that was rehearsed. Writes nothing.
import { ok, type Result } from '../../model/problem';
import { digestOf } from './content/content-proof';
import { asResult } from './file-problem';
import { withFile } from './open-file';
import type { FileUpdateOptions } from './update-options';

/** In hex, under the options' salt. Fails with file-blocked where NineTray does not read such a file. */
export function digestOfFile(path: string, options: FileUpdateOptions): Promise<Result<string>> {
  return asResult(() => withFile(path, 'read', options, async ({ content }) => ok(digestOf(content, options))));
}
