// The folder that becomes a package's root.
import fs from 'node:fs';
import path from 'node:path';

/** Copies what `from=to` names: a folder's content (`from/`), or one file. */
export function copyInto(folder, pair) {
  const at = pair.lastIndexOf('=');
  const from = pair.slice(0, at);
  const to = path.join(folder, pair.slice(at + 1));
  if (from.endsWith('/')) {
    fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    return;
  }
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.copyFileSync(from, to);
}

/** Whatever the umask: 755 for folders and programs, 644 for other files. */
export function giveUsualModes(folder) {
  fs.chmodSync(folder, 0o755);
  for (const { full, entry } of entriesOf(folder)) {
    if (entry.isDirectory()) giveUsualModes(full);
    else if (entry.isFile()) fs.chmodSync(full, fs.statSync(full).mode & 0o111 ? 0o755 : 0o644);
  }
}

/** All files below a folder, with their paths from it, in the order of their names. Links are files here. */
export function filesIn(folder, under = '') {
  return entriesOf(path.join(folder, under)).flatMap(({ entry }) => {
    const name = path.join(under, entry.name);
    return entry.isDirectory() ? filesIn(folder, name) : [name];
  });
}

function entriesOf(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => ({ entry, full: path.join(folder, entry.name) }));
}
