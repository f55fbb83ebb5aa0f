// The schemas of a list's query and rows, as they cross the bridge. list-description.ts has their types.
import { z } from 'zod';

/** The query of a list, without its page. */
export const listQuerySchema = z.object({
  search: z.string().max(100),
  sort: z.object({ column: z.string().max(40), descending: z.boolean() }).nullable(),
  filters: z.record(z.string().max(40), z.string().max(100)),
});

/** One row of a list; the cells are by column. */
export const listRowSchema = z.object({
  key: z.string(),
  cells: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  exact: z.record(z.string(), z.string()).optional(),
});
