// What is remembered of alerts between two reads and two starts, by account. No secrets: figures and names only.
import { z } from 'zod';
import { alertSchema } from '../../model/alert';

/** `told`: the user was notified of it, and is not notified again while it lasts. */
export const episodeSchema = alertSchema.extend({ told: z.boolean() });
export type Episode = z.infer<typeof episodeSchema>;

/** Kinds that earlier versions wrote. Their episodes are dropped, and the rest of the file is still read. */
const removedKinds: ReadonlySet<unknown> = new Set(['renew-unaffordable']);
const anyEpisode = z.object({ about: z.object({ kind: z.unknown() }) });

function withoutRemovedKinds(episodes: unknown): unknown {
  if (!Array.isArray(episodes)) return episodes;
  return episodes.filter((episode) => {
    const { data } = anyEpisode.safeParse(episode);
    return data === undefined || !removedKinds.has(data.about.kind);
  });
}

/** `had`: figures (by the id their alert would have) of which there once was something: only these can run low by being empty. */
export const memorySchema = z.object({
  episodes: z.preprocess(withoutRemovedKinds, z.array(episodeSchema)),
  had: z.array(z.string().max(80)),
});
export type AlertMemory = z.infer<typeof memorySchema>;

/** By the address that the figures come from and the account's id. */
export const alertMemoriesSchema = z.object({ accounts: z.record(z.string(), memorySchema) });
export type AlertMemories = z.infer<typeof alertMemoriesSchema>;

export const noMemory: AlertMemory = { episodes: [], had: [] };
