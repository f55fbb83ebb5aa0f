// `npm run dev`: the application with hot reload, in the Electron that find-electron.mjs finds. Its bundles must not
// stay in out/: `npm start` or a release would take them for a build.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { forgetBuild } from './build.mjs';
import { openDesktop } from './desktop/desktop.mjs';
import { findElectron } from './electron/find-electron.mjs';
import { root } from './paths.mjs';
import { run, say, toolFile } from './run.mjs';
import { ensureSystem } from './system.mjs';

const linux = process.platform === 'linux';
const ownDesktop = linux && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

async function dev() {
  await ensureSystem(ownDesktop ? ['libraries', 'desktop'] : ['libraries']);
  const electron = await findElectron();
  const icons = await run(process.execPath, [path.join(root, 'build/icons/make-icons.mjs')]);
  if (icons.code !== 0) throw new Error(`The icons could not be made:\n${icons.out}`);
  forgetBuild();
  const desktop = ownDesktop ? await openDesktop({ home: 'user' }) : null;
  if (desktop) say(`There is no display here, so NineTray runs on one of its own (${desktop.env.DISPLAY}).`);
  const env = {
    ...(desktop?.env ?? process.env),
    ELECTRON_EXEC_PATH: electron.path,
    // The oldest Electron we run on, so that no syntax is left that it cannot parse.
    ELECTRON_MAJOR_VER: '33',
    ...(linux && process.getuid() === 0 ? { NO_SANDBOX: '1' } : {}),
  };
  const child = spawn(process.execPath, [toolFile('electron-vite'), 'dev', '--', ...process.argv.slice(2)], {
    cwd: root,
    env,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 0));
    });
  } finally {
    await desktop?.close();
  }
}

try {
  process.exitCode = await dev();
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
