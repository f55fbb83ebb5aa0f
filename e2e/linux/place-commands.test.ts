// Recipes with the real programs that this system has: each gets the key from NineTray's own code, as in a regeneration, and the place is
// read back. Nothing leaves this computer; every program has a home folder of its own.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endAll, tree } from '../../build/desktop/processes.mjs';
import { waitFor } from '../../build/desktop/wait-for.mjs';
import { Commands } from '../../app/places/commands/command-port';
import { type FieldValues, hookCommand, recipeUpdate } from '../../app/places/commands/recipe-update';
import type { CommandUpdate } from '../../app/places/commands/update-by-command';

const oldKey = 'Hh72y.Pa_4-rNc58SbXe';
const key = 'Zq81x.Kd_0-vTe93LmUwQQ';
const secrets = [oldKey, key];
const home = mkdtempSync(join(tmpdir(), 'ninetray-commands-'));
const env: NodeJS.ProcessEnv = { ...process.env, HOME: home };
const commands = new Commands({ env });

/** Runs a program to prepare a test, or to look at what came of it. Throws where it fails. */
function run(program: string, args: string[], input = ''): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { env, input, encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(`${program} ended with ${String(status)}: ${stderr}`);
  return stdout;
}

/** Whether this computer has a program that the project does not install. */
function has(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`], { env }).status === 0;
}

function recipe(id: string, values: FieldValues, change: (update: CommandUpdate) => CommandUpdate = (same) => same) {
  const made = recipeUpdate(id, values);
  if (!made.ok) throw new Error(JSON.stringify(made.problem));
  return change(made.value.update);
}

/** The probe of a confirmed place, as in a rehearsal. */
function rehearse(update: CommandUpdate) {
  const place = { id: 'p', name: 'p', kind: 'other' as const, where: '', note: '', update };
  return commands.rehearse({ ...place, confirmed: commands.confirmationOf(place) });
}

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('pass', () => {
  beforeAll(() => {
    chmodSync(home, 0o700);
    const parameters = ['--batch', '--passphrase', '', '--quick-generate-key', 'test@ninetray.invalid', 'default'];
    run('gpg', [...parameters, 'default', 'never']);
    run('pass', ['init', 'test@ninetray.invalid']);
  });
  afterAll(() => void spawnSync('gpgconf', ['--kill', 'all'], { env }));

  it('replaces an entry, which then has the new key and nothing else', async () => {
    run('pass', ['insert', '--multiline', 'work/nineproxy'], oldKey);
    const update = recipe('pass', { entry: 'work/nineproxy' });
    expect(await rehearse(update)).toEqual({ ok: true, value: undefined });
    expect(run('pass', ['show', 'work/nineproxy'])).toBe(oldKey);
    expect(await commands.bring(update, key, secrets)).toMatchObject({ ok: true });
    expect(run('pass', ['show', 'work/nineproxy'])).toBe(key);
  });

  it('fails its rehearsal for an entry that is not there', async () => {
    expect(await rehearse(recipe('pass', { entry: 'work/none' }))).toMatchObject({
      problem: { kind: 'command-failed', why: 'exit', program: 'pass' },
    });
  });
});

describe('crontab', () => {
  // crontab has one table per user and no folder to choose: a table that the user already has is not put at risk.
  const hasOwnTable = spawnSync('crontab', ['-l']).status === 0;
  afterAll(() => {
    if (!hasOwnTable) spawnSync('crontab', ['-r']);
  });

  it.skipIf(hasOwnTable)('has the new key in place of the old one, and every other byte as it was', async () => {
    const table = `# é\nMAILTO=""\nKEY="${oldKey}"\n7 3 * * *\tcurl "https://x.invalid/?api-key=${oldKey}&n=%"\n# not x${oldKey}\n`;
    run('crontab', ['-'], table);
    const update = recipe('crontab', {});
    expect(await rehearse(update)).toEqual({ ok: true, value: undefined });
    expect(await commands.bring(update, key, secrets)).toMatchObject({ ok: true });
    const expected = table.replace(`"${oldKey}"`, `"${key}"`).replace(`=${oldKey}&`, `=${key}&`);
    expect(run('crontab', ['-l'])).toBe(expected);
  });
});

describe('ssh', () => {
  const folder = join(home, 'sshd');
  const server = { pid: 0, port: 0 };

  /** A port that is free now. */
  async function freePort(): Promise<number> {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    const address = probe.address();
    await new Promise((resolve) => probe.close(resolve));
    return address !== null && typeof address === 'object' ? address.port : 0;
  }

  beforeAll(async () => {
    mkdirSync(folder, { mode: 0o700 });
    for (const name of ['host', 'user']) run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)]);
    writeFileSync(join(folder, 'authorized'), readFileSync(join(folder, 'user.pub')), { mode: 0o600 });
    server.port = await freePort();
    const config = [
      `Port ${server.port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${join(folder, 'host')}`,
      `AuthorizedKeysFile ${join(folder, 'authorized')}`,
      `PidFile ${join(folder, 'pid')}`,
      'PasswordAuthentication no',
      'PermitRootLogin yes',
      'StrictModes no',
      'UsePAM no',
    ];
    writeFileSync(join(folder, 'config'), `${config.join('\n')}\n`);
    const known = readFileSync(join(folder, 'host.pub'), 'utf8');
    writeFileSync(join(folder, 'known'), `[127.0.0.1]:${server.port} ${known}`);
    // What ~/.ssh/config says for this host: ssh takes the home folder from the system's list of users, not from HOME.
    writeFileSync(
      join(folder, 'client'),
      `Host place\n  HostName 127.0.0.1\n  Port ${server.port}\n  User ${userInfo().username}\n  IdentityFile ${join(folder, 'user')}\n  UserKnownHostsFile ${join(folder, 'known')}\n`,
    );
    if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
    const child = spawn('/usr/sbin/sshd', ['-D', '-e', '-f', join(folder, 'config')], { stdio: 'ignore', env });
    server.pid = child.pid ?? 0;
    await waitFor('the SSH server', () => statSync(join(folder, 'pid'), { throwIfNoEntry: false }));
  });
  afterAll(async () => {
    if (server.pid !== 0) await endAll(() => tree(server.pid));
  });

  const withConfig = (update: CommandUpdate): CommandUpdate => {
    const own = <C extends { arguments: string[] }>(command: C): C => ({
      ...command,
      arguments: ['-F', join(folder, 'client'), ...command.arguments],
    });
    const { probe, readBack } = update;
    return {
      ...update,
      command: own(update.command),
      probe: probe === null ? null : own(probe),
      ...(readBack === undefined ? {} : { readBack: own(readBack) }),
    };
  };

  it('writes the file on the other computer, under an odd name, and reads it back', async () => {
    const file = join(folder, "it's $(the) key");
    writeFileSync(file, oldKey, { mode: 0o640 });
    const update = recipe('ssh', { host: 'place', file }, withConfig);
    expect(await rehearse(update)).toEqual({ ok: true, value: undefined });
    expect(readFileSync(file, 'utf8')).toBe(oldKey);
    expect(await commands.bring(update, key, secrets)).toMatchObject({ ok: true });
    expect(readFileSync(file, 'utf8')).toBe(key);
    expect(statSync(file).mode & 0o777).toBe(0o640);
  });

  it('makes a new file that only its owner can read', async () => {
    const file = join(folder, 'new');
    expect(await commands.bring(recipe('ssh', { host: 'place', file }, withConfig), key, secrets)).toMatchObject({
      ok: true,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('fails its rehearsal where the file cannot be written, and does not wait for a password', async () => {
    const update = recipe('ssh', { host: 'place', file: join(folder, 'none', 'key') }, withConfig);
    expect(await rehearse(update)).toMatchObject({ problem: { why: 'exit', program: 'ssh', exit: 1 } });
    const stranger = { ...withConfig(recipe('ssh', { host: 'nobody@place', file: '/x' })) };
    expect(await rehearse(stranger)).toMatchObject({ problem: { why: 'exit', program: 'ssh', exit: 255 } });
  });
});

describe('programs of services that are not here', () => {
  const at = (update: CommandUpdate, ...more: string[]): CommandUpdate => ({
    ...update,
    command: { ...update.command, arguments: [...update.command.arguments, ...more] },
  });

  it.runIf(has('kubectl'))('kubectl reads the manifest and finds the key in it', () => {
    const { command, around } = recipe('kubernetes', { secret: 'nineproxy', field: 'API_KEY' });
    const manifest = `${around?.before}${Buffer.from(key).toString('base64')}${around?.after}`;
    expect(command.arguments).toContain('--server-side');
    // There is no cluster: --local reads and prints a manifest without one.
    const printed = run('kubectl', ['annotate', '--local', '--filename=-', '--output=json', 'a=b'], manifest);
    expect(JSON.parse(printed)).toMatchObject({
      kind: 'Secret',
      metadata: { name: 'nineproxy' },
      data: { API_KEY: Buffer.from(key).toString('base64') },
    });
  });

  it.runIf(has('kubectl'))('kubectl takes the arguments, and reports that there is no cluster', async () => {
    const update = recipe('kubernetes', { secret: 'nineproxy', field: 'API_KEY', namespace: 'shop' });
    const nowhere = at(update, '--server=http://127.0.0.1:9');
    const done = await commands.bring(nowhere, key, secrets);
    expect(done).toMatchObject({ ok: false, problem: { why: 'exit', program: 'kubectl' } });
    expect(done.ok ? '' : done.output).toMatch(/refused|unable to connect|couldn't get|could not/i);
    expect(done.ok ? '' : done.output).not.toMatch(/unknown (flag|shorthand|command)/);
  });

  it.runIf(has('docker'))('docker’s client knows the command of the hook', async () => {
    const hook = hookCommand('compose', { folder: home, service: 'web' });
    if (!hook.ok) throw new Error(JSON.stringify(hook.problem));
    const done = await commands.run(hook.value, secrets);
    // Without a compose file, a daemon or the compose plugin it cannot succeed; what it says depends on which is missing.
    expect(done).toMatchObject({ ok: false, problem: { why: 'exit', program: 'docker' } });
  });
});
