// Gzip without the name and the time of a file, so that the same content gives the same bytes.
import zlib from 'node:zlib';

const flags = { text: 1, checksum: 2, extra: 4, name: 8, comment: 16 };

/** `content`, compressed as well as gzip can (what Debian's policy asks of changelogs and manual pages). */
export function gzip(content) {
  return zlib.gzipSync(content, { level: 9 });
}

/**
 * A gzip file's bytes without the name, time, comment and system in its header. Throws where it is no gzip file.
 * @param {Buffer} bytes
 */
export function withoutGzipName(bytes) {
  if (bytes.length < 18 || bytes.readUInt16BE(0) !== 0x1f8b || bytes[2] !== 8) throw new Error('This is no gzip file.');
  const set = bytes[3];
  let at = 10;
  if (set & flags.extra) at += 2 + bytes.readUInt16LE(at);
  for (const text of [flags.name, flags.comment]) if (set & text) at = bytes.indexOf(0, at) + 1;
  if (set & flags.checksum) at += 2;
  const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, bytes[8], 3]);
  return Buffer.concat([header, bytes.subarray(at)]);
}
