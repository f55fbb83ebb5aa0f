// `npm run build`: icons, the three bundles and the demo for tests into out/, in parallel; skipped at once when nothing
// changed since.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { collectLicenses } from './licenses/licenses.mjs';
import { root } from './paths.mjs';
import { withLock } from './lock.mjs';
import { writeTranslations } from './texts/translations.mjs';
import { run, runTool, say } from './run.mjs';

const sources = [
  'app',
  'renderer',
  'build/icons',
  'build/licenses/licenses.mjs',
  'build/texts',
  'build/build.mjs',
  'build/test-demo.vite.config.ts',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const output = path.join(root, 'out');
const stampFile = path.join(output, 'built-from');

function* filesUnder(place) {
  const full = path.join(root, place);
  if (!fs.statSync(full).isDirectory()) {
    yield place;
    return;
  }
  for (const entry of fs.readdirSync(full, { withFileTypes: true })) {
    if (entry.isDirectory()) yield* filesUnder(path.join(place, entry.name));
    else if (!/\.test\.tsx?$/.test(entry.name)) yield path.join(place, entry.name);
  }
}

/** One hash over name, size and time of every source: a few milliseconds, where reading them all would be more. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const place of sources) {
    for (const file of filesUnder(place)) {
      const { size, mtimeMs } = fs.statSync(path.join(root, file));
      hash.update(`${file}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function upToDate(stamp) {
  return fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === stamp;
}

async function step(name, running) {
  const { code, out } = await running;
  if (code !== 0) throw new Error(`The build failed in ${name}:\n${out.trim()}`);
}

/** Makes the next build a full one, because another tool wrote into out/. */
export function forgetBuild() {
  fs.rmSync(stampFile, { force: true });
}

const testDemoConfig = path.join(root, 'build/test-demo.vite.config.ts');

/** The bundles' targets are in electron.vite.config.ts; the version named here is the oldest Electron we run on. */
const bundleEnv = { ...process.env, ELECTRON_MAJOR_VER: '33' };

/**
 * Builds out/ when a source changed. Throws with the tools' output when that fails.
 * @returns {Promise<boolean>} whether anything was built
 */
export async function build() {
  if (upToDate(fingerprint())) return false;
  const waiting = (pid) => say(`Waiting for process ${pid}, which is building ...`);
  return await withLock(
    path.join(root, 'node_modules', '.cache', 'ninetray-build.lock'),
    async () => {
      if (upToDate(fingerprint())) return false;
      say('Building ...');
      const started = Date.now();
      forgetBuild();
      await Promise.all([
        step('icons', run(process.execPath, [path.join(root, 'build/icons/make-icons.mjs')])),
        step('bundles', runTool('electron-vite', ['build', '--logLevel', 'warn'], { env: bundleEnv })),
        step('demo for tests', runTool('vite', ['build', '--config', testDemoConfig, '--logLevel', 'warn'])),
      ]);
      writeTranslations(path.join(output, 'texts'));
      collectLicenses(output, ['main', 'preload', 'renderer']);
      // Icons may be written beside their sources, so the stamp is taken of what is there now.
      fs.writeFileSync(stampFile, fingerprint());
      say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
      return true;
    },
    waiting,
  );
}

if (process.argv[1] === import.meta.filename) {
  try {
    if (!(await build())) say('Nothing changed since the last build.');
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
