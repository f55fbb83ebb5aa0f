// Where the gateway's socket is.
import { join } from 'node:path';

/**
 * The socket in a folder of the profile that only its owner enters. Null on Windows: a pipe is open to every user there, and any program may
 * take its name first.
 */
export function gatewaySocketPath(platform: NodeJS.Platform, profile: string): string | null {
  return platform === 'win32' ? null : join(profile, 'gateway', 'gateway.sock');
}
