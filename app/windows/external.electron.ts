// Opens one of the pages in app/windows/external.ts in the person's browser; no other address gets here.
import { shell } from 'electron';
import { failed, ok, type Result } from '../problem/problem';
import { type ExternalPage, externalUrl, mayOpen } from './external';

/** Opens a page. `not-allowed` for an address outside the list; `internal` when the system has nothing to open it with. */
export async function openExternal(page: ExternalPage): Promise<Result<undefined>> {
  const url = externalUrl(page);
  if (!mayOpen(url)) return failed({ kind: 'not-allowed' });
  try {
    await shell.openExternal(url);
    return ok(undefined);
  } catch {
    return failed({ kind: 'internal' });
  }
}
