import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from './address';
import { readProxy } from './proxy-config';
import { noConnection } from './fail-closed';
import { memoryFiles } from './files/profile-files.fixture';
import { defaultSettings, settingsSchema } from '../model/settings';
import { openSettings } from './settings';

const url = 'https://gate.example';
const custom = { ...defaultSettings, address: { kind: 'custom', url }, proxy: { mode: 'direct' }, hideAmounts: true };

function openWith(texts: Record<string, unknown>) {
  const files = new Map(
    Object.entries(texts).map(([file, content]) => [
      file,
      typeof content === 'string' ? content : JSON.stringify(content),
    ]),
  );
  return { settings: openSettings({ files: memoryFiles(files), now: () => 0 }), files };
}

describe('a setting that protects', () => {
  it('leads nowhere in its closed form', () => {
    expect(readAddress(noConnection.address.url).ok).toBe(false);
    expect(readProxy(noConnection.proxy).ok).toBe(false);
  });

  it.each<[string, unknown]>([
    ['a slip in its mode', { mode: 'Given', url: 'socks5://127.0.0.1:1080' }],
    ['a number for its address', { mode: 'given', url: 8080 }],
    ['no address', { mode: 'given' }],
    ['no mode', { url: 'socks5://127.0.0.1:1080' }],
    ['a text', 'socks5://127.0.0.1:1080'],
    ['a number', 8080],
    ['a list', []],
    ['nothing in it', {}],
    ['null', null],
  ])('as a proxy with %s sends nothing to anyone', (_, proxy) => {
    const { settings } = openWith({ 'settings.json': { ...custom, proxy, theme: 'dark' } });
    expect(settings.read()).toMatchObject({ proxy: noConnection.proxy, address: { url }, theme: 'dark' });
    expect(settings.problems()).toEqual([{ kind: 'bad-input', field: 'proxy' }]);
  });

  it.each<[string, unknown]>([
    ['a slip in its kind', { kind: 'Custom', url }],
    ['no address', { kind: 'custom' }],
    ['a number for its address', { kind: 'custom', url: 1 }],
    ['a kind that is not known', { kind: 'staging' }],
    ['a text', url],
    ['null', null],
  ])('as an address with %s is not the production address', (_, address) => {
    const { settings } = openWith({ 'settings.json': { ...custom, address } });
    expect(settings.read()).toMatchObject({ address: noConnection.address, proxy: { mode: 'direct' } });
    expect(settings.problems()).toEqual([{ kind: 'bad-input', field: 'address' }]);
  });

  it('is its closed value for good: a change of another setting, or the next start, opens nothing', () => {
    const { settings, files } = openWith({ 'settings.json': { ...custom, address: { kind: 'Custom', url } } });
    expect(settings.change({ theme: 'dark' }).ok).toBe(true);
    expect(openSettings({ files: memoryFiles(files), now: () => 1 }).read()).toMatchObject({
      address: noConnection.address,
      theme: 'dark',
    });
  });

  it('is closed where the whole file cannot be read, whatever its backup says', () => {
    const backup = { ...defaultSettings, version: 1, theme: 'dark' };
    const { settings, files } = openWith({ 'settings.json': '{"address": {', 'settings.backup.json': backup });
    expect(settings.read()).toMatchObject({ ...noConnection, theme: 'dark' });
    expect(openWith({ 'settings.json': '{' }).settings.read()).toMatchObject(noConnection);
    expect(openSettings({ files: memoryFiles(files), now: () => 1 }).read()).toMatchObject(noConnection);
  });

  it.each<[string, object, object]>([
    ['hidden amounts', { hideAmounts: 'yes' }, { hideAmounts: true }],
    ['notifications', { alerts: { ...defaultSettings.alerts, on: 'no' } }, { alerts: { on: false } }],
    ['all of the alerts', { alerts: 'off' }, { alerts: { on: false } }],
    ['the local application', { localApp: { on: true, port: 'x' } }, { localApp: { on: false } }],
  ])('closes for %s', (_, written, read) => {
    expect(openWith({ 'settings.json': { ...custom, ...written } }).settings.read()).toMatchObject(read);
  });

  it('is either as it was written or closed, whatever was written', () => {
    const wild = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.record({ kind: fc.constantFrom('custom', 'production', 'Production'), url: fc.jsonValue({ maxDepth: 1 }) }),
      fc.record({ mode: fc.constantFrom('given', 'direct', 'system', 'Direct'), url: fc.jsonValue({ maxDepth: 1 }) }),
    );
    fc.assert(
      fc.property(wild, wild, (address, proxy) => {
        const read = openWith({ 'settings.json': { address, proxy } }).settings.read();
        const expected = (field: 'address' | 'proxy', value: unknown) => {
          const parsed = settingsSchema.shape[field].safeParse(value);
          return parsed.success ? parsed.data : noConnection[field];
        };
        expect(read.address).toEqual(expected('address', address));
        expect(read.proxy).toEqual(expected('proxy', proxy));
      }),
    );
  });
});
