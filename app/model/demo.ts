// What windows see of the demo besides its account.
import { z } from 'zod';

/** The calls of the demo's example script to the gateway. One that waits for its answer is not among them yet. */
export const exampleScriptSchema = z.object({
  calls: z.number().int().nonnegative(),
  answered: z.number().int().nonnegative(),
  longestMilliseconds: z.number().int().nonnegative(),
});

export type ExampleScript = z.infer<typeof exampleScriptSchema>;
