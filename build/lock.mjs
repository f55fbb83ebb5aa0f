// One process at a time: a lock file that names its owner, so that a lock left by a crash is taken over.
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

function owner(file) {
  try {
    return Number(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** A lock is complete or not there: it is written beside its place and linked into it. */
function take(file) {
  const mine = `${file}.${process.pid}`;
  fs.writeFileSync(mine, String(process.pid));
  try {
    fs.linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(mine, { force: true });
  }
}

/**
 * Runs `work` while no other process runs under the same lock file.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {(pid: number) => void} [waiting] called once, with the owner's process id, when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(file, work, waiting) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  let told = false;
  while (!take(file)) {
    const pid = owner(file);
    if (pid === null) continue;
    if (!alive(pid)) {
      fs.rmSync(file, { force: true });
      continue;
    }
    if (!told) waiting?.(pid);
    told = true;
    await wait(200);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(file, { force: true });
  }
}
