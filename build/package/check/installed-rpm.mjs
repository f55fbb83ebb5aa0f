// The rpm, installed for real in a copy of this system: what is then there, its start as an ordinary user, an upgrade
// and a removal. Its scripts run with this system's /bin/sh. For root only.
import path from 'node:path';
import { answersOf, ask, smokeProblems } from '../../release/smoke.mjs';
import { run } from '../../run.mjs';
import { addedTo, copyDifferences, inSystemCopy, makeSystemCopy } from './system-copy.mjs';

/** Each kind of package has its changelog under the name that its distributions expect. */
const changelogs = ['CHANGELOG.md', 'changelog.gz', 'changelog.Debian.gz'].map(
  (name) => `usr/share/doc/ninetray/${name}`,
);

/** Runs a program in a copy, with the folder of a package at /mnt, and returns what it printed. Throws where it fails. */
async function must(copy, command, mounted = '/mnt') {
  const [program, ...args] = inSystemCopy(copy, mounted, command);
  const { code, out } = await run(program, args);
  if (code !== 0) throw new Error(`${command.join(' ')} (${code}): ${out.trim()}`);
  return out;
}

/** Debian's rpm has its database in the home of who runs it, and knows nothing of the libraries that dpkg installed. */
const ourRpm = (action) => ['rpm', '--dbpath', '/var/lib/rpm', action, ...(action === '--query' ? [] : ['--nodeps'])];

const rpm = (copy, action, file) => must(copy, [...ourRpm(action), `/mnt/${path.basename(file)}`], path.dirname(file));

const removeRpm = (copy) => must(copy, [...ourRpm('--erase'), 'ninetray']);

/** Starts it as an ordinary user, with the sandbox. */
async function startProblems(copy, version) {
  const home = '/tmp/ninetray-user';
  await must(copy, ['install', '--directory', '--owner=nobody', home]);
  const user = ['setpriv', '--reuid=nobody', '--regid=65534', '--clear-groups'];
  const env = ['env', '-i', `HOME=${home}`, 'PATH=/usr/bin:/bin', '/usr/bin/ninetray', '--ozone-platform=headless'];
  const answers = await answersOf((...args) => {
    const [program, ...all] = inSystemCopy(copy, '/mnt', [...user, ...env, ...args]);
    return ask(program, all);
  });
  return smokeProblems(answers, { version, sandboxed: true });
}

/** What is left of it besides databases that have no file for it. */
function leftovers(copy, when) {
  return [...addedTo(copy).keys()]
    .filter((name) => /ninetray/i.test(name) && !name.startsWith('tmp/'))
    .map((name) => `/${name} is left ${when}`);
}

/** Install, start, upgrade, remove; and again where there is no update-alternatives. */
async function lifeProblems(copy, { present, next, version, nextVersion }) {
  const problems = [
    // Says nothing where all files are as the package has them.
    (await must(copy, [...ourRpm('--verify'), 'ninetray']).catch(({ message }) => message)).trim(),
    ...(await startProblems(copy, version)),
  ];
  await rpm(copy, '--upgrade', next);
  problems.push(...(await startProblems(copy, nextVersion)));
  const versions = (await must(copy, [...ourRpm('--query'), 'ninetray'])).trim();
  if (versions.includes('\n')) problems.push(`after the upgrade there are ${versions}`);
  await removeRpm(copy);
  problems.push(...leftovers(copy, 'after the removal'));

  await must(copy, ['rm', '/usr/bin/update-alternatives']);
  await rpm(copy, '--install', present);
  const link = (await must(copy, ['readlink', '/usr/bin/ninetray'])).trim();
  if (link !== '/opt/NineTray/resources/bin/ninetray') problems.push(`/usr/bin/ninetray leads to ${link}`);
  await removeRpm(copy);
  return [...problems, ...leftovers(copy, 'after the removal without update-alternatives')].filter(Boolean);
}

/**
 * What is wrong with the rpm once it is installed: other than the deb, or in its life.
 * @param {object} packages
 * @param {string} packages.rpm
 * @param {string} packages.nextRpm the same with another version
 * @param {string} packages.deb
 * @param {string} packages.version
 * @param {string} packages.nextVersion
 * @param {string} work a folder for the copies
 * @returns {Promise<string[]>}
 */
export async function installedRpmProblems({ rpm: present, nextRpm: next, deb, version, nextVersion }, work) {
  const [withRpm, withDeb] = ['with-rpm', 'with-deb'].map((name) => makeSystemCopy(path.join(work, name)));
  try {
    await rpm(withRpm, '--install', present);
    await must(withDeb, ['dpkg', '--force-depends', '--install', `/mnt/${path.basename(deb)}`], path.dirname(deb));
    const names = ['rpm', 'deb'];
    const differences = copyDifferences(addedTo(withRpm), addedTo(withDeb), { names, allowed: changelogs });
    return [...differences, ...(await lifeProblems(withRpm, { present, next, version, nextVersion }))];
  } catch (error) {
    return [error.message];
  }
}
