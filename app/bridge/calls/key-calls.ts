// Calls about the key: entering, storing and removing it.
import { z } from 'zod';
import { keyCandidateSchema } from '../../model/state/key-candidate';
import { keyStorages } from '../../model/key-storage';
import { type Calls, done, nothing } from './call-shape';

export const keyCalls = {
  /** A key as text (pasted or typed), read once against the address in settings. Returns whose account it is. */
  'key.check': { windows: ['popover'], input: z.object({ text: z.string().max(4096) }), output: keyCandidateSchema },
  /** The same with the clipboard's text, which main reads itself: the window never sees it. */
  'key.checkClipboard': { windows: ['popover'], input: nothing, output: keyCandidateSchema },
  /** Stores a checked key. `unprotected` needs `consent: true`. */
  'key.keep': {
    windows: ['popover'],
    input: z.object({
      ticket: z.string().max(64),
      storage: z.enum(keyStorages),
      consent: z.boolean(),
    }),
    output: done,
  },
  'key.discard': { windows: ['popover'], input: z.object({ ticket: z.string().max(64) }), output: done },
  /** The stored key is for the address in settings: the user's answer to `key-address-unconfirmed`. */
  'key.useHere': { windows: ['popover'], input: nothing, output: done },
  /** Asks the keyring again (after it was unlocked). */
  'key.retry': { windows: ['popover', 'wizard', 'account'], input: nothing, output: done },
  /** Removes the key from this computer; it stays valid at the vendor. */
  'key.forget': { windows: ['account'], input: nothing, output: done },
} as const satisfies Calls;
