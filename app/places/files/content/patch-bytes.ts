// Puts the new bytes where the old ones are, and back. Works on buffers; knows no file.
import type { FileRange } from '../../../model/places/file-plan';
import { type KnownChange, rangeBytes } from './file-change';

/** The content after the change; null where a range does not hold exactly the old bytes. */
export function changed(content: Buffer, ranges: readonly FileRange[], change: KnownChange): Buffer | null {
  const parts: Buffer[] = [];
  let end = 0;
  for (const range of ranges) {
    const { old, next } = rangeBytes(range, change);
    const until = range.offset + range.length;
    if (range.offset < end || old.length !== range.length || !content.subarray(range.offset, until).equals(old))
      return null;
    parts.push(content.subarray(end, range.offset), next);
    end = until;
  }
  return Buffer.concat([...parts, content.subarray(end)]);
}

/** The content before the change, from the one after it; null where the new bytes are not where the change would have put them. */
export function unchanged(content: Buffer, ranges: readonly FileRange[], change: KnownChange): Buffer | null {
  let shift = 0;
  const places = ranges.map((range) => {
    const { old, next } = rangeBytes(range, change);
    const place = { offset: range.offset + shift, next, old };
    shift += next.length - old.length;
    return place;
  });
  const parts: Buffer[] = [];
  let end = 0;
  for (const { offset, next, old } of places) {
    if (offset < end || !content.subarray(offset, offset + next.length).equals(next)) return null;
    parts.push(content.subarray(end, offset), old);
    end = offset + next.length;
  }
  return Buffer.concat([...parts, content.subarray(end)]);
}

/** The content with the old bytes in every range, whatever is there now: what it was before a write of the same length was cut off. */
export function withOldBytes(content: Buffer, ranges: readonly FileRange[], change: KnownChange): Buffer {
  const before = Buffer.from(content);
  for (const range of ranges) rangeBytes(range, change).old.copy(before, range.offset);
  return before;
}

/** Whether every byte is as before or as after, as it is where a write was cut off; what another program wrote is not. */
export function isMixture(content: Buffer, before: Buffer, after: Buffer): boolean {
  const shortest = Math.min(before.length, after.length);
  if (content.length < shortest || content.length > Math.max(before.length, after.length)) return false;
  return content.every((byte, index) => byte === before[index] || byte === after[index]);
}
