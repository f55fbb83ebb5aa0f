import { describe, expect, it } from 'vitest';
import { manualClock, settled } from '../model/clock.fixture';
import type { Place } from '../model/places/place';
import { noPlaces, type PlaceRow, type PlacesView } from '../model/places/places-view';
import type { ScanView } from '../model/places/scan';
import { exampleScanRow } from '../model/places/scan.fixture';
import { failed, ok, type Problem, type Result } from '../model/problem';
import { exampleNow } from '../model/state/app-state.fixture';
import { placesCliTexts } from '../texts/status/places-cli';
import { runPlacesCommand } from './places-command';

const unmeasured = { update: null, hook: null, check: null };

function placeRow(name: string, more: Partial<PlaceRow> = {}, update?: Place['update']): PlaceRow {
  const place: Place = { id: `id-${name}`, name, kind: 'env-file', where: 'on a server', note: '' };
  return {
    place: update === undefined ? place : { ...place, update },
    readiness: 'hand',
    rehearsal: null,
    triedAt: null,
    durations: unmeasured,
    isBusy: false,
    ...more,
  };
}

const file = (path: string) => ({ by: 'file', path }) as const;
const blocked = {
  at: exampleNow - 60_000,
  validUntil: exampleNow + 60_000,
  milliseconds: 3,
  problem: { kind: 'disk-full' },
  file: null,
} as const;

const row = exampleScanRow();
const search: ScanView = {
  status: 'running',
  startedAt: exampleNow,
  endedAt: null,
  progress: { files: 1200, folders: 30, bytes: 5_000_000, folder: '/home/ada' },
  rows: [row],
  found: 1,
  skipped: [],
  unreadable: { count: 0, items: [] },
  isKeyShort: false,
};

function asking(view: Partial<PlacesView> = {}, problem: Problem | null = null) {
  const clock = manualClock(exampleNow);
  const acts: unknown[] = [];
  const progress: string[] = [];
  const leaving = new AbortController();
  let now: PlacesView = { ...noPlaces, ...view };
  let finish: () => void = () => undefined;
  const places = {
    view: () => now,
    rehearse(ids: readonly string[] | null): Promise<Result<void>> {
      acts.push(ids);
      if (problem !== null) return Promise.resolve(failed(problem));
      now = { ...now, rehearsing: { done: 1, total: 3 } };
      return new Promise((resolve) => {
        finish = () => {
          now = { ...now, rehearsing: null };
          resolve(ok(undefined));
        };
      });
    },
    scan(request: unknown): Promise<Result<void>> {
      acts.push(request);
      if (problem !== null) return Promise.resolve(failed(problem));
      now = { ...now, scan: search };
      return Promise.resolve(ok(undefined));
    },
    cancelScan() {
      acts.push('cancelled');
      now = { ...now, scan: { ...search, status: 'cancelled' } };
    },
  };
  const caller = { progress: (line: string) => void progress.push(line), gone: leaving.signal };
  return {
    acts,
    progress,
    clock,
    leave: () => leaving.abort(),
    found: (more: Partial<ScanView>) => (now = { ...now, scan: { ...search, status: 'done', ...more } }),
    rehearsed: () => finish(),
    run: (request: Parameters<typeof runPlacesCommand>[0]) =>
      runPlacesCommand(request, { places, caller, clock, locale: 'en-US' }),
  };
}

describe('the list', () => {
  it('has each place with how it is updated, its state, and where it is', async () => {
    const rows = [
      placeRow('Web shop', { readiness: 'blocked', rehearsal: blocked }, file('/srv/shop/.env')),
      placeRow('Server'),
    ];
    const { exitCode, out, json } = await asking({ rows }).run({ act: 'list' });
    expect(exitCode).toBe(0);
    expect(out.split('\n')).toHaveLength(4);
    expect(out).toContain('/srv/shop/.env');
    expect(JSON.parse(json)).toMatchObject({
      version: 1,
      places: [
        { name: 'Web shop', by: 'file', where: '/srv/shop/.env', state: 'blocked', problem: { kind: 'disk-full' } },
        { name: 'Server', by: 'hand', where: 'on a server', state: 'hand', rehearsed: null },
      ],
    });
  });

  it('says how places are found while it is empty', async () => {
    expect((await asking().run({ act: 'list' })).out).toContain('ninetray places scan');
  });

  it('gives a terminal no commands that a name could hold', async () => {
    const rows = [placeRow('a\u{1b}[2Jb', {}, file('/srv/\u{202e}x'))];
    const { out } = await asking({ rows }).run({ act: 'list' });
    for (const character of ['\u{1b}', '\u{202e}']) expect(out).not.toContain(character);
  });
});

describe('a search', () => {
  it('of the usual files shows how far it is, then what it found', async () => {
    const { run, acts, clock, progress, found } = asking();
    const reply = run({ act: 'scan', paths: [] });
    await settled();
    expect(acts).toEqual([{ quick: true, folders: [], programs: false, containers: false }]);
    expect(progress).toEqual([expect.stringContaining('1,200')]);
    found({});
    await clock.advance(250);
    const { exitCode, out, json } = await reply;
    expect(exitCode).toBe(0);
    expect(out).toContain('/home/ada/.env');
    expect(JSON.parse(json)).toMatchObject({ status: 'done', found: 1, places: [{ path: '/home/ada/.env' }] });
  });

  it('of given paths searches nothing else', async () => {
    const { run, acts, clock, found } = asking();
    const reply = run({ act: 'scan', paths: ['/srv', '/home/ada/.env'] });
    await settled();
    found({ rows: [], found: 0 });
    await clock.advance(250);
    expect((await reply).exitCode).toBe(0);
    expect(acts).toMatchObject([{ quick: false, folders: ['/srv', '/home/ada/.env'] }]);
  });

  it('ends with who asked for it', async () => {
    const { run, acts, clock, leave } = asking();
    const reply = run({ act: 'scan', paths: [] });
    await settled();
    leave();
    await clock.advance(250);
    expect((await reply).exitCode).toBe(5);
    expect(acts).toContain('cancelled');
  });

  it('exits with 5 where it could not see everything', async () => {
    for (const more of [
      { unreadable: { count: 1, items: [{ path: '/srv/locked', why: 'not-allowed' as const }] } },
      { found: 3000 },
      { status: 'failed' as const },
    ]) {
      const { run, clock, found } = asking();
      const reply = run({ act: 'scan', paths: [] });
      await settled();
      found(more);
      await clock.advance(250);
      expect((await reply).exitCode).toBe(5);
    }
  });

  it('exits with 2 without a key, and with 3 while another runs', async () => {
    const asked = (problem: Problem) => asking({}, problem).run({ act: 'scan', paths: [] });
    expect(await asked({ kind: 'key-missing' })).toMatchObject({ exitCode: 2, out: '' });
    expect(await asked({ kind: 'work-under-way' })).toMatchObject({ exitCode: 3, out: '' });
  });
});

describe('a rehearsal', () => {
  const rows = [
    placeRow('shop', { readiness: 'ready' }, file('/srv/shop/.env')),
    placeRow('bot', { readiness: 'blocked', rehearsal: blocked }, file('/srv/bot/.env')),
  ];

  it('of named places exits with 0 when these are ready', async () => {
    const { run, acts, progress, rehearsed } = asking({ rows });
    const reply = run({ act: 'rehearse', names: ['shop'] });
    await settled();
    expect(progress).toEqual([placesCliTexts.rehearsing({ done: '1', total: '3' })]);
    rehearsed();
    const { exitCode, json } = await reply;
    expect(exitCode).toBe(0);
    expect(acts).toEqual([['id-shop']]);
    expect(JSON.parse(json)).toMatchObject({ places: [{ name: 'shop', state: 'ready' }] });
  });

  it('of all places exits with 5 and the reason when one is not ready', async () => {
    const { run, acts, rehearsed } = asking({ rows });
    const reply = run({ act: 'rehearse', names: [] });
    await settled();
    rehearsed();
    const { exitCode, out } = await reply;
    expect(exitCode).toBe(5);
    expect(acts).toEqual([['id-shop', 'id-bot']]);
    expect(out).toMatch(/^bot .{20,}/m);
  });

  it('of a place that cannot ask the gateway exits with 5 and the reason', async () => {
    const { run, rehearsed } = asking({ rows: [placeRow('Report', { readiness: 'gateway-off' })] });
    const reply = run({ act: 'rehearse', names: [] });
    await settled();
    rehearsed();
    const { exitCode, out } = await reply;
    expect(exitCode).toBe(5);
    expect(out).toMatch(/^Report +Gateway is off +\S.{20,}/m);
  });

  it('of an unknown name rehearses nothing, and does not repeat it: it may be a key', async () => {
    const { run, acts } = asking({ rows });
    const reply = await run({ act: 'rehearse', names: ['shop', 'SECRETSECRET'] });
    expect(reply).toMatchObject({ exitCode: 3, out: '' });
    expect(reply.problem).not.toContain('SECRET');
    expect(acts).toEqual([]);
  });
});
