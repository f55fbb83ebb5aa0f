// Runs one program without a shell: what it reads on standard input, how long it may take, how it is stopped with all it started.
// Interprets nothing: output is bytes, which may hold a secret, and the caller alone decides what becomes of them.
import { type ChildProcess, execFile } from 'node:child_process';
import fs from 'node:fs';
import { homedir } from 'node:os';
import { spawn } from 'cross-spawn';
import type { Command } from '../../model/places/command';
import { failed, ok, type Result } from '../../model/problem';
import { findProgram, programName } from './find-program';

/** What is kept of each output; the rest is read and dropped, so that the program never waits. */
const OUTPUT_LIMIT = 64 * 1024;
/** Between asking a program to end and ending it, in milliseconds. */
const GRACE = 2000;
/** A program that leaves something running (ssh's shared connection, a service) leaves it our pipes too: they are closed this long after. */
const LINGER = 300;

export interface Execution {
  /** Null where a signal ended it. */
  exit: number | null;
  /** Standard output, at most 64 KiB. */
  stdout: Buffer;
  /** Both outputs in the order in which they came, at most 64 KiB. */
  output: Buffer;
  milliseconds: number;
}

export interface ExecuteOptions {
  /** All that it reads on standard input; null: nothing. */
  input: Buffer | string | null;
  env: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
}

/** Keeps the first bytes that come, up to a limit. */
class Head {
  readonly #parts: Buffer[] = [];
  #room = OUTPUT_LIMIT;

  readonly add = (chunk: Buffer): void => {
    if (this.#room === 0) return;
    const part = chunk.subarray(0, this.#room);
    this.#room -= part.length;
    this.#parts.push(part);
  };

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

/** The folder that a command runs in. */
export function folderOf(command: Command): string {
  return command.folder ?? homedir();
}

function isFolder(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Ends a program and all that it started: its process group; on Windows its tree. */
function stop(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  const { pid } = child;
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    execFile('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true }, () => undefined);
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}

type FailedWhy = 'program-missing' | 'folder-missing' | 'not-allowed' | 'timed-out';

/** One run of a program, from its start to the moment when nothing of it is awaited any more. */
class Run {
  readonly #child: ChildProcess;
  readonly #command: Command;
  readonly #signal: AbortSignal | undefined;
  readonly result: Promise<Result<Execution>>;
  #resolve: (result: Result<Execution>) => void = () => undefined;
  readonly #began = performance.now();
  readonly #stdout = new Head();
  readonly #output = new Head();
  readonly #limit: NodeJS.Timeout;
  #force: NodeJS.Timeout | undefined;
  #linger: NodeJS.Timeout | undefined;
  /** Why we stopped it. */
  #stopped: Result<Execution> | null = null;
  #exit: number | null = null;

  constructor(path: string, command: Command, { input, env, signal }: ExecuteOptions) {
    this.result = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#command = command;
    this.#signal = signal;
    // A session of its own (detached): no terminal to ask on, and one group to end. The window of a console program stays hidden.
    this.#child = spawn(path, command.arguments, {
      cwd: folderOf(command),
      env: { ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.#limit = setTimeout(() => this.#halt(commandFailure(command, 'timed-out')), command.timeLimit * 1000);
    signal?.addEventListener('abort', this.#onAbort);
    this.#listen();
    // A program that does not read what it is given closes the pipe: its exit code says what that means.
    this.#child.stdin?.on('error', () => undefined);
    this.#child.stdin?.end(input ?? undefined);
  }

  #listen(): void {
    const child = this.#child;
    child.on('error', (error: NodeJS.ErrnoException) =>
      this.#settle(commandFailure(this.#command, error.code === 'ENOENT' ? 'program-missing' : 'not-allowed')),
    );
    child.stdout?.on('data', (chunk: Buffer) => {
      this.#stdout.add(chunk);
      this.#output.add(chunk);
    });
    child.stderr?.on('data', (chunk: Buffer) => this.#output.add(chunk));
    child.on('exit', (code) => {
      this.#exit = code;
      clearTimeout(this.#limit);
      // What it started may ignore the polite signal.
      if (this.#stopped !== null) stop(child, 'SIGKILL');
      this.#linger = setTimeout(this.#end, LINGER);
    });
    child.on('close', this.#end);
  }

  readonly #onAbort = (): void => this.#halt(failed({ kind: 'cancelled' }));

  #halt(why: Result<Execution>): void {
    this.#stopped ??= why;
    stop(this.#child, 'SIGTERM');
    this.#force ??= setTimeout(() => {
      stop(this.#child, 'SIGKILL');
      this.#end();
    }, GRACE);
  }

  readonly #end = (): void => {
    const milliseconds = performance.now() - this.#began;
    const whole = { exit: this.#exit, stdout: this.#stdout.bytes(), output: this.#output.bytes(), milliseconds };
    this.#settle(this.#stopped ?? ok(whole));
  };

  #settle(result: Result<Execution>): void {
    for (const timer of [this.#limit, this.#force, this.#linger]) clearTimeout(timer);
    this.#signal?.removeEventListener('abort', this.#onAbort);
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr]) stream?.destroy();
    this.#resolve(result);
  }
}

/** A command that could not be run, or was stopped. */
function commandFailure(command: Command, why: FailedWhy): Result<Execution> {
  return failed({ kind: 'command-failed', why, program: programName(command.program), exit: null });
}

/**
 * Runs a command. Fails with command-failed (program-missing, not-allowed, folder-missing, timed-out) or cancelled. An exit code other
 * than 0 is no failure here.
 */
export async function execute(command: Command, options: ExecuteOptions): Promise<Result<Execution>> {
  const folder = folderOf(command);
  if (options.signal?.aborted === true) return failed({ kind: 'cancelled' });
  if (!isFolder(folder)) return commandFailure(command, 'folder-missing');
  const search = findProgram(command.program, { folder, env: options.env });
  if (!search.found) return commandFailure(command, search.why);
  return new Run(search.path, command, options).result;
}
