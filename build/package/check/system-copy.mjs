// A copy of this system to install packages in for real, and to throw away: programs run in it as in the system itself,
// and what they change is kept in a folder (overlayfs). For root only.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Not chroot, which would deny the program the user namespaces that Chromium's sandbox makes. */
const inCopy = `
set -e
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/changes,workdir=$1/work" "$1/all"
for one in dev proc sys; do mount --rbind "/$one" "$1/all/$one"; done
mount --bind "$2" "$1/all/mnt"
cd "$1/all"
pivot_root . .
umount --lazy .
shift 2
exec "$@"`;

/**
 * The command that runs a program in the copy. Its mounts are gone when it ends.
 * @param {string} copy a folder made by `makeSystemCopy`
 * @param {string} mounted a folder that the program sees as /mnt
 * @param {string[]} command
 * @returns {string[]}
 */
export function inSystemCopy(copy, mounted, command) {
  return ['unshare', '--mount', 'sh', '-c', inCopy, 'sh', copy, mounted, ...command];
}

/** Makes the folders of a copy. */
export function makeSystemCopy(copy) {
  for (const name of ['changes', 'work', 'all']) fs.mkdirSync(path.join(copy, name), { recursive: true });
  return copy;
}

/** Where programs write beside a package's own files: databases, caches and logs. */
const databases = /^(var|usr\/share\/(mime|applications\/mimeinfo\.cache|icons\/hicolor\/icon-theme\.cache))(\/|$)/;

function describe(file) {
  const stat = fs.lstatSync(file);
  const owner = `${(stat.mode & 0o7777).toString(8)} ${stat.uid}:${stat.gid}`;
  if (stat.isDirectory()) return `folder ${owner}`;
  if (stat.isSymbolicLink()) return `link to ${fs.readlinkSync(file)}`;
  return `file ${owner} ${createHash('sha256').update(fs.readFileSync(file)).digest('hex').slice(0, 16)}`;
}

/** overlayfs marks a removed file with a device of this number. */
const isRemoved = (stat) => stat.isCharacterDevice() && stat.rdev === 0;

/**
 * What was added to the copy, by path: what it is, its mode, owner and content.
 * @param {string} copy
 * @returns {Map<string, string>}
 */
export function addedTo(copy) {
  const changes = path.join(copy, 'changes');
  const names = fs.readdirSync(changes, { recursive: true });
  return new Map(
    names
      .filter((name) => !isRemoved(fs.lstatSync(path.join(changes, name))))
      .map((name) => [name, describe(path.join(changes, name))]),
  );
}

/**
 * How two copies differ, besides databases and caches.
 * @param {Map<string, string>} one
 * @param {Map<string, string>} other
 * @param {{ names: [string, string], allowed: string[] }} what the names of the two, and paths that may differ
 */
export function copyDifferences(one, other, { names, allowed }) {
  const all = [...new Set([...one.keys(), ...other.keys()])].toSorted();
  return all
    .filter((name) => !databases.test(name) && !allowed.includes(name) && one.get(name) !== other.get(name))
    .map((name) => {
      const [first, second] = [one, other].map((copy) => copy.get(name) ?? 'nothing');
      return `/${name}: ${first} in the ${names[0]}, ${second} in the ${names[1]}`;
    });
}
