// `npm test`: checks that what is needed is there, then runs every check and every test. The last line counts them. It
// must not succeed when something failed, or when nothing ran.
import { runChecks } from './checks.mjs';
import { say } from './run.mjs';
import { purposesOfTests, suggestForSystem } from './system.mjs';
import { closingLine, runVitest, sum } from './vitest-report.mjs';

async function checked() {
  const results = await runChecks();
  for (const { name, passed, seconds, out } of results) {
    say(`${passed ? 'ok    ' : 'FAILED'}  ${name} (${seconds.toFixed(1)} s)${passed ? '' : `\n${out.trim()}`}`);
  }
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed, skipped: 0 };
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
const [checks] = await Promise.all([part('Checks', checked), suggestForSystem(purposesOfTests, 'The tests')]);
const total = sum([
  checks,
  await part('Unit and component tests', () => runVitest([])),
  await part('End-to-end tests', () => runVitest(['--config', 'e2e/vitest.config.ts'])),
]);
console.log(closingLine(total));
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
