// What the terminal command `places` asks of the NineTray that runs. Holds no key.
import { z } from 'zod';

const path = z.string().min(1).max(4096);

export const placesRequestSchema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('list') }),
  /** Absolute paths of files and folders; none: the usual files. */
  z.object({ act: z.literal('scan'), paths: z.array(path).max(20) }),
  /** Places by their names; none: all of them. */
  z.object({ act: z.literal('rehearse'), names: z.array(z.string().min(1).max(80)).max(100) }),
]);

export type PlacesRequest = z.infer<typeof placesRequestSchema>;
