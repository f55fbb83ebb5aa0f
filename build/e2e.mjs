// `npm run test:e2e`: the end-to-end tests alone, with vitest's own arguments (a file's name, -t).
// Must not run tests against an old build.
import { build } from './build.mjs';
import { findElectron } from './electron/find-electron.mjs';
import { runTool, say } from './run.mjs';
import { ensureSystem } from './system.mjs';

try {
  await ensureSystem(['libraries', 'unzip', 'desktop', 'tests']);
  const electron = await findElectron();
  await build();
  const { code } = await runTool('vitest', ['run', '--config', 'e2e/vitest.config.ts', ...process.argv.slice(2)], {
    env: { ...process.env, NINETRAY_E2E_ELECTRON: JSON.stringify(electron) },
    stdio: 'inherit',
  });
  process.exitCode = code;
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
