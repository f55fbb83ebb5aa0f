/** @module-tag sweep */
import fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../model/places/command';
import { type RunOptions, runCommand } from './run-command';
import { openPrograms, type Programs } from './stand-in.fixture';

const key = 'Zq81x.Kd_0-vTe93LmUw';
const oldKey = 'Hh72y.Pa_4-rNc58SbXe';

describe.skipIf(process.platform === 'win32')('runCommand', () => {
  let programs: Programs;
  beforeEach(() => {
    programs = openPrograms();
  });
  afterEach(() => programs.remove());

  const command = (program: string, ...args: string[]) => programs.command(program, ...args);
  const run = (given: Command, options: Partial<RunOptions> = {}) =>
    runCommand(given, { input: key, secrets: [key, oldKey], env: programs.env, ...options });

  it('gives the key on standard input, as it is, and nowhere else', async () => {
    programs.add('tool');
    expect(await run(command('tool', 'set', 'NAME'))).toMatchObject({ ok: true, value: { exit: 0, output: '' } });
    const [call] = programs.calls('tool');
    expect(call?.stdin).toBe(key);
    expect(call?.argv).toEqual(['set', 'NAME']);
    expect(call?.cwd).toBe(programs.files);
    expect(JSON.stringify([call?.argv, call?.env])).not.toContain(key);
  });

  it('passes arguments as they are: no shell reads them', async () => {
    programs.add('tool');
    const odd = ['$HOME', '`id`', '; touch x', 'a b', '"', "'", '*', '', '\\'];
    await run(command('tool', ...odd));
    expect(programs.calls('tool')[0]?.argv).toEqual(odd);
    expect(fs.readdirSync(programs.files)).toEqual([]);
  });

  it('leaves out every variable that holds a secret or belongs to NineTray, and keeps the user’s own', async () => {
    programs.add('tool');
    const env = {
      ...programs.env,
      NINEPROXY_API_KEY: oldKey,
      URL: `https://example.test/?api-key=${key}`,
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: '--no-warnings',
      KUBECONFIG: '/home/lena/.kube/work',
    };
    await run(command('tool'), { env });
    const seen = programs.calls('tool')[0]?.env ?? {};
    expect(seen).toMatchObject({ KUBECONFIG: '/home/lena/.kube/work', NO_COLOR: '1' });
    expect(JSON.stringify(seen)).not.toMatch(/Zq81x|Hh72y/);
    for (const name of ['NINEPROXY_API_KEY', 'URL', 'ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS']) {
      expect(seen).not.toHaveProperty(name);
    }
  });

  it.each(['{key}', '--value={KEY}', '{ api-key }', 'NAME={apiKey}', key, `x=${oldKey}`])(
    'refuses the key or a placeholder in an argument, and runs nothing: %s',
    async (argument) => {
      programs.add('tool');
      expect(await run(command('tool', argument))).toEqual({
        ok: false,
        problem: { kind: 'command-failed', why: 'key-in-arguments', program: 'tool', exit: null },
      });
      expect(programs.calls('tool')).toEqual([]);
    },
  );

  it('runs a template of another program, which is no place for the key', async () => {
    programs.add('tool');
    await run(command('tool', '--format={{.Key}}', '-o', 'jsonpath={.data.key}'));
    expect(programs.calls('tool')).toHaveLength(1);
  });

  it('shows what it printed without the secrets, in every way to write them, and says that it printed one', async () => {
    const ways = [
      key,
      Buffer.from(key).toString('base64'),
      Buffer.from(`user:${oldKey}`).toString('base64'),
      Array.from(key, (letter) => `%${letter.charCodeAt(0).toString(16)}`).join(''),
      `\u001b[31m${key.slice(0, 5)}\u001b[0m${key.slice(5)}`,
    ];
    for (const way of ways) {
      programs.add('tool', { stderr: `set to ${way} now\n`, exit: 3 });
      const done = await run(command('tool'));
      expect(done).toMatchObject({ ok: true, value: { exit: 3, printedSecret: true } });
      const { output } = done.ok ? done.value : { output: '' };
      expect(output).toMatch(/^set to .* now$/);
      expect(output).not.toMatch(/Zq81|LmUw|Hh72|SbXe/);
    }
    programs.add('tool', { stdout: '✓ Set secret NAME\n' });
    expect(await run(command('tool'))).toMatchObject({
      value: { output: '✓ Set secret NAME', printedSecret: false },
    });
  });

  it('shows the first 20 lines, and does not wait for a reader of the rest', async () => {
    programs.add('tool', { script: "for (let n = 1; n <= 50_000; n += 1) console.log('line ' + n);" });
    const done = await run(command('tool'));
    const lines = done.ok ? done.value.output.split('\n') : [];
    expect(lines).toHaveLength(20);
    expect(lines.at(-1)).toBe('line 20');
  });

  it('reports how it ended when it does not read what it is given', async () => {
    programs.add('tool', { isDeaf: true, exit: 4 });
    expect(await run(command('tool'), { input: 'x'.repeat(1_000_000) })).toMatchObject({ value: { exit: 4 } });
  });

  it('reports a program that is not there, one that cannot be run, and a folder that is gone', async () => {
    fs.writeFileSync(join(programs.folder, 'plain'), 'text', { mode: 0o644 });
    const why = async (given: Command) => {
      const done = await run(given);
      return done.ok || done.problem.kind !== 'command-failed' ? null : done.problem.why;
    };
    expect(await why(command('no-such-program'))).toBe('program-missing');
    expect(await why(command('./tool'))).toBe('program-missing');
    expect(await why(command('plain'))).toBe('not-allowed');
    programs.add('tool');
    expect(await why({ ...command('tool'), folder: join(programs.files, 'gone') })).toBe('folder-missing');
  });

  it('finds no program in a relative folder of PATH', async () => {
    programs.add('tool');
    const done = await run({ ...command('tool'), folder: programs.folder }, { env: { PATH: '.:' } });
    expect(done).toMatchObject({ problem: { why: 'program-missing' } });
  });

  /** A program that starts another one, both of which run until they are ended, and neither of which minds a polite request. */
  const stubborn = () => {
    const pids = join(programs.files, 'pids');
    programs.add('tool', {
      script: `
        process.on('SIGTERM', () => {});
        const child = require('node:child_process').spawn(process.execPath, ['-e',
          "process.on('SIGTERM', () => {}); process.stdout.write('up'); setInterval(() => {}, 1000)"],
          { stdio: ['ignore', 'pipe', 'inherit'] });
        child.stdout.once('data', () => fs.writeFileSync(${JSON.stringify(pids)}, process.pid + ' ' + child.pid));
        setInterval(() => {}, 1000);`,
    });
    return {
      pids,
      ended: () =>
        fs
          .readFileSync(pids, 'utf8')
          .split(' ')
          .every((pid) => {
            // A zombie that nobody waited for has ended too.
            try {
              return / Z /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
            } catch {
              return true;
            }
          }),
    };
  };

  it.runIf(process.platform === 'linux')('ends a program and all it started after its time limit', async () => {
    const { pids, ended } = stubborn();
    const done = await run({ ...command('tool'), timeLimit: 3 });
    expect(done).toMatchObject({ problem: { kind: 'command-failed', why: 'timed-out', program: 'tool' } });
    expect(fs.existsSync(pids)).toBe(true);
    await expect.poll(ended).toBe(true);
  });

  it.runIf(process.platform === 'linux')('ends a program and all it started when it is cancelled', async () => {
    const { pids, ended } = stubborn();
    const abort = new AbortController();
    const done = run(command('tool'), { signal: abort.signal });
    await expect.poll(() => fs.existsSync(pids), { timeout: 10_000 }).toBe(true);
    abort.abort();
    expect(await done).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    await expect.poll(ended).toBe(true);
    expect(await run(command('tool'), { signal: abort.signal })).toMatchObject({ problem: { kind: 'cancelled' } });
  });

  it('does not wait for what a program leaves running', async () => {
    programs.add('tool', {
      script: `require('node:child_process').spawn('sleep', ['15'], { detached: true, stdio: ['ignore', 'inherit', 'inherit'] }).unref();`,
    });
    const done = await run(command('tool'));
    expect(done.ok && done.value.milliseconds).toBeLessThan(14_000);
  });
});
