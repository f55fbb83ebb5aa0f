// For tests: a client of the demo, and what it sent.
import { type Asker, startOfTests } from '../demo/demo.fixture';
import type { ListQuery } from '../model/lists/list-description';
import { createNineProxy } from './client';
import type { NineProxy } from './client';
import { endpoints } from './operations/endpoints';
import type { VendorListId } from './lists';
import type { VendorRow } from './resources/record-mapping';

/** The first fifty of all, in the vendor's order. */
export const firstPage: ListQuery = { page: 1, limit: 50, search: '', sort: null, filters: {} };

export interface DemoClient {
  client: NineProxy;
  /** The writes that were sent, oldest first. */
  sent: { operation: string; body: unknown }[];
  /** The first page of a list that must be readable. */
  rows(list: VendorListId): Promise<VendorRow[]>;
}

/** A client of the demo with this key. Waits end at once, and nothing times out. */
export function demoClient({ origin, key }: Pick<Asker, 'origin' | 'key'>): DemoClient {
  const sent: DemoClient['sent'] = [];
  const names = new Map(Object.entries(endpoints).map(([id, { method, path }]) => [`${method} ${path}`, id]));
  const client = createNineProxy({
    key,
    address: origin,
    async fetch(input, init) {
      const request = new Request(input, init);
      const text = await request.clone().text();
      const operation = names.get(`${request.method} ${new URL(request.url).pathname}`) ?? 'unknown';
      if (request.method !== 'GET') sent.push({ operation, body: JSON.parse(text) });
      return globalThis.fetch(request);
    },
    now: () => startOfTests,
    random: () => 0,
    wait: (ms) => (ms === 10_000 ? new Promise(() => undefined) : Promise.resolve()),
  });
  return {
    client,
    sent,
    async rows(list) {
      const read = await client.readList(list, firstPage);
      if (!read.ok) throw new Error(`${list}: ${read.problem.kind}`);
      return read.value.items;
    },
  };
}
