// For tests: a demo on a clock that the test moves, and short ways to send it requests.
import { createTestDemo, type TestDemo, type TestDemoOptions } from './testing/test-demo';
import { operations } from './operations/table';

export interface Reading {
  status: number;
  text: string;
  headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test checks any answer
  json: any;
}

export interface Asker {
  demo: TestDemo;
  origin: string;
  key: string;
  /** The dashboard's address. */
  dashboard: string;
  /** Every wait that the demo was made to take, in milliseconds. None is waited for. */
  slept: number[];
  /** Asks an operation by its id: a GET with `fields` as its query, anything else with `fields` as its JSON body. */
  ask: (id: string, fields?: Record<string, unknown>, key?: string | null) => Promise<Reading>;
  /** The `result` of an operation that must succeed. */
  result: (id: string, fields?: Record<string, unknown>) => Promise<Reading['json']>;
  /** A control under /_demo/: GET without a body, else POST. */
  control: (name: string, body?: unknown) => Promise<Reading>;
}

/** 2025-06-18 14:00 UTC, a working afternoon. */
export const startOfTests = Date.UTC(2025, 5, 18, 14);

export async function startDemo(options: TestDemoOptions = {}): Promise<Asker> {
  const slept: number[] = [];
  const sleep = async (ms: number) => {
    slept.push(ms);
  };
  const demo = createTestDemo({ size: 3, now: () => startOfTests, sleep, ...options });
  const listening = await demo.listen();
  if (!listening.ok) throw new Error(`The demo does not listen: ${listening.code}`);
  const { origin, key, dashboard } = listening;
  const ask: Asker['ask'] = (id, fields = {}, withKey = key) => {
    const operation = operations.find((one) => one.id === id);
    if (!operation) throw new Error(`No operation ${id}`);
    const url = new URL(operation.path, origin);
    if (withKey !== null) url.searchParams.set('api-key', withKey);
    if (operation.method === 'GET') {
      for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, String(value));
      return read(url);
    }
    return read(url, operation.method, fields);
  };
  return {
    demo,
    origin,
    key,
    dashboard,
    slept,
    ask,
    result: async (id, fields) => {
      const reading = await ask(id, fields);
      if (reading.status !== 200) throw new Error(`${id} answers ${reading.status}: ${reading.text}`);
      return reading.json.result;
    },
    control: (name, body) => read(new URL(`/_demo/${name}`, origin), body === undefined ? 'GET' : 'POST', body),
  };
}

/** One request, with no redirect followed. */
export async function read(url: URL, method = 'GET', body?: unknown): Promise<Reading> {
  const response = await fetch(url, {
    method,
    redirect: 'manual',
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return { status: response.status, text, headers: response.headers, json: isJson ? parse(text) : undefined };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
