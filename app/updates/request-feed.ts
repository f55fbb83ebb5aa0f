// Requests the feed once, and judges what came back before anyone reads it.
import type { Reply } from '../nineproxy/transport/body';
import type { UpdateFailure } from '../model/updates';
import { longestFeed } from './feed';
import { isFeedAddress } from './feed-source';

/** How long the whole answer may take (ms). */
export const feedTimeLimit = 20_000;

/** Sends one GET and follows no redirect. Ends it, and rejects, when `signal` aborts; also ends it once the answer is longer than a feed is. */
export type SendFeedRequest = (
  address: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
) => Promise<Reply>;

export type FeedAnswer = { ok: true; bytes: Uint8Array } | { ok: false; why: UpdateFailure };

/** The same for everyone: neither the system nor any version is named. */
const headers = { 'user-agent': 'NineTray', accept: '*/*', 'accept-language': '*' };

/** Requests the feed. Never rejects; `cancelled` when `signal` aborts. */
export async function requestFeed(
  address: string,
  send: SendFeedRequest,
  signal: AbortSignal,
  timeLimit: AbortSignal = AbortSignal.timeout(feedTimeLimit),
): Promise<FeedAnswer> {
  if (!isFeedAddress(address)) return { ok: false, why: 'unsafe-address' };
  try {
    return judge(await send(address, headers, AbortSignal.any([signal, timeLimit])));
  } catch {
    if (signal.aborted) return { ok: false, why: 'cancelled' };
    return { ok: false, why: timeLimit.aborted ? 'timed-out' : 'unreachable' };
  }
}

function judge({ status, body }: Reply): FeedAnswer {
  if (status >= 300 && status <= 399) return { ok: false, why: 'redirected' };
  if (status !== 200) return { ok: false, why: 'status' };
  const bytes = body === null || 'getReader' in body ? new Uint8Array() : Buffer.concat([...body]);
  return bytes.byteLength > longestFeed ? { ok: false, why: 'too-long' } : { ok: true, bytes };
}
