// A demo is a session in memory: whatever the user does in it, no file of the profile folder is opened.
/** @module-tag sweep */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openExamples } from '../../demo-places/open-examples';
import type { ScriptPorts } from '../../demo-places/example-script';
import { type Asker, startDemo } from '../../demo/demo.fixture';
import { runLoop, type ScriptSettings } from '../../demo-places/script/loop';
import type { GatewayMachine } from '../../gateway/access-ports';
import { failed, ok } from '../../model/problem';
import { noSystem } from '../../places/service/no-system';
import { createMemoryDocument } from '../../settings/document/memory-document';
import { noLoginItem } from '../../settings/login-item/login-item';
import { openAccountDocuments } from '../account-documents';
import { type ProfileFixture, profileFixture } from '../profile.fixture';
import { SessionHost } from './session-host';

let vendor: Asker;
let demo: Asker;
let profile: ProfileFixture;
let host: SessionHost;
let temporary: string;

/** The example script, with the test's clock. */
const script: ScriptPorts = {
  random: Math.random,
  path: () => '/client/v1/account/get-balance-data',
  start(file, onCall) {
    const end = new AbortController();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- main wrote the file
    const settings = () => JSON.parse(fs.readFileSync(file, 'utf8')) as ScriptSettings;
    const { now, after } = profile.clock;
    const wait = (ms: number) => new Promise<void>((resolve) => void after(ms, resolve));
    void runLoop({ settings, fetch: globalThis.fetch, now, wait, onCall }, end.signal);
    return () => end.abort();
  },
};

function gatewayMachine(): GatewayMachine {
  return {
    fetch(input, init) {
      const request = new Request(input, init);
      const { origin, searchParams } = new URL(request.url);
      profile.requests.push({ origin, key: searchParams.get('api-key') });
      return globalThis.fetch(request);
    },
    socket: join(temporary, 'profile', 'gateway.sock'),
    uid: null,
    proxyVariable: null,
    random: (bytes) => randomBytes(bytes),
  };
}

beforeAll(async () => {
  vendor = await startDemo({ seed: 9, size: 3 });
  demo = await startDemo({ seed: 10, size: 5 });
  profile = profileFixture();
  temporary = fs.mkdtempSync(join(tmpdir(), 'demo-session-'));
  const { shared, settings, files, clock } = profile;
  settings.change({ address: { kind: 'custom', url: vendor.origin } });
  const opened = openAccountDocuments({ files, now: clock.now });
  host = new SessionHost({
    ...shared,
    gateway: gatewayMachine(),
    settings,
    platform: { os: 'linux', trayShown: true, sandboxed: true, electron: '45.4.1', version: '0.1.0' },
    account: {
      ...opened,
      vault: profile.openVault(opened.key, vendor.origin),
      places: noSystem,
      keyringIsOpen: async () => true,
    },
    demo: {
      start: async () => ok({ origin: demo.origin, key: demo.key, dashboard: demo.dashboard, past: [], pinned: [] }),
      stop: () => undefined,
      openExamples: async (key) => openExamples(key, { clock, temporary, script }),
      createVault: () => profile.openVault(createMemoryDocument({ salt: '', keys: {} }), 'demo'),
    },
    sourceOf: () => ok({ kind: 'custom', url: vendor.origin, origin: vendor.origin }),
    applyProxy: async () => ok(undefined),
    loginItem: noLoginItem,
    readLocalToday: async () => failed({ kind: 'not-offered' }),
  });
  await host.open(true);
  const checked = await host.keyEntry.check(vendor.key);
  if (!checked.ok) throw new Error(checked.problem.kind);
  await host.keyEntry.keep(checked.value.ticket, 'protected', false);
  await host.refresh();
});

afterAll(async () => {
  host.stop();
  fs.rmSync(temporary, { recursive: true });
  await vendor.demo.close();
  await demo.demo.close();
});

const state = () => host.store.read().state;

/** All that a user can do in the demo, but for settings, which are the same for every session. */
async function useDemo(): Promise<void> {
  await host.startDemo();
  const { subAccounts, services, rotation } = host.shown();
  expect(exampleTexts()).toHaveLength(3);
  expect(state().places.rows.map(({ readiness }) => readiness)).toEqual([
    'untried',
    'untried',
    'untried',
    'hand',
    'gateway',
  ]);
  expect(state().access).toMatchObject({ status: 'listening', socket: null });
  await settle(() => expect(state().exampleScript?.answered).toBeGreaterThan(0));
  host.setVisible(true);
  await host.refresh();
  const [row] = state().subAccounts.firstPage;
  if (row === undefined) throw new Error('the demo has sub-accounts');
  expect(subAccounts.pin(row.id, true)).toEqual(ok(undefined));
  expect(subAccounts.switch(row.id, row.enabled === false)).toEqual(ok(undefined));
  await services.lists.read('subAccounts', { page: 1, limit: 50, search: '', sort: null, filters: {} });
  await services.apiCheck.run();
  const prepared = services.actions.prepare({ action: 'setAutoRenew', rows: [], input: { on: true } });
  if (prepared.ok) await services.actions.run(prepared.value.ticket);
  await services.bulk.panic();
  await settle(() => expect(state().bulk.panic?.phase).toBe('done'));
  await rotation.begin('on-purpose');
  await rotation.next();
  await rotation.openDashboard('first', async () => ok(undefined));
  const newKey = demo.demo.regenerateKey();
  await settle(() => expect(state().access.holding?.reads).toBe(1));
  expect(await rotation.receive(newKey)).toMatchObject({ ok: true });
  await settle(() => expect(state().rotation.current?.step).toBe('copy'));
  await settle(() =>
    expect(state().places.run?.rows.map((each) => each.state)).toEqual(['done', 'done', 'done', 'manual', 'done']),
  );
  await settle(() => expect(state().access.lastHold).toMatchObject({ answered: 1, gaveUp: 0 }));
  const { calls = 0 } = state().exampleScript ?? {};
  await settle(() => expect(state().exampleScript?.calls).toBeGreaterThan(calls + 2));
  expect(state().exampleScript?.answered).toBe(state().exampleScript?.calls);
  for (const text of exampleTexts()) expect([text.includes(newKey), text.includes(demo.key)]).toEqual([true, false]);
  host.woke();
  await profile.clock.advance(3_600_000);
  await host.refresh();
}

/** The contents of the files of the demo's places. */
const exampleTexts = () =>
  state().places.rows.flatMap(({ place: { update } }) =>
    update?.by === 'file' ? [fs.readFileSync(update.path, 'utf8')] : [],
  );

/** Lets timers run and answers come in until this holds. */
const settle = (holds: () => void) =>
  vi.waitFor(
    async () => {
      await profile.clock.advance(100);
      holds();
    },
    { timeout: 20_000 },
  );

describe('the demo', () => {
  it('opens no file of the profile folder, and the account is as it was when the demo ends', async () => {
    const before = new Map(profile.texts);
    const { key, rotation } = state();
    expect(before.has('figures.json')).toBe(true);
    profile.touched.length = 0;
    const asked = profile.requests.length;
    await useDemo();
    expect(fs.readdirSync(temporary)).toHaveLength(1);
    expect(state()).toMatchObject({ source: { kind: 'demo' }, ips: { status: 'fresh' } });
    expect(state().alerts.map(({ id }) => id)).toContain('ips-low');
    expect(profile.told.filter(({ id }) => id === 'ips-low')).toHaveLength(2);
    expect(profile.touched).toEqual([]);
    expect(new Set(profile.requests.slice(asked).map(({ origin }) => origin))).toEqual(new Set([demo.origin]));

    await host.stopDemo();
    expect(fs.readdirSync(temporary)).toEqual([]);
    await host.refresh();
    expect(state()).toMatchObject({ source: { origin: vendor.origin }, key, rotation, bulk: { panic: null } });
    expect(state().subAccounts.pinned).toEqual([]);
    for (const text of [demo.origin, demo.key]) expect([...profile.texts.values()].join('\n')).not.toContain(text);
    expect([...profile.texts.keys()].sort()).toEqual(expect.arrayContaining([...before.keys()].sort()));
  });
});
