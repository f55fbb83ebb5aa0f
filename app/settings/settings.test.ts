import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from './files/profile-files';
import { memoryFiles } from './files/profile-files.fixture';
import { repair } from './repair';
import { defaultSettings, type Settings, settingsSchema } from '../model/settings';
import { openSettings, type SettingsStore } from './settings';

function openWith(content: JsonObject | string | null): { settings: SettingsStore; texts: Map<string, string> } {
  const texts = new Map<string, string>();
  if (content !== null) texts.set('settings.json', typeof content === 'string' ? content : JSON.stringify(content));
  return { settings: openSettings({ files: memoryFiles(texts), now: () => 0 }), texts };
}

describe('settings', () => {
  it('are the defaults at first', () => {
    expect(openWith(null).settings.read()).toEqual(defaultSettings);
  });

  it('change field by field and are written', () => {
    const { settings, texts } = openWith(null);
    expect(settings.change({ theme: 'dark' })).toEqual({ ok: true, value: { ...defaultSettings, theme: 'dark' } });
    expect(settings.change({ hideAmounts: true }).ok).toBe(true);
    expect(JSON.parse(texts.get('settings.json') ?? '')).toMatchObject({
      version: 1,
      theme: 'dark',
      hideAmounts: true,
    });
  });

  it('refuse a change that does not fit, and stay as they were', () => {
    const { settings } = openWith(null);
    const wrong: Partial<Settings> = { popover: { width: 5, height: 560 } };
    expect(settings.change(wrong)).toEqual({ ok: false, problem: { kind: 'bad-input', field: 'popover.width' } });
    expect(settings.read()).toEqual(defaultSettings);
  });

  it('edited by hand: one wrong field falls back, the good ones stay, and the problem is reported', () => {
    const { settings, texts } = openWith({
      theme: 'dark',
      pace: 'fastest',
      lowAt: { ips: -1, traffic: 7, wallet: 2 },
      endpoints: { 'wallet.get': { path: '/v3/wallet' }, 'plans.get': { path: 'not a path' } },
      fields: { amount_traffic_auto_add: 'traffic_add', note: 'remark', auto_disable_at: 'api-key' },
      pinned: { '1': [3, 'x', 4, null] },
      colour: 'red',
    });
    expect(settings.read()).toEqual({
      ...defaultSettings,
      theme: 'dark',
      lowAt: { ips: 50, traffic: 7, wallet: 2 },
      endpoints: { 'wallet.get': { path: '/v3/wallet' }, 'plans.get': {} },
      fields: { amount_traffic_auto_add: 'traffic_add' },
      pinned: { '1': [3, 4] },
    });
    const fields = settings.problems().map((problem) => (problem.kind === 'bad-input' ? problem.field : problem.kind));
    expect(fields.sort()).toEqual([
      'endpoints.plans.get.path',
      'fields.auto_disable_at',
      'fields.note',
      'lowAt.ips',
      'pace',
      'pinned.1.1',
      'pinned.1.3',
    ]);
    const byHand = texts.get('settings.json');
    settings.change({ theme: 'light' });
    expect([...texts].filter(([file]) => file.includes('corrupt')).map(([, text]) => text)).toEqual([byHand]);
  });

  it('know when a field that is valid alone contradicts others', () => {
    const content = { popover: { width: 400, height: 'x' }, theme: 'dark' };
    expect(openWith(content).settings.read()).toEqual({
      ...defaultSettings,
      popover: { width: 400, height: 560 },
      theme: 'dark',
    });
  });

  it('say nothing of a field that a later version added', () => {
    const { popover: _, ...older } = defaultSettings;
    const { settings } = openWith(older);
    expect(settings.read()).toEqual(defaultSettings);
    expect(settings.problems()).toEqual([]);
  });

  it('are recovered from whatever the user left in the file', () => {
    const wild = fc.dictionary(
      fc.constantFrom(...Object.keys(defaultSettings), '__proto__', 'x'),
      fc.jsonValue({ maxDepth: 3 }),
    );
    fc.assert(
      fc.property(wild, (content) => {
        const repaired = repair(settingsSchema, content, defaultSettings);
        expect(settingsSchema.safeParse(repaired?.value).success).toBe(true);
      }),
    );
  });
});
