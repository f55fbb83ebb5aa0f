// What may be in a package for Linux, and how large its asar may be.
import fs from 'node:fs';
import path from 'node:path';
import { listPackage } from '@electron/asar';

const name = String.raw`[\w.@-]+`;

/** The files of the asar. Whoever adds another kind of file adds it here, too. */
const inAsar = [
  String.raw`out/main/(main\.electron|demo-process|demo-script|scan-worker)\.js`,
  String.raw`out/main/chunks/${name}\.js`,
  String.raw`out/preload/preload\.cjs`,
  String.raw`out/renderer/(account|popover|wizard)/\1\.html`,
  String.raw`out/renderer/assets/${name}\.(js|css)`,
  String.raw`out/icons/app/256x256\.png`,
  String.raw`out/icons/tray/linux/${name}\.png`,
  String.raw`out/texts/(vi|ru|zh-Hans)\.json`,
  String.raw`out/licenses\.json`,
  String.raw`package\.json`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** Whatever the list says: a source map or a test shows that the wrong folder was packed. */
const never = /\.(map|ts|tsx)$|\.(test|fixture)\.|(^|\/)(node_modules|testing|\.env)/;

/** The files beside the asar, which are ours. */
const inResources = [
  String.raw`app\.asar`,
  'apparmor-profile',
  'bin/ninetray',
  String.raw`LICENSE\.txt`,
  String.raw`LICENSES\.libraries\.txt`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** What each may weigh, in MB (10⁶ bytes): about a tenth more than it did when this was last changed. */
const budget = { asar: 3.6 };

/**
 * What may not be there.
 * @param {string[]} files of the asar, without a leading slash
 */
export function unexpectedInAsar(files) {
  return files
    .filter((file) => never.test(file) || !inAsar.some((pattern) => pattern.test(file)))
    .map((file) => `in the asar, but not in the list: ${file}`);
}

/** @param {string[]} files of the folder `resources` */
export function unexpectedInResources(files) {
  return files
    .filter((file) => !inResources.some((pattern) => pattern.test(file)))
    .map((file) => `beside the asar, but not in the list: ${file}`);
}

function filesBelow(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}

/**
 * The problems of an unpacked package.
 * @param {string} unpacked such as release/linux-unpacked
 */
export function contentProblems(unpacked) {
  const resources = path.join(unpacked, 'resources');
  const asar = path.join(resources, 'app.asar');
  const listed = listPackage(asar, { isPack: false }).map((file) => file.replaceAll('\\', '/').replace(/^\//, ''));
  const folders = new Set(listed.flatMap((file) => (file.includes('/') ? [path.posix.dirname(file)] : [])));
  const files = listed.filter((file) => !folders.has(file) && ![...folders].some((one) => one.startsWith(`${file}/`)));
  const megabytes = fs.statSync(asar).size / 1e6;
  return [
    ...unexpectedInAsar(files),
    ...unexpectedInResources(filesBelow(resources)),
    ...(megabytes > budget.asar ? [`the asar has ${megabytes.toFixed(1)} MB, more than ${budget.asar}`] : []),
  ];
}
