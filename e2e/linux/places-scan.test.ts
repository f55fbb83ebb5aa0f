// The thread that searches for the key runs in the real Electron, from the build and from inside of the package.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { root } from '../../build/paths.mjs';
import { compilePatterns } from '../../app/places/scan/match/patterns';
import type { ScanMessage } from '../../app/places/scan/scan-messages';
import { openTestEnvironment } from '../harness/test-environment';

const stage = openTestEnvironment();

const KEY = 'k9Zq7mXc2vB4nL8pR6tY1wE3sD5fG0hJ';
const packagedApp = join(dirname(inject('packaged')), 'resources/app.asar');

it('the thread that searches for the key starts from the build and from the package, and finds the key', async () => {
  const folder = stage.folder('project');
  mkdirSync(join(folder, 'app'));
  writeFileSync(join(folder, 'app/.env'), `KEY=${KEY}\n`);
  writeFileSync(join(folder, 'app/compose.yml'), `services:\n  web:\n    environment:\n      KEY: ${KEY}\n`);
  const app = await stage.launch({ args: ['--demo'] });
  const { list, bytes } = compilePatterns([KEY]);
  for (const place of [root, packagedApp]) {
    const facts = { file: join(place, 'out/main/scan-worker.js'), folder, list, bytes: [...new Uint8Array(bytes)] };
    const rows = await app.electron.evaluate(async (_, { file, folder: searched, list: patterns, bytes: values }) => {
      // Playwright's code has no `require`, and an import would be resolved by the test's own bundler.
      const { Worker } = process.getBuiltinModule('node:worker_threads');
      const shared = new SharedArrayBuffer(values.length);
      new Uint8Array(shared).set(values);
      const worker = new Worker(file, {
        workerData: {
          request: { quick: false, folders: [searched], programs: false, containers: false },
          knownFolders: [],
          ownFolders: [],
          home: '/nowhere',
          salt: new Uint8Array(32),
          patterns: { list: patterns, bytes: shared },
          mostRows: 10,
          cancelled: new SharedArrayBuffer(4),
        },
      });
      const messages: ScanMessage[] = [];
      worker.on('message', (message: ScanMessage) => messages.push(message));
      await new Promise((resolve, reject) => worker.once('exit', resolve).once('error', reject));
      return messages.flatMap(({ report }) => report.rows.map(({ path, readers }) => ({ path, readers })));
    }, facts);
    expect(rows.toSorted((a, b) => (a.path ?? '').localeCompare(b.path ?? ''))).toStrictEqual([
      { path: join(folder, 'app/.env'), readers: ['KEY'] },
      { path: join(folder, 'app/compose.yml'), readers: ['services.web.environment.KEY'] },
    ]);
  }
});
