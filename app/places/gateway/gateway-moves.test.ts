import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock } from '../../model/clock.fixture';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noAccess } from '../../model/access/access-view';
import { usualConsumerChoices } from '../../model/access/consumer';
import type { Place } from '../../model/places/place';
import { failed, ok } from '../../model/problem';
import { createFilePort } from '../files/file-port';
import { standInForGetfattr } from '../files/getfattr.fixture';
import { PlaceList } from '../documents/place-list';
import { noPlacesContent, type PlacesContent } from '../documents/places-document';
import { createMemoryDocument } from '../../settings/document/memory-document';
import type { GatewayPort } from '../ports';
import { noSystem } from '../service/no-system';
import { GatewayMoves } from './gateway-moves';

const key = 'Zq81x.Kd_0-vTe93LmUw';
const vendor = 'https://api.9proxy.com';
const url = 'http://127.0.0.1:19090';
const tokens = ['A', 'B', 'C'].map((letter) => `ntk${letter.repeat(40)}`);
const text = (secret: string, address: string) =>
  `# ours\r\nNINEPROXY_API_KEY="${secret}" # key\r\nURL=${address}/client/v1\r\nOTHER=https://example.com\r\n`;
const user = { ...usualConsumerChoices, name: 'Scraper', role: 'read' as const };
const command = (program: string) => ({ program, arguments: [], folder: null, timeLimit: 30 });

let folder: string;
let path: string;
let place: Place;
let list: PlaceList;
let setPlaces: (places: Place[]) => void;
let made: { id: string; token: string }[];
let revoked: string[];
let ran: string[];
let logged: unknown[][];
let gateway: GatewayPort & { at: string | null };
let moves: GatewayMoves;

beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'ninetray-moves-'));
  logged = [];
  standInForGetfattr(folder, '');
  path = join(folder, '.env');
  fs.writeFileSync(path, text(key, vendor), { mode: 0o640 });
  place = { id: 'p', name: 'P', kind: 'env-file', where: path, note: '', update: { by: 'file', path } };
  const document = createMemoryDocument<PlacesContent>(noPlacesContent);
  setPlaces = (places) => void document.write({ ...noPlacesContent, isListHere: true, places });
  list = new PlaceList({
    places: document,
    formerPlaces: () => [],
    listed: async () => ok(undefined),
    onChange: () => undefined,
  });
  setPlaces([{ ...place, hook: command('restart'), check: command('check') }]);
  [made, revoked, ran] = [[], [], []];
  gateway = {
    at: url,
    url: () => gateway.at,
    newId: () => `c${made.length + 1}`,
    newToken(who, newId) {
      const id = 'id' in who ? who.id : newId;
      const token = tokens[made.length] ?? '';
      made.push({ id, token });
      return ok({ id, token });
    },
    revoke: (id) => void revoked.push(id),
    facts: () => noAccess,
    ownerOf: (token) => made.findLast((one) => one.token === token)?.id ?? null,
  };
  moves = new GatewayMoves({
    files: createFilePort({ clock: manualClock(0), copies: null }),
    commands: {
      ...noSystem.commands,
      unconfirmed: () => null,
      run: async ({ program }) => {
        ran.push(program);
        return program === 'broken'
          ? { ok: false, problem: { kind: 'internal' }, output: '' }
          : { ok: true, milliseconds: 1 };
      },
    },
    textOf: async () => ok(key),
    inUse: () => 'print',
    newSalt: () => 'ab'.repeat(32),
    gateway,
    list,
    clock: manualClock(0),
    log: (event, facts) => logged.push([event, facts]),
    isRunUnderWay: () => false,
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  fs.rmSync(folder, { recursive: true });
});

const content = () => fs.readFileSync(path, 'utf8');
const now = () => list.read().find(({ id }) => id === 'p');

describe('a place that moves to the gateway', () => {
  it('shows what would change, and changes nothing', async () => {
    expect(await moves.preview('p')).toEqual(
      ok({ strategy: 'replace', keys: 1, addresses: 1, readers: ['NINEPROXY_API_KEY'], openInEditor: false }),
    );
    expect([content(), made, now()]).toEqual([text(key, vendor), [], list.read()[0]]);
  });

  it('gets a token and the address, with every other byte as it was; then it is restarted and checked', async () => {
    expect(await moves.use('p', user)).toEqual(ok({ problem: null }));
    expect(content()).toBe(text(tokens[0] ?? '', url));
    expect(fs.statSync(path).mode & 0o777).toBe(0o640);
    expect(now()?.update).toEqual({ by: 'gateway', path, consumerId: 'c1', address: url });
    expect(ran).toEqual(['restart', 'check']);
  });

  it('comes back to the key and to 9Proxy’s address, and its token ends', async () => {
    await moves.use('p', user);
    expect(await moves.leave('p', true)).toEqual(ok({ problem: null }));
    expect(content()).toBe(text(key, vendor));
    expect(now()?.update).toEqual({ by: 'file', path });
    expect(revoked).toEqual(['c1']);
  });

  it('keeps a token that another place has, or that is to stay', async () => {
    setPlaces([place, { ...place, id: 'q', update: { by: 'gateway', path: null, consumerId: 'c1' } }]);
    await moves.use('p', user);
    await moves.leave('p', true);
    await moves.use('p', { id: 'c1' });
    await moves.leave('p', false);
    expect(revoked).toEqual([]);
  });

  it('is moved also where its restart fails, and says why', async () => {
    setPlaces([{ ...place, hook: command('broken'), check: command('check') }]);
    expect(await moves.use('p', user)).toEqual(ok({ problem: { kind: 'internal' } }));
    expect(now()?.update?.by).toBe('gateway');
    expect(ran).toEqual(['broken']);
  });

  it('makes no token where the file cannot be changed', async () => {
    fs.writeFileSync(path, 'OTHER=1\n');
    expect(await moves.use('p', user)).toEqual(failed({ kind: 'file-blocked', why: 'no-key' }));
    expect([made, now()?.update?.by]).toEqual([[], 'file']);
  });

  it('revokes a token that did not get into the file', async () => {
    const newToken = gateway.newToken.bind(gateway);
    gateway.newToken = (who, newId) => {
      fs.chmodSync(path, 0o440);
      return newToken(who, newId);
    };
    expect(await moves.use('p', user)).toMatchObject({ ok: false, problem: { kind: 'file-blocked' } });
    expect([revoked, content()]).toEqual([['c1'], text(key, vendor)]);
  });

  it('is noted as moved later where the list could not be written after the file was', async () => {
    const saveMoved = list.saveMoved.bind(list);
    list.saveMoved = async () => failed({ kind: 'disk-full' });
    expect(await moves.use('p', user)).toEqual(failed({ kind: 'disk-full' }));
    expect([content(), now()?.update?.by]).toEqual([text(tokens[0] ?? '', url), 'file']);
    list.saveMoved = saveMoved;
    await moves.resume();
    expect([now()?.update?.by, list.moves(), ran]).toEqual(['gateway', [], ['restart', 'check']]);
    expect(await moves.leave('p', true)).toEqual(ok({ problem: null }));
    expect(content()).toBe(text(key, vendor));
  });

  it('is left as it was, and loses the token again, where NineTray ended before the file was written', async () => {
    const newToken = gateway.newToken.bind(gateway);
    gateway.newToken = (who, newId) => {
      newToken(who, newId);
      throw new Error('killed');
    };
    expect(await moves.use('p', user)).toEqual(failed({ kind: 'internal' }));
    expect(logged).toMatchObject([['gateway move trouble', { kind: 'Error' }]]);
    expect(list.moves()).toHaveLength(1);
    await moves.resume();
    expect([content(), now()?.update?.by, list.moves(), revoked]).toEqual([text(key, vendor), 'file', [], ['c1']]);
  });

  it('does not move while the gateway does not listen', async () => {
    gateway.at = null;
    expect(await moves.preview('p')).toEqual(failed({ kind: 'not-now' }));
    expect(await moves.use('p', user)).toEqual(failed({ kind: 'not-now' }));
    expect(content()).toBe(text(key, vendor));
  });

  it('says that the file has no address of 9Proxy', async () => {
    fs.writeFileSync(path, `KEY=${key}\n`);
    expect(await moves.preview('p')).toMatchObject({ value: { keys: 1, addresses: 0 } });
  });

  it('gets the gateway’s new address, and nothing else', async () => {
    await moves.use('p', user);
    gateway.at = 'http://127.0.0.1:20000';
    expect(await moves.updateAddress('p')).toEqual(ok({ problem: null }));
    expect(content()).toBe(text(tokens[0] ?? '', gateway.at));
    expect(now()?.update).toMatchObject({ address: gateway.at, consumerId: 'c1' });
    await moves.leave('p', true);
    expect(content()).toBe(text(key, vendor));
  });

  it('comes back also after its token was revoked, where the file has no other one', async () => {
    await moves.use('p', user);
    gateway.ownerOf = () => null;
    expect(await moves.leave('p', true)).toEqual(ok({ problem: null }));
    expect(content()).toBe(text(key, vendor));
    await moves.use('p', user);
    fs.appendFileSync(path, `MORE=${tokens[2]}\n`);
    expect(await moves.leave('p', true)).toEqual(failed({ kind: 'file-blocked', why: 'no-key' }));
  });
});
