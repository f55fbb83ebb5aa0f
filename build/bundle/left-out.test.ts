import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { leaveOut } from './left-out.mjs';

const require = createRequire(import.meta.url);

/** The code of a bundle with this one module. */
async function bundled(library: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [leaveOut()],
    ssr: { noExternal: true },
    build: { ssr: require.resolve(library), write: false, minify: true },
  });
  const outputs = Array.isArray(built) ? built : [built];
  return outputs
    .flatMap((one) => ('output' in one ? one.output : []))
    .map((one) => (one.type === 'chunk' ? one.code : ''))
    .join('');
}

it('of x11 the core protocol is bundled, without extensions, names of keys and a server', async () => {
  const code = await bundled('x11');
  expect(code).toContain('GetSelectionOwner');
  expect(code).not.toMatch(/XK_|MIT-SHM|xserver/);
  expect(code.length).toBeLessThan(90_000);
});

it('of electron-log the file is bundled, and nothing that sends', async () => {
  const code = await bundled('electron-log/node');
  expect(code).toContain('writeOptions');
  expect(code).not.toMatch(/https?[`'"]/);
});

it('each part that is left out exists in the library of this version', async () => {
  const { load } = leaveOut();
  const folder = dirname(require.resolve('x11'));
  const handler = typeof load === 'object' ? load.handler : load;
  for (const part of ['ext/glx', 'keysyms', 'xserver/index', 'fdpass-bun'])
    expect(handler?.call({} as never, require.resolve(join(folder, part)))).toContain('left out');
});
