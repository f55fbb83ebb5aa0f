// A stand-in for getfattr: the ways of writing must not depend on what the computer of the tests has installed.
import fs from 'node:fs';
import { join } from 'node:path';
import { vi } from 'vitest';

/** Puts a program of this name into `folder` and in front of PATH; it answers as getfattr does for a file with these attributes. */
export function standInForGetfattr(folder: string, output: string): void {
  fs.writeFileSync(join(folder, 'getfattr'), `#!/bin/sh\nprintf '%s' '${output}'\n`, { mode: 0o755 });
  vi.stubEnv('PATH', `${folder}:${process.env['PATH']}`);
}
