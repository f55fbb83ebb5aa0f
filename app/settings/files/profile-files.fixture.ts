// The profile folder's files in memory, for tests only.
import type { ProfileFiles } from './profile-files';

/** Files whose texts are in `texts`, by name; nothing fails. */
export function memoryFiles(texts: Map<string, string>): ProfileFiles {
  return {
    canWrite: () => true,
    read: (file) => texts.get(file) ?? null,
    write: (file, content) => void texts.set(file, JSON.stringify(content)),
    copy: (from, to) => void texts.set(to, texts.get(from) ?? ''),
    stamp: (file) => texts.get(file) ?? null,
    list: () => [...texts.keys()],
    remove: (file) => void texts.delete(file),
  };
}
