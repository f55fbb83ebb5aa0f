// The table of operations against openapi.yaml, and corrections to it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applyEndpoints, correctEndpoint, endpoints, isWrite } from './endpoints';

type Described = Record<string, Record<string, { operationId?: string; 'x-source'?: string }>>;

function described(): Record<string, { method: string; path: string; certainty: string }> {
  const document: { paths: Described } = parse(readFileSync(new URL('./openapi.yaml', import.meta.url), 'utf8'));
  const found: Record<string, { method: string; path: string; certainty: string }> = {};
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId === undefined) continue;
      found[operation.operationId] = {
        method: method.toUpperCase(),
        path,
        certainty: operation['x-source'] ?? 'missing',
      };
    }
  }
  return found;
}

describe('the table of operations', () => {
  it('holds every operation of openapi.yaml, with the same method, path and certainty', () => {
    expect(endpoints).toEqual(described());
    expect(Object.keys(endpoints).length).toBeGreaterThan(30);
  });

  it('takes corrections of a path or a method, one operation at a time', () => {
    const table = applyEndpoints({ getAutoRenew: { path: '/client/v1/renew' }, deleteSubUser: { method: 'POST' } });
    expect(table.getAutoRenew).toEqual({ method: 'GET', path: '/client/v1/renew', certainty: 'inferred' });
    expect(table.deleteSubUser).toEqual({
      method: 'POST',
      path: '/client/v1/user-passes/delete',
      certainty: 'inferred',
    });
    expect(table.getAccountInfo).toEqual(endpoints.getAccountInfo);
    expect(endpoints.getAutoRenew.path).toBe('/client/v1/wallet/get-auto-renew');
  });

  it('ignores corrections for operations that do not exist, inherited names included', () => {
    expect(applyEndpoints({ nobody: { path: '/x' }, toString: { path: '/y' } })).toEqual(endpoints);
  });

  it('never leads a read to where a write is: reads are sent by themselves, again and again', () => {
    const spends = { method: 'POST', path: '/client/v1/cd-keys/generate-share-code/' } as const;
    expect(applyEndpoints({ getAutoRenew: spends })).toEqual(endpoints);
    expect(correctEndpoint({}, 'getAutoRenew', spends)).toEqual({
      ok: false,
      problem: { kind: 'bad-input', field: 'writes' },
    });
    expect(correctEndpoint({}, 'getAutoRenew', { method: 'POST', path: '/client/v2/renew' }).ok).toBe(true);
    expect(correctEndpoint({}, 'useShareCodes', spends).ok).toBe(true);
  });

  it.each([
    '/client/v1/cd-keys/./generate-share-code',
    '/client/v1/other/../cd-keys/generate-share-code',
    '/client//v1/cd-keys/generate-share-code',
  ])('takes a path for what is asked for in the end: %s', (path) => {
    expect(applyEndpoints({ getAutoRenew: { method: 'POST', path } })).toEqual(endpoints);
  });

  it('knows where a write was corrected to, whichever was corrected first', () => {
    const there = { method: 'POST', path: '/client/v1/codes/make' } as const;
    const table = applyEndpoints({ getAutoRenew: there, generateIpShareCodes: { path: there.path } });
    expect(table.getAutoRenew).toEqual(endpoints.getAutoRenew);
    expect(table.generateIpShareCodes.path).toBe(there.path);
    expect(correctEndpoint({ generateIpShareCodes: { path: there.path } }, 'getAutoRenew', there)).toEqual({
      ok: false,
      problem: { kind: 'bad-input', field: 'writes' },
    });
  });

  it.each(['/api/proxy', '/api/forward', '/api/port_free', '/api/set_port_range', '/api/whatever', '/API//forward/'])(
    "never leads a read to %s: the local API of the vendor's own application changes things by GET",
    (path) => {
      expect(applyEndpoints({ listTodayProxies: { path } })).toEqual(endpoints);
      expect(correctEndpoint({}, 'listTodayProxies', { method: null, path })).toEqual({
        ok: false,
        problem: { kind: 'bad-input', field: 'writes' },
      });
    },
  );

  it.each(['/api/today_list', '/api/port_status', '/api/port_check'])('lets a read go to %s', (path) => {
    expect(applyEndpoints({ listTodayProxies: { path } }).listTodayProxies.path).toBe(path);
  });

  it('knows a write by what the vendor means, not by a corrected method', () => {
    expect(isWrite('setSubAccountStatus')).toBe(true);
    expect(isWrite('listSubAccounts')).toBe(false);
  });
});
