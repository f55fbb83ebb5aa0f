// Two accounts at once: two sessions over one profile folder, each over its own vendor, which it reaches over HTTP.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Asker, startDemo } from '../../demo/demo.fixture';
import { otherOwner } from '../../demo/data/names';
import { createKeyEntry } from '../key-entry';
import { type ProfileFixture, profileFixture, type SessionInProfile, sessionInProfile } from '../profile.fixture';

interface Account extends SessionInProfile {
  vendor: Asker;
  /** All keys that this account has had. */
  keys: string[];
}

let profile: ProfileFixture;
let first: Account;
let second: Account;

/** A session whose key was entered as a user enters it. */
async function open(id: string, vendor: Asker): Promise<Account> {
  const opened = sessionInProfile(profile, id, vendor.origin);
  const { session, vault } = opened;
  const { clock, readKeyText, newTicket, log } = profile.shared;
  const entry = createKeyEntry({
    account: session,
    vault,
    clock,
    readKeyText,
    newTicket,
    log,
    showAccount: () => undefined,
  });
  const checked = await entry.check(vendor.key);
  if (!checked.ok) throw new Error(checked.problem.kind);
  expect(await entry.keep(checked.value.ticket, 'protected', false)).toMatchObject({ ok: true });
  await session.refresh();
  return { ...opened, vendor, keys: [vendor.key] };
}

beforeAll(async () => {
  profile = profileFixture();
  first = await open('first', await startDemo({ seed: 9, size: 3 }));
  const vendor = await startDemo({ seed: 10, size: 5 });
  Object.assign(vendor.demo.account.owner, otherOwner);
  second = await open('second', vendor);
});

afterAll(async () => {
  for (const { session, vendor } of [first, second]) {
    session.stop();
    await vendor.demo.close();
  }
});

const state = ({ session }: Account) => session.store.read().state;

describe('two sessions side by side', () => {
  it('show the figures of their own account', () => {
    for (const account of [first, second]) {
      const { owner, subs } = account.vendor.demo.account;
      expect(state(account)).toMatchObject({
        source: { origin: account.vendor.origin },
        account: { value: { id: owner.id }, status: 'fresh' },
        ips: { status: 'fresh' },
        subAccounts: { count: { value: subs.list.length } },
      });
    }
    expect(state(first).ips.value?.total).not.toBe(state(second).ips.value?.total);
    expect(state(first).account.value?.id).not.toBe(state(second).account.value?.id);
  });

  it('notify of the alerts of their own account, and remember them apart', () => {
    for (const account of [first, second]) {
      const low = { id: 'ips-low', about: { kind: 'ips-low', left: state(account).ips.value?.total } };
      expect(account.told.filter(({ id }) => id === 'ips-low')).toMatchObject([low]);
      expect(state(account).alerts).toMatchObject([low]);
    }
  });

  it('send each key to its own address alone', () => {
    for (const { vendor, keys } of [first, second]) {
      const sent = profile.requests.filter(({ origin }) => origin === vendor.origin);
      expect(sent.length).toBeGreaterThan(0);
      expect(new Set(sent.map(({ key }) => key))).toEqual(new Set(keys));
    }
  });

  it('keep a rotation to the one whose key it is', async () => {
    const before = second.stored();
    const shown = state(second);
    expect(await first.session.rotation.begin('on-purpose')).toMatchObject({ ok: true });
    await first.session.rotation.next();
    await first.session.rotation.openDashboard('first', async () => ({ ok: true, value: undefined }));
    const newKey = first.vendor.demo.regenerateKey();
    first.keys.push(newKey);
    expect(await first.session.rotation.receive(newKey)).toMatchObject({ ok: true });
    await vi.waitFor(async () => {
      await profile.clock.advance(100);
      expect(first.vault.text()).toBe(newKey);
    });
    await first.session.refresh();
    expect(state(first)).toMatchObject({ key: { status: 'present' }, ips: { status: 'fresh' } });
    expect(state(first).rotation.current).not.toBeNull();

    expect(state(second)).toMatchObject({ key: shown.key, rotation: { current: null, receipts: [] } });
    expect(second.vault.text()).toBe(second.vendor.key);
    expect(second.stored()).toBe(before);
    await second.session.refresh();
    expect(state(second)).toMatchObject({ key: { status: 'present' }, ips: { status: 'fresh' } });
    for (const { vendor, keys } of [first, second]) {
      const sent = profile.requests.filter(({ origin }) => origin === vendor.origin);
      expect(new Set(sent.map(({ key }) => key))).toEqual(new Set(keys));
    }
  });

  it('store what they know under names of their own, and nothing of each other', () => {
    const names = [...profile.texts.keys()].filter((file) => !file.startsWith('settings.'));
    expect(names.filter((file) => !/^(first|second)\./.test(file))).toEqual([]);
    for (const name of ['key', 'figures', 'history', 'alerts'])
      expect(names).toEqual(expect.arrayContaining([`first.${name}.json`, `second.${name}.json`]));
    for (const [account, other] of [
      [first, second],
      [second, first],
    ] as const) {
      for (const text of [account.vendor.origin, account.vendor.demo.account.owner.username, ...account.keys])
        expect(account.stored()).toContain(text);
      for (const text of [other.vendor.origin, other.vendor.demo.account.owner.username, ...other.keys])
        expect(account.stored()).not.toContain(text);
    }
  });
});
