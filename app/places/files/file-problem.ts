// What a failed operation on a place's file means. Never carries the path or a system's message.
import { failed, type Problem, type Result } from '../../model/problem';
import { errorCode } from '../../settings/files/disk-error';

type Why = Extract<Problem, { kind: 'file-blocked' }>['why'];

/** Ends an update with a problem: it never leaves this folder, where every exported step answers with a Result. */
export class FileFailure extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

export function blocked(why: Why): FileFailure {
  return new FileFailure({ kind: 'file-blocked', why });
}

/** What the steps return, or the problem that ended them. */
export async function asResult<T>(steps: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await steps();
  } catch (error) {
    return failed(error instanceof FileFailure ? error.problem : problemOf(error));
  }
}

function problemOf(error: unknown): Problem {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'file-blocked', why: 'gone' };
    case 'ELOOP':
      return { kind: 'file-blocked', why: 'link' };
    case 'EBUSY':
    case 'ETXTBSY':
      return { kind: 'file-blocked', why: 'locked' };
    case 'EPERM':
      return { kind: 'file-blocked', why: notPermitted() };
    case 'EACCES':
    case 'EROFS':
      return { kind: 'file-blocked', why: 'read-only' };
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'disk-full' };
    default:
      return { kind: 'internal' };
  }
}

/** macOS answers so for folders that the user did not open to NineTray; Windows for a file that another program holds. */
function notPermitted(): Why {
  if (process.platform === 'win32') return 'locked';
  return process.platform === 'darwin' ? 'protected-folder' : 'read-only';
}
