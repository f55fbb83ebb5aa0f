// A program that brings the key to a place, restarts what uses it, or checks that it works. Holds no secret: the key goes to its standard
// input only.
import { z } from 'zod';

/** A program with its arguments, run without a shell. */
export const commandSchema = z.object({
  program: z.string().min(1).max(1000),
  arguments: z.array(z.string().max(4000)).max(50),
  /** The folder it runs in; null: the user's home folder. */
  folder: z.string().max(4096).nullable(),
  /** Seconds after which it is stopped. */
  timeLimit: z.number().int().min(1).max(600),
});

export type Command = z.infer<typeof commandSchema>;
