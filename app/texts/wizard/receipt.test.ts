import { expect, it } from 'vitest';
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
  return receiptText(await rotationWithPlace(), 'en-GB');
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
  const line = (more: object) => receiptText({ ...rotation, held: { ...held, ...more } }, 'en-GB');
  expect(line({})).toMatch(/^Gateway: +128 reads waited, longest 19 s, 0 given up$/m);
  expect(line({ refusedWrites: 1 })).toMatch(/0 given up, 1 change refused$/m);
  expect(receiptText(rotation, 'en-GB')).not.toContain('Gateway');
});

it('says an outage of less than a minute once, and a longer one in seconds and in minutes', async () => {
  const rotation = await rotationWithPlace();
  const { proof, oldKey } = rotation;
  const answeredAt = proof.at ?? 0;
  const after = (seconds: number) =>
    receiptText({ ...rotation, oldKey: { ...oldKey, diedAt: answeredAt - seconds * 1000 } }, 'en-GB');
  expect(after(17)).toMatch(/^Outage: +17 s$/m);
  expect(after(125)).toMatch(/^Outage: +125 seconds \(2 min 5 s\)$/m);
});
