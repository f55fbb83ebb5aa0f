// Calls about the lists of the account window: reading them, saving them, and the secrets in them.
import { z } from 'zod';
import { listQuerySchema, listRowSchema } from '../../model/lists/list-query';
import { listIds } from '../../model/lists/lists';
import { momentSchema } from '../../model/problem';
import { type Calls, done, nothing, secretRef } from './call-shape';

export const listCalls = {
  /** One page of a list, as the vendor has it now. `limit` rows a page; `total` is the vendor's count, if it reports one. */
  'lists.read': {
    windows: ['account'],
    input: listQuerySchema.extend({
      list: z.enum(listIds),
      page: z.number().int().min(1).max(100_000),
      limit: z.number().int().min(1).max(100),
    }),
    /** `skipped`: rows of this page that could not be read. */
    output: z.object({
      rows: z.array(listRowSchema),
      total: z.number().int().nullable(),
      pages: z.number().int().nullable().optional(),
      skipped: z.number().int().optional(),
      searchIgnored: z.literal(true).optional(),
      asOf: momentSchema,
    }),
  },
  /** Asks where, reads all pages, and writes what matches as CSV; secrets stay masked. Progress is in the state (`saving`). */
  'lists.save': {
    windows: ['account'],
    input: listQuerySchema.extend({ list: z.enum(listIds) }),
    /** `missing`: rows that 9Proxy counts and that are not in the file. */
    output: z.object({
      saved: z.boolean(),
      rows: z.number().int().optional(),
      missing: z.number().int().optional(),
      searchIgnored: z.boolean().optional(),
    }),
  },
  'lists.cancelSave': { windows: ['account'], input: nothing, output: done },
  /** A secret of a list (a share code, a sub-user's password), to be shown for a while because the user asked. */
  'secret.reveal': {
    windows: ['account'],
    input: z.object({ ref: secretRef }),
    output: z.object({ text: z.string() }),
  },
  /** Copies secrets as the key is copied: concealed, read back, cleared after a while. Several: one a line. */
  'secret.copy': {
    windows: ['account'],
    input: z.object({ refs: z.array(secretRef).min(1).max(500) }),
    output: done,
  },
} as const satisfies Calls;
