// The profile's files for a terminal command: it writes only while no application uses the folder, which would not notice.
import type { ProfileFiles } from '../settings/files/profile-files';

/** The same files, whose writes fail from the moment that `isAlone` is false. */
export function writeAlone(files: ProfileFiles, isAlone: () => boolean): ProfileFiles {
  const check = () => {
    if (!isAlone()) throw Object.assign(new Error('NineTray was started meanwhile.'), { code: 'EBUSY' });
  };
  return {
    ...files,
    canWrite: () => isAlone() && files.canWrite(),
    write(file, content) {
      check();
      files.write(file, content);
    },
    copy(from, to) {
      check();
      files.copy(from, to);
    },
    remove(file) {
      check();
      files.remove(file);
    },
  };
}
