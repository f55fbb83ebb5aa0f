// What is replaced in a file: the key and, where a place moves to the gateway or back, the address that it asks.
// Decides no positions and writes nothing.
import type { FileRange } from '../../../model/places/file-plan';

/** The vendor's address as it stands in scripts. */
const VENDOR = 'https://api.9proxy.com';

export interface FileChange {
  old: string;
  /** Null in a rehearsal: the new key does not exist yet. */
  next: string | null;
  /** Replaced with the key where it stands in the same file. */
  address?: { old: string; next: string };
}

/** A change whose new text is known. */
export interface KnownChange extends FileChange {
  next: string;
}

/** "Use the gateway here": a token of it in place of the key, and its address ("http://127.0.0.1:9990") in place of the vendor's. */
export function toGateway(key: string, gateway: { token: string; address: string }): KnownChange {
  return { old: key, next: gateway.token, address: { old: VENDOR, next: gateway.address } };
}

/** The undo of `toGateway`: the key and the vendor's address again. */
export function fromGateway(key: string, gateway: { token: string; address: string }): KnownChange {
  return { old: gateway.token, next: key, address: { old: gateway.address, next: VENDOR } };
}

/** Whether no format quotes, escapes or encodes this text, so that it is the same bytes everywhere. */
export function isPlainKey(key: string): boolean {
  return /^[A-Za-z0-9._-]{1,2048}$/.test(key);
}

/** A change of which the new key is made up: as long as the old one and of the same form, but no key. */
export function rehearsed(change: FileChange): KnownChange {
  const next = change.old.replace(/[A-Za-z0-9]/g, (letter) =>
    /[zZ9]/.test(letter) ? previous(letter) : following(letter),
  );
  return { ...change, next: change.next ?? next };
}

/** The bytes that stand in a range before and after the change. */
export function rangeBytes(range: FileRange, change: KnownChange): { old: Buffer; next: Buffer } {
  const texts = range.what === 'key' ? change : (change.address ?? { old: '', next: '' });
  const old = encoded(texts.old, range.encoding);
  const next = encoded(texts.next, range.encoding);
  // A value without its padding stays without.
  return old.length > range.length ? { old: unpadded(old), next: unpadded(next) } : { old, next };
}

/** How a key is written in base64, with what may follow it inside: with and without padding. */
export function base64Forms(key: string): { text: string; encoding: FileRange['encoding'] }[] {
  return (['base64', 'base64-lf', 'base64-crlf'] as const).flatMap((encoding) => {
    const padded = encoded(key, encoding);
    return [padded, unpadded(padded)].map((bytes) => ({ text: bytes.toString('latin1'), encoding }));
  });
}

function encoded(text: string, encoding: FileRange['encoding']): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'base64':
      return inBase64(text);
    case 'base64-lf':
      return inBase64(`${text}\n`);
    case 'base64-crlf':
      return inBase64(`${text}\r\n`);
  }
}

function inBase64(text: string): Buffer {
  return Buffer.from(Buffer.from(text, 'utf8').toString('base64'), 'latin1');
}

function unpadded(bytes: Buffer): Buffer {
  const end = bytes.indexOf('=');
  return end === -1 ? bytes : bytes.subarray(0, end);
}

function following(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 1);
}

function previous(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) - 1);
}
