// For bench/gateway.mjs: a gateway without limits over a given network.
import { randomBytes, randomUUID } from 'node:crypto';
import { Gateway, type Situation } from '../app/gateway/gateway';
import { ConsumerBook } from '../app/gateway/consumers/consumer-book';
import { emptyAccess } from '../app/gateway/consumers/access-document';
import { usualConsumerChoices } from '../app/model/access/consumer';
import { endpoints } from '../app/nineproxy/operations/endpoints';
import type { Fetch } from '../app/nineproxy/transport/attempt';
import { createMemoryDocument } from '../app/settings/document/memory-document';

export { listen } from '../app/gateway/server/listen';

const unlimited = 1e9;

interface BenchGateway {
  gateway: Gateway;
  token: string;
  /** Whether reads wait. */
  hold(isHolding: boolean): void;
  /** How many timers it has. */
  timers(): number;
}

/** A gateway to `address`, and a token that may read. */
export function createBenchGateway(address: string, fetch: Fetch): BenchGateway {
  const timers = new Set<NodeJS.Timeout>();
  const clock = {
    now: Date.now,
    after(ms: number, run: () => void) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        run();
      }, ms);
      timers.add(timer);
      return () => {
        timers.delete(timer);
        clearTimeout(timer);
      };
    },
  };
  const book = new ConsumerBook({
    document: createMemoryDocument(emptyAccess),
    clock,
    newId: randomUUID,
    random: (bytes) => randomBytes(bytes),
    onChange: () => undefined,
  });
  const limits = { ...usualConsumerChoices.limits, readsPerSecond: unlimited };
  const added = book.add({ ...usualConsumerChoices, name: 'Bench', role: 'read', limits });
  if (!added.ok) throw new Error(added.problem.kind);
  let situation: Situation = 'sending';
  const key = { text: 'BENCHKEY1234567890abcdefgh', address, generation: 1 };
  const gateway = new Gateway(
    {
      clock,
      book,
      fetch,
      key: () => key,
      endpoints: () => endpoints,
      situation: () => situation,
      rotationId: () => null,
      keyRefused: () => false,
      oldKeys: () => ({ salt: '', hashes: [] }),
      onActivity: () => undefined,
      onSighting: () => Promise.resolve(),
      onHold: () => undefined,
    },
    unlimited,
  );
  return {
    gateway,
    token: added.value.token,
    hold(isHolding) {
      situation = isHolding ? 'holding' : 'sending';
      gateway.situationChanged();
    },
    timers: () => timers.size,
  };
}
