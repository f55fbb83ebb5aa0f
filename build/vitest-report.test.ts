// The sum of several test runs: nothing that failed may look as if it had not.
import { describe, expect, it } from 'vitest';
import { closingLine, countReport, sum } from './vitest-report.mjs';

const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

describe('counting a report', () => {
  it('takes the figures of a good run as they are', () => {
    expect(countReport(report, 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const broken = { ...report, testResults: [{ status: 'failed', assertionResults: [] }] };
    expect(countReport(broken, 1)).toEqual({ passed: 3, failed: 1, skipped: 0 });
  });

  it('counts a file with a failed test once', () => {
    const failing = { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] };
    expect(countReport({ ...report, numFailedTests: 1, testResults: [failing] }, 1).failed).toBe(1);
  });

  it('counts a failing run in which no test failed as a failure', () => {
    expect(countReport(report, 1).failed).toBe(1);
  });
});

describe('the closing line', () => {
  it('sums, and names skipped tests only where there are any', () => {
    const one = { passed: 2, failed: 0, skipped: 0 };
    expect(closingLine(sum([one, one]))).toBe('4 passed, 0 failed');
    expect(closingLine(sum([one, { passed: 0, failed: 1, skipped: 2 }]))).toBe('2 passed, 1 failed, 2 skipped');
  });
});
