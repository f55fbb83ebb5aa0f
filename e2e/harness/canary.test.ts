// The search for a key finds each disguise wherever it is: a search that misses one would make every other test of it worthless.
import { describe, expect, it } from 'vitest';
import { sightings } from './canary';

const keys = ['0f1e2d3c4b5a69788796a5b4c3d2e1f0', 'canary-canary-canary-canary-0123'];
const [, key = ''] = keys;
const bytes = Buffer.from(key);
const hex = bytes.toString('hex');
/** A piece in the middle, of the length that counts. */
const piece = key.slice(5, 21);

describe('a key', () => {
  it.each([
    ['in clear', bytes],
    ['in clear', Buffer.from(piece)],
    ['reversed', Buffer.from(key.split('').toReversed().join(''))],
    ['in UTF-16', Buffer.from(piece, 'utf16le')],
    ['in hex', Buffer.from(hex)],
    ['in upper-case hex', Buffer.from(hex.toUpperCase())],
    [
      'percent-encoded',
      Buffer.from(
        encodeURIComponent(key).replaceAll(/[^%]/g, (char) => `%${Buffer.from(char).toString('hex').toUpperCase()}`),
      ),
    ],
    ['in base64', Buffer.from(bytes.toString('base64'))],
  ])('%s is found at the beginning, in the middle and at the end', (name, disguise) => {
    const filling = Buffer.alloc(1000, 'ca');
    for (const place of [[disguise], [disguise, filling], [filling, disguise, filling], [filling, disguise]])
      expect(sightings('here', Buffer.concat(place), keys)).toContain(`here: key 2 ${name}`);
  });
});

it('neither a shorter piece nor another text is a key', () => {
  expect(sightings('here', `${key.slice(0, 11)} and ${key.slice(21)}`, keys)).toEqual([]);
  expect(sightings('here', '', keys)).toEqual([]);
});
