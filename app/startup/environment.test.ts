import { expect, it } from 'vitest';
import { unwantedVariables } from './environment';

it('removes the variables that write secrets into files, log, trust more certificates or load code', () => {
  const unwanted = [
    'SSLKEYLOGFILE',
    'SslKeyLogFile',
    'CHROME_LOG_FILE',
    'ELECTRON_ENABLE_LOGGING',
    'ELECTRON_LOG_FILE',
    'ELECTRON_RUN_AS_NODE',
    'ELECTRON_A_LATER_ONE',
    'NODE_OPTIONS',
    'NODE_EXTRA_CA_CERTS',
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'NODE_DEBUG',
  ];
  const kept = ['HOME', 'PATH', 'http_proxy', 'NINETRAY_API_URL', 'ELECTRON_OZONE_PLATFORM_HINT', 'NODE'];
  const env = Object.fromEntries([...unwanted, ...kept].map((name) => [name, 'x']));
  expect(unwantedVariables(env)).toEqual(unwanted);
});
