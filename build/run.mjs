// Runs other programs: the tools in node_modules by name, and any command with its output collected.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './paths.mjs';

const require = createRequire(path.join(root, 'package.json'));

/** Launcher messages go to stderr: stdout belongs to the application (`--status --json`). */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * The JavaScript file behind a command of a package in node_modules, so that it runs the same way on every system.
 * @param {string} packageName such as `vitest`
 * @param {string} [command] when it differs from the package's name
 */
export function toolFile(packageName, command = packageName.split('/').at(-1)) {
  const folder = path.join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin[command];
  if (!file) throw new Error(`${packageName} has no command "${command}"`);
  return path.join(folder, file);
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { limit?: number }} [options] `limit` in milliseconds, then it is ended
 * @returns {Promise<{ code: number, out: string }>} `out`: stdout and stderr as they came, empty where stdio is inherited
 */
export function run(command, args, { limit, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let out = '';
    child.stdout?.on('data', (data) => {
      out += data;
    });
    child.stderr?.on('data', (data) => {
      out += data;
    });
    const timer = limit === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limit);
    child.once('error', (error) => {
      clearTimeout(timer);
      resolve({ code: 127, out: `${out}${error.message}\n` });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, out });
    });
  });
}

/** Runs a command of a package in node_modules with this Node. */
export function runTool(packageName, args, options = {}) {
  const { command, ...rest } = options;
  return run(process.execPath, [toolFile(packageName, command), ...args], rest);
}

/** A package in node_modules, or null where it is not installed. */
export function packageVersion(name) {
  return require(`${name}/package.json`).version;
}
