import { expect, it } from 'vitest';
import { gatewaySocketPath } from './socket-path';

it('the gateway has no pipe on Windows, and a socket in the profile elsewhere (T7)', () => {
  expect(gatewaySocketPath('win32', 'C:\\Users\\anna\\AppData\\Roaming\\ninetray')).toBe(null);
  for (const platform of ['linux', 'darwin'] as const)
    expect(gatewaySocketPath(platform, '/home/anna/ninetray')).toMatch(/gateway.gateway\.sock$/);
});
