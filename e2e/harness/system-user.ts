// An ordinary user of this computer, made for a test and removed with everything that is theirs. Needs root.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, readFileSync, readlinkSync, readdirSync, writeFileSync } from 'node:fs';
import { endAll } from '../../build/desktop/processes.mjs';

export interface SystemUser {
  uid: number;
  gid: number;
  home: string;
  /** Runs a program as this user to its end. */
  run(
    env: NodeJS.ProcessEnv,
    command: string,
    args: readonly string[],
    input?: string,
  ): Promise<{ code: number | null; out: string; err: string }>;
  /** Writes a file that belongs to them. */
  write(file: string, content: string): void;
  /** Ends their processes, and removes them and their home. */
  remove(): Promise<void>;
}

/** Makes a user with a home of their own. Throws where we are not root. */
export function makeSystemUser(): SystemUser {
  const name = `ninetray-test-${String(process.pid)}`;
  execFileSync('useradd', ['--create-home', '--user-group', '--shell', '/bin/sh', name], { stdio: 'pipe' });
  const [, , uid, gid, , home = ''] = execFileSync('getent', ['passwd', name], { encoding: 'utf8' }).trim().split(':');
  const identity = { uid: Number(uid), gid: Number(gid) };
  return {
    ...identity,
    home,
    run: (env, command, args, input = '') =>
      new Promise((resolve, reject) => {
        const child = spawn(command, args, { ...identity, env, cwd: home, stdio: 'pipe' });
        let out = '';
        let err = '';
        child.stdout.on('data', (data: Buffer) => (out += data.toString()));
        child.stderr.on('data', (data: Buffer) => (err += data.toString()));
        child.on('error', reject);
        // Not 'close': a program that it leaves running may hold its output.
        child.on('exit', (code) => resolve({ code, out, err }));
        child.stdin.on('error', () => undefined);
        child.stdin.end(input);
      }),
    write(file, content) {
      writeFileSync(file, content, { mode: 0o600 });
      chownSync(file, identity.uid, identity.gid);
    },
    async remove() {
      await endAll(() => processesOf(identity.uid).map(({ pid }) => pid));
      execFileSync('userdel', ['--remove', name], { stdio: 'pipe' });
    },
  };
}

export interface UserProcess {
  pid: number;
  /** The program's file. */
  program: string;
  /** With spaces between the arguments: Chromium's pages have no others. */
  commandLine: string;
}

/** Everything that runs as a user, besides what ends while it is looked at. */
export function processesOf(uid: number): UserProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        if (!new RegExp(`^Uid:\\t${String(uid)}\\t`, 'm').test(status) || /^State:\tZ/m.test(status)) return [];
        const commandLine = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), program: readlinkSync(`/proc/${name}/exe`), commandLine }];
      } catch {
        return [];
      }
    });
}
