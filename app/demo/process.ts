// The product's demo, in an Electron utility process: reports to its parent where it listens. `--size N`: how many sub-accounts.
// Must not take a key from anywhere, nor print anything.
import { parseArgs } from 'node:util';
import { createDemo } from './demo';

/** What an Electron utility process has; Node's types do not know it. */
interface ParentPort {
  postMessage(message: unknown): void;
}

const { parentPort } = process as { parentPort?: ParentPort };
const { values } = parseArgs({ options: { size: { type: 'string', default: '250' } } });
const demo = createDemo({ size: Number(values.size) });
const listening = await demo.listen();
if (!listening.ok) process.exit(1);

const { origin, key, dashboard } = listening;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
parentPort?.postMessage({ origin, key, dashboard, past: demo.past });

process.on('SIGTERM', () => {
  void demo.close().then(() => process.exit(0));
});
