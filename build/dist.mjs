// `npm run dist`: packages the application with electron-builder, with its own arguments after `--` (such as `--linux
// deb`), and writes the SBOM. It reports when what it packs is not the Electron that releases are made with, and what is
// not signed. With `--release` it fails in both cases; `--release --unsigned` needs no certificate.
import { build } from './build.mjs';
import { findElectron } from './electron/find-electron.mjs';
import { writeSbom } from './licenses/sbom.mjs';
import { writeLinuxFiles } from './package/linux/files.mjs';
import { localTools } from './package/local-tools.mjs';
import { sourceDateEpoch } from './package/source-date.mjs';
import { builtInKeys, feedKeysProblem, isTag } from './release/feed-keys.mjs';
import { planSigning } from './release/signing.mjs';
import { runTool, say } from './run.mjs';

/**
 * What electron-builder is called with, for an Electron that was found.
 * @param {Awaited<ReturnType<typeof findElectron>>} electron
 * @param {string[]} args the developer's own; none means all targets that can be made here
 */
function call(electron, args) {
  if (electron.kind === 'pinned') return { args, env: {} };
  const tools = localTools();
  const packed = [`-c.electronDist=${electron.dist}`, `-c.electronVersion=${electron.version}`];
  const targets = args.length > 0 || process.platform !== 'linux' ? args : ['--linux', ...tools.targets];
  return { args: [...targets, ...packed, ...tools.args], env: tools.env };
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
  const epoch = sourceDateEpoch();
  if (process.platform === 'linux') writeLinuxFiles(new Date(epoch * 1000));
  const { args, env } = call(
    electron,
    given.filter((argument) => !ours.includes(argument)),
  );
  const { code } = await runTool('electron-builder', [...args, ...signing.args, '--publish', 'never'], {
    env: { ...process.env, SOURCE_DATE_EPOCH: String(epoch), ...env, ...signing.env },
    stdio: 'inherit',
  });
  process.exitCode = code;
  if (code === 0) await writeSbom(electron.path);
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
