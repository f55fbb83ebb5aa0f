import { describe, expect, it } from 'vitest';
import { exampleNow } from '../../model/state/app-state.fixture';
import { createMemoryDocument } from '../../settings/document/memory-document';
import type { History, Sample } from './history';
import { createMemorySampleStore, createSampleStore } from './sample-store';

const at = (moment: number, ips: number): Sample => [moment, ips, null, null, null];
const MINUTE = 60_000;

describe('a record of balances', () => {
  it('in a document thins: the newest of five minutes stays', () => {
    const document = createMemoryDocument<History>({ accounts: {} });
    const store = createSampleStore(document, () => exampleNow);
    store.add('a 7', at(exampleNow, 100));
    expect(store.add('a 7', at(exampleNow + 1, 90))).toEqual([at(exampleNow + 1, 90)]);
    store.add('b 7', at(exampleNow, 5));
    expect(document.read().accounts).toEqual({ 'a 7': [at(exampleNow + 1, 90)], 'b 7': [at(exampleNow, 5)] });
  });

  it('in memory begins with the past that it is given, and keeps every sample', () => {
    const past = [at(exampleNow - MINUTE, 110)];
    const store = createMemorySampleStore(past);
    expect(store.of('a 7')).toEqual(past);
    store.add('a 7', at(exampleNow, 100));
    expect(store.add('a 7', at(exampleNow + 1, 90))).toEqual([...past, at(exampleNow, 100), at(exampleNow + 1, 90)]);
  });

  it('in memory does not grow without end', () => {
    const past = [at(0, 1)];
    const store = createMemorySampleStore(past);
    for (let n = 1; n <= 600; n += 1) store.add('a 7', at(n, n));
    expect(store.of('a 7')).toHaveLength(501);
    expect(store.of('a 7')[0]).toEqual(past[0]);
    expect(store.of('a 7').at(-1)).toEqual(at(600, 600));
  });
});
