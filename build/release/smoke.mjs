// Starts a packaged NineTray as a user would from a terminal, in a profile of its own, and checks what it answers:
//
//   node build/release/smoke.mjs [EXECUTABLE] [--pinned-electron] [--sandboxed]
//
// Without EXECUTABLE it is the one in release/. `--pinned-electron`: it has the Electron that package.json pins.
// `--sandboxed`: Chromium's sandbox is on. The release workflow asks for both.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../paths.mjs';
import { packageVersion, say } from '../run.mjs';

/** A first start on a busy machine; longer means that it hangs. */
const limit = 120_000;

/**
 * Where `npm run dist` leaves the unpacked application, below release/.
 * @param {NodeJS.Platform} platform
 * @param {string} arch
 */
export function unpackedExecutable(platform, arch) {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  if (platform === 'darwin') return 'mac-universal/NineTray.app/Contents/MacOS/NineTray';
  if (platform === 'win32') return `win${suffix}-unpacked/NineTray.exe`;
  return `linux${suffix}-unpacked/ninetray`;
}

/**
 * @typedef {{ code: number | null, out: string, err: string }} Answer `code` null: it did not end in time, or a signal ended it
 * @typedef {{ version: string, electron?: string, sandboxed?: boolean }} Expected what is left out may be anything
 */

/**
 * What is wrong with the answers of a packaged application, as sentences; empty when nothing is.
 * @param {Record<'version' | 'status' | 'json', Answer>} answers to `--version`, `--status --demo`, `--status --demo --json`
 * @param {Expected} expected
 * @returns {string[]}
 */
export function smokeProblems(answers, { version, electron, sandboxed }) {
  const failed = Object.entries(answers).filter(([, { code }]) => code !== 0);
  const problems = failed.map(([name, { code, out, err }]) =>
    [`${name}: ${code === null ? 'did not end in time' : `exited with ${code}`}`, out, err].join('\n').trim(),
  );
  const [, itsVersion, itsElectron] = /^NineTray (\S+) \(Electron (\S+)\)\s*$/.exec(answers.version.out) ?? [];
  if (itsVersion !== version)
    problems.push(`version: expected NineTray ${version}, got: ${answers.version.out.trim()}`);
  if (electron !== undefined && itsElectron !== electron)
    problems.push(`version: expected Electron ${electron}, got: ${itsElectron}`);
  if (answers.status.out.trim() === '') problems.push('status: printed nothing');
  return [...problems, ...jsonProblems(answers.json.out, sandboxed)];
}

function jsonProblems(text, sandboxed) {
  let status;
  try {
    status = JSON.parse(text);
  } catch {
    return [`json: cannot be read: ${text.slice(0, 200)}`];
  }
  const problems = [];
  const { figures = {}, source } = status;
  const unread = Object.entries(figures).filter(([, figure]) => figure.value === null || figure.problem !== null);
  if (source?.kind !== 'demo') problems.push(`json: the source is ${JSON.stringify(source)}, not the demo`);
  if (Object.keys(figures).length === 0) problems.push('json: has no figures');
  for (const [name, { problem }] of unread) problems.push(`json: ${name} was not read: ${JSON.stringify(problem)}`);
  if (sandboxed !== undefined && status.sandboxed !== sandboxed)
    problems.push(`json: sandboxed is ${status.sandboxed}, expected ${sandboxed}`);
  return problems;
}

/**
 * Runs a program to its end, or ends it after `limit`. Throws when it cannot be started at all.
 * @param {string} executable
 * @param {string[]} args
 * @returns {Promise<Answer>}
 */
export function ask(executable, args) {
  return new Promise((resolve, reject) => {
    execFile(executable, args, { timeout: limit, killSignal: 'SIGKILL' }, (error, out, err) => {
      if (typeof error?.code === 'string') reject(new Error(`${executable} cannot be started: ${error.message}`));
      else resolve({ code: error === null ? 0 : (error.code ?? null), out, err });
    });
  });
}

/**
 * Starts it three times, one after the other.
 * @param {(...args: string[]) => Promise<Answer>} start
 * @returns {Promise<Record<'version' | 'status' | 'json', Answer>>}
 */
export async function answersOf(start) {
  const status = (...args) => start('--status', '--demo', ...args);
  return { version: await start('--version'), status: await status(), json: await status('--json') };
}

/** Its answers in a new profile, which is removed afterwards. */
async function answersInNewProfile(executable) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-smoke-'));
  const linux = process.platform === 'linux';
  // Root has no other way (docs/decisions/014-start.md), and a runner has no display.
  const isRoot = linux && process.getuid() === 0;
  const switches = [...(isRoot ? ['--no-sandbox'] : []), ...(linux ? ['--ozone-platform=headless'] : [])];
  if (isRoot) fs.writeFileSync(path.join(profile, 'settings.json'), JSON.stringify({ runWithoutSandbox: true }));
  try {
    return await answersOf((...args) => ask(executable, [...switches, `--user-data-dir=${profile}`, ...args]));
  } finally {
    // Windows holds the files of a process for a moment after its end.
    fs.rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
  }
}

if (process.argv[1] === import.meta.filename) {
  const args = process.argv.slice(2);
  const [given] = args.filter((argument) => !argument.startsWith('--'));
  const executable = given ?? path.join(root, 'release', unpackedExecutable(process.platform, process.arch));
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const answers = await answersInNewProfile(executable);
  const problems = smokeProblems(answers, {
    version,
    ...(args.includes('--pinned-electron') ? { electron: packageVersion('electron') } : {}),
    ...(args.includes('--sandboxed') ? { sandboxed: true } : {}),
  });
  for (const problem of problems) say(problem);
  if (problems.length === 0) say(`${answers.version.out.trim()}: starts, and shows the demo’s figures.`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
