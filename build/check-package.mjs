// `npm run check:package`: builds the packages for Linux twice, and checks the first ones: what is in them and how large
// it is, licenses, SBOM, fuses, pages, menu entry, description, manual page, lintian, rpmlint, and that both builds are
// equal. As root it also installs the rpm in a copy of this system, and uses the AppImage as an ordinary user. With
// `-- --once FOLDER` it checks the packages in a folder, such as release, and builds only those that upgrade them.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { parse } from 'yaml';
import { forgetBuild } from './build.mjs';
import { findElectron } from './electron/find-electron.mjs';
import { linuxLicenseProblems } from './licenses/packaged-licenses.mjs';
import { buildPackages, nextVersion, packageIn } from './package/check/build-packages.mjs';
import { contentProblems } from './package/check/contents.mjs';
import { fuseProblems } from './package/check/fuses.mjs';
import { installedRpmProblems } from './package/check/installed-rpm.mjs';
import { packedPageProblems } from './package/check/pages.mjs';
import { differences } from './package/check/reproducible.mjs';
import { sizeProblems, sizesBelow, sizesText } from './package/check/sizes.mjs';
import {
  appImageProblems,
  archiveProblems,
  installedProblems,
  lintianProblems,
  rpmlintProblems,
} from './package/check/tools.mjs';
import { root } from './paths.mjs';
import { run, runTool, say } from './run.mjs';
import { ensureSystem } from './system.mjs';

const targets = ['AppImage', 'deb', 'rpm', 'tar.gz'];

async function mustRun(command, args, options) {
  const { code, out } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}.\n${out.trim()}`);
}

/** The content of a deb or an rpm, unpacked below `work`. */
async function unpack(file, work) {
  const folder = path.join(work, path.extname(file).slice(1));
  fs.mkdirSync(folder);
  if (file.endsWith('.deb')) await mustRun('dpkg-deb', ['--extract', file, folder]);
  else
    await mustRun('sh', ['-c', 'rpm2cpio "$1" | cpio --extract --quiet --make-directories', 'sh', file], {
      cwd: folder,
    });
  return folder;
}

/** The problems of the packages' sizes, and of that of what the unpacked deb installs. */
async function sizeOfPackages(folder, fromDeb) {
  const { dist } = await findElectron();
  const installed = sizesBelow(fromDeb).map(({ name, bytes }) => ({ name: name.replace('opt/NineTray/', ''), bytes }));
  const packages = Object.fromEntries(targets.map((target) => [target, fs.statSync(packageIn(folder, target)).size]));
  const sizes = { installed, electron: sizesBelow(dist), packages };
  say(sizesText(sizes));
  return sizeProblems(sizes);
}

/** One row for each check: its name and what it found. */
async function* checks(folder, work) {
  const [appImage, deb, rpm, archive] = targets.map((target) => packageIn(folder, target));
  const { appId } = parse(fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8'));
  for (const file of [appImage, deb, rpm, archive])
    say(`${(fs.statSync(file).size / 1e6).toFixed(1).padStart(6)} MB  ${path.basename(file)}`);
  const fromDeb = await unpack(deb, work);
  const program = path.join(fromDeb, 'opt/NineTray');
  const asar = path.join(program, 'resources/app.asar');
  const files = listPackage(asar, { isPack: false }).map((file) => file.replace(/^\//, ''));
  yield ['content', contentProblems(program)];
  yield ['download and installed size', await sizeOfPackages(folder, fromDeb)];
  yield ['licenses and SBOM', linuxLicenseProblems(program)];
  yield ['fuses', await fuseProblems(path.join(program, 'ninetray'))];
  yield ['pages and their policy', packedPageProblems(asar, files)];
  const changelogs = ['changelog.gz', 'changelog.Debian.gz'].map((name) => `usr/share/doc/ninetray/${name}`);
  yield ['what the deb installs', await installedProblems(fromDeb, appId, changelogs)];
  yield ['AppImage', await appImageProblems(appImage, path.join(work, 'app-image'), appId)];
  yield ['tar.gz', await archiveProblems(archive, path.join(work, 'tar'), program)];
  yield ['lintian', await lintianProblems(deb)];
  const fromRpm = await unpack(rpm, work);
  yield ['what the rpm installs', await installedProblems(fromRpm, appId, ['usr/share/doc/ninetray/CHANGELOG.md'])];
  yield ['rpmlint', await rpmlintProblems(rpm)];
}

/** The checks that need root: packages as users have them, with a next version in another folder. */
async function* checksAsRoot(folder, next, work) {
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const [rpm, deb] = ['rpm', 'deb'].map((target) => packageIn(folder, target));
  const packages = { rpm, nextRpm: packageIn(next, 'rpm'), deb, version, nextVersion };
  yield ['the rpm, installed', await installedRpmProblems(packages, work)];
  const env = {
    ...process.env,
    NINETRAY_APP_IMAGE: packageIn(folder, 'AppImage'),
    NINETRAY_NEXT_APP_IMAGE: packageIn(next, 'AppImage'),
  };
  const { code, out } = await runTool('vitest', ['run', '--config', 'e2e/packages.config.ts'], { env });
  yield ['the AppImage, used', code === 0 ? [] : [out.trim()]];
}

async function twoBuilds(first) {
  const second = path.join(root, 'release/second');
  forgetBuild();
  await buildPackages(second, targets);
  const names = targets.map((target) => path.basename(packageIn(first, target)));
  return differences(first, second, names);
}

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-check-package-'));
let failed = 0;
function report(name, problems) {
  if (problems.length > 0) failed += 1;
  console.log(
    `${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${name}${problems.map((one) => `\n          ${one}`).join('')}`,
  );
}
try {
  await ensureSystem(['packages']);
  const [option, given] = process.argv.slice(2);
  const first = option === '--once' && given ? path.resolve(given) : path.join(root, 'release/first');
  if (option !== '--once') {
    forgetBuild();
    await buildPackages(first, targets);
  }
  for await (const [name, problems] of checks(first, work)) report(name, problems);
  if (process.getuid() === 0) {
    const next = path.join(root, 'release/next');
    await buildPackages(next, ['AppImage', 'rpm'], nextVersion);
    for await (const [name, problems] of checksAsRoot(first, next, work)) report(name, problems);
  } else say('skipped: the rpm, installed; the AppImage, used (both need root)');
  if (option !== '--once') report('two builds are equal', await twoBuilds(first));
} catch (error) {
  say(error.message);
  failed += 1;
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
