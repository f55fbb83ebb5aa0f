import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AccessService } from '../gateway/access-service';
import { failed, ok } from '../model/problem';
import { startExampleScript } from './example-script';

let folder: string;

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'example-script-'));
});

afterEach(() => fs.rmSync(folder, { recursive: true }));

/** A gateway that can listen at these ports only; null: at any. */
function gateway(free: readonly number[] | null) {
  const chosen: number[] = [];
  const added: string[] = [];
  let port = 0;
  const access = {
    async choosePort(wanted: number) {
      port = wanted;
      chosen.push(wanted);
      return ok(undefined);
    },
    setOn: async () =>
      free?.includes(port) === false ? failed({ kind: 'port-busy', port, why: 'taken' }) : ok(undefined),
    url: () => `http://127.0.0.1:${port}`,
    add: ({ name, role }: { name: string; role: string }) => {
      added.push(`${name}, ${role}`);
      return ok({ id: 'consumer-1', token: 'ntkToken' });
    },
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it has what the script uses
  return { access: access as unknown as AccessService, chosen, added };
}

function ports(...randoms: number[]) {
  const started: string[] = [];
  return {
    started,
    random: () => randoms.shift() ?? 0.99,
    path: () => '/client/v1/account/get-balance-data',
    start(settings: string) {
      started.push(fs.readFileSync(settings, 'utf8'));
      return () => undefined;
    },
  };
}

it('starts the script with a token that may read figures only, and describes it as a place that asks the gateway', async () => {
  const settings = join(folder, 'script', 'settings.json');
  const { access, added } = gateway(null);
  const own = ports(0.5);
  const script = await startExampleScript(access, settings, own, () => undefined);
  expect(added).toEqual([expect.stringMatching(/^Demo: .+, figures$/)]);
  expect(own.started.map((text): unknown => JSON.parse(text))).toEqual([
    { address: 'http://127.0.0.1:26000', token: 'ntkToken', path: '/client/v1/account/get-balance-data' },
  ]);
  expect(script?.place.update).toEqual({
    by: 'gateway',
    path: settings,
    consumerId: 'consumer-1',
    address: 'http://127.0.0.1:26000',
  });
});

it('takes another port where one is taken, and starts nothing where none is free', async () => {
  const settings = join(folder, 'script', 'settings.json');
  const busy = gateway([23_000]);
  expect(await startExampleScript(busy.access, settings, ports(0, 0.25, 0.75), () => undefined)).not.toBeNull();
  expect(busy.chosen).toEqual([20_000, 23_000]);
  const none = gateway([]);
  const own = ports();
  expect(await startExampleScript(none.access, join(folder, 'other', 'x.json'), own, () => undefined)).toBeNull();
  expect([own.started, none.added]).toEqual([[], []]);
  for (const port of none.chosen) expect(port).toBeLessThan(32_768);
});
