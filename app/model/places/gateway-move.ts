// A place that is moved to NineTray's gateway, or back: what would change in its file, and what became of it. Holds no key and no token.
import { z } from 'zod';
import { consumerChoicesSchema } from '../access/consumer';
import { problemSchema } from '../problem';

/** Who the place asks the gateway as: a new consumer, or a known one, whose token of before stops working. */
export const gatewayUserSchema = z.union([z.object({ id: z.string().min(1).max(40) }), consumerChoicesSchema]);

export const gatewayPreviewSchema = z.object({
  strategy: z.enum(['patch', 'replace', 'rewrite']),
  /** How often the key is replaced by a token. */
  keys: z.number().int(),
  /** How often 9Proxy's address is replaced by the gateway's; 0: the user has to say elsewhere where the program asks. */
  addresses: z.number().int(),
  /** Where a parser reads the key; empty for plain text. */
  readers: z.array(z.string().max(200)).max(20),
  /** An editor has the file open: it may write over the change. */
  openInEditor: z.boolean(),
});

/** The file was changed and proved. `problem`: why the restart or the check afterwards failed; null: neither did, or there is none. */
export const movedSchema = z.object({ problem: problemSchema.nullable() });

export type GatewayUser = z.infer<typeof gatewayUserSchema>;
export type GatewayPreview = z.infer<typeof gatewayPreviewSchema>;
export type Moved = z.infer<typeof movedSchema>;
