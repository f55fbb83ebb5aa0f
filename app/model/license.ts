// The licences of NineTray and of all that it is made of, as the account window shows them.
import { z } from 'zod';

/** NineTray itself, the libraries in its bundles, Electron, and the parts of Chromium in it. */
export const licenseGroups = ['ninetray', 'libraries', 'electron', 'chromium'] as const;

export const licensedSchema = z.object({
  /** What the text is asked for by. */
  id: z.string().max(300),
  group: z.enum(licenseGroups),
  name: z.string(),
  version: z.string().nullable(),
  /** The licence's SPDX id. Null: only the text says it. */
  license: z.string().nullable(),
});

/** Something with a licence: its text is read when the user asks for it. */
export type Licensed = z.infer<typeof licensedSchema>;
