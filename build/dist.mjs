// `npm run dist`: packages the application with electron-builder, with its own arguments after `--` (such as `--linux
// deb`), and writes the SBOM. It reports when what it packs is not the Electron that releases are made with, and what is
// not signed. With `--release` it fails in both cases; `--release --unsigned` needs no certificate.
import fs from 'node:fs';
import path from 'node:path';
import { build } from './build.mjs';
import { findElectron } from './electron/find-electron.mjs';
import { writeSbom } from './licenses/sbom.mjs';
import { root } from './paths.mjs';
import { builtInKeys, feedKeysProblem, isTag } from './release/feed-keys.mjs';
import { planSigning } from './release/signing.mjs';
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

const ours = ['--release', '--unsigned'];

try {
  const given = process.argv.slice(2);
  const [isRelease, isUnsigned] = ours.map((name) => given.includes(name));
  const signing = planSigning(process.platform, process.env, { isRelease, isUnsigned });
  say(signing.report);
  const keys = isRelease || isTag(process.env) ? feedKeysProblem(builtInKeys()) : null;
  if (keys !== null) throw new Error(keys);
  const electron = await findElectron();
  if (electron.kind !== 'pinned') {
    const packed = `This packs Electron ${electron.version}: good for trying out, not a release.`;
    if (isRelease) throw new Error(packed);
    say(packed);
  }
  await build();
  const { args, env } = call(
    electron,
    given.filter((argument) => !ours.includes(argument)),
  );
  const { code } = await runTool('electron-builder', [...args, ...signing.args, '--publish', 'never'], {
    env: { ...env, ...signing.env },
    stdio: 'inherit',
  });
  process.exitCode = code;
  if (code === 0) await writeSbom(electron.path);
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
