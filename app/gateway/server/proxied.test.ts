// Real programs whose environment names a proxy: their token must be of no use to it, and their answer must say why.
import { execFile, execFileSync } from 'node:child_process';
import http from 'node:http';
import { expect, it } from 'vitest';
import { accountPath, gatewayFixture } from '../gateway.fixture';
import { listen } from './listen';

/** How each program asks for an address and prints the answer, its own errors included. */
const programs: Readonly<Record<string, (url: string) => readonly string[]>> = {
  curl: (url) => ['-sS', url],
  wget: (url) => ['-q', '-O', '-', '--content-on-error', '--tries=1', url],
  python3: (url) => [
    '-c',
    `import urllib.request, urllib.error\ntry: print(urllib.request.urlopen('${url}').read().decode())\nexcept urllib.error.HTTPError as e: print(e.read().decode())`,
  ],
};

function isThere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function run(program: string, args: readonly string[], env: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, [...args], { env: { PATH: process.env.PATH ?? '', ...env } }, (_error, out) => resolve(out));
  });
}

it.each(Object.keys(programs).filter(isThere))(
  '%s behind HTTP_PROXY is told of NO_PROXY, and asks the gateway itself once that is set (T14)',
  async (program) => {
    const { gateway, token, arrivals } = gatewayFixture();
    const port = 20_000 + (process.pid % 10_000);
    const options = { port, socket: null, uid: null };
    const started = await listen({ ...options, answer: (incoming) => gateway.answer(incoming) });
    if (!started.ok) throw new Error(started.problem.kind);
    const seen: string[] = [];
    // It passes a request on as it came, and adds no header that would name it.
    const proxy = http.createServer((request, response) => {
      seen.push(request.url ?? '');
      const sent = http.get({ host: '127.0.0.1', port, path: request.url, headers: request.headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      sent.on('error', () => response.destroy());
    });
    await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve));
    const address = proxy.address();
    if (typeof address !== 'object' || address === null) throw new Error('There is no port.');
    const http_proxy = `http://127.0.0.1:${address.port}`;
    const args = programs[program]?.(`http://127.0.0.1:${port}${accountPath}?api-key=${token()}`) ?? [];
    try {
      expect(await run(program, args, { http_proxy })).toContain('NO_PROXY=127.0.0.1,localhost,::1');
      expect([arrivals, seen.length]).toEqual([[], 1]);
      expect(await run(program, args, { http_proxy, no_proxy: '127.0.0.1,localhost,::1' })).toContain('"success":true');
      expect([arrivals.length, seen.length]).toEqual([1, 1]);
    } finally {
      proxy.close();
      started.value.close();
    }
  },
);
