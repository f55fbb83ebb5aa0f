// The demo in a process of its own: under plain Node (one line of JSON on stdout), or as an Electron utility process
// (a message to its parent). Must not take a key from anywhere, nor print anything but that line.
import { createDemo } from './demo';
import { readOptions } from './options';

/** What an Electron utility process has and plain Node has not. */
interface ParentPort {
  postMessage(message: unknown): void;
}

const { parentPort } = process as { parentPort?: ParentPort };
const options = readOptions(process.argv.slice(2));

if (!options.ok) {
  process.stderr.write(`${options.message}\n`);
  process.exit(2);
}

const demo = createDemo(options.demo);
const listening = await demo.listen(options.port);

if (!listening.ok) {
  process.stderr.write(`The demo cannot listen on port ${options.port}: ${listening.code}\n`);
  process.exit(1);
}

const { origin, key, dashboard } = listening;
if (parentPort) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
  parentPort.postMessage({ origin, key, dashboard, past: demo.past });
} else {
  process.stdout.write(`${JSON.stringify({ origin, key, dashboard })}\n`);
}

const end = () => {
  void demo.close().then(() => process.exit(0));
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
if (options.withParent) process.stdin.on('end', end).resume();
