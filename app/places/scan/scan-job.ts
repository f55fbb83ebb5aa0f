// One whole search, as the worker thread does it: synchronous, so that it costs main nothing. Nothing that it reports
// holds a key or a text of a file.
import fs from 'node:fs';
import path from 'node:path';
import { canUpdateClass } from './classify/file-class';
import { countByKey, describeFile } from './classify/describe-file';
import { FileReader } from './files/read-file';
import { SkipRules } from './files/skip-rules';
import { type EnteredFolders, walk } from './files/walk';
import { Findings, type NewRow } from './findings';
import { Matcher, type Match } from './match/matcher';
import type { ScanMessage, ScanTask } from './scan-messages';
import { type CommandSource, commandSources, readContainers } from './sources/commands';
import { readPrograms } from './sources/programs';
import { quickFiles } from './sources/quick-files';

export interface ScanJobPorts {
  report(message: ScanMessage): void;
  /** Monotonic (ms). */
  now(): number;
  platform: NodeJS.Platform;
  env: NodeJS.ProcessEnv;
}

/** Searches everything that the task asks for, then overwrites what it read. Stops soon after `cancelled` is set. */
export function runScan(task: ScanTask, ports: ScanJobPorts): void {
  const job = new ScanJob(task, ports);
  try {
    job.run();
  } finally {
    job.wipe();
  }
}

class ScanJob {
  readonly #task: ScanTask;
  readonly #ports: ScanJobPorts;
  readonly #matcher: Matcher;
  readonly #reader: FileReader;
  readonly #findings: Findings;
  readonly #cancelled: Int32Array;
  readonly #entered: EnteredFolders = new Set();
  /** Files of the quick search, which the folders may have as well. */
  readonly #seen = new Set<string>();

  constructor(task: ScanTask, ports: ScanJobPorts) {
    this.#task = task;
    this.#ports = ports;
    this.#matcher = new Matcher(task.patterns);
    this.#reader = new FileReader(ports.platform);
    this.#cancelled = new Int32Array(task.cancelled);
    const withoutKeys = (text: string) => this.#withoutKeys(text);
    this.#findings = new Findings({ ...ports, mostRows: task.mostRows, withoutKeys });
  }

  run(): void {
    const { request, home, ownFolders } = this.#task;
    if (request.programs && this.#ports.platform === 'linux') this.#searchPrograms();
    if (request.quick) this.#searchQuickly();
    if (request.containers && !this.#isCancelled()) this.#searchContainers();
    const rules = new SkipRules({ platform: this.#ports.platform, home, ownFolders });
    for (const chosen of request.folders) this.#searchChosen(chosen, rules);
    this.#findings.done();
  }

  wipe(): void {
    this.#reader.wipe();
    this.#matcher.wipe();
  }

  #isCancelled(): boolean {
    return Atomics.load(this.#cancelled, 0) !== 0;
  }

  /** A folder and all below it, or a single file. */
  #searchChosen(chosen: string, rules: SkipRules): void {
    const file = realFile(chosen);
    const device = file === null ? null : deviceOf(file);
    if (file === null || device === null) this.#searchFolder(chosen, rules);
    else this.#searchFile(file, device);
  }

  #searchFolder(folder: string, rules: SkipRules): void {
    walk(folder, rules, this.#entered, {
      file: (at, device) => this.#searchFile(at, device),
      folder: (at) => this.#findings.enter(at),
      skipped: (at, reason) => this.#findings.skipped(at, reason),
      unreadable: (at, why) => this.#findings.unreadable(at, why),
      isCancelled: () => this.#isCancelled(),
    });
  }

  #searchFile(at: string, device: number): void {
    if (this.#seen.size > 0 && this.#seen.has(at)) return;
    const read = this.#reader.read(at, device);
    if (read.outcome === 'skipped') this.#findings.skipped(at, read.reason);
    else if (read.outcome === 'unreadable') this.#findings.unreadable(at, read.why);
    if (read.outcome !== 'read') return;
    const matches = this.#matcher.find(this.#reader.content, read.length);
    if (matches.length > 0) this.#addFile(at, device, this.#reader.content.subarray(0, read.length), matches);
    this.#findings.searched(read.length);
  }

  #addFile(at: string, device: number, content: Uint8Array, matches: readonly Match[]): void {
    // A single file can be mounted as well; asked for here, as it is asked for few files.
    if (deviceOf(at) !== device) {
      this.#findings.skipped(at, 'other-file-system');
      return;
    }
    try {
      const described = describeFile({ path: at, content, matches, salt: this.#task.salt });
      this.#findings.add({ ...described, source: 'file', program: null });
    } catch {
      // Such as a file that is nested deeper than a parser can follow: the search continues without it.
      this.#findings.unreadable(at, 'failed');
    }
  }

  #searchQuickly(): void {
    const { home, knownFolders } = this.#task;
    const { platform, env } = this.#ports;
    for (const source of commandSources(platform)) if (!this.#isCancelled()) this.#searchCommand(source);
    for (const file of quickFiles({ platform, home, env, knownFolders })) {
      if (this.#isCancelled()) return;
      const real = realFile(file);
      if (real === null || this.#seen.has(real)) continue;
      const device = deviceOf(real);
      if (device !== null) this.#searchFile(real, device);
      this.#seen.add(real);
    }
  }

  #searchCommand({ source, name, read }: CommandSource): void {
    const content = read();
    if (content === null) return;
    const matches = this.#matcher.find(content);
    if (matches.length > 0) {
      const described = describeFile({ path: name, content, matches, salt: this.#task.salt });
      this.#findings.add({ ...described, path: null, digest: null, source, program: null });
    }
    content.fill(0);
  }

  #searchPrograms(): void {
    for (const { pid, name, startedAt, texts } of readPrograms('/proc', process.geteuid?.() ?? -1)) {
      if (this.#isCancelled()) return;
      this.#addRunning('program', { pid, name, startedAt }, texts);
    }
  }

  #searchContainers(): void {
    for (const { name, texts } of readContainers()) {
      this.#addRunning('container', { pid: null, name, startedAt: null }, texts);
    }
  }

  #addRunning(
    source: 'program' | 'container',
    program: NonNullable<NewRow['program']>,
    texts: readonly RunningText[],
  ): void {
    const matches: Match[] = [];
    const readers: string[] = [];
    for (const { name, bytes } of texts) {
      const found = this.#matcher.find(bytes);
      if (found.some(({ isPart }) => !isPart)) readers.push(this.#withoutKeys(name).slice(0, 200));
      matches.push(...found);
      bytes.fill(0);
    }
    const whole = matches.filter(({ isPart }) => !isPart);
    if (whole.length === 0) return;
    this.#findings.add({
      source,
      path: null,
      class: 'running',
      canUpdate: canUpdateClass('running'),
      count: countByKey(whole),
      parts: matches.length - whole.length,
      readers: readers.slice(0, 10),
      repeated: null,
      digest: null,
      program: { ...program, name: this.#withoutKeys(program.name).slice(0, 200) },
    });
  }

  #withoutKeys(text: string): string {
    const bytes = Buffer.from(text);
    const matches = this.#matcher.find(bytes);
    if (matches.length === 0) return text;
    for (const { start, length } of matches) bytes.fill('*', start, start + length);
    return bytes.toString();
  }
}

function deviceOf(at: string): number | null {
  try {
    return fs.lstatSync(at).dev;
  } catch {
    return null; // removed meanwhile
  }
}

/** The regular file that a path leads to; null where there is none. Dotfiles are often links into a repository. */
function realFile(file: string): string | null {
  try {
    const real = fs.realpathSync(path.resolve(file));
    return fs.lstatSync(real).isFile() ? real : null;
  } catch {
    return null; // most of them are on few computers
  }
}

/** An environment or arguments: what it is called, and its bytes, which may be overwritten. */
interface RunningText {
  name: string;
  bytes: Uint8Array;
}
