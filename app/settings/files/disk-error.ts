// What a failed file operation means.
import type { Problem } from '../../model/problem';
import { targetOfBrokenLink } from './broken-link';

/** Node's `error.code` ("ENOSPC"), or an empty text when there is none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The problem that the user is shown: link-broken, disk-full, profile-read-only, or internal. */
export function problemOfDisk(error: unknown): Problem {
  const target = targetOfBrokenLink(error);
  if (target !== null) return { kind: 'link-broken', target: target.slice(0, 300) };
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'disk-full' };
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { kind: 'profile-read-only' };
    default:
      return { kind: 'internal' };
  }
}

/** Why the disk did not accept a file that the user saves. */
export function diskReason(error: unknown): 'full' | 'not-allowed' | 'other' {
  const { kind } = problemOfDisk(error);
  if (kind === 'disk-full') return 'full';
  return kind === 'profile-read-only' ? 'not-allowed' : 'other';
}
