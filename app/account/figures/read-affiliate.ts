// Reads the affiliate side of the account when a window asks. Keeps nothing.
import type { AffiliateStats } from '../../model/affiliate';
import { failed, type Result } from '../../model/problem';
import type { NineProxy } from '../../nineproxy/client';
import { resolveRefusal } from '../../nineproxy/resolve-refusal';

export interface AffiliateReadOptions {
  client(): Pick<NineProxy, 'readAffiliate' | 'readAccount'> | null;
  /** Grows with each key: what an older one asked for is dropped. */
  generation(): number;
  /** Reads the figures again soon. */
  readAgain(): void;
}

/** As 9Proxy has it now. Fails with key-missing without a key, and with cancelled if the key has changed meanwhile. */
export async function readAffiliate(options: AffiliateReadOptions): Promise<Result<AffiliateStats>> {
  const client = options.client();
  if (client === null) return failed({ kind: 'key-missing' });
  const asked = options.generation();
  const answer = await client.readAffiliate();
  if (options.generation() !== asked) return failed({ kind: 'cancelled' });
  return answer.ok ? answer : resolveRefusal(answer.problem, client, options.readAgain);
}
