// The port of the places' files over the real files of this computer.
import type { Clock } from '../../model/clock';
import { attributesOf } from './attributes';
import { digestOfFile } from './digest-of-file';
import { findTokens } from './find-tokens';
import { mendFileUpdate } from './mend-file-update';
import { planFileUpdate } from './plan-file-update';
import { proveFileUpdate } from './prove-file-update';
import type { FileUpdateOptions, SealedCopies } from './update-options';
import { writeFileUpdate } from './write-file-update';
import type { FilePort, FileWay } from '../ports';

/** `copies`: where a file is kept, encrypted, while it is rewritten in place; null: such files are not written. */
export function createFilePort({ clock, copies }: { clock: Clock; copies: SealedCopies | null }): FilePort {
  const options = ({ plain = false }: FileWay, salt: Buffer): FileUpdateOptions => ({
    salt,
    plain,
    clock,
    ...(copies === null ? {} : { copies }),
  });
  return {
    // On other systems no plan asks for them (strategy.ts).
    attributes: (ways) => attributesOf(process.platform === 'linux' ? ways.map(({ path }) => path) : []),
    plan: (way, keys, salt, attributes) =>
      planFileUpdate(way.path, keys, { ...options(way, salt), ...(attributes === undefined ? {} : { attributes }) }),
    write: (way, plan, keys, salt) => writeFileUpdate(way.path, plan, keys, options(way, salt)),
    prove: (way, plan, keys, salt) => proveFileUpdate(way.path, plan, keys, options(way, salt)),
    digest: (way, salt) => digestOfFile(way.path, options(way, salt)),
    tokens: (way) => findTokens(way.path, options(way, Buffer.alloc(0))),
    mend: (way, plan, keys, salt) => mendFileUpdate(way.path, plan, keys, options(way, salt)),
  };
}
