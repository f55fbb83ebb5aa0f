// `npm run sbom`: what NineTray contains, as a CycloneDX list for tools that look for known vulnerabilities, in release/.
// From the bundler's own list and the Electron that is packed; package.json would name the tools of the build instead.
import fs from 'node:fs';
import path from 'node:path';
import { findElectron } from '../electron/find-electron.mjs';
import { root } from '../paths.mjs';
import { run, say } from '../run.mjs';

/** @typedef {{ electron: string, chrome: string, node: string }} ElectronVersions */

const mit = [{ license: { id: 'MIT' } }];

function ofElectron(version) {
  return {
    type: 'framework',
    'bom-ref': `electron@${version}`,
    name: 'electron',
    version,
    licenses: mit,
    purl: `pkg:npm/electron@${version}`,
    externalReferences: [{ type: 'website', url: 'https://www.electronjs.org/' }],
  };
}

function inElectron({ chrome, node }) {
  return [
    {
      type: 'framework',
      'bom-ref': `chromium@${chrome}`,
      name: 'chromium',
      version: chrome,
      // Chromium's vulnerabilities are published as Chrome's.
      cpe: `cpe:2.3:a:google:chrome:${chrome}:*:*:*:*:*:*:*`,
      licenses: [{ license: { id: 'BSD-3-Clause' } }],
    },
    {
      type: 'platform',
      'bom-ref': `node@${node}`,
      name: 'node',
      version: node,
      cpe: `cpe:2.3:a:nodejs:node.js:${node}:*:*:*:*:*:*:*`,
      licenses: mit,
    },
  ];
}

function ofLibrary({ name, version, license }) {
  return {
    type: 'library',
    'bom-ref': `${name}@${version}`,
    name,
    version,
    licenses: [{ license: { id: license } }],
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  };
}

/**
 * The list in CycloneDX 1.5. The same for the same contents: without a serial number, and with a moment only if one is given.
 * @param {{ name: string, version: string, licenses: import('./licenses.mjs').Licensed[], electron: ElectronVersions,
 *   epoch?: string | undefined }} contents `epoch`: SOURCE_DATE_EPOCH, in seconds
 */
export function makeSbom({ name, version, licenses, electron, epoch }) {
  const application = `${name}@${version}`;
  const framework = ofElectron(electron.electron);
  const inFramework = inElectron(electron);
  const libraries = licenses.map(ofLibrary);
  const refs = (components) => components.map((component) => component['bom-ref']).sort();
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      ...(epoch ? { timestamp: new Date(Number(epoch) * 1000).toISOString() } : {}),
      component: { type: 'application', 'bom-ref': application, name, version, licenses: mit },
    },
    components: [...libraries, framework, ...inFramework],
    dependencies: [
      { ref: application, dependsOn: refs([...libraries, framework]) },
      { ref: framework['bom-ref'], dependsOn: refs(inFramework) },
    ],
  };
}

/**
 * What an Electron consists of, as it says itself.
 * @param {string} executable
 * @returns {Promise<ElectronVersions>}
 */
async function versionsOf(executable) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { code, out } = await run(executable, ['-p', 'JSON.stringify(process.versions)'], { env });
  if (code !== 0) throw new Error(`${executable} did not say its versions (${code}).\n${out.trim()}`);
  const { electron, chrome, node } = JSON.parse(out);
  return { electron, chrome, node };
}

const { productName, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));

/** Where the list is written. */
export const sbomFile = path.join(root, 'release', `${productName}-${version}.cdx.json`);

/**
 * Writes the list of what is built in out/ with this Electron.
 * @param {string} executable
 */
export async function writeSbom(executable, env = process.env) {
  const sbom = makeSbom({
    name: productName,
    version,
    licenses: JSON.parse(fs.readFileSync(path.join(root, 'out/licenses.json'), 'utf8')),
    electron: await versionsOf(executable),
    epoch: env.SOURCE_DATE_EPOCH,
  });
  fs.mkdirSync(path.dirname(sbomFile), { recursive: true });
  fs.writeFileSync(sbomFile, `${JSON.stringify(sbom, null, 2)}\n`);
}

if (process.argv[1] === import.meta.filename) {
  const { build } = await import('../build.mjs');
  try {
    await build();
    await writeSbom((await findElectron()).path);
    say(`Written: ${path.relative(root, sbomFile)}`);
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
