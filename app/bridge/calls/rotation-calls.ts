// Calls about a rotation and its receipts.
import { z } from 'zod';
import { entrySchema } from '../../model/rotation/rotation';
import { type Calls, done, nothing } from './call-shape';

export const rotationCalls = {
  /** Opens the wizard's window; begins a rotation, or resumes the one under way. */
  'rotation.begin': { windows: ['popover', 'account'], input: z.object({ entry: entrySchema }), output: done },
  /** Moves from prepare to regenerate, from copy (once copied) to update, from update to the receipt. */
  'rotation.next': { windows: ['wizard'], input: nothing, output: done },
  /** Moves from receive to regenerate, and from regenerate to prepare while the dashboard was not opened. */
  'rotation.back': { windows: ['wizard'], input: nothing, output: done },
  /** Opens the dashboard's key page and records it; a second time needs a reason. */
  'rotation.openDashboard': {
    windows: ['wizard'],
    input: z.object({
      why: z.enum(['first', 'key-not-received', 'wrong-account', 'new-key-refused', 'asked-again']),
    }),
    output: done,
  },
  /** The new key as text (pasted, dropped or typed); returns when it is on disk. */
  'rotation.receive': { windows: ['wizard'], input: z.object({ text: z.string().max(4096) }), output: done },
  /** The same with the clipboard's text, which main reads and then clears. */
  'rotation.receiveClipboard': { windows: ['wizard'], input: nothing, output: done },
  /** The received key was the wrong one: it is destroyed, and another is awaited. */
  'rotation.discardReceived': { windows: ['wizard'], input: nothing, output: done },
  /** The new key belongs to another account, and the user confirms that this is right. */
  'rotation.acceptAccount': { windows: ['wizard'], input: nothing, output: done },
  /** Tries again, now, the checks that are not proved yet. */
  'rotation.proveNow': { windows: ['wizard'], input: nothing, output: done },
  /** The one secret that crosses to a window: the new key, in the copy step only, to be shown for at most 20 s. */
  'rotation.reveal': { windows: ['wizard'], input: nothing, output: z.object({ text: z.string() }) },
  'rotation.copy': { windows: ['wizard'], input: nothing, output: done },
  /** Asks where, and writes the key into a file that only its owner can read. */
  'rotation.saveToFile': { windows: ['wizard'], input: nothing, output: z.object({ saved: z.boolean() }) },
  'rotation.noCopyNeeded': { windows: ['wizard'], input: nothing, output: done },
  'rotation.tick': {
    windows: ['wizard'],
    input: z.object({ placeId: z.string().max(40), ticked: z.boolean() }),
    output: done,
  },
  'rotation.finish': { windows: ['wizard'], input: nothing, output: done },
  /** Only while nothing was revoked: the old key stays in use. Or, from an address other than the rotation's own, to end it there. */
  'rotation.abandon': { windows: ['wizard'], input: nothing, output: done },
  /** Asks where, and writes a receipt as text. */
  'receipt.export': {
    windows: ['account', 'wizard'],
    input: z.object({ id: z.string().max(40) }),
    output: z.object({ saved: z.boolean() }),
  },
  'wizard.close': { windows: ['wizard'], input: nothing, output: done },
} as const satisfies Calls;
