// Whether an unpacked package has the licences of all that is in it, and whether its SBOM lists just that.
import fs from 'node:fs';
import path from 'node:path';
import { extractFile } from '@electron/asar';
import { root } from '../paths.mjs';
import { licenseProblems } from './licenses.mjs';
import { sbomFile } from './sbom.mjs';

/** Chromium's page has some hundreds of parts. */
const fewestParts = 100;

/** @param {string} file */
const textOf = (file) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');

/** @param {string} folder where Electron's own files are */
function electronProblems(folder) {
  const parts = textOf(path.join(folder, 'LICENSES.chromium.html')).split('class="product"').length - 1;
  return [
    ...(textOf(path.join(folder, 'LICENSE.electron.txt')).includes('Electron contributors')
      ? []
      : ['LICENSE.electron.txt is missing, or not Electron’s license']),
    ...(parts >= fewestParts ? [] : [`LICENSES.chromium.html has the licenses of ${parts} parts of Chromium`]),
  ];
}

/** @returns {import('./licenses.mjs').Licensed[]} */
function packedList(resources) {
  return JSON.parse(extractFile(path.join(resources, 'app.asar'), path.join('out', 'licenses.json')).toString());
}

const idsOf = (list) => list.map(({ name, version }) => `${name}@${version}`).sort();

/** One line for each that only one of the two has. */
function differences(what, expected, found) {
  return [
    ...expected.filter((id) => !found.includes(id)).map((id) => `${what} lacks ${id}`),
    ...found.filter((id) => !expected.includes(id)).map((id) => `${what} has ${id}, which is not bundled`),
  ];
}

/** Electron's program has its versions in its text. */
function versionProblems(program, sbom) {
  const bytes = fs.readFileSync(program);
  const written = { electron: 'Electron/', chromium: 'Chrome/', node: 'node.js/v' };
  return Object.entries(written).flatMap(([name, before]) => {
    const version = sbom.components.find((component) => component.name === name)?.version;
    return bytes.includes(`${before}${version}`) ? [] : [`the SBOM has ${name} ${version}, the program another one`];
  });
}

/**
 * What is wrong, one line each; empty when all is well.
 * @param {{ folder: string, resources: string, program: string, bundled: import('./licenses.mjs').Licensed[], license: string,
 *   sbom: ReturnType<typeof import('./sbom.mjs').makeSbom> }} packed `folder`: where Electron's licences are (on macOS the
 *   same as `resources`, which holds app.asar); `program`: the file with Electron's code; `bundled`: what the bundler
 *   listed (out/licenses.json); `license`: NineTray's own
 */
export function packagedLicenseProblems({ folder, resources, program, bundled, license, sbom }) {
  const packed = packedList(resources);
  const plain = textOf(path.join(resources, 'LICENSES.libraries.txt'));
  const own = textOf(path.join(resources, 'LICENSE.txt'));
  return [
    ...electronProblems(folder),
    ...(own === license ? [] : ['LICENSE.txt does not have NineTray’s license']),
    ...licenseProblems(packed),
    ...differences('the package', idsOf(bundled), idsOf(packed)),
    ...packed.flatMap(({ name, version, text }) =>
      plain.includes(text) ? [] : [`LICENSES.libraries.txt lacks the text of ${name}@${version}`],
    ),
    ...differences('the SBOM', idsOf(bundled), idsOf(sbom.components.filter(({ type }) => type === 'library'))),
    ...versionProblems(program, sbom),
  ];
}

/**
 * The same for a package for Linux that was made of what is built in out/.
 * @param {string} folder of the unpacked application
 */
export function linuxLicenseProblems(folder) {
  const read = (file) => fs.readFileSync(path.resolve(root, file), 'utf8');
  return packagedLicenseProblems({
    folder,
    resources: path.join(folder, 'resources'),
    program: path.join(folder, 'ninetray'),
    bundled: JSON.parse(read('out/licenses.json')),
    license: read('LICENSE'),
    sbom: JSON.parse(read(sbomFile)),
  });
}
