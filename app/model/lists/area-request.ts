// What an area of the account window is asked to show or do when it is opened from elsewhere.
import { z } from 'zod';
import { subAccountToEditSchema } from '../state/sub-account-row';
import { settingsSections } from './areas';

export const areaRequestSchema = z.object({
  /** It asks whether all sub-accounts shall be stopped, or restored. */
  ask: z.literal('panic').optional(),
  /** It opens the form that edits this sub-account. */
  edit: subAccountToEditSchema.optional(),
  /** It goes to this section of the settings. */
  section: z.enum(settingsSections).optional(),
});
export type AreaRequest = z.infer<typeof areaRequestSchema>;
