import { describe, expect, it } from 'vitest';
import { exampleConsumer } from '../../../app/model/access/access.fixture';
import { choicesOf, type ConsumerDraft, draftOf, errorsOf } from './consumer-draft';

const draft = (change: Partial<ConsumerDraft> = {}): ConsumerDraft => ({ ...draftOf(null), name: 'bot', ...change });

describe('a draft', () => {
  it('of a new program may read, and nothing else', () => {
    expect(errorsOf(draft())).toBeNull();
    expect(choicesOf(draft(), null, 0)).toMatchObject({
      role: 'read',
      secrets: false,
      unknownPaths: false,
      expiresAt: null,
    });
  });

  it('gives back a consumer as it is', () => {
    const consumer = exampleConsumer({ expiresAt: 5000, holdWrites: true, secrets: true });
    const { id: _id, createdAt: _createdAt, lastUse: _lastUse, today: _today, ...choices } = consumer;
    expect(choicesOf(draftOf(consumer), consumer, 0)).toEqual(choices);
  });

  it('counts its expiry from now', () => {
    expect(choicesOf(draft({ expiry: 'week' }), null, 1000).expiresAt).toBe(1000 + 7 * 86_400_000);
  });

  it('leaves out what its role does not have', () => {
    const rich = draft({ secrets: true, unknownPaths: true, ipsPerDay: '5' });
    expect(choicesOf({ ...rich, role: 'figures' }, null, 0)).toMatchObject({
      secrets: false,
      unknownPaths: false,
      limits: { ipsPerDay: null },
    });
    expect(choicesOf({ ...rich, role: 'sub-accounts' }, null, 0)).toMatchObject({ limits: { ipsPerDay: 5 } });
    expect(choicesOf({ ...rich, role: 'everything' }, null, 0)).toMatchObject({ secrets: true, unknownPaths: true });
  });

  it.each([
    [{ name: '  ' }, { name: 'missing' }],
    [{ role: 'spend' }, { ipsPerRequest: 'missing', ipsPerDay: 'missing', agrees: 'missing' }],
    [{ role: 'everything' }, { agrees: 'missing' }],
    [{ role: 'sub-accounts', ipsPerDay: 'many' }, { ipsPerDay: 'wrong' }],
    [
      { role: 'spend', agrees: true, ipsPerRequest: '0', ipsPerDay: '1.5' },
      { ipsPerRequest: 'wrong', ipsPerDay: 'wrong' },
    ],
    [{ writesPerDay: 'x' }, { writesPerDay: 'wrong' }],
    [
      { readsPerSecond: '', writesPerMinute: '601', holdSeconds: '-1' },
      { readsPerSecond: 'wrong', writesPerMinute: 'wrong', holdSeconds: 'wrong' },
    ],
  ] as const)('is not sent where something is wrong: %j', (change, errors) => {
    expect(errorsOf(draft(change))).toEqual(errors);
  });
});
