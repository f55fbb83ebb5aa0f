// The worker thread of a search: does the one task that it was started with, then ends.
import { parentPort, workerData } from 'node:worker_threads';
import { runScan } from './scan-job';
import type { ScanMessage, ScanTask } from './scan-messages';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only ScanService starts it
const task = workerData as ScanTask;

runScan(task, {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  report: (message: ScanMessage) => parentPort?.postMessage(message),
  now: () => performance.now(),
  platform: process.platform,
  env: process.env,
});
