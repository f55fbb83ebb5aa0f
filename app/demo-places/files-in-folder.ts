// Keeps the work on places inside of one folder: files anywhere else are refused, whatever the way to them.
import fs from 'node:fs/promises';
import { dirname, isAbsolute, relative, sep } from 'node:path';
import { failed, ok, type Result } from '../model/problem';
import type { FilePort } from '../places/ports';

/** `port` for files in `folder` (absolute, without links) and folders inside of it. Others fail with not-in-demo, and are not opened. */
export function filesInFolder(folder: string, port: FilePort): FilePort {
  const inside = async <T>(path: string, act: () => Promise<Result<T>>): Promise<Result<T>> => {
    const checked = await isInside(folder, path);
    return checked.ok ? act() : checked;
  };
  return {
    // None before its place is known to be inside.
    attributes: () => port.attributes([]),
    plan: (way, ...rest) => inside(way.path, () => port.plan(way, ...rest)),
    write: (way, ...rest) => inside(way.path, () => port.write(way, ...rest)),
    prove: (way, ...rest) => inside(way.path, () => port.prove(way, ...rest)),
    digest: (way, ...rest) => inside(way.path, () => port.digest(way, ...rest)),
    tokens: (way) => inside(way.path, () => port.tokens(way)),
    mend: (way, ...rest) => inside(way.path, () => port.mend(way, ...rest)),
  };
}

/** A link inside of the folder may lead to a folder elsewhere, so the file's folder is compared without links. */
async function isInside(folder: string, path: string): Promise<Result<void>> {
  const real = await fs.realpath(dirname(path)).catch(() => null);
  if (real === null) return failed({ kind: 'not-in-demo' });
  const way = relative(folder, real);
  const isElsewhere = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  return isElsewhere ? failed({ kind: 'not-in-demo' }) : ok(undefined);
}
