// The local gateway and who may use it, as the state and the windows have it.
import { z } from 'zod';
import { momentSchema, problemSchema } from '../problem';
import { consumerSchema } from './consumer';

/** The port at first, and the ports that may be chosen: below those that systems give to programs for outgoing connections. */
export const usualGatewayPort = 19_090;
export const lowestGatewayPort = 1024;
export const highestGatewayPort = 32_767;
export const gatewayPortSchema = z.number().int().min(lowestGatewayPort).max(highestGatewayPort);

/** Someone sent the account's own key, or one that is dead, instead of a token: a place that still holds it. */
export const sightingSchema = z.object({
  at: momentSchema,
  key: z.enum(['real', 'old']),
  operation: z.string().max(200).nullable(),
  /** Linux: which program it was, where that could be found out. */
  program: z.object({ name: z.string().max(100), pid: z.number().int() }).nullable(),
  /** How often the same program did. */
  count: z.number().int(),
});

/** What waited while the key was regenerated. */
export const holdFiguresSchema = z.object({
  /** Reads that waited and were answered. */
  answered: z.number().int(),
  /** Those that waited longer than their consumer allows, or whose client left. */
  gaveUp: z.number().int(),
  /** Writes that were refused meanwhile. */
  refusedWrites: z.number().int(),
  longestMilliseconds: z.number().int(),
});

const holdSummarySchema = z.object({ rotationId: z.string().max(40), ...holdFiguresSchema.shape });

export const accessViewSchema = z.object({
  /** Whether the user switched it on. */
  on: z.boolean(),
  /** `failed`: it is on and cannot listen; `problem` says why. */
  status: z.enum(['off', 'starting', 'listening', 'paused', 'failed']),
  port: gatewayPortSchema,
  /** What it listens at, such as http://127.0.0.1:19090; empty while it does not. */
  addresses: z.array(z.string()),
  /** The path of the socket, which is there on Linux and macOS while it listens. */
  socket: z.string().nullable(),
  /** The newest first. */
  consumers: z.array(consumerSchema),
  /** Revoked lately, the newest first. */
  revoked: z.array(z.object({ id: z.string().max(40), name: z.string(), at: momentSchema })),
  /** Reads that wait for the new key, and since when the first one does. */
  holding: z.object({ reads: z.number().int(), since: momentSchema }).nullable(),
  /** Of the rotation under way or the last one; null where nothing waited. */
  lastHold: holdSummarySchema.nullable(),
  /** The newest first, 20 at most. */
  sightings: z.array(sightingSchema),
  /** Tokens that are none, sent within the last minute. */
  refusedTokens: z.number().int(),
  /** Grows when there are new lines of activity (`access.readActivity`); at most once a second. */
  activityRevision: z.number().int(),
  /** The variable of NineTray's own environment by which programs would ask a proxy for 127.0.0.1; null: none. */
  proxyVariable: z.string().max(40).nullable(),
  problem: problemSchema.optional(),
});

export type AccessView = z.infer<typeof accessViewSchema>;
export type Sighting = z.infer<typeof sightingSchema>;
export type HoldFigures = z.infer<typeof holdFiguresSchema>;
export type HoldSummary = z.infer<typeof holdSummarySchema>;

/** The gateway as it is before anyone switched it on. */
export const noAccess: AccessView = {
  on: false,
  status: 'off',
  port: usualGatewayPort,
  addresses: [],
  socket: null,
  consumers: [],
  revoked: [],
  holding: null,
  lastHold: null,
  sightings: [],
  refusedTokens: 0,
  activityRevision: 0,
  proxyVariable: null,
};
