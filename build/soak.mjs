// `npm run soak`: the application in use for an hour, or `-- --minutes 3`; fails where it crashes or holds more than at its
// beginning. Writes out/e2e/soak.json, which docs/performance.md is written from.
import { parseArgs } from 'node:util';
import { say } from './run.mjs';
import { runVitest } from './vitest-report.mjs';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } });
const minutes = Number(values.minutes);

if (process.platform !== 'linux') {
  say('The soak needs a desktop of its own, which there is on Linux only.');
  process.exitCode = 1;
} else if (!(minutes > 0 && minutes <= 24 * 60)) {
  say('Usage: npm run soak -- [--minutes 60]');
  process.exitCode = 2;
} else {
  process.env.NINETRAY_SOAK_MINUTES = String(minutes);
  const { failed, passed } = await runVitest(['--config', 'e2e/soak.config.ts']);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}
