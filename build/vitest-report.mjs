// Runs vitest and counts what it reports, so that several runs can be summed into one honest line. A file that could
// not be loaded counts as failed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTool } from './run.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/**
 * Counts vitest's JSON report. A file whose tests never ran counts as one failure, and so does a run that failed
 * for a reason no test names (an unhandled error).
 * @returns {Count}
 */
export function countReport(report, code) {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {Count[]} counts @returns {Count} */
export function sum(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of Object.keys(total)) for (const count of counts) total[name] += count[name];
  return total;
}

/** The closing line: `12 passed, 0 failed`, with `, 3 skipped` only where there are any. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Runs vitest, showing its own output.
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
export async function runVitest(args) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-report-'));
  const file = path.join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const { code } = await runTool('vitest', ['run', ...reporters, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (!fs.existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
    return countReport(JSON.parse(fs.readFileSync(file, 'utf8')), code);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
