/** @module-tag sweep */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Place } from '../../model/places/place';
import type { CommandPort } from '../ports';
import { Commands } from './command-port';
import { openPrograms, type Programs } from './stand-in.fixture';
import type { CommandUpdate } from './update-by-command';

const key = 'Zq81x.Kd_0-vTe93LmUw';
const oldKey = 'Hh72y.Pa_4-rNc58SbXe';
const secrets = [oldKey, key];

describe.skipIf(process.platform === 'win32')('Commands', () => {
  let programs: Programs;
  let commands: CommandPort;
  beforeEach(() => {
    programs = openPrograms();
    commands = new Commands({ env: programs.env });
  });
  afterEach(() => programs.remove());

  const command = (program: string, ...args: string[]) => programs.command(program, ...args);
  const way = (more: Partial<CommandUpdate> = {}): CommandUpdate => ({
    by: 'command',
    recipe: 'own',
    command: command('store', 'set'),
    newline: false,
    repeatable: true,
    probe: null,
    ...more,
  });
  const place = (more: Partial<Place>): Place => ({ id: 'p', name: 'p', kind: 'other', where: '', note: '', ...more });

  it('brings the key, and reads it back where that is possible', async () => {
    programs.add('store');
    expect(await commands.bring(way({ newline: true }), key, secrets)).toMatchObject({ ok: true });
    expect(programs.calls('store').map(({ stdin }) => stdin)).toEqual([`${key}\n`]);
    programs.add('reader', { stdout: key });
    const readBack = command('reader');
    expect(await commands.bring(way({ readBack }), key, secrets)).toMatchObject({ ok: true });
    programs.add('reader', { stdout: oldKey });
    expect(await commands.bring(way({ readBack }), key, secrets)).toMatchObject({
      ok: false,
      problem: { kind: 'command-failed', why: 'not-proved' },
    });
  });

  it('replaces the old key in the crontab, and keeps every other line', async () => {
    const table = `MAILTO=""\n*/5 * * * * K=${oldKey} run\n`;
    programs.add('crontab', {
      script: `
        const table = ${JSON.stringify(`${programs.files}/table`)};
        if (call.argv[0] === '-') fs.writeFileSync(table, stdin);
        else process.stdout.write(fs.existsSync(table) ? fs.readFileSync(table) : ${JSON.stringify(table)});`,
    });
    const crontab = way({
      recipe: 'crontab',
      command: command('crontab', '-'),
      readBack: command('crontab', '-l'),
    });
    expect(await commands.bring(crontab, key, secrets)).toMatchObject({ ok: true });
    expect(programs.calls('crontab').map(({ argv, stdin }) => [argv[0], stdin])).toEqual([
      ['-l', ''],
      ['-', table.replace(oldKey, key)],
      ['-l', ''],
    ]);
    // Again, as after a kill: the table has only the new key, and stays unchanged.
    expect(await commands.bring(crontab, key, secrets)).toMatchObject({ ok: true });
    expect(programs.calls('crontab').at(-2)?.stdin).toBe(table.replace(oldKey, key));
  });

  it('reports what a command, a hook or a check printed when it failed, without the keys', async () => {
    programs.add('store', { exit: 3, stderr: `refused ${oldKey}\n` });
    const failed = { ok: false, problem: { why: 'exit', exit: 3 }, output: 'refused •••' };
    expect(await commands.bring(way(), key, secrets)).toMatchObject(failed);
    expect(await commands.run(command('store'), secrets)).toMatchObject(failed);
    programs.add('store');
    expect(await commands.run(command('store'), secrets)).toMatchObject({ ok: true });
  });

  it('never shows a token of the gateway, and gives it to no program', async () => {
    const token = `ntk${'a1B2'.repeat(10)}`;
    commands = new Commands({ env: { ...programs.env, TOKEN: token } });
    programs.add('store', { exit: 1, stdout: `TOKEN=${token}` });
    expect(await commands.run(command('store'), secrets)).toMatchObject({ output: 'TOKEN=•••' });
    expect(programs.calls('store')[0]?.env).not.toHaveProperty('TOKEN');
    const given = { ...command('store'), arguments: [`--token=${token}`] };
    expect(await commands.run(given, secrets)).toMatchObject({ problem: { why: 'key-in-arguments' } });
  });

  it('asks for a confirmation of all commands of a place, and again after a change', () => {
    const own = place({ update: way(), hook: command('restart') });
    expect(commands.unconfirmed(own)).toMatchObject({ kind: 'command-failed', why: 'unconfirmed', program: 'store' });
    const confirmed = { ...own, confirmed: commands.confirmationOf(own) };
    expect(commands.unconfirmed(confirmed)).toBeNull();
    expect(commands.unconfirmed({ ...confirmed, check: command('evil') })).toMatchObject({ why: 'unconfirmed' });
    expect(commands.unconfirmed(place({ check: command('evil') }))).toMatchObject({ program: 'evil' });
    expect(commands.unconfirmed(place({}))).toBeNull();
  });

  it('rehearses by the probe alone', async () => {
    programs.add('store');
    const own = place({ update: way({ probe: command('store', 'status') }) });
    const confirmed = { ...own, confirmed: commands.confirmationOf(own) };
    expect(await commands.rehearse(confirmed)).toEqual({ ok: true, value: undefined });
    expect(programs.calls('store').map(({ argv }) => argv)).toEqual([['status']]);
    expect(await commands.rehearse(own)).toMatchObject({ problem: { why: 'unconfirmed' } });
  });
});
