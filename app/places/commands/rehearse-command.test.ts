import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '../../model/places/place';
import { confirmationOf } from './confirmation';
import { rehearseCommand } from './rehearse-command';
import { openPrograms, type Programs } from './stand-in.fixture';

const key = 'Zq81x.Kd_0-vTe93LmUw';

describe.skipIf(process.platform === 'win32')('rehearseCommand', () => {
  let programs: Programs;
  beforeEach(() => {
    programs = openPrograms();
  });
  afterEach(() => programs.remove());

  const command = (program: string, ...args: string[]) => programs.command(program, ...args);
  const place = (more: Partial<Place> = {}) => {
    const own: Pick<Place, 'update' | 'hook' | 'check'> = {
      update: {
        by: 'command',
        recipe: 'own',
        command: command('store', 'set'),
        newline: false,
        repeatable: true,
        probe: command('store', 'status'),
      },
      hook: command('restart'),
      ...more,
    };
    return { ...own, confirmed: confirmationOf(own) };
  };
  const rehearse = (given: Parameters<typeof rehearseCommand>[0]) =>
    rehearseCommand(given, { secrets: [key], env: programs.env });

  it('finds every program and runs the probe alone, without the key', async () => {
    const store = programs.add('real-store', { stdout: 'logged in\n' });
    fs.symlinkSync(store, join(programs.folder, 'store'));
    const restart = programs.add('restart');
    const digest = (path: string) => createHash('sha256').update(fs.readFileSync(path)).digest('base64url');
    expect(await rehearse(place())).toEqual({
      ok: true,
      value: {
        programs: [
          { path: store, digest: digest(store) },
          { path: restart, digest: digest(restart) },
        ],
        output: 'logged in',
      },
    });
    expect(programs.calls('real-store').map(({ argv, stdin }) => [argv, stdin])).toEqual([[['status'], '']]);
    expect(programs.calls('restart')).toEqual([]);
  });

  it('notices a program that was changed', async () => {
    programs.add('store');
    programs.add('restart');
    const before = await rehearse(place());
    programs.add('restart', { exit: 1 });
    expect(await rehearse(place())).not.toEqual(before);
  });

  it('says which program failed, and with which exit code', async () => {
    programs.add('store', { exit: 2, stderr: 'not logged in\n' });
    programs.add('restart');
    expect(await rehearse(place())).toEqual({
      ok: false,
      problem: { kind: 'command-failed', why: 'exit', program: 'store', exit: 2 },
    });
  });

  it('names a program or a folder that is missing, of the hook and the check too', async () => {
    programs.add('store');
    programs.add('restart');
    expect(await rehearse(place({ check: command('gone') }))).toMatchObject({
      problem: { why: 'program-missing', program: 'gone' },
    });
    expect(await rehearse(place({ hook: { ...command('restart'), folder: '/no/such/folder' } }))).toMatchObject({
      problem: { why: 'folder-missing', program: 'restart' },
    });
  });

  it('runs nothing of a place whose commands were changed by hand', async () => {
    programs.add('store');
    programs.add('restart');
    const own = place();
    expect(await rehearse({ ...own, hook: command('restart', '--all') })).toMatchObject({
      problem: { why: 'unconfirmed' },
    });
    expect(programs.calls('store')).toEqual([]);
  });

  it('refuses a placeholder for the key in any of its commands', async () => {
    programs.add('store');
    programs.add('restart');
    expect(await rehearse(place({ check: command('store', '--key={key}') }))).toMatchObject({
      problem: { why: 'key-in-arguments' },
    });
    expect(programs.calls('store')).toEqual([]);
  });
});
