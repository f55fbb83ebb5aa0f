// `npm run check:package`: builds the packages for Linux twice, and checks the first ones: what is in them and how large
// it is, licenses, SBOM, fuses, pages, menu entry, description, manual page, lintian, rpmlint, and that both builds are
// equal. With `-- --once FOLDER` it checks the packages in a folder, such as release, and builds nothing.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { parse } from 'yaml';
import { forgetBuild } from './build.mjs';
import { linuxLicenseProblems } from './licenses/packaged-licenses.mjs';
import { contentProblems } from './package/check/contents.mjs';
import { fuseProblems } from './package/check/fuses.mjs';
import { packedPageProblems } from './package/check/pages.mjs';
import { differences } from './package/check/reproducible.mjs';
import { appImageProblems, installedProblems, lintianProblems, rpmlintProblems } from './package/check/tools.mjs';
import { root } from './paths.mjs';
import { run, say } from './run.mjs';
import { ensureSystem } from './system.mjs';

const targets = ['AppImage', 'deb', 'rpm', 'tar.gz'];

async function mustRun(command, args, options) {
  const { code, out } = await run(command, args, options);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}.\n${out.trim()}`);
}

/** Builds everything, also out/, into a folder of its own. */
async function buildInto(folder) {
  fs.rmSync(folder, { recursive: true, force: true });
  forgetBuild();
  const args = ['build/dist.mjs', '--linux', ...targets, `-c.directories.output=${folder}`];
  await mustRun(process.execPath, args);
}

/** The names of the packages in a folder, one for each target. */
function packagesIn(folder) {
  return targets.map((target) => {
    const name = fs.readdirSync(folder).find((file) => file.endsWith(`.${target}`));
    if (name === undefined) throw new Error(`There is no ${target} in ${folder}.`);
    return name;
  });
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

/** One row for each check: its name and what it found. */
async function* checks(folder, work) {
  const [appImage, deb, rpm, archive] = packagesIn(folder).map((name) => path.join(folder, name));
  const { appId } = parse(fs.readFileSync(path.join(root, 'electron-builder.yml'), 'utf8'));
  for (const file of [appImage, deb, rpm, archive])
    say(`${(fs.statSync(file).size / 1e6).toFixed(1).padStart(6)} MB  ${path.basename(file)}`);
  const fromDeb = await unpack(deb, work);
  const program = path.join(fromDeb, 'opt/NineTray');
  const asar = path.join(program, 'resources/app.asar');
  const files = listPackage(asar, { isPack: false }).map((file) => file.replace(/^\//, ''));
  yield ['content and size', contentProblems(program)];
  yield ['licenses and SBOM', linuxLicenseProblems(program)];
  yield ['fuses', await fuseProblems(path.join(program, 'ninetray'))];
  yield ['pages and their policy', packedPageProblems(asar, files)];
  const changelogs = ['changelog.gz', 'changelog.Debian.gz'].map((name) => `usr/share/doc/ninetray/${name}`);
  yield ['what the deb installs', await installedProblems(fromDeb, appId, changelogs)];
  yield ['AppImage', await appImageProblems(appImage, path.join(work, 'app-image'), appId)];
  yield ['lintian', await lintianProblems(deb)];
  const fromRpm = await unpack(rpm, work);
  yield ['what the rpm installs', await installedProblems(fromRpm, appId, ['usr/share/doc/ninetray/CHANGELOG.md'])];
  yield ['rpmlint', await rpmlintProblems(rpm)];
}

async function twoBuilds(first) {
  const second = path.join(root, 'release/second');
  await buildInto(second);
  return differences(first, second, packagesIn(first));
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
  if (option !== '--once') await buildInto(first);
  for await (const [name, problems] of checks(first, work)) report(name, problems);
  if (option !== '--once') report('two builds are equal', await twoBuilds(first));
} catch (error) {
  say(error.message);
  failed += 1;
} finally {
  fs.rmSync(work, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
