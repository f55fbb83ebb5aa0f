// Walks openapi.yaml: every operation in it is answered here, and each answer is one that it describes.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Asker, startDemo } from './demo.fixture';
import { operations } from './operations/table';

interface Described {
  operationId: string;
  security?: unknown[];
  parameters?: { name?: string; $ref?: string }[];
  responses: Record<string, { $ref?: string }>;
}

interface Entry {
  path: string;
  method: string;
  operation: Described;
}

const file = 'app/nineproxy/operations/openapi.yaml';
const openapi = parse(readFileSync(file, 'utf8'));
const methods = ['get', 'post', 'put', 'delete'] as const;
const described: Entry[] = Object.entries<Record<string, Described>>(openapi.paths).flatMap(([path, item]) =>
  methods.flatMap((method) => {
    const operation = item[method];
    return operation ? [{ path, method: method.toUpperCase(), operation }] : [];
  }),
);

const ajv = new Ajv2020({ strict: false, allErrors: true });
for (const name of ['int64', 'date', 'email']) ajv.addFormat(name, true);
ajv.addSchema(openapi, file);

const operationIds = (some: typeof described) => some.map((one) => one.operation.operationId);

function find(id: string): Entry {
  const found = described.find((one) => one.operation.operationId === id);
  if (!found) throw new Error(`openapi.yaml has no ${id}`);
  return found;
}

/** What the answer lacks by the file's schema for this status; null if nothing. */
function complaints(id: string, status: number, json: unknown): unknown {
  const { path, method, operation } = find(id);
  const escaped = path.replaceAll('/', '~1');
  const response = operation.responses[String(status)];
  const at = response?.$ref ?? `#/paths/${escaped}/${method.toLowerCase()}/responses/${status}`;
  const validate = ajv.compile({ $ref: `${file}${at}/content/application~1json/schema` });
  return validate(json) ? null : validate.errors;
}

let asker: Asker;
beforeAll(async () => {
  asker = await startDemo({ size: 250 });
});
afterAll(() => asker.demo.close());

/** A body or query that each write accepts, from what the account holds now. */
async function goodFields(id: string): Promise<Record<string, unknown>> {
  const { demo, result } = asker;
  const newest = async (list: string) => (await result(list, { limit: 1 })).items[0];
  const bodies: Record<string, () => Promise<Record<string, unknown>> | Record<string, unknown>> = {
    createSubAccount: () => ({
      number_of_ips: 10,
      auto_add_ips: 1,
      auto_add_when_number_ips: 5,
      number_ips_auto_add: 20,
      password: 'a-long-password',
      note: 'from the test',
    }),
    updateSubAccount: async () => ({ id: (await newest('listSubAccounts')).id, note: 'changed', auto_add_ips: 0 }),
    setSubAccountStatus: async () => ({ id: (await newest('listSubAccounts')).id, status: 2 }),
    deleteSubAccount: async () => ({ id: (await newest('listSubAccounts')).id }),
    generateIpShareCodes: () => ({ plan: 1, number_of_ips: 5, number_of_codes: 2, forward_to: 'a@b.example' }),
    generateTrafficShareCodes: () => ({
      traffic_plan_id: demo.account.trafficPackages.find((one) => one.left > 5e9 && one.expiresAt > demo.account.now)
        ?.id,
      amount_traffic: 1_000_000_000,
      number_of_codes: 1,
    }),
    useShareCodes: () => ({ codes: [demo.account.foreignCodes.find((one) => one.usedAt === null)?.code] }),
    revokeShareCodes: async () => ({
      codes: (await result('generateIpShareCodes', await goodFields('generateIpShareCodes'))).codes,
    }),
    createSubUser: () => ({ user_name: 'new-user', use_key: 'its-password', status: 1, usage_cap: 5_000_000_000 }),
    updateSubUser: async () => ({ id: (await newest('listSubUsers')).id, status: 2 }),
    deleteSubUser: async () => ({ id: (await newest('listSubUsers')).id }),
    createWhitelist: () => ({ ip: '198.51.100.7', description: 'from the test' }),
    updateWhitelist: async () => ({ id: (await newest('listWhitelist')).id, status: 2 }),
    deleteWhitelist: async () => ({ id: (await newest('listWhitelist')).id }),
    createProxyConnection: () => ({ country_code: 'us', quantity: 10, session_type: 2, session_time: 30 }),
    updateProxyConnection: async () => ({
      start_port: (await newest('listProxyConnections')).start_port,
      session_type: 1,
    }),
    deleteProxyConnections: async () => ({ start_port: [(await newest('listProxyConnections')).start_port] }),
    updateAutoRenew: () => ({ status: 0 }),
    registerSandboxAccount: () => ({ email: 'somebody@new.example', password: 'a-long-password' }),
  };
  return (await bodies[id]?.()) ?? {};
}

/** A field of this operation that takes no word "nonsense"; lists that take anything at all have none. */
function badFields({ method, operation }: Entry): Record<string, unknown> | undefined {
  if (method !== 'GET') return { id: 'nonsense', ip: 'nonsense', start_port: 'nonsense', note: 7, status: 'nonsense' };
  const hasPages = operation.parameters?.some((one) => one.$ref === '#/components/parameters/Limit');
  return hasPages ? { limit: 'nonsense' } : undefined;
}

describe('the demo and openapi.yaml', () => {
  it('have the same operations, at the same addresses', () => {
    const ours = operations.map((one) => `${one.id} ${one.method} ${one.path}`);
    const theirs = described.map((one) => `${one.operation.operationId} ${one.method} ${one.path}`);
    expect(ours.sort()).toEqual(theirs.sort());
    expect(theirs).toHaveLength(40);
  });

  it.each(operationIds(described))('%s succeeds as described', async (id) => {
    const good = await asker.ask(id, await goodFields(id));
    expect([good.status, good.text]).toEqual([200, expect.stringContaining('"success":true')]);
    expect(good.json.result).toBeDefined();
    expect(complaints(id, 200, good.json)).toBeNull();
  });

  const refusing = described.filter((one) => one.operation.responses['400'] && badFields(one));
  it.each(operationIds(refusing))('%s refuses nonsense as described', async (id) => {
    const refused = await asker.ask(id, badFields(find(id)));
    expect(refused.status).toBe(400);
    expect(refused.json).toMatchObject({ success: false, message: 'Bad request' });
    expect(refused.json.errors.length).toBeGreaterThan(0);
    expect(complaints(id, 400, refused.json)).toBeNull();
  });

  const keyed = described.filter((one) => one.operation.security === undefined);
  it.each(operationIds(keyed))('%s refuses a wrong key as described', async (id) => {
    const stranger = await asker.ask(id, await goodFields(id), 'not-the-key');
    expect(stranger.status).toBe(403);
    expect(stranger.json).toEqual({ success: false, message: 'Permission denied', errors: ['Permission denied'] });
    expect(complaints(id, 403, stranger.json)).toBeNull();
  });

  it('would notice an answer that is not as described', () => {
    expect(complaints('getAccountInfo', 200, { success: true, result: { id: 'one' } })).not.toBeNull();
  });

  it('have something in every list', async () => {
    const lists = described.filter((one) => one.method === 'GET' && one.operation.operationId.startsWith('list'));
    for (const { operation } of lists) {
      const result = await asker.result(operation.operationId);
      expect([operation.operationId, (result.items ?? result).length > 0]).toEqual([operation.operationId, true]);
    }
  });
});
