// For tests: a gateway over a vendor in memory, with a clock of its own, and requests as the server hands them over.
import { usualConsumerChoices, type ConsumerChoices } from '../model/access/consumer';
import type { ActivityLine } from '../model/access/activity';
import { manualClock, type ManualClock } from '../model/clock.fixture';
import { endpoints } from '../nineproxy/operations/endpoints';
import type { Fetch } from '../nineproxy/transport/attempt';
import type { Reply } from '../nineproxy/transport/body';
import { createMemoryDocument } from '../settings/document/memory-document';
import type { StoredDocument } from '../settings/document/document';
import { type AccessContent, emptyAccess } from './consumers/access-document';
import { ConsumerBook } from './consumers/consumer-book';
import { repeatableBytes } from './consumers/random.fixture';
import { Gateway, type Situation } from './gateway';
import { keyHash } from './key-hash';
import type { Incoming } from './request/incoming';
import type { GatewayAnswer } from './answer/refusal';
import type { KeyAtAddress } from './vendor/upstream';

/** The account's key in these tests, and one that was replaced. */
export const realKey = 'REALKEY1234567890abcdefgh';
export const oldKey = 'OLDKEY01234567890abcdefgh';
const salt = 'salt';
const start = new Date(2026, 10, 29, 12).getTime();

/** What reached the vendor. */
export interface Arrival {
  method: string;
  path: string;
  query: string;
  key: string | null;
  body: string;
  headers: Record<string, string>;
  once: boolean;
}

/** What the vendor answers. */
export interface VendorAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
}

export interface GatewayFixture {
  gateway: Gateway;
  book: ConsumerBook;
  document: StoredDocument<AccessContent>;
  clock: ManualClock;
  arrivals: Arrival[];
  lines: ActivityLine[];
  sightings: ('real' | 'old')[];
  refusedGenerations: number[];
  /** Change these to make trouble. */
  world: {
    key: KeyAtAddress | null;
    situation: Situation;
    mayBeDying: boolean;
    rotationId: string | null;
    answer(arrival: Arrival, signal: AbortSignal): VendorAnswer | Promise<VendorAnswer>;
  };
  /** Adds a consumer, and returns its token. */
  token(choices?: Partial<ConsumerChoices>): string;
  /** Sends one request as a program would: GET of a path with a token, unless said otherwise. */
  ask(path: string, token: string | null, options?: AskOptions): Promise<GatewayAnswer>;
}

export interface AskOptions {
  method?: string;
  query?: string;
  body?: string;
  headers?: readonly (readonly [string, string])[];
  host?: string | null;
  /** Aborted when the client leaves. */
  client?: AbortController;
  isFromOtherUser?: boolean;
  httpVersion?: string;
}

/** A role that may read everything that reveals no secret. */
export const reader: ConsumerChoices = { ...usualConsumerChoices, name: 'Reader', role: 'read' };

export const accountPath = endpoints.getAccountInfo.path;
const success = JSON.stringify({ success: true, message: 'ok', result: { id: 7 } });

/** A gateway with nothing in it but a key that works. `pace`: requests per second to the vendor. `network`: in place of the vendor in memory. */
export function gatewayFixture({
  content = emptyAccess,
  pace = 1e6,
  network,
}: {
  content?: AccessContent;
  pace?: number;
  network?: Fetch;
} = {}): GatewayFixture {
  const clock = manualClock(start);
  const arrivals: Arrival[] = [];
  const lines: ActivityLine[] = [];
  const sightings: ('real' | 'old')[] = [];
  const refusedGenerations: number[] = [];
  const document = createMemoryDocument(content);
  let count = 0;
  const book = new ConsumerBook({
    document,
    clock,
    newId: () => `id-${(count += 1)}`,
    random: repeatableBytes(),
    onChange: () => undefined,
  });
  const world: GatewayFixture['world'] = {
    key: { text: realKey, address: 'https://api.example', generation: 1 },
    situation: 'sending',
    mayBeDying: false,
    rotationId: null,
    answer: () => ({}),
  };
  const inMemory: Fetch = async (address, { method, headers, body, signal, once }) => {
    const url = new URL(address);
    const key = url.searchParams.get('api-key');
    url.searchParams.delete('api-key');
    const query = url.searchParams.toString();
    const arrival = { method, path: url.pathname, query, key, body: body ?? '', headers: { ...headers }, once };
    arrivals.push(arrival);
    return reply(await world.answer(arrival, signal));
  };
  const gateway = new Gateway(
    {
      clock,
      book,
      key: () => world.key,
      endpoints: () => endpoints,
      situation: () => world.situation,
      rotationId: () => world.rotationId,
      keyRefused(generation) {
        refusedGenerations.push(generation);
        return world.mayBeDying;
      },
      oldKeys: () => ({ salt, hashes: [keyHash(oldKey, salt)] }),
      onActivity: (line) => lines.push(line),
      onSighting: async (key) => void sightings.push(key),
      onHold: () => undefined,
      fetch: network ?? inMemory,
    },
    pace,
  );
  return {
    gateway,
    book,
    document,
    clock,
    arrivals,
    lines,
    sightings,
    refusedGenerations,
    world,
    token(choices = {}) {
      const added = book.add({ ...reader, name: `Consumer ${(count += 1)}`, ...choices });
      if (!added.ok) throw new Error(added.problem.kind);
      return added.value.token;
    },
    ask: (path, token, options) => gateway.answer(incoming(path, token, options)),
  };
}

function reply({ status = 200, headers = {}, body = success }: VendorAnswer): Reply {
  const all = new Map(Object.entries({ 'content-type': 'application/json', ...headers }));
  return { status, headers: { get: (name) => all.get(name.toLowerCase()) ?? null }, body: new Blob([body]).stream() };
}

/** A request as the server hands it over. */
export function incoming(path: string, token: string | null, options: AskOptions = {}): Incoming {
  const { method = 'GET', query = '', body = '', host = '127.0.0.1:19090' } = options;
  const parameters = [query, token === null ? '' : `api-key=${token}`].filter((part) => part !== '').join('&');
  const headers = [...(host === null ? [] : [['Host', host] as const]), ...(options.headers ?? [])];
  return {
    raw: {
      httpVersion: options.httpVersion ?? '1.1',
      method,
      target: parameters === '' ? path : `${path}?${parameters}`,
      rawHeaders: headers.flat(),
    },
    hosts: ['127.0.0.1:19090', 'localhost:19090', '[::1]:19090'],
    isFromOtherUser: async () => options.isFromOtherUser ?? false,
    readBody: async () => body,
    cancel: options.client ?? new AbortController(),
    onIdentified: () => undefined,
    findProgram: async () => null,
  };
}
