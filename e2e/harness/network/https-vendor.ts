// https servers on this computer with a CA of their own, which Chromium trusts where HOME is the folder given.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';

export interface HttpsServer {
  /** Scheme, host and port. */
  origin: string;
  close(): void;
}

/** Starts an https server on a free port. */
export type Serve = (listener: RequestListener) => Promise<HttpsServer>;

/** Makes a CA in `folder` and lets Chromium trust it in every process whose HOME is `home`. Linux only. */
export function makeCa(folder: string, home: string): Serve {
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const ca = ['-days', '2', '-subj', '/CN=NineTray test CA', '-addext', 'keyUsage=critical,keyCertSign'];
  openssl('req', '-x509', ...newKey, '-keyout', 'ca.key', '-out', 'ca.pem', ...ca);
  openssl('req', ...newKey, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
  writeFileSync(file('extensions'), 'subjectAltName=DNS:localhost\nextendedKeyUsage=serverAuth\n');
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'extensions'];
  openssl('x509', '-req', '-in', 'server.csr', '-out', 'server.pem', ...signing);
  const database = join(home, '.pki', 'nssdb');
  mkdirSync(database, { recursive: true });
  const certutil = (...args: string[]) => execFileSync('certutil', ['-d', `sql:${database}`, ...args]);
  certutil('-N', '--empty-password');
  certutil('-A', '-t', 'C,,', '-n', 'ninetray-test', '-i', file('ca.pem'));

  const identity = { key: readFileSync(file('server.key')), cert: readFileSync(file('server.pem')) };
  return (listener) =>
    new Promise((resolve, reject) => {
      const server = createServer(identity, listener);
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        const port = typeof address === 'object' && address !== null ? address.port : 0;
        const close = () => {
          server.close();
          server.closeAllConnections();
        };
        resolve({ origin: `https://localhost:${port}`, close });
      });
    });
}
