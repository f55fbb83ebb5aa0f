// A folder of its own for tests of file updates, a stand-in for the keyring, and the steps of an update in one call.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, type Problem } from '../../model/problem';
import type { FileChange, KnownChange } from './content/file-change';
import { planFileUpdate } from './plan-file-update';
import { proveFileUpdate } from './prove-file-update';
import type { FileUpdateOptions } from './update-options';
import { writeFileUpdate } from './write-file-update';

export const oldKey = 'sk9p.0123456789abcdef-OLD_key';
/** As long as the old one. */
export const newKey = 'sk9p.fedcba9876543210-NEW_kez';
export const longerKey = `${newKey}.and-then-some`;

/** The same in every process, for those that are killed. */
export function updateOptions(copies: string): FileTestbed['options'] {
  const [key, start] = [Buffer.alloc(32, 'k'), Buffer.alloc(16, 's')];
  return {
    salt: Buffer.from('salt of this computer'),
    copies: {
      folder: copies,
      seal: async (content) => ok(createCipheriv('aes-256-ctr', key, start).update(content)),
      open: async (sealed) => ok(createDecipheriv('aes-256-ctr', key, start).update(sealed)),
    },
  };
}

export interface FileTestbed {
  folder: string;
  at: (name: string) => string;
  write: (name: string, content: string | Buffer) => string;
  options: FileUpdateOptions & Required<Pick<FileUpdateOptions, 'copies'>>;
}

export function fileTestbed(): FileTestbed {
  const folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'ninetray-places-')));
  const at = (name: string) => join(folder, name);
  return {
    folder,
    at,
    write(name, content) {
      fs.writeFileSync(at(name), content);
      return at(name);
    },
    options: updateOptions(at('copies')),
  };
}

/** Plans, writes and proves; what the file holds then, or the problem and at which step. */
export async function update(path: string, change: KnownChange, options: FileUpdateOptions): Promise<Buffer | Problem> {
  const plan = await planFileUpdate(path, change, options);
  if (!plan.ok) return plan.problem;
  const written = await writeFileUpdate(path, plan.value, change, options);
  if (!written.ok) return written.problem;
  const proved = await proveFileUpdate(path, plan.value, change, options);
  return proved.ok ? fs.readFileSync(path) : proved.problem;
}

/** Why a file is not changed; the strategy where it would be. */
export async function planned(path: string, change: FileChange, options: FileUpdateOptions): Promise<string> {
  const plan = await planFileUpdate(path, change, options);
  if (plan.ok) return plan.value.strategy;
  return plan.problem.kind === 'file-blocked' ? plan.problem.why : plan.problem.kind;
}

/** The same, as text. */
export async function updatedText(path: string, change: KnownChange, options: FileUpdateOptions): Promise<string> {
  const end = await update(path, change, options);
  return Buffer.isBuffer(end) ? end.toString('utf8') : JSON.stringify(end);
}
