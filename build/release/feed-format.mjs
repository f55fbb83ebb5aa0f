// How a feed of updates is written: a line with the signature, then the JSON that it is over (app/updates/feed.ts reads it).
import { createHash, createPublicKey, sign } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** What can be installed, by the end of its name. */
const installable = /\.(deb|rpm|AppImage|tar\.gz|dmg|zip|exe)$/;

/**
 * Name, size and SHA-256 of each package of this version in a folder, by name.
 * @param {string} folder
 * @param {string} version
 */
export function filesOf(folder, version) {
  return fs
    .readdirSync(folder)
    .filter((name) => installable.test(name) && name.includes(`-${version}-`))
    .sort()
    .map((name) => {
      const bytes = fs.readFileSync(path.join(folder, name));
      return { name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    });
}

/**
 * The signed feed. The signature is over the exact bytes after the first line.
 * @param {object} feed what it says
 * @param {import('node:crypto').KeyObject} privateKey
 * @returns {Buffer}
 */
export function signFeed(feed, privateKey) {
  const content = Buffer.from(`${JSON.stringify(feed, null, 1)}\n`);
  const id = keyId(publicKeyOf(privateKey));
  return Buffer.concat([
    Buffer.from(`ed25519 ${id} ${sign(null, content, privateKey).toString('base64url')}\n`),
    content,
  ]);
}

/**
 * The 32 bytes of a key's public half, in base64url.
 * @param {import('node:crypto').KeyObject} privateKey
 */
export function publicKeyOf(privateKey) {
  return createPublicKey(privateKey).export({ format: 'jwk' }).x ?? '';
}

/** @param {string} publicKey */
function keyId(publicKey) {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 16);
}
