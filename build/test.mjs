// `npm test`: checks that what is needed is there, then runs every check and every test. The last line counts them. It
// must not succeed when something failed, or when nothing ran.
import { build } from './build.mjs';
import { runChecks } from './checks.mjs';
import { findElectron } from './electron/find-electron.mjs';
import { say } from './run.mjs';
import { ensureSystem, suggestForSystem } from './system.mjs';
import { closingLine, runVitest, sum } from './vitest-report.mjs';

async function checked() {
  const results = await runChecks();
  for (const { name, passed, seconds, out } of results) {
    say(`${passed ? 'ok    ' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)${passed ? '' : `\n${out.trim()}`}`);
  }
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed, skipped: 0 };
}

/** What the end-to-end tests need, and a few unit tests can use. */
const purposes = ['libraries', 'notifications', 'unzip', 'desktop', 'tests', 'compositor', 'places'];

async function endToEnd() {
  await ensureSystem(purposes);
  const electron = await findElectron();
  await build();
  return await runVitest(['--config', 'e2e/vitest.config.ts'], {
    ...process.env,
    NINETRAY_E2E_ELECTRON: JSON.stringify(electron),
  });
}

/** A part that could not even start is one failure, with a message. */
async function part(name, work) {
  say(`\n==== ${name}`);
  try {
    return await work();
  } catch (error) {
    say(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

// The packages are mostly waited for, so that the checks have the processors meanwhile.
const [checks] = await Promise.all([part('Checks', checked), suggestForSystem(purposes, 'The tests')]);
const total = sum([
  checks,
  await part('Unit and component tests', () => runVitest([])),
  await part('End-to-end tests', endToEnd),
]);
console.log(closingLine(total));
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
