// The user's crontab as a place: what crontab prints, with the key replaced and every other byte as it was.
import { failed, ok, type Result } from '../../model/problem';
import type { Command } from '../../model/places/command';
import { commandProblem } from './run-command';

/** A byte that would make the key a piece of a longer word. */
function isWordByte(byte: number | undefined): boolean {
  return byte !== undefined && (byte >= 0x80 || /[A-Za-z0-9]/.test(String.fromCharCode(byte)));
}

/** Where `key` stands in `table` as a word of its own. */
function positions(table: Buffer, key: string): number[] {
  const bytes = Buffer.from(key);
  const found: number[] = [];
  for (let at = table.indexOf(bytes); at !== -1; at = table.indexOf(bytes, at + 1)) {
    if (!isWordByte(table[at - 1]) && !isWordByte(table[at + bytes.length])) found.push(at);
  }
  return found;
}

/** Whether a table has the key as a word of its own. */
export function holdsKey(table: Buffer, key: string): boolean {
  return positions(table, key).length > 0;
}

/**
 * The crontab with the new key in place of the old one. A table that has the new key already and no old one stays as it is. Fails with
 * command-failed (not-proved) where it has neither, or was too long to be read whole.
 */
export function patchedCrontab(table: Buffer, keys: { old: string; next: string }, command: Command): Result<Buffer> {
  const places = positions(table, keys.old);
  if (places.length === 0 && holdsKey(table, keys.next)) return ok(table);
  // Output is cut at 64 KiB: writing such a table back would lose its end.
  if (places.length === 0 || table.length >= 64 * 1024) return failed(commandProblem(command, 'not-proved', null));
  const parts: Buffer[] = [];
  let from = 0;
  for (const at of places) {
    parts.push(table.subarray(from, at), Buffer.from(keys.next));
    from = at + Buffer.byteLength(keys.old);
  }
  return ok(Buffer.concat([...parts, table.subarray(from)]));
}
