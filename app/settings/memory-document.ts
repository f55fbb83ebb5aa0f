// A document that lives in memory only: for the demo, of which nothing reaches the profile folder.
// It must not: touch a disk.
import { ok } from '../model/problem';
import type { Document } from './document';

/** A document that holds `value`, and never fails. */
export function createMemoryDocument<T extends object>(
  value: T,
): Pick<Document<T>, 'read' | 'write' | 'writeForGood' | 'ready'> {
  let content = value;
  const write = (next: T) => {
    content = next;
    return ok(undefined);
  };
  return { read: () => content, write, writeForGood: write, ready: async () => undefined };
}
