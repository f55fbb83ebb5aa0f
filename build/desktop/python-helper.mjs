// A Python program that acts on a session bus for us, and answers requests (session_requests.py).
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { waitFor } from './wait-for.mjs';

/**
 * Starts `script` of this folder on the session bus of `env`, and waits until it listens.
 * @param {string} script
 * @param {NodeJS.ProcessEnv} env
 * @param {{ uid: number, gid: number } | null} [user] whose bus it is, where it is another's
 */
export async function openHelper(script, env, user = null) {
  // -B: nothing is written beside the scripts.
  const args = ['-B', path.join(import.meta.dirname, script)];
  const child = spawn('/usr/bin/python3', args, {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
  });
  const waiting = new Map();
  let errors = '';
  let ready = false;
  let gone = false;
  let count = 0;
  child.stderr.on('data', (data) => {
    errors += data;
  });
  child.once('close', () => {
    gone = true;
    for (const { reject } of waiting.values()) reject(new Error(`${script} ended. ${errors}`));
    waiting.clear();
  });
  child.stdin.on('error', () => {}); // 'close' reports its end
  createInterface(child.stdout).on('line', (line) => {
    const { id, value, error } = JSON.parse(line);
    if (id === undefined) ready = true;
    else if (error === undefined) waiting.get(id).resolve(value);
    else waiting.get(id).reject(new Error(error));
    waiting.delete(id);
  });

  await waitFor('the session bus', () => {
    if (gone) throw new Error(errors);
    return ready;
  });

  return {
    /** Requests an operation, with its details; returns the answer. @returns {Promise<any>} */
    ask(operation, details = {}) {
      if (gone) return Promise.reject(new Error(`${script} ended. ${errors}`));
      const id = ++count;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.stdin.write(`${JSON.stringify({ id, do: operation, ...details })}\n`);
      });
    },
    /** Sends it a signal: SIGSTOP stops it, SIGCONT lets it continue. @param {NodeJS.Signals} name */
    signal: (name) => child.kill(name),
    async close() {
      child.kill('SIGCONT'); // one that hangs does not see its end
      child.stdin.end();
      await waitFor(`${script} to end`, () => gone);
    },
  };
}
