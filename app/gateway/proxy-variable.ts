// Whether programs that are started like NineTray would ask a proxy for 127.0.0.1, which takes their tokens elsewhere.

const variables = ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'];

/** The first variable that does so; null where there is none, or NO_PROXY has 127.0.0.1. */
export function proxyVariable(environment: NodeJS.ProcessEnv): string | null {
  const found = variables.find((name) => (environment[name] ?? '') !== '');
  if (found === undefined) return null;
  const direct = `${environment['no_proxy'] ?? ''},${environment['NO_PROXY'] ?? ''}`
    .split(',')
    .map((host) => host.trim());
  return direct.includes('*') || direct.includes('127.0.0.1') ? null : found;
}
