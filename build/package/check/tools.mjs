// What the system's own checkers say about a package: desktop-file-validate, appstreamcli, man, lintian, rpmlint.
import fs from 'node:fs';
import path from 'node:path';
import { run } from '../../run.mjs';
import { squashfsStart } from './reproducible.mjs';
import { acceptedByLintian, acceptedByRpmlint } from './accepted-tags.mjs';

/** Runs a program; a problem is that it fails, or that it prints something where it should print nothing. */
async function mustPass(command, args, { silent = false, ...options } = {}) {
  const { code, out } = await run(command, args, options);
  return code !== 0 || (silent && out.trim() !== '') ? [`${command} (${code}): ${out.trim()}`] : [];
}

/**
 * Tags that are not accepted, and accepted ones that a checker no longer names, so that the list only gets shorter.
 * @param {{ tag: string, line: string }[]} found
 * @param {Record<string, string>} accepted with the reason for each
 */
export function tagProblems(found, accepted) {
  const named = new Set(found.map(({ tag }) => tag));
  return [
    // The first of each: one may be found in a hundred files.
    ...found
      .filter(({ tag }, at) => !Object.hasOwn(accepted, tag) && found.findIndex((one) => one.tag === tag) === at)
      .map(({ line }) => line),
    ...Object.keys(accepted)
      .filter((tag) => !named.has(tag))
      .map((tag) => `${tag} is accepted, but not found any more: remove it from accepted-tags.mjs`),
  ];
}

/** @param {string} out lintian's @returns {{ tag: string, line: string }[]} */
export function lintianTags(out) {
  return out.split('\n').flatMap((line) => {
    const [, tag] = /^[EW]: \S+(?: \S+)?: (\S+)/.exec(line) ?? [];
    return tag === undefined ? [] : [{ tag, line }];
  });
}

/** @param {string} out rpmlint's @returns {{ tag: string, line: string }[]} */
export function rpmlintTags(out) {
  return out.split('\n').flatMap((line) => {
    const [, tag] = /^\S+: [EW]: (\S+)/.exec(line) ?? [];
    return tag === undefined ? [] : [{ tag, line }];
  });
}

/** The files that a deb and an rpm both install beside /opt. */
function commonFiles(id) {
  const icons = [16, 24, 32, 48, 64, 128, 256, 512].map((size) => `hicolor/${size}x${size}/apps/ninetray.png`);
  return [
    `usr/share/applications/${id}.desktop`,
    `usr/share/metainfo/${id}.metainfo.xml`,
    'usr/share/man/man1/ninetray.1.gz',
    'usr/share/doc/ninetray/copyright',
    ...[...icons, 'hicolor/scalable/apps/ninetray.svg'].map((icon) => `usr/share/icons/${icon}`),
    'opt/NineTray/ninetray',
    'opt/NineTray/resources/bin/ninetray',
    'opt/NineTray/resources/apparmor-profile',
  ];
}

/**
 * The problems of a menu entry, which must have some lines. No package's entry has `TryExec`: electron-builder gives all
 * the same entry, and in an AppImage's the path of another package would hide it.
 * @param {string} entry
 * @param {string[]} wanted
 */
export function entryProblems(entry, wanted) {
  const lines = entry.split('\n');
  return [
    ...wanted.filter((line) => !lines.includes(line)).map((line) => `the menu entry has no ${line}`),
    ...(entry.includes('no-sandbox') ? ['the menu entry turns the sandbox off'] : []),
    ...(/^TryExec=/m.test(entry) ? ['the menu entry has TryExec'] : []),
  ];
}

/**
 * The problems of an AppImage: its menu entry, and whether it starts.
 * @param {string} appImage
 * @param {string} folder to unpack a part into
 * @param {string} id the application's
 */
export async function appImageProblems(appImage, folder, id) {
  const start = String(squashfsStart(fs.readFileSync(appImage)));
  const name = `${id}.desktop`;
  const unpacking = await mustPass('unsquashfs', [
    '-quiet',
    '-no-progress',
    '-offset',
    start,
    '-dest',
    folder,
    appImage,
    name,
  ]);
  if (unpacking.length > 0) return unpacking;
  const entry = path.join(folder, name);
  return [
    ...entryProblems(fs.readFileSync(entry, 'utf8'), [`StartupWMClass=${id}`, 'Exec=AppRun %U']),
    ...(await mustPass('desktop-file-validate', [entry], { silent: true })),
    ...(await mustPass(process.execPath, ['build/release/smoke.mjs', appImage])),
  ];
}

/**
 * The problems of a tar.gz: what differs from the program that the deb installs, and whether it starts.
 * @param {string} archive
 * @param {string} folder to unpack it into
 * @param {string} program the folder of the deb's program
 */
export async function archiveProblems(archive, folder, program) {
  fs.mkdirSync(folder);
  const unpacking = await mustPass('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
  if (unpacking.length > 0) return unpacking;
  return [
    ...(await mustPass('diff', ['--recursive', '--brief', folder, program])),
    ...(await mustPass(process.execPath, ['build/release/smoke.mjs', path.join(folder, 'ninetray')])),
  ];
}

/**
 * The problems of what a package installs.
 * @param {string} folder the unpacked package
 * @param {string} id the application's
 * @param {string[]} more files that this kind of package has
 */
export async function installedProblems(folder, id, more) {
  const missing = [...commonFiles(id), ...more].filter((file) => !fs.existsSync(path.join(folder, file)));
  if (missing.length > 0) return missing.map((file) => `is missing: ${file}`);
  const file = (name) => path.join(folder, name);
  const entry = fs.readFileSync(file(`usr/share/applications/${id}.desktop`), 'utf8');
  return [
    ...entryProblems(entry, [`StartupWMClass=${id}`, 'Exec=/opt/NineTray/ninetray %U']),
    ...(await mustPass('desktop-file-validate', [file(`usr/share/applications/${id}.desktop`)], { silent: true })),
    ...(await mustPass('appstreamcli', ['validate', '--no-net', file(`usr/share/metainfo/${id}.metainfo.xml`)])),
    ...(await mustPass('man', ['--warnings', '--local-file', file('usr/share/man/man1/ninetray.1.gz')], {
      // man prints the page itself: only what it says about it counts.
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, MANROFFSEQ: '', MANWIDTH: '80', LC_ALL: 'C.UTF-8' },
      silent: true,
    })),
  ];
}

/** @param {string} deb */
export async function lintianProblems(deb) {
  const { code, out } = await run('lintian', ['--allow-root', '--tag-display-limit', '0', deb]);
  const tags = lintianTags(out);
  // Its own failure has another code than tags have.
  return [...tagProblems(tags, acceptedByLintian), ...(code > 2 ? [`lintian (${code}): ${out.trim()}`] : [])];
}

/** @param {string} rpm */
export async function rpmlintProblems(rpm) {
  const { out } = await run('rpmlint', [rpm]);
  const tags = rpmlintTags(out);
  return [
    ...tagProblems(tags, acceptedByRpmlint),
    ...(/packages? .*checked/.test(out) ? [] : [`rpmlint: ${out.trim()}`]),
  ];
}
