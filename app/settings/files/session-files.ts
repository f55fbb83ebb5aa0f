// The files of one session in the profile folder that sessions share.
import { defaultSession, type SessionId } from '../../model/session-id';
import type { ProfileFiles } from './profile-files';

/** The same files under names that begin with the session's; those of the default session keep the names that they always had. */
export function sessionFiles(files: ProfileFiles, session: SessionId): ProfileFiles {
  if (session === defaultSession) return files;
  const prefix = `${session}.`;
  const own = (file: string) => `${prefix}${file}`;
  return {
    canWrite: () => files.canWrite(),
    read: (file) => files.read(own(file)),
    write: (file, content) => files.write(own(file), content),
    copy: (from, to) => files.copy(own(from), own(to)),
    stamp: (file) => files.stamp(own(file)),
    list: () => files.list().flatMap((file) => (file.startsWith(prefix) ? [file.slice(prefix.length)] : [])),
    remove: (file) => files.remove(own(file)),
  };
}
