// `npm run dist`: packages the application with electron-builder, with its own arguments after `--` (such as `--linux
// deb`). It reports when what it packs is not the Electron that releases are made with.
import fs from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { findElectron } from './electron/find-electron.mjs';
import { root } from './paths.mjs';
import { runTool, say } from './run.mjs';

const sevenZip = '/usr/bin/7za';
const dpkgDeb = '/usr/bin/dpkg-deb';

/** Where electron-builder cannot download its tools either: the system's own, and only the targets they can make. */
const localTools = {
  env: {
    ...(fs.existsSync(sevenZip) ? { ELECTRON_BUILDER_7ZIP_PATH: sevenZip } : {}),
    ELECTRON_BUILDER_COMPRESSION_LEVEL: '3',
    CUSTOM_FPM_PATH: path.join(root, 'build/package/fpm-deb.mjs'),
  },
  targets: ['dir', ...(fs.existsSync(sevenZip) ? ['tar.gz'] : []), ...(fs.existsSync(dpkgDeb) ? ['deb'] : [])],
};

/**
 * What electron-builder is called with, for an Electron that was found.
 * @param {Awaited<ReturnType<typeof findElectron>>} electron
 * @param {string[]} args the developer's own; none means all targets that can be made here
 */
function call(electron, args) {
  if (electron.kind === 'pinned') return { args, env: process.env };
  const packed = [`-c.electronDist=${electron.dist}`, `-c.electronVersion=${electron.version}`];
  const targets = args.length > 0 || process.platform !== 'linux' ? args : ['--linux', ...localTools.targets];
  return { args: [...targets, ...packed], env: { ...process.env, ...localTools.env } };
}

try {
  const electron = await findElectron();
  await build();
  if (electron.kind !== 'pinned') say(`This packs Electron ${electron.version}: good for trying out, not a release.`);
  const { args, env } = call(electron, process.argv.slice(2));
  const { code } = await runTool('electron-builder', [...args, '--publish', 'never'], { env, stdio: 'inherit' });
  process.exitCode = code;
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
