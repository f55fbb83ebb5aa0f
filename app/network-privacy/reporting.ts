// What Chromium would report to others about requests, and how this is prevented. Reports hold whole URLs, and ours
// hold the key.

/**
 * Chromium's features that send reports, by the names of `--disable-features` (the same in Chrome 130 and since):
 * `NetworkErrorLogging` posts the URL of a request to a server that an answer names (`NEL`), `Reporting` delivers it.
 */
export const reportingFeatures = ['Reporting', 'NetworkErrorLogging'] as const;

/** Response headers that name an address for reports. */
const reportingHeaders: ReadonlySet<string> = new Set([
  'report-to',
  'reporting-endpoints',
  'nel',
  'expect-ct',
  'expect-staple',
  'public-key-pins',
  'public-key-pins-report-only',
  'content-security-policy-report-only',
  'cross-origin-embedder-policy-report-only',
  'cross-origin-opener-policy-report-only',
  'document-policy-report-only',
  'permissions-policy-report-only',
  'integrity-policy-report-only',
  'attribution-reporting-register-source',
  'attribution-reporting-register-trigger',
]);

/**
 * The value of `--disable-features` with the reporting features in it, after those that are `given`. A feature that is both
 * enabled and disabled is disabled (Chromium's own rule), so that `--enable-features` cannot bring one back.
 */
export function withoutReporting(given: string): string {
  const names = given.split(',').flatMap((name) => name.trim() || []);
  return [...new Set([...names, ...reportingFeatures])].join(',');
}

/** The headers of an answer without those that name an address for reports. */
export function withoutReportingHeaders(headers: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !reportingHeaders.has(name.toLowerCase())));
}
