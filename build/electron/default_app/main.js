// A small stand-in for Electron's own default_app.asar: `electron [switches] path/to/app [args]`.
// It must be an ES module that awaits the app's code at top level: Electron holds `ready` back only until
// its entry module has finished, so a launcher that imports the app without awaiting lets `ready` come first.
/* oxlint-disable no-underscore-dangle -- Node gives these two no other name, and Electron's own launcher uses them too */
import { app, dialog } from 'electron';
import fs from 'node:fs';
import { Module } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import v8 from 'node:v8';

const preloads = [];
let target = null;
const argv = process.argv.slice(1);
for (let i = 0; i < argv.length; i++) {
  const arg = argv[i];
  if (arg === '-r' || arg === '--require') preloads.push(argv[++i]);
  else if (arg === '-v' || arg === '--version') {
    console.log('v' + process.versions.electron);
    process.exit(0);
  } else if (arg === '-a' || arg === '--abi') {
    console.log(process.versions.modules);
    process.exit(0);
  } else if (arg.startsWith('--app=')) {
    target = arg.slice(6);
    break;
  } else if (!arg.startsWith('-')) {
    target = arg;
    break;
  }
}
if (preloads.length > 0) Module._preloadModules(preloads);

function fail(text) {
  console.error(text);
  if (process.env.ELECTRON_SHOW_ERRORS) dialog.showErrorBox('Error launching app', text);
  process.exit(1);
}

async function load(where) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const root = path.resolve(where);
  const manifest = path.join(root, 'package.json');
  let appPath = null;
  if (fs.existsSync(manifest)) {
    const pkg = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    if (pkg.version) app.setVersion(pkg.version);
    app.name = pkg.productName || pkg.name || app.name;
    app.setDesktopName(pkg.desktopName || `${app.name}.desktop`);
    if (pkg.v8Flags) v8.setFlagsFromString(pkg.v8Flags);
    appPath = root;
  }
  let file;
  try {
    file = Module._resolveFilename(root, null, true);
  } catch (e) {
    fail(`Unable to find Electron app at ${root}\n\n${e.message}`);
  }
  app.setAppPath(appPath || path.dirname(file));
  await import(pathToFileURL(file).href);
}

if (target === null) fail('usage: electron [options] path/to/app [args]');
try {
  await load(target);
} catch (e) {
  console.error('App threw an error during load');
  console.error((e && e.stack) || e);
  process.exit(1);
}
