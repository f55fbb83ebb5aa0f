// `npm run check`: the fast loop. All checks, the unit and component tests but those that sweep through every state (tag
// `sweep`), and a table of what failed. It needs no Electron and no display.
import { runChecks } from './checks.mjs';
import { runTool } from './run.mjs';

const started = Date.now();
const unitStarted = Date.now();
const [checks, unit] = await Promise.all([
  runChecks(),
  runTool('vitest', ['run', '--reporter=dot', '--tags-filter=!sweep']),
]);
const rows = [
  ...checks,
  {
    name: 'unit and component tests',
    passed: unit.code === 0,
    seconds: (Date.now() - unitStarted) / 1000,
    out: unit.out,
  },
];
for (const { name, passed, out } of rows) {
  if (!passed) console.log(`\n---- ${name}\n${out.trim()}`);
}
console.log('');
for (const { name, passed, seconds } of rows) {
  console.log(`${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(26)} ${seconds.toFixed(1).padStart(5)} s`);
}
console.log(`\n${((Date.now() - started) / 1000).toFixed(1)} s in all`);
process.exitCode = rows.every(({ passed }) => passed) ? 0 : 1;
