import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleNow, exampleState, fresh } from '../model/state/app-state.fixture';
import { forEachFigure } from '../model/figures/figures';
import type { AppState } from '../model/state/app-state';
import { startupTexts } from '../texts/startup';
import { exitCode, statusCode, statusJson, statusLines, type StatusRequest } from './status';

const away = { value: null, asOf: null, status: 'absent', problem: { kind: 'unreachable', why: 'refused' } } as const;

const asked = (below: StatusRequest['below'] = null, more: Partial<StatusRequest> = {}): StatusRequest => ({
  below,
  isDemoWanted: false,
  isReadInTime: true,
  stays: true,
  ...more,
});
const gateCode = (state: AppState, below: StatusRequest['below']) => statusCode(state, asked(below));

function allAway(): Partial<AppState> {
  const { subAccounts } = exampleState();
  return {
    ...forEachFigure(() => away),
    account: away,
    subAccounts: { ...subAccounts, count: away },
  };
}

describe('the exit code', () => {
  it('is 0 when all is fresh, also where the vendor does not offer a figure', () => {
    expect(exitCode(exampleState())).toBe(0);
    const autoRenew = { value: null, asOf: null, status: 'absent', problem: { kind: 'not-offered' } } as const;
    expect(exitCode(exampleState({ autoRenew }))).toBe(0);
  });

  it('is 3 for a refused key, 2 for none', () => {
    const { key } = exampleState();
    expect(exitCode(exampleState({ key: { ...key, status: 'refused' } }))).toBe(3);
    expect(exitCode(exampleState({ key: { ...key, status: 'locked' } }))).toBe(2);
  });

  it('is 4 when nothing could be reached, 5 when only some was read or something is old', () => {
    expect(exitCode(exampleState(allAway()))).toBe(4);
    expect(exitCode(exampleState({ ips: away }))).toBe(5);
    const problem = { kind: 'setting-unusable', setting: 'proxy' } as const;
    const notice = {
      severity: 'action-needed',
      tone: 'bad',
      says: { id: 'problem', problem },
      action: 'open-settings',
    } as const;
    expect(exitCode(exampleState({ notice }))).toBe(4);
    expect(exitCode(exampleState({ ips: { ...fresh({ total: 1, plans: [] }), status: 'stale' } }))).toBe(5);
  });
});

describe('made-up and late figures', () => {
  const demo = { source: { kind: 'demo', origin: 'http://127.0.0.1:1' } } as const;

  it('are 7 for a demo that was not asked for, whatever the limits, and say so', () => {
    expect(statusCode(exampleState(demo), asked())).toBe(7);
    expect(statusCode(exampleState(demo), asked({ ips: 1 }))).toBe(7);
    expect(statusCode(exampleState(demo), asked({ ips: 1 }, { isDemoWanted: true }))).toBe(0);
    expect(statusLines(exampleState(demo), exampleNow, 'en-US', asked())).toMatch(/^Demo: .*made up/);
    expect(JSON.parse(statusJson(exampleState(demo), exampleNow, asked()))).toMatchObject({ exitCode: 7 });
  });

  it('are 4 when the read did not end in time, with the last figures, also for a gate', () => {
    const late = { isReadInTime: false };
    expect(statusCode(exampleState(), asked(null, late))).toBe(4);
    expect(statusCode(exampleState(), asked({ ips: 1 }, late))).toBe(4);
    const { key } = exampleState();
    expect(statusCode(exampleState({ key: { ...key, status: 'locked' } }), asked(null, late))).toBe(2);
    const text = statusLines(exampleState(), exampleNow, 'en-US', asked(null, late));
    expect(text).toContain('1,200');
    expect(text).toContain('did not answer in time');
  });

  it('never claim that figures are still being read, or that any are known, when nothing was', () => {
    const unread = { value: null, asOf: null, status: 'absent' } as const;
    const { subAccounts } = exampleState();
    const state = exampleState({
      ...forEachFigure(() => unread),
      account: unread,
      subAccounts: { ...subAccounts, count: unread },
      notice: { severity: 'fine', tone: 'info', says: { id: 'first-read' }, action: 'none' },
    });
    const late = statusLines(state, exampleNow, 'en-US', asked(null, { isReadInTime: false }));
    expect(late).not.toMatch(/Reading|last known|…/);
    expect(late).toContain('9Proxy did not answer in time, and no figures are known from before.');
    const over = statusLines(state, exampleNow, 'en-US', asked());
    expect(over).not.toMatch(/Reading|…/);
    expect(over).toContain('Could not read any figures.');
    expect(JSON.parse(statusJson(state, exampleNow, asked()))).toMatchObject({
      severity: 'attention',
      notice: { says: { id: 'nothing-read' }, action: 'retry' },
    });
    // Figures of the last start are old, and no longer being read.
    const known = exampleState({
      wallet: { value: { amount: 5 }, asOf: exampleNow - 7_200_000, status: 'stale' },
      refresh: { running: false, lastAt: null, nextAt: null, reason: null },
      notice: state.notice,
    });
    expect(statusLines(known, exampleNow, 'en-US', asked())).toContain('Attention: Last updated 2 h ago.');
  });

  it('are 5 when 9Proxy offers none of what was asked for', () => {
    const none = { value: null, asOf: null, status: 'absent', problem: { kind: 'not-offered' } } as const;
    const figures = Object.keys(allAway()).filter((name) => name !== 'subAccounts');
    const { subAccounts } = exampleState();
    const nothing = Object.fromEntries(figures.map((name) => [name, none])) as Partial<AppState>;
    expect(exitCode(exampleState({ ...nothing, subAccounts: { ...subAccounts, count: none } }))).toBe(5);
  });
});

describe('a gate', () => {
  it('ends with 6 when a figure that was just read is below', () => {
    expect(gateCode(exampleState(), { ips: 1200, traffic: 5e9, wallet: 42.5 })).toBe(0);
    expect(gateCode(exampleState(), { ips: 1201 })).toBe(6);
    expect(gateCode(exampleState(), { traffic: 5e9 + 1 })).toBe(6);
    expect(gateCode(exampleState({ autoRenew: away }), { wallet: 43 })).toBe(6);
    expect(gateCode(exampleState(), null)).toBe(0);
  });

  it('is never well by a figure that is old, failed or not offered', () => {
    const old = { ...fresh({ total: 9999, plans: [] }), status: 'stale' } as const;
    expect(gateCode(exampleState({ ips: old }), { ips: 5 })).toBe(5);
    expect(gateCode(exampleState({ ips: { ...old, value: { total: 1, plans: [] } } }), { ips: 5 })).toBe(5);
    const notOffered = { value: null, asOf: null, status: 'absent', problem: { kind: 'not-offered' } } as const;
    expect(exitCode(exampleState({ wallet: notOffered }))).toBe(0);
    expect(gateCode(exampleState({ wallet: notOffered }), { wallet: 5 })).toBe(5);
    expect(gateCode(exampleState({ autoRenew: away }), { wallet: 5 })).toBe(5);
  });

  it('keeps the codes of a key that is refused or missing, and of a vendor that is away', () => {
    const { key } = exampleState();
    expect(gateCode(exampleState({ key: { ...key, status: 'refused' } }), { ips: 9999 })).toBe(3);
    expect(gateCode(exampleState({ key: { ...key, status: 'absent' } }), { ips: 9999 })).toBe(2);
    expect(gateCode(exampleState(allAway()), { ips: 9999 })).toBe(4);
  });

  it('says in words what is below', () => {
    const say = (ips: number) => statusLines(exampleState(), exampleNow, 'en-US', asked({ ips }));
    expect(say(5000)).toContain('Below the limit: IP balance.');
    expect(say(5)).toContain('All above the limits.');
    expect(statusLines(exampleState({ ips: away }), exampleNow, 'en-US', asked({ ips: 5 }))).toContain(
      'could be read.',
    );
  });
});

describe('the figures in a terminal', () => {
  it('come with their ages and problems', () => {
    const state = exampleState({
      wallet: { value: { amount: 5 }, asOf: exampleNow - 7_200_000, status: 'failed', problem: { kind: 'timed-out' } },
    });
    const text = statusLines(state, exampleNow, 'en-US', asked());
    expect(text).toContain('IP balance    1,200, just now');
    expect(text).toMatch(/Wallet +\$5\.00, 2 h ago \(.+\)/);
  });

  it('have auto renew as 9Proxy reports it', () => {
    const text = statusLines(exampleState(), exampleNow, 'en-US', asked());
    expect(text).toMatch(/^Auto renew {4}on \(as 9Proxy reports it\), just now$/m);
  });

  it('end each sentence once, the second of a notice, too', () => {
    const notice: AppState['notice'] = {
      severity: 'attention',
      tone: 'warning',
      says: { id: 'low', what: 'ips', figures: ['ips', 'wallet'] },
      action: 'none',
    };
    expect(statusLines(exampleState({ notice }), exampleNow, 'en-US', asked())).toContain(
      'Attention: IP balance is running low. Wallet is low too.\n',
    );
  });

  it('say how severe the state is, and what an emergency stop has left behind', () => {
    const stop = { phase: 'stopped', count: 211, isPartial: false } as const;
    const notice: AppState['notice'] = {
      severity: 'stopped',
      tone: 'bad',
      says: { id: 'emergency-stop', stop },
      action: 'open-emergency-stop',
    };
    expect(statusLines(exampleState({ notice }), exampleNow, 'en-US', asked())).toContain(
      'Stopped: 211 sub-accounts are stopped. They stay off until you restore them.\n',
    );
    expect(JSON.parse(statusJson(exampleState({ notice }), exampleNow, asked()))).toMatchObject({
      severity: 'stopped',
      notice: { severity: 'stopped', tone: 'bad', says: { id: 'emergency-stop', stop } },
    });
    expect(JSON.parse(statusJson(exampleState(), exampleNow, asked()))).toMatchObject({ severity: 'fine' });
  });

  it('say so while the sandbox is off, and only then', () => {
    const { platform } = exampleState();
    const off = exampleState({ platform: { ...platform, sandboxed: false } });
    expect(statusLines(off, exampleNow, 'en-US', asked())).toContain(`${startupTexts.noSandboxLine}\n`);
    expect(statusLines(exampleState(), exampleNow, 'en-US', asked())).not.toContain(startupTexts.noSandboxLine);
    for (const state of [off, exampleState()]) {
      const { sandboxed } = state.platform;
      expect(JSON.parse(statusJson(state, exampleNow, asked()))).toMatchObject({ sandboxed });
    }
  });

  it('come as JSON with forecasts and open alerts, their moments as text', () => {
    const likely = exampleNow + 86_400_000;
    const moments = { earliest: exampleNow, likely, latest: null };
    const state = exampleState({
      forecasts: {
        ...exampleState().forecasts,
        ips: { says: 'runs-out', ...moments, perDay: 5, confidence: 'low', because: 'used' },
      },
      alerts: [{ id: 'ips-low', since: exampleNow, about: { kind: 'ips-low', left: 3, threshold: 50 } }],
    });
    const json: unknown = JSON.parse(statusJson(state, exampleNow, asked({ ips: 5000 })));
    expect(json).toMatchObject({
      exitCode: 6,
      below: ['ips'],
      forecasts: { ips: { likely: '2026-11-23T12:00:00.000Z', latest: null, perDay: 5 } },
      alerts: [{ id: 'ips-low', since: '2026-11-22T12:00:00.000Z', about: { kind: 'ips-low', left: 3 } }],
    });
    expect(JSON.parse(statusJson(state, exampleNow, asked()))).not.toHaveProperty('below');
  });

  it('come as JSON with their units and an exit code', () => {
    const json: unknown = JSON.parse(statusJson(exampleState(), exampleNow + 5000, asked()));
    expect(json).toMatchObject({
      version: 2,
      exitCode: 0,
      figures: { traffic: { value: { total: 5_000_000_000 }, ageSeconds: 5, asOf: '2026-11-22T12:00:00.000Z' } },
    });
  });

  it('come as JSON whose fields the README names', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
    const json = JSON.parse(statusJson(exampleState(), exampleNow, asked({ ips: 5 }))) as Record<string, object>;
    const fields = [...Object.keys(json), ...Object.keys(json['figures'] ?? {})];
    expect(fields.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('a newer version', () => {
  const { settings, updates } = exampleState();
  const newer = { version: '0.2.0', released: exampleNow, isSkipped: false };
  const known = (updateCheck: 'on' | 'off') =>
    exampleState({ settings: { ...settings, updateCheck }, updates: { ...updates, newer } });
  const line = 'NineTray 0.2.0 is available (released on ';

  it('is named where a check found one, as long as checks are on', () => {
    expect(statusLines(known('on'), exampleNow, 'en-US', asked())).toContain(line);
    expect(statusLines(known('off'), exampleNow, 'en-US', asked())).not.toContain(line);
    expect(statusLines(exampleState(), exampleNow, 'en-US', asked())).not.toContain(line);
    const version = (state: AppState) => JSON.parse(statusJson(state, exampleNow, asked())).newerVersion as unknown;
    expect([version(known('on')), version(known('off')), version(exampleState())]).toEqual(['0.2.0', null, null]);
  });
});
