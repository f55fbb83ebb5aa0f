// A document that lives in memory only, for what must not reach the profile folder.
import { ok } from '../../model/problem';
import type { Document } from './document';

/** A document that holds `value`, and never fails. */
export function createMemoryDocument<T extends object>(
  value: T,
): Pick<Document<T>, 'read' | 'write' | 'writeAndPurge' | 'retry' | 'problems'> {
  let content = value;
  const write = (next: T) => {
    content = next;
    return ok(undefined);
  };
  return {
    read: () => content,
    write,
    writeAndPurge: write,
    retry: () => ok(undefined),
    problems: () => [],
  };
}
