// What windows see of recipes: which fields the user fills in. Their commands are main's until they are made from these.
import { z } from 'zod';
import { placeKinds } from './place';

const fieldSchema = z.object({ id: z.string().max(40), required: z.boolean(), example: z.string().max(200) });

export const recipeListSchema = z.object({
  /** Programs that bring the key to a place, on this system. */
  recipes: z.array(
    z.object({
      id: z.string().max(40),
      kind: z.enum(placeKinds),
      fields: z.array(fieldSchema),
      /** What running it may set off: its id in the catalogue. */
      effect: z.string().max(40),
      /** Whether the key can be read back afterwards. */
      isReadBack: z.boolean(),
    }),
  ),
  /** Commands that restart what uses the key. */
  hooks: z.array(z.object({ id: z.string().max(40), fields: z.array(fieldSchema) })),
  /** Services that the user updates, and why. */
  manual: z.array(z.object({ id: z.string().max(40), why: z.string().max(40) })),
});

/** What the user filled in, by field. */
export const recipeFieldsSchema = z.record(z.string().max(40), z.string().max(4000));

export type RecipeList = z.infer<typeof recipeListSchema>;
