// The worker threads of this process. A thread that ends waits until V8 has done its work in the background, which in turn may wait for
// that thread to collect its memory: then it never ends, and neither does a process that joins it at its exit (nodejs/node#54918, seen
// with Electron 33). So nothing may depend on the end of a thread, and a quit must know whether one is left.
import { Worker, type WorkerOptions } from 'node:worker_threads';

const threads = new Set<Worker>();

/** Starts a worker thread with the script at this absolute path. Every thread must be started here. */
export function startThread(file: string, options: WorkerOptions): Worker {
  const thread = new Worker(file, options);
  threads.add(thread);
  thread.once('exit', () => threads.delete(thread));
  return thread;
}

/**
 * Ends all threads, also those that are started meanwhile. Resolves when the last has ended: never, where one hangs as described above, or
 * in a call of the system that does not return.
 */
export async function endThreads(): Promise<void> {
  while (threads.size > 0) await Promise.all([...threads].map((thread) => thread.terminate()));
}
