// The example places on a real disk: a new key gets there, and through their ports nothing outside of their folder can be touched.
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manualClock } from '../model/clock.fixture';
import type { Command } from '../model/places/command';
import type { Place } from '../model/places/place';
import { createFilePort } from '../places/files/file-port';
import type { FileWay } from '../places/ports';
import { type DemoExamples, openExamples } from './open-examples';

const old = 'OLDKEY1234567890abcdef';
const next = 'NEWKEY1234567890abcdef';
const keys = { old, next };
const salt = Buffer.alloc(32, 7);
const clock = manualClock(0);
const script = { random: Math.random, path: () => '/', start: () => () => undefined };
const notInDemo = { ok: false, problem: { kind: 'not-in-demo' } };

let temporary: string;
let examples: DemoExamples;

beforeEach(() => {
  temporary = fs.mkdtempSync(join(fs.realpathSync(tmpdir()), 'examples-test-'));
  const opened = openExamples(old, { clock, script, temporary });
  if (opened === null) throw new Error('The examples could not be made.');
  examples = opened;
});

afterEach(() => {
  examples.close();
  fs.rmSync(temporary, { recursive: true, force: true });
});

/** Whether other users can do nothing with it. Windows has no modes: its folder for temporary files is the user's own. */
const isClosed = (path: string) => process.platform === 'win32' || (fs.statSync(path).mode & 0o077) === 0;

const ways = () => examples.places.flatMap(({ update }): FileWay[] => (update?.by === 'file' ? [update] : []));
const folder = () => dirname(dirname(ways()[0]?.path ?? ''));

describe('the example places', () => {
  it('get a new key in each of their files, which a parser proves', async () => {
    const { files } = examples.system;
    expect(ways()).toHaveLength(3);
    for (const way of ways()) {
      expect(await files.plan(way, { old, next: null }, salt)).toMatchObject({ ok: true, value: { proof: 'parsed' } });
      const plan = await files.plan(way, keys, salt);
      if (!plan.ok) throw new Error(plan.problem.kind);
      expect(await files.write(way, plan.value, keys, salt)).toMatchObject({ ok: true });
      expect(await files.prove(way, plan.value, keys, salt)).toMatchObject({ ok: true });
      const text = fs.readFileSync(way.path, 'utf8');
      expect([text.includes(next), text.includes(old), /demo/i.test(text)]).toEqual([true, false, true]);
    }
  });

  it('are marked as the demo’s, and only this user can read their files', () => {
    for (const { name } of examples.places) expect(name).toMatch(/^Demo: /);
    for (const path of [folder(), ...ways().map((way) => way.path)]) expect(isClosed(path)).toBe(true);
  });

  it('are removed with their folder when the demo ends', () => {
    examples.close();
    expect(fs.readdirSync(temporary)).toEqual([]);
  });

  it('are none where the folder cannot be made', () => {
    expect(openExamples(old, { clock, script, temporary: join(temporary, 'not-there') })).toBeNull();
  });
});

describe('the demo', () => {
  it('touches no file outside of its folder, whatever the way to it', async () => {
    const outside = join(temporary, 'project');
    fs.mkdirSync(outside);
    fs.writeFileSync(join(outside, '.env'), `KEY=${old}\n`);
    fs.symlinkSync(outside, join(folder(), 'link'), 'junction');
    const beside = `${folder()}-2`;
    fs.mkdirSync(beside);
    fs.writeFileSync(join(beside, '.env'), `KEY=${old}\n`);
    const real = createFilePort({ clock, copies: null });
    const { files } = examples.system;
    for (const path of [
      join(outside, '.env'),
      join(beside, '.env'),
      `${folder()}/../project/.env`,
      join(folder(), 'link', '.env'),
      join(temporary, 'not-there', '.env'),
    ]) {
      const way: FileWay = { by: 'file', path };
      expect(await files.plan(way, keys, salt)).toEqual(notInDemo);
      const plan = await real.plan(way, keys, salt);
      if (!plan.ok) continue;
      expect(await files.write(way, plan.value, keys, salt)).toEqual(notInDemo);
      expect(await files.prove(way, plan.value, keys, salt)).toEqual(notInDemo);
      expect(await files.mend(way, plan.value, keys, salt)).toEqual(notInDemo);
    }
    for (const place of [outside, beside]) expect(fs.readFileSync(join(place, '.env'), 'utf8')).toBe(`KEY=${old}\n`);
    fs.rmSync(beside, { recursive: true });
  });

  it('follows no link in its folder that leads to a file elsewhere', async () => {
    const file = join(temporary, 'settings.env');
    fs.writeFileSync(file, `KEY=${old}\n`);
    fs.symlinkSync(file, join(folder(), '.env'));
    const planned = await examples.system.files.plan({ by: 'file', path: join(folder(), '.env') }, keys, salt);
    expect(planned).toEqual({ ok: false, problem: { kind: 'file-blocked', why: 'link' } });
    expect(fs.readFileSync(file, 'utf8')).toBe(`KEY=${old}\n`);
  });

  it('runs no command, no hook and no check, and searches nothing', async () => {
    const { commands, openScan } = examples.system;
    const command: Command = { program: process.execPath, arguments: ['--version'], folder: null, timeLimit: 30 };
    const [first] = examples.places;
    if (first === undefined) throw new Error('There are places.');
    expect(await commands.rehearse(first)).toEqual({ ok: true, value: undefined });
    expect(commands.unconfirmed(first)).toBeNull();
    const byCommand: Place['update'] = {
      by: 'command',
      recipe: 'own',
      command,
      newline: false,
      repeatable: true,
      probe: null,
    };
    for (const place of [
      { ...first, update: byCommand },
      { ...first, hook: command },
      { ...first, check: command },
    ]) {
      expect(await commands.rehearse(place)).toEqual(notInDemo);
      expect(commands.unconfirmed(place)).toEqual(notInDemo.problem);
    }
    expect(await commands.bring(byCommand, old, [])).toMatchObject(notInDemo);
    expect(await commands.run(command, [])).toMatchObject(notInDemo);
    const scan = openScan(() => undefined);
    const everything = { quick: true, folders: [temporary], programs: true, containers: true };
    expect(scan.start(everything, [old], [])).toEqual(notInDemo);
    expect(await scan.runningWith(old)).toBeNull();
  });
});
