// What a forecast says, as the state and the account window have it.
import { z } from 'zod';
import { momentSchema } from '../problem';

/**
 * When something runs out. `not-enough`: there is too little history to say. `lasts`: nothing is used, or it lasts beyond what can be forecast
 * (a year). `runs-out`: likely at `likely`, somewhere between `earliest` and `latest` (null: perhaps not within a year).
 * `perDay`: use per day, in the figure's own unit (IPs, bytes, US dollars). `because`: it is used up, or its packages expire.
 */
export const forecastSchema = z.discriminatedUnion('says', [
  z.object({ says: z.literal('not-enough') }),
  z.object({ says: z.literal('lasts'), perDay: z.number().nonnegative() }),
  z.object({
    says: z.literal('runs-out'),
    earliest: momentSchema,
    likely: momentSchema,
    latest: momentSchema.nullable(),
    perDay: z.number().nonnegative(),
    confidence: z.enum(['low', 'medium', 'high']),
    because: z.enum(['used', 'expired']),
  }),
]);
export type Forecast = z.infer<typeof forecastSchema>;

export const forecastsSchema = z.object({ ips: forecastSchema, traffic: forecastSchema, wallet: forecastSchema });
export type Forecasts = z.infer<typeof forecastsSchema>;

export const noForecasts: Forecasts = {
  ips: { says: 'not-enough' },
  traffic: { says: 'not-enough' },
  wallet: { says: 'not-enough' },
};
