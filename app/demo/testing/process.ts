// The demo for tests in a process of its own, under plain Node: prints one line of JSON that says where it listens, and
// nothing else. Built into out/testing, which is in no package.
import { readOptions } from './options';
import { createTestDemo } from './test-demo';

const options = readOptions(process.argv.slice(2));
if (!options.ok) {
  process.stderr.write(`${options.message}\n`);
  process.exit(2);
}

const demo = createTestDemo(options.demo);
const listening = await demo.listen(options.port);
if (!listening.ok) {
  process.stderr.write(`The demo cannot listen on port ${options.port}: ${listening.code}\n`);
  process.exit(1);
}

const { origin, key, dashboard } = listening;
process.stdout.write(`${JSON.stringify({ origin, key, dashboard })}\n`);

const end = () => {
  void demo.close().then(() => process.exit(0));
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
if (options.withParent) process.stdin.on('end', end).resume();
