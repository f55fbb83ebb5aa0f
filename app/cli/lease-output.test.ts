import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { leaseOutput } from './lease-output';
import type { AccessCommand } from './subcommands';

const token = `ntk${'A'.repeat(40)}`;
const url = 'http://127.0.0.1:19090';
const variables = { key: 'NINEPROXY_API_KEY', url: 'NINEPROXY_API_URL' };
const key: AccessCommand = {
  kind: 'access',
  request: { act: 'token', name: 'bot', lasts: 1 },
  output: 'text',
  variables,
};

it('a token is all that `key` prints', () => {
  expect(leaseOutput(`${token} ${url}`, key, 'linux')).toBe(`${token}\n`);
});

it('`run` gets the token, the address and the names of its variables', () => {
  const run: AccessCommand = { ...key, request: { act: 'lease', of: { name: 'bot' }, pid: 7 } };
  expect(leaseOutput(`${token} ${url}`, run, 'linux')).toBe(`${token} ${url} NINEPROXY_API_KEY NINEPROXY_API_URL\n`);
});

it.skipIf(process.platform === 'win32')('a shell takes the lines of --env, and keeps the token from a proxy', () => {
  const lines = leaseOutput(`${token} ${url}`, { ...key, output: 'env' }, 'linux');
  const script = `${lines}\nprintf '%s|' "$NINEPROXY_API_KEY" "$NINEPROXY_API_URL" "$NO_PROXY" "$no_proxy"`;
  const env = { PATH: process.env['PATH'], NO_PROXY: 'example.com' };
  const printed = execFileSync('sh', ['-c', script], { env, encoding: 'utf8' });
  const local = '127.0.0.1,localhost,::1';
  expect(printed).toBe(`${[token, url, `example.com,${local}`, local].join('|')}|`);
});

it('the lines of --env are PowerShell’s on Windows', () => {
  expect(leaseOutput(`${token} ${url}`, { ...key, output: 'env' }, 'win32')).toMatch(/^\$env:NINEPROXY_API_KEY = /);
});
