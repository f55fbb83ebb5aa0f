import { expect, it } from 'vitest';
import type { PlacesRun, RunRow } from '../../model/places/places-run';
import { OLD, openTestBed, place, toCopy } from '../../key/rotation/rotation.fixture';
import { receiptText } from './receipt';

async function rotationWithPlace() {
  const pc = await openTestBed(OLD);
  await pc.changePlaces([place]);
  const { view } = await toCopy(pc, 'leak');
  const { current } = view();
  if (current === null) throw new Error('no rotation');
  return current;
}

async function receiptOfOneWithPlace(): Promise<string> {
  return receiptText(await rotationWithPlace(), null, 'en-GB');
}

it('aligns what stands behind the labels', async () => {
  const facts = (await receiptOfOneWithPlace()).split('\n').slice(2, 10);
  const starts = facts.map((line) => line.length - line.replace(/^[^:]+: +/, '').length);
  expect(new Set(starts)).toEqual(new Set(['Finished:  '.length]));
});

it('lists what is not updated yet, and names no key', async () => {
  const receipt = await receiptOfOneWithPlace();
  expect(receipt).toContain('- Scraper (container, host a)\n');
  expect(receipt).toContain('- Replace the key in the places not updated yet.\n');
  expect(receipt).not.toContain(OLD);
});

it('says what waited at the gateway, and nothing where nothing did', async () => {
  const rotation = await rotationWithPlace();
  const held = { answered: 128, gaveUp: 0, refusedWrites: 0, longestMilliseconds: 19_400 };
  const line = (more: object) => receiptText({ ...rotation, held: { ...held, ...more } }, null, 'en-GB');
  expect(line({})).toMatch(/^Gateway: +128 reads waited, longest 19 s, 0 given up$/m);
  expect(line({ refusedWrites: 1 })).toMatch(/0 given up, 1 change refused$/m);
  expect(receiptText(rotation, null, 'en-GB')).not.toContain('Gateway');
});

it('says an outage of less than a minute once, and a longer one in seconds and in minutes', async () => {
  const rotation = await rotationWithPlace();
  const { proof, oldKey } = rotation;
  const answeredAt = proof.at ?? 0;
  const after = (seconds: number) =>
    receiptText({ ...rotation, oldKey: { ...oldKey, diedAt: answeredAt - seconds * 1000 } }, null, 'en-GB');
  expect(after(17)).toMatch(/^Outage: +17 s$/m);
  expect(after(125)).toMatch(/^Outage: +125 seconds \(2 min 5 s\)$/m);
});

it('says of each place that was updated how long it had no key', async () => {
  const rotation = await rotationWithPlace();
  const diedAt = rotation.startedAt + 5000;
  const ticked = {
    ...rotation,
    oldKey: { ...rotation.oldKey, diedAt },
    places: rotation.places.map((entry) => ({ ...entry, tickedAt: diedAt + 9000 })),
  };
  const row: RunRow = {
    place,
    state: 'done',
    at: diedAt + 9000,
    provedAt: diedAt + 8000,
    how: 'parsed',
    doneAt: diedAt + 9000,
  };
  const run: PlacesRun = {
    rotationId: rotation.id,
    origin: '',
    oldFingerprint: null,
    newFingerprint: '',
    startedAt: diedAt,
    endedAt: diedAt + 9000,
    rows: [row],
  };
  expect(receiptText(ticked, run, 'en-GB')).toContain('- Scraper (container, host a): 8 s without the key\n');
  expect(receiptText(ticked, null, 'en-GB')).toContain('- Scraper (container, host a)\n');
});
