// The ninetray command over a stand-in for the application, laid out as in a package.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { root } from '../paths.mjs';

const isPosix = process.platform !== 'win32';
const token = `ntk${'A'.repeat(40)}`;
const url = 'http://127.0.0.1:19090';

/** The command's path in such a folder. The stand-in writes its arguments, one a line, to `asked`, and answers with `answer`. */
function installed(answer = `echo "${token} ${url} NINEPROXY_API_KEY NINEPROXY_API_URL"`) {
  const folder = fs.mkdtempSync(path.join(tmpdir(), 'nt command-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  fs.mkdirSync(path.join(folder, 'resources/bin'), { recursive: true });
  const command = path.join(folder, 'resources/bin/ninetray');
  fs.copyFileSync(path.join(root, 'build/package/bin/ninetray'), command);
  const asked = path.join(folder, 'asked');
  fs.writeFileSync(path.join(folder, 'ninetray'), `#!/bin/sh\nprintf '%s\\n' "$@" > "${asked}"\n${answer}\n`, {
    mode: 0o755,
  });
  return { command, folder, asked: () => fs.readFileSync(asked, 'utf8').trimEnd().split('\n') };
}

/** Runs a command line to its end. `env` is added to an empty environment. */
async function run(command: string, args: string[], { env = {}, input = '' } = {}) {
  const child = spawn(command, args, { env: { PATH: process.env['PATH'], ...env }, stdio: 'pipe' });
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  // A command that is not there reads nothing.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  await once(child, 'close');
  return { code: child.exitCode, signal: child.signalCode, out, err, pid: child.pid };
}

describe.runIf(isPosix)('ninetray run', () => {
  it('asks once, with its own options alone, and for the process that becomes the command', async () => {
    const { command, asked } = installed();
    const { out, pid } = await run(command, ['run', '--as', 'My bot', '--', 'sh', '-c', 'echo $$', '--', '--role']);
    expect(asked()).toEqual(['run', '--as', 'My bot', `--lease=${String(pid)}`]);
    expect(out).toBe(`${String(pid)}\n`);
  });

  it('gives the command the token, the address, and no proxy for them', async () => {
    const { command } = installed();
    const env = { NINEPROXY_API_KEY: 'the real key', NO_PROXY: 'intranet' };
    const { out } = await run(command, ['run', '--', 'env'], { env });
    expect(out.split('\n')).toEqual(
      expect.arrayContaining([
        `NINEPROXY_API_KEY=${token}`,
        `NINEPROXY_API_URL=${url}`,
        'NO_PROXY=intranet,127.0.0.1,localhost,::1',
        'no_proxy=intranet,127.0.0.1,localhost,::1',
      ]),
    );
    expect(out).not.toContain('the real key');
  });

  it('sets the variables that were asked for', async () => {
    const { command } = installed(`echo "${token} ${url} MY_KEY MY_URL"`);
    const { out } = await run(command, ['run', '--key-var', 'MY_KEY', '--url-var', 'MY_URL', '--', 'env']);
    expect(out).toContain(`MY_KEY=${token}\n`);
    expect(out).toContain(`MY_URL=${url}\n`);
    expect(out).not.toContain('NINEPROXY_API_KEY');
  });

  it('has the token in no argument', async () => {
    const { command } = installed();
    const script = `tr '\\0' ' ' < /proc/$$/cmdline; ps -A -o args=`;
    const { out } = await run(command, ['run', '--', 'sh', '-c', script]);
    expect(out).toContain(' -c ');
    expect(out).not.toContain(token);
  });

  it('is the command: its input, exit code and signal are its own', async () => {
    const { command } = installed('cat > /dev/null; echo "a b c d"');
    expect(await run(command, ['run', '--', 'cat'], { input: 'typed' })).toMatchObject({ code: 0, out: 'typed' });
    expect((await run(command, ['run', '--', 'sh', '-c', 'exit 42'])).code).toBe(42);
    expect((await run(command, ['run', '--', 'sh', '-c', 'kill -TERM $$'])).signal).toBe('SIGTERM');
  });

  it('exits as shells do where the command is not there or cannot be run', async () => {
    const { command, folder } = installed();
    expect((await run(command, ['run', '--', path.join(folder, 'missing')])).code).toBe(127);
    fs.writeFileSync(path.join(folder, 'plain'), '', { mode: 0o644 });
    expect((await run(command, ['run', '--', path.join(folder, 'plain')])).code).toBe(126);
  });

  it('exits with 125, and runs nothing, where NineTray gives no token', async () => {
    const { command } = installed('echo reason >&2; exit 3');
    const refused = await run(command, ['run', '--', 'echo', 'ran']);
    expect(refused).toMatchObject({ code: 125, out: '', err: 'reason\n' });
  });

  it('lets the application say what is wrong without a command', async () => {
    const { command, asked } = installed('exit 1');
    expect((await run(command, ['run', '--as', 'bot'])).code).toBe(125);
    expect(asked()).toEqual(['run', '--as', 'bot']);
    expect((await run(command, ['run', '--as', 'bot', '--'])).code).toBe(125);
    expect(asked()).toEqual(['run']);
  });
});

describe.runIf(isPosix)('every other command', () => {
  it('goes to the application as it is, also through a link', async () => {
    const { command, folder, asked } = installed('exit 6');
    const link = path.join(folder, 'link');
    fs.symlinkSync('resources/bin/ninetray', link);
    expect((await run(link, ['access', 'add', 'My bot', '--', 'x'])).code).toBe(6);
    expect(asked()).toEqual(['access', 'add', 'My bot', '--', 'x']);
    expect((await run(command, [])).code).toBe(6);
  });
});

it('Windows’ command asks in the same way and sets the same variables', () => {
  const read = (file: string) => fs.readFileSync(path.join(root, 'build/package/bin', file), 'utf8');
  const script = read('ninetray.ps1');
  for (const part of ['"--lease=$PID"', '127.0.0.1,localhost,::1', 'exit 125', 'exit 127', 'exit $LASTEXITCODE'])
    expect(script).toContain(part);
  // The answer is the token, the address, and the variables' names, as in the other one.
  expect(script).toContain("SetEnvironmentVariable($answer[2], $answer[0], 'Process')");
  expect(script).toContain("SetEnvironmentVariable($answer[3], $answer[1], 'Process')");
  expect(read('ninetray.cmd')).toContain('%~dp0ninetray.ps1');
});
