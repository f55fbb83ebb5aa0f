// `node build/release/sign-feed.mjs --counter N --notes ADDRESS [--key FILE] [--days N]`: writes release/feed-1.txt, the signed feed of the
// version in package.json, over the packages in release/. build/release/README.md says when and how. To try it out, `--folder` names other
// packages and `--keys` another list of public keys.
import { createPrivateKey } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { root } from '../paths.mjs';
import { say } from '../run.mjs';
import { builtInKeys, isPlaceholder } from './feed-keys.mjs';
import { filesOf, publicKeyOf, signFeed } from './feed-format.mjs';

const day = 86_400_000;
/** How long a feed is believed: until the next one, and some time for a release that is late (days). */
const usualDays = 90;

const { values } = parseArgs({
  options: {
    counter: { type: 'string' },
    notes: { type: 'string' },
    key: { type: 'string' },
    days: { type: 'string', default: String(usualDays) },
    keys: { type: 'string' },
    folder: { type: 'string', default: path.join(root, 'release') },
  },
});

/** The private key from the file whose path the user names. Its text is in no argument, no variable and no output. */
async function readPrivateKey() {
  const file = values.key ?? (await ask('Path of the private key: '));
  const { mode } = fs.statSync(file);
  if (process.platform !== 'win32' && (mode & 0o077) !== 0)
    throw new Error(`Others can read ${file}. Close it with: chmod 600`);
  // Node's own error would quote nothing of it either; this one names the file.
  try {
    return createPrivateKey(fs.readFileSync(file));
  } catch {
    throw new Error(`${file} is no private key without a password.`);
  }
}

async function ask(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(question)).trim();
  } finally {
    terminal.close();
  }
}

/** A whole number above 0. */
function number(name) {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} must be a whole number above 0.`);
  return value;
}

try {
  const counter = number('counter');
  const days = number('days');
  if (values.notes === undefined) throw new Error('--notes must be the address of the release page.');
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const files = filesOf(values.folder, version);
  if (files.length === 0) throw new Error(`There is no package of version ${version} in ${values.folder}.`);
  const key = await readPrivateKey();
  const known = builtInKeys(values.keys).find(({ publicKey }) => publicKey === publicKeyOf(key));
  if (known === undefined)
    throw new Error('NineTray does not know this key: app/updates/feed-keys.json has its public half.');
  if (isPlaceholder(known)) say('This key is to be replaced before the first release.');
  const now = Date.now();
  const moment = (ms) => new Date(ms).toISOString();
  const feed = {
    version,
    released: moment(now),
    expires: moment(now + days * day),
    counter,
    notes: values.notes,
    files,
  };
  const target = path.join(values.folder, 'feed-1.txt');
  fs.writeFileSync(target, signFeed(feed, key));
  say(
    `${target}: version ${version}, counter ${counter}, ${files.length} files, good for ${days} days, signed by "${known.name}".`,
  );
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
