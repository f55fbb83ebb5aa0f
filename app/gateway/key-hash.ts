// What a key is recognised by, so that one that was replaced need not be stored.
import { createHmac } from 'node:crypto';

/** HMAC of a key under the salt of access.json, in hex. */
export function keyHash(key: string, salt: string): string {
  return createHmac('sha256', salt).update('ninetray gateway key 1\n').update(key, 'utf8').digest('hex');
}
