// Writes SHA256SUMS beside the files of a release: node build/release/checksums.mjs FOLDER
// In the form of `sha256sum`, which can check it on Linux; docs/install.md has the commands for the other systems.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { say } from '../run.mjs';

const listName = 'SHA256SUMS';

/**
 * One line for each file of a folder, by name. Throws for a folder in it, and for an empty one: something is missing then.
 * @param {string} folder
 * @returns {Promise<string>}
 */
export async function checksums(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== listName);
  if (entries.length === 0) throw new Error(`${folder} has no files.`);
  const lines = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isFile()) throw new Error(`${entry.name} is not a file.`);
    const hash = createHash('sha256');
    await pipeline(fs.createReadStream(path.join(folder, entry.name)), hash);
    lines.push(`${hash.digest('hex')}  ${entry.name}\n`);
  }
  return lines.join('');
}

if (process.argv[1] === import.meta.filename) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error('Which folder?');
  const text = await checksums(folder);
  fs.writeFileSync(path.join(folder, listName), text);
  say(text.trimEnd());
}
