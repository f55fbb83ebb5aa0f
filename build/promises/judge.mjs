// Reads vitest's reports of a test with and without its protection.

/** A test title as vitest's `-t` pattern: placeholders of a table (`%s`, `$name`) match anything. */
export function titlePattern(title) {
  const literal = title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return `${literal.replaceAll(/%[sdjio]|\\\$\w+/g, '.*')}$`;
}

function resultsOf(report, title) {
  const pattern = new RegExp(titlePattern(title));
  return report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(
      (test) => (test.status === 'passed' || test.status === 'failed') && pattern.test(test.title),
    ),
  );
}

/**
 * What the two runs show about the test. A change that keeps the file from loading proves nothing, nor does a test that fails without it.
 * @returns {'noticed' | 'SURVIVED' | 'no such test' | 'fails unchanged' | 'did not run'}
 */
export function judge(unchanged, changed, title) {
  if (unchanged === null || changed === null) return 'did not run';
  const before = resultsOf(unchanged, title);
  if (before.length === 0) return 'no such test';
  if (before.some(({ status }) => status !== 'passed')) return 'fails unchanged';
  const after = resultsOf(changed, title);
  if (after.length === 0) return 'did not run';
  return after.some(({ status }) => status === 'failed') ? 'noticed' : 'SURVIVED';
}
