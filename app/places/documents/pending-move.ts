// A place's move to the gateway or back that has begun: what is needed to finish it, or to undo it, after NineTray was killed.
// Holds no key, no token and no text of a file.
import { z } from 'zod';
import { filePlanSchema } from '../../model/places/file-plan';
import { placeUpdateSchema } from '../../model/places/place';

export const pendingMoveSchema = z.object({
  placeId: z.string().max(40),
  /** `use`: to the gateway. `leave`: back to the key. `address`: the gateway's new address. */
  kind: z.enum(['use', 'leave', 'address']),
  /** How the key gets to the place before and after the move. */
  before: placeUpdateSchema,
  after: placeUpdateSchema,
  /** The consumer whose token is in the file, or comes there. Null: none that is known. */
  consumerId: z.string().max(40).nullable(),
  /** The consumer was made for this move. */
  isNewConsumer: z.boolean(),
  /** The consumer's token ends with the move. */
  revokes: z.boolean(),
  /** What is replaced beside the key. */
  address: z.object({ old: z.string().max(100), next: z.string().max(100) }),
  plan: filePlanSchema,
  /** Of the hash in the plan (hex). */
  salt: z.string().max(64),
  /** The file was proved, and the list has the place as it is now: what uses it is restarted and checked. */
  isSaved: z.boolean(),
});

export type PendingMove = z.infer<typeof pendingMoveSchema>;
