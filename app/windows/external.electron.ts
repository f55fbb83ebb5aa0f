// Opens one of the pages in app/windows/external.ts in the user's browser; no other address gets here.
import { shell } from 'electron';
import { failed, ok, type Result } from '../model/problem';
import type { ExternalPage } from '../model/external-page';
import { isReleasePage } from '../updates/feed-source';
import { externalUrl, mayOpen, mayOpenDemo } from './external';

/** Opens a page. `not-allowed` for an address outside the list; `internal` when the system has nothing to open it with. */
export async function openExternal(page: ExternalPage): Promise<Result<undefined>> {
  const url = externalUrl(page);
  if (!mayOpen(url)) return failed({ kind: 'not-allowed' });
  return open(url);
}

/** Opens the page about a newer version. `not-allowed` where there is none, or where it is not on the project's own site. */
export async function openReleasePage(page: string | null): Promise<Result<undefined>> {
  if (page === null || !isReleasePage(page)) return failed({ kind: 'not-allowed' });
  return open(page);
}

/** Opens the page with the key's button: the vendor's, or that of the demo which runs now (`demo`: its dashboard's address). */
export async function openKeyPage(demo: string | null): Promise<Result<void>> {
  if (demo === null) return openExternal('apiKey');
  if (!mayOpenDemo(demo)) return failed({ kind: 'not-allowed' });
  return open(demo);
}

async function open(address: string): Promise<Result<undefined>> {
  try {
    await shell.openExternal(address);
    return ok(undefined);
  } catch {
    return failed({ kind: 'internal' });
  }
}
