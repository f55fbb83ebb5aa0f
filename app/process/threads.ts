// The worker threads of this process. It must not end while one of them runs: Node then joins the thread on main's own
// thread, and the thread first waits for all that V8 still does in the background, which may in turn wait for main to collect
// its memory. Nobody moves then, and the process stays (seen with Electron 33).
import { Worker, type WorkerOptions } from 'node:worker_threads';

const threads = new Set<Worker>();

/** Starts a worker thread with the script at this absolute path. Every thread must be started here. */
export function startThread(file: string, options: WorkerOptions): Worker {
  const thread = new Worker(file, options);
  threads.add(thread);
  thread.once('exit', () => threads.delete(thread));
  return thread;
}

/** Ends all threads, also those that are started meanwhile. Resolves when the last has ended; never, while one is in a call of the system that does not return. */
export async function endThreads(): Promise<void> {
  while (threads.size > 0) await Promise.all([...threads].map((thread) => thread.terminate()));
}
