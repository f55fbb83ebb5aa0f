// The schemas of a list's query and rows, as they cross the bridge. app/model/lists/lists.ts has their types and which lists there are.
import { z } from 'zod';

export const listQuerySchema = z.object({
  search: z.string().max(100),
  sort: z.object({ column: z.string().max(40), descending: z.boolean() }).nullable(),
  filters: z.record(z.string().max(40), z.string().max(100)),
});

export const listRowSchema = z.object({
  key: z.string(),
  cells: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  exact: z.record(z.string(), z.string()).optional(),
});
