// The product's demo, in an Electron utility process: gets the language, and reports to its parent where it listens.
// `--size N`: how many sub-accounts.
import { type EventEmitter, once } from 'node:events';
import { parseArgs } from 'node:util';
import { setTextLanguage } from '../texts/texts';
import { createDemo, type DemoLanguage } from './demo';

/** What an Electron utility process has; Node's types do not know it. */
interface ParentPort extends EventEmitter {
  postMessage(message: unknown): void;
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- launch.electron.ts starts it as a utility process
const { parentPort } = process as unknown as { parentPort: ParentPort };
const { values } = parseArgs({ options: { size: { type: 'string', default: '250' } } });
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the first message is what launch.electron.ts sends
const [{ data: language }] = (await once(parentPort, 'message')) as [{ data: DemoLanguage | null }];
if (language !== null) setTextLanguage(language.locale, language.words);
const demo = createDemo({ size: Number(values.size), ...(language === null ? {} : { language }) });
const listening = await demo.listen();
if (!listening.ok) process.exit(1);

const { origin, key, dashboard } = listening;
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
parentPort.postMessage({ origin, key, dashboard, past: demo.past, pinned: demo.pinned });

process.on('SIGTERM', () => {
  void demo.close().then(() => process.exit(0));
});
