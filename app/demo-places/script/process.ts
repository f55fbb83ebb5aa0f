// The demo's example script, in an Electron utility process: reads its settings file, as a script does, and reports each call to its parent.
// `--settings FILE`.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runLoop, type ScriptSettings } from './loop';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- launch-script.electron.ts starts it as a utility process
const { parentPort } = process as unknown as { parentPort: { postMessage(message: unknown): void } };
const { values } = parseArgs({ options: { settings: { type: 'string' } } });
const end = new AbortController();

process.on('SIGTERM', () => {
  end.abort();
  process.exit(0);
});

await runLoop(
  {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- main wrote the file
    settings: () => JSON.parse(readFileSync(values.settings ?? '', 'utf8')) as ScriptSettings,
    fetch: globalThis.fetch,
    now: Date.now,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin
    onCall: (calls) => parentPort.postMessage(calls),
  },
  end.signal,
);
