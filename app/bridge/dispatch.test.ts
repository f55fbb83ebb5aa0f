import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exampleNow, exampleRow, exampleState } from '../model/state/app-state.fixture';
import { exampleAccess, exampleActivity } from '../model/access/access.fixture';
import { usualConsumerChoices } from '../model/access/consumer';
import { failed, ok } from '../model/problem';
import { type CallInput, type CallName, contract } from './contract';
import type { WindowName } from '../model/window-name';
import { dispatchCall, type DispatchOptions, type Sender } from './dispatch';

const origin = 'ninetray://app';
const us: Sender = { frameUrl: 'ninetray://app/popover.html', window: 'popover' };
const windows: readonly WindowName[] = ['popover', 'wizard', 'account'];
/** The calls with a key or another secret in their answer or effect, and the only window that may make each. */
const sensitiveCalls: readonly (readonly [CallName, WindowName])[] = [
  ['key.check', 'popover'],
  ['key.checkClipboard', 'popover'],
  ['key.keep', 'popover'],
  ['key.forget', 'account'],
  ['rotation.receive', 'wizard'],
  ['rotation.receiveClipboard', 'wizard'],
  ['rotation.openDashboard', 'wizard'],
  ['rotation.reveal', 'wizard'],
  ['rotation.copy', 'wizard'],
  ['rotation.saveToFile', 'wizard'],
  ['rotation.noCopyNeeded', 'wizard'],
  ['rotation.abandon', 'wizard'],
  ['secret.reveal', 'account'],
  ['secret.copy', 'account'],
  ['text.copy', 'account'],
  ['actions.run', 'account'],
  ['bulk.start', 'account'],
  ['panic.start', 'account'],
  ['endpoints.correct', 'account'],
  ['access.setOn', 'account'],
  ['access.addConsumer', 'account'],
  ['access.changeConsumer', 'account'],
  ['access.renewToken', 'account'],
  ['access.copyToken', 'account'],
];
const consumer = { ...usualConsumerChoices, name: 'Scraper', role: 'read' } as const;
const secret = 'npx_live_4f1d SECRET at /home/anna/.config';

/** For each call: what it takes, and what it must not take. A new call does not compile without its lines here. */
const samples: { [N in CallName]: { good: CallInput<N>; bad: unknown[] } } = {
  'state.read': { good: undefined, bad: [{}] },
  'account.refresh': { good: undefined, bad: [{}] },
  'key.check': { good: { text: 'a key' }, bad: [{ text: 1 }, { text: 'x'.repeat(4097) }, { text: null }] },
  'key.checkClipboard': { good: undefined, bad: [{ text: 'a key' }] },
  'key.keep': {
    good: { ticket: 't', storage: 'protected', consent: false },
    bad: [
      { ticket: 't', storage: 'cloud', consent: true },
      { ticket: 't', storage: 'unprotected' },
      { ticket: 't', storage: 'unprotected', consent: 'true' },
      { ticket: 'x'.repeat(65), storage: 'session', consent: false },
    ],
  },
  'key.discard': { good: { ticket: 't' }, bad: [{ ticket: 1 }] },
  'key.retry': { good: undefined, bad: [{}] },
  'key.useHere': { good: undefined, bad: [{}] },
  'key.forget': { good: undefined, bad: [{}] },
  'demo.start': { good: undefined, bad: [{}] },
  'demo.stop': { good: undefined, bad: [{}] },
  'subAccounts.setVisible': { good: { visible: true }, bad: [{ visible: 1 }] },
  'subAccounts.useToday': { good: { id: 3 }, bad: [{ id: '3' }, {}] },
  'subAccounts.copyUsername': { good: { id: 3 }, bad: [{ id: '3' }, {}] },
  'subAccounts.query': {
    good: { search: '', sort: 'newest', descending: true, offset: 0, limit: 200 },
    bad: [
      { search: 'x'.repeat(101), sort: 'newest', descending: true, offset: 0, limit: 10 },
      { search: '', sort: 'password', descending: true, offset: 0, limit: 10 },
      { search: '', sort: 'newest', descending: true, offset: -1, limit: 10 },
      { search: '', sort: 'newest', descending: true, offset: 0, limit: 201 },
      { search: '', sort: 'newest', descending: true, offset: 0, limit: 0.5 },
    ],
  },
  'subAccounts.switch': {
    good: { id: 1, enabled: true },
    bad: [
      { id: 0, enabled: true },
      { id: 1.5, enabled: true },
      { id: '1', enabled: true },
      { id: 1, enabled: null },
    ],
  },
  'subAccounts.undo': { good: { id: 1 }, bad: [{ id: -1 }] },
  'subAccounts.countOn': { good: undefined, bad: [{}] },
  'subAccounts.find': { good: { id: 3, username: 'ana' }, bad: [{ id: 3 }, { id: '3', username: 'ana' }] },
  'subAccounts.dismiss': { good: { id: 1 }, bad: [{ id: Number.NaN }] },
  'subAccounts.pin': { good: { id: 1, pinned: true }, bad: [{ id: 1, pinned: 'yes' }] },
  'settings.change': {
    good: { theme: 'dark' },
    bad: [
      { theme: 'pink' },
      { language: 'xx' },
      { openShortcut: 'N' },
      { address: { kind: 'custom' } },
      { lowAt: { ips: -1, traffic: 0, wallet: 0 } },
    ],
  },
  'rotation.begin': { good: { entry: 'leak' }, bad: [{ entry: 'fun' }, {}] },
  'rotation.next': { good: undefined, bad: [{}] },
  'rotation.back': { good: undefined, bad: [{}] },
  'rotation.openDashboard': { good: { why: 'first' }, bad: [{ why: 'bored' }, undefined] },
  'rotation.receive': { good: { text: 'a key' }, bad: [{ text: 'x'.repeat(4097) }, { text: 7 }] },
  'rotation.receiveClipboard': { good: undefined, bad: [{ text: 'a key' }] },
  'rotation.discardReceived': { good: undefined, bad: [{}] },
  'rotation.acceptAccount': { good: undefined, bad: [{ id: 8 }] },
  'rotation.proveNow': { good: undefined, bad: [{}] },
  'rotation.reveal': { good: undefined, bad: [{}] },
  'rotation.copy': { good: undefined, bad: [{ text: 'another text' }] },
  'rotation.saveToFile': { good: undefined, bad: [{ path: '/tmp/key' }] },
  'rotation.noCopyNeeded': { good: undefined, bad: [{}] },
  'rotation.tick': { good: { placeId: 'p', ticked: true }, bad: [{ placeId: 'p', ticked: 1 }, { placeId: 1 }] },
  'rotation.finish': { good: undefined, bad: [{}] },
  'rotation.abandon': { good: undefined, bad: [{}] },
  'places.change': {
    good: { places: [{ id: 'p', name: 'Scraper', kind: 'container', where: 'host a', note: '' }] },
    bad: [
      { places: [{ id: 'p', name: '', kind: 'container', where: '', note: '' }] },
      { places: [{ id: 'p', name: 'x', kind: 'cloud', where: '', note: '' }] },
      { places: Array.from({ length: 501 }, () => ({ id: 'p', name: 'x', kind: 'other', where: '', note: '' })) },
    ],
  },
  'places.save': {
    good: { place: { id: 'p', name: 'x', kind: 'other', where: '', note: '' } },
    bad: [{ place: { id: 'p', name: '', kind: 'other', where: '', note: '' } }, {}],
  },
  'places.remove': { good: { placeId: 'p' }, bad: [{ placeId: 'x'.repeat(41) }, {}] },
  'places.confirmCommands': {
    good: { seen: { id: 'p', name: 'x', kind: 'other', where: '', note: '' } },
    bad: [{ placeId: 'p' }, { seen: { id: 'p' } }],
  },
  'places.rehearse': { good: { placeIds: null }, bad: [{ placeIds: 'p' }, {}] },
  'places.tryForReal': { good: { placeId: 'p' }, bad: [{ placeId: 1 }, {}] },
  'places.scan': {
    good: { quick: true, folders: [], programs: false, containers: false },
    bad: [{ quick: true }, { quick: true, folders: [''], programs: false, containers: false }],
  },
  'places.cancelScan': { good: undefined, bad: [{}] },
  'places.openFolder': { good: { placeId: 'p' }, bad: [{ path: '/etc' }, {}] },
  'places.recipes': { good: undefined, bad: [{}] },
  'places.fromRecipe': {
    good: { recipe: 'ssh', fields: { host: 'a' } },
    bad: [{ recipe: 'ssh' }, { recipe: 'ssh', fields: { host: 1 } }],
  },
  'places.hookFromTemplate': { good: { hook: 'own', fields: {} }, bad: [{ hook: 1, fields: {} }, {}] },
  'places.choosePath': { good: { what: 'folder' }, bad: [{ what: 'any' }, {}] },
  'places.previewGateway': { good: { placeId: 'p' }, bad: [{ placeId: 1 }, {}] },
  'places.useGateway': {
    good: { placeId: 'p', user: { id: 'c1' } },
    bad: [{ placeId: 'p' }, { placeId: 'p', user: { id: '' } }, { placeId: 'p', user: { name: 'A', role: 'root' } }],
  },
  'places.leaveGateway': { good: { placeId: 'p', revokes: true }, bad: [{ placeId: 'p' }, { revokes: true }] },
  'places.updateAddress': { good: { placeId: 'p' }, bad: [{ placeId: 1 }, {}] },
  'places.retry': { good: { placeId: 'p' }, bad: [{ placeId: 1 }, {}] },
  'places.skip': {
    good: { placeId: 'p', reason: 'not in use' },
    bad: [{ placeId: 'p', reason: '' }, { placeId: 'p', reason: 'x'.repeat(201) }, { placeId: 'p' }],
  },
  'places.byHand': { good: { placeId: 'p' }, bad: [{ placeId: 1 }, {}] },
  'places.findRunning': { good: undefined, bad: [{}] },
  'receipt.export': { good: { id: 'r' }, bad: [{ id: 'x'.repeat(41) }, { path: '/etc' }] },
  'wizard.close': { good: undefined, bad: [{}] },
  'shortcut.record': { good: { isRecording: true }, bad: [{}, { isRecording: 1 }] },
  'popover.open': { good: { view: 'key' }, bad: [{ view: 'account' }] },
  'account.open': {
    good: { area: 'subAccounts', edit: { id: 24, username: 'berlin-24' }, ask: 'panic' },
    bad: [
      { area: 'vault' },
      { area: 'settings', section: 'key' },
      { area: null, ask: 'start' },
      {},
      { area: 'subAccounts', edit: { id: 24, username: 'x'.repeat(101) } },
    ],
  },
  'lists.read': {
    good: { list: 'purchases', page: 1, limit: 100, search: '', sort: null, filters: { status: 'success' } },
    bad: [
      { list: 'keys', page: 1, limit: 100, search: '', sort: null, filters: {} },
      { list: 'purchases', page: 0, limit: 100, search: '', sort: null, filters: {} },
      { list: 'purchases', page: 1, limit: 101, search: '', sort: null, filters: {} },
      { list: 'purchases', page: 1, limit: 100, search: '', sort: null, filters: { status: 1 } },
    ],
  },
  'lists.save': {
    good: { list: 'purchases', search: '', sort: { column: 'amount', descending: true }, filters: {} },
    bad: [{ list: 'purchases', search: '', sort: 'amount', filters: {} }],
  },
  'lists.cancelSave': { good: undefined, bad: [{}] },
  'text.copy': { good: { text: '203.0.113.7' }, bad: [{ text: '' }, { text: 'x'.repeat(5001) }] },
  'secret.reveal': { good: { ref: 'r' }, bad: [{ ref: 'x'.repeat(41) }] },
  'secret.copy': { good: { refs: ['r'] }, bad: [{ refs: [] }, { refs: [1] }] },
  'actions.prepare': {
    good: { action: 'makeIpCodes', rows: [], input: { ips: 1, codes: 1 } },
    bad: [
      { action: 'spendAll', rows: [], input: {} },
      { action: 'makeIpCodes', rows: [1], input: {} },
      { action: 'makeIpCodes', rows: [] },
    ],
  },
  'actions.run': { good: { ticket: 't' }, bad: [{ ticket: 1 }, { ticket: 'x'.repeat(65) }] },
  'affiliate.read': { good: undefined, bad: [{}] },
  'bulk.preview': {
    good: { subAccounts: { which: 'these', ids: [1] }, change: { does: 'disable' } },
    bad: [{ subAccounts: { which: 'these', ids: [] }, change: { does: 'disable' } }],
  },
  'bulk.cancelPreview': { good: undefined, bad: [{}] },
  'bulk.start': {
    good: { subAccounts: { which: 'matching', search: '', status: null }, change: { does: 'enable' } },
    bad: [
      { subAccounts: { which: 'all' }, change: { does: 'enable' } },
      { subAccounts: { which: 'these', ids: [1] }, change: { does: 'delete' } },
      { subAccounts: { which: 'these', ids: [1] }, change: { does: 'topUp', topUpIps: true } },
    ],
  },
  'bulk.cancel': { good: undefined, bad: [{}] },
  'bulk.resume': { good: undefined, bad: [{}] },
  'bulk.undo': { good: undefined, bad: [{}] },
  'bulk.dismiss': { good: undefined, bad: [{}] },
  'bulk.rows': { good: { job: 'panic', offset: 0, limit: 200 }, bad: [{ job: 'panic', offset: 0, limit: 201 }] },
  'panic.start': { good: undefined, bad: [{}] },
  'panic.restore': { good: undefined, bad: [{}] },
  'apiCheck.run': { good: undefined, bad: [{}] },
  'apiCheck.cancel': { good: undefined, bad: [{}] },
  'apiCheck.save': { good: undefined, bad: [{}] },
  'endpoints.correct': {
    good: { operation: 'getAutoRenew', method: null, path: '/client/v1/x' },
    bad: [{ operation: 'getAutoRenew', method: 'PATCH', path: null }],
  },
  'history.read': {
    good: { what: 'ips', days: 30 },
    bad: [
      { what: 'keys', days: 30 },
      { what: 'ips', days: 0 },
    ],
  },
  'alerts.test': { good: undefined, bad: [{}] },
  'updates.openPage': { good: undefined, bad: [{}] },
  'updates.skip': { good: { version: '0.2.0' }, bad: [{ version: 2 }, { version: 'x'.repeat(41) }, {}] },
  'problem.dismiss': { good: { kind: 'disk-full' }, bad: [{ kind: 'x'.repeat(41) }] },
  'external.open': { good: { page: 'dashboard' }, bad: [{ page: 'https://evil.example' }, { url: 'x' }] },
  'licenses.list': { good: undefined, bad: [{}] },
  'licenses.read': { good: { id: 'react@19.3.1' }, bad: [{ id: 1 }, { id: 'x'.repeat(301) }, { file: '/etc/passwd' }] },
  'access.setOn': { good: { on: true }, bad: [{ on: 1 }, {}] },
  'access.setPaused': { good: { paused: true }, bad: [{ paused: 'yes' }] },
  'access.choosePort': { good: { port: 19_090 }, bad: [{ port: 80 }, { port: 40_000 }, { port: '19090' }] },
  'access.tryAgain': { good: undefined, bad: [{}] },
  'access.copyAddress': { good: undefined, bad: [{ text: 'x' }] },
  'access.copyNoProxy': { good: undefined, bad: [{ text: 'x' }] },
  'access.test': { good: undefined, bad: [{}] },
  'access.addConsumer': {
    good: consumer,
    bad: [
      { ...consumer, name: ' ' },
      { ...consumer, role: 'owner' },
      { ...consumer, holdSeconds: 121 },
      { ...consumer, limits: { ...consumer.limits, readsPerSecond: 0 } },
    ],
  },
  'access.changeConsumer': { good: { id: 'c', choices: consumer }, bad: [{ id: 'c' }, { choices: consumer }] },
  'access.renewToken': { good: { id: 'c' }, bad: [{ id: '' }, {}] },
  'access.copyToken': { good: { token: `ntk${'a'.repeat(40)}` }, bad: [{ token: 'a key' }, { token: 7 }] },
  'access.revoke': { good: { id: 'c' }, bad: [{ id: 'x'.repeat(41) }] },
  'access.revokeAll': { good: undefined, bad: [{}] },
  'access.readActivity': { good: undefined, bad: [{}] },
  'access.dismissSightings': { good: undefined, bad: [{}] },
  'window.hide': { good: undefined, bad: [{}] },
  'app.quit': { good: undefined, bad: [{}] },
};

const strangers: [string, Sender][] = [
  ['a page of the web', { ...us, frameUrl: 'https://evil.example/popover.html' }],
  ['our host under another scheme', { ...us, frameUrl: 'https://app/popover.html' }],
  ['another host under our scheme', { ...us, frameUrl: 'ninetray://evil/popover.html' }],
  ['a host that begins like ours', { ...us, frameUrl: 'ninetray://app.evil.example/' }],
  ['our host on a port', { ...us, frameUrl: 'ninetray://app:81/' }],
  ['our name as a user', { ...us, frameUrl: 'ninetray://app@evil.example/' }],
  ['a page without an origin', { ...us, frameUrl: 'about:blank' }],
  ['a file', { ...us, frameUrl: 'file:///app/popover.html' }],
  ['an address that is none', { ...us, frameUrl: 'ninetray' }],
  ['a sub-frame of ours', { ...us, window: null }],
  ['a frame that is gone', { ...us, frameUrl: null }],
  ['a frame that is gone and was not ours', { frameUrl: null, window: null }],
];

/** The bridge with one and the same handler behind all calls, and what it was called with. */
function setUp(handler: (input: unknown) => unknown = () => ok(undefined)) {
  const called: unknown[] = [];
  const odd: unknown[][] = [];
  const entries = Object.keys(contract.calls).map((name) => [
    name,
    (input: unknown) => {
      called.push(input);
      return handler(input);
    },
  ]);
  const options: DispatchOptions = {
    handlers: Object.fromEntries(entries),
    origin,
    onViolation: (...violation) => odd.push(violation),
  };
  return {
    called,
    odd,
    call: (name: unknown, input: unknown, sender: Sender = { ...us, window: windowFor(name) }) =>
      dispatchCall(sender, name, input, options),
  };
}

/** A window that may make the call; the popover for a name that the contract does not have. */
function windowFor(name: unknown): WindowName {
  const known = calls.find((one) => one === name);
  return (known === undefined ? undefined : contract.calls[known].windows[0]) ?? 'popover';
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these are the contract's own keys
const calls = Object.keys(contract.calls) as CallName[];

describe.each(calls)('%s', (name) => {
  const { good, bad } = samples[name];
  const { input: schema } = contract.calls[name];

  it('runs with a fitting input, and answers what the handler does', async () => {
    for (const answer of [ok('the answer'), failed({ kind: 'timed-out' })]) {
      const { call, called, odd } = setUp(() => answer);
      expect(await call(name, good)).toEqual(answer);
      expect([called, odd]).toEqual([[good], []]);
    }
  });

  it.each(bad.map((input) => [input]))('refuses %j', async (input) => {
    const { call, called, odd } = setUp();
    expect(await call(name, input)).toMatchObject({ ok: false, problem: { kind: 'bad-input' } });
    expect([called, odd]).toEqual([[], [['bad-input', name]]]);
  });

  it('never runs with, nor repeats, an input that does not fit, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything({ maxDepth: 2 }), async (input) => {
        fc.pre(!schema.safeParse(input).success);
        const { call, called } = setUp();
        const answer = await call(name, input);
        expect(called).toEqual([]);
        const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
        const fields = inner instanceof z.ZodObject ? ['', ...Object.keys(inner.shape)] : [''];
        expect(answer).toEqual({ ok: false, problem: { kind: 'bad-input', field: expect.toBeOneOf(fields) } });
      }),
      { numRuns: 30 },
    );
  });

  it.each(strangers)('refuses a stranger: %s', async (_, sender) => {
    const { call, called, odd } = setUp();
    expect(await call(name, good, { ...sender, window: sender.window && windowFor(name) })).toEqual(
      failed({ kind: 'not-allowed' }),
    );
    expect([called, odd]).toEqual([[], [['stranger', name]]]);
  });

  it('tells a stranger nothing of what would be a bad input', async () => {
    const { call } = setUp();
    expect(await call(name, bad[0], { ...us, window: null })).toEqual(failed({ kind: 'not-allowed' }));
  });

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error(secret);
      },
    ],
    [
      'throws a text',
      () => {
        // oxlint-disable-next-line typescript/only-throw-error -- what is thrown may be anything
        throw secret;
      },
    ],
    ['rejects', () => Promise.reject(new Error(secret, { cause: { url: secret } }))],
  ])('answers "internal", and nothing of the reason, when its handler %s', async (_, handler) => {
    const { call, odd } = setUp(handler);
    const answer = await call(name, good);
    expect(answer).toEqual(failed({ kind: 'internal' }));
    expect(JSON.stringify([answer, odd])).not.toContain('SECRET');
    expect(odd).toMatchObject([['threw', name, { kind: expect.stringMatching(/^(string|Error)$/) }]]);
  });
});

describe('the windows of a call', () => {
  it('are the only ones that it answers', async () => {
    for (const name of calls) {
      const allowed: readonly WindowName[] = contract.calls[name].windows;
      for (const window of windows) {
        const { call, called, odd } = setUp();
        // A page can give itself the address of another page of ours; it stays in its window.
        const answer = await call(name, samples[name].good, { frameUrl: `ninetray://app/${allowed[0]}.html`, window });
        const isAllowed = allowed.includes(window);
        expect([name, window, answer]).toEqual([
          name,
          window,
          isAllowed ? ok(undefined) : failed({ kind: 'not-allowed' }),
        ]);
        expect([called.length, odd]).toEqual(isAllowed ? [1, []] : [0, [['stranger', name]]]);
      }
    }
  });

  it('are a single one for each call that handles a secret or spends', () => {
    for (const [name, window] of sensitiveCalls) expect([name, contract.calls[name].windows]).toEqual([name, [window]]);
  });
});

describe('a call that does not exist', () => {
  it.each([['state.write'], ['__proto__'], ['constructor'], ['toString'], [''], [undefined], [7], [['state.read']]])(
    '%j is refused, and its name goes nowhere',
    async (name) => {
      const { call, called, odd } = setUp();
      expect(await call(name, undefined)).toEqual(failed({ kind: 'not-allowed' }));
      expect([called, odd]).toEqual([[], [['unknown-call', 'unknown']]]);
    },
  );
});

describe('settings.change', () => {
  it('accepts the settings that the user changes, and neither pins, endpoints nor sizes', async () => {
    const { call, called } = setUp();
    await call('settings.change', {
      pace: 'quick',
      pinned: { '7': [1] },
      endpoints: {},
      popover: { width: 1, height: 1 },
    });
    expect(called).toEqual([{ pace: 'quick' }]);
  });
});

describe('what main pushes and answers', () => {
  const rev = 3;

  it('takes a real state', () => {
    const state = exampleState({ subAccounts: { ...exampleState().subAccounts, pinned: [exampleRow(9)] } });
    expect(contract.pushes.state.parse({ rev, state })).toEqual({ rev, state });
    expect(contract.calls['state.read'].output.parse({ rev, state })).toEqual({ rev, state });
  });

  it('takes a gateway that is on, and what it did', () => {
    const state = exampleState({ access: exampleAccess() });
    expect(contract.pushes.state.parse({ rev, state })).toEqual({ rev, state });
    const activity = { lines: [...exampleActivity] };
    expect(contract.calls['access.readActivity'].output.parse(activity)).toEqual(activity);
  });

  it('drops what does not belong into a state', () => {
    const state = { ...exampleState(), secret };
    expect(JSON.stringify(contract.pushes.state.parse({ rev, state }))).not.toContain('SECRET');
  });

  it('takes no state without its parts', () => {
    const { wallet: _, ...rest } = exampleState();
    expect(contract.pushes.state.safeParse({ rev, state: rest }).success).toBe(false);
  });

  it('takes a row of the list and a candidate, with nothing of the key', () => {
    const rows = { rows: [{ ...exampleRow(1), pinned: true }], total: 1, rev };
    expect(contract.calls['subAccounts.query'].output.parse(rows)).toEqual(rows);
    const candidate = {
      ticket: 't',
      fingerprint: 'ab12',
      account: exampleState().account.value,
      storages: ['protected', 'session'],
      checkedAt: exampleNow,
    };
    const { output } = contract.calls['key.check'];
    expect(output.parse({ ...candidate, text: secret })).toEqual(candidate);
  });
});
