// Finds tokens of the gateway in a place's file. They are texts of secrets: they stay in main, and are never shown or stored.
import { ok, type Result } from '../../model/problem';
import { asResult, blocked } from './file-problem';
import { withFile } from './open-file';
import { textUnits } from './content/text-units';
import type { FileUpdateOptions } from './update-options';

const TOKEN = /(?<![A-Za-z0-9])ntk[A-Za-z0-9]{40}(?![A-Za-z0-9])/g;

/** Each token once. Fails with file-blocked where NineTray does not read such a file. */
export function findTokens(path: string, options: FileUpdateOptions): Promise<Result<string[]>> {
  return asResult(() =>
    withFile(path, 'read', options, async ({ content }) => {
      const text = textUnits(content);
      if (text === null) throw blocked('unsupported');
      return ok([...new Set(text.units.match(TOKEN))]);
    }),
  );
}
