// fpm's command line, as far as electron-builder and electron-builder.yml use it.

const valued = new Set(
  (
    '-s -t --architecture --description --version --package --name --maintainer --vendor --url --category --license ' +
    '--iteration --log --before-install --after-install --before-remove --after-remove --deb-priority ' +
    '--deb-compression --deb-changelog --deb-upstream-changelog --rpm-summary --rpm-os --rpm-compression'
  ).split(' '),
);
const repeated = ['-d', '--deb-recommends', '--deb-suggests', '--rpm-rpmbuild-define'];

/**
 * Options by name (repeated ones as lists) and the `from=to` pairs. Throws at an option it does not know: a package that
 * lacks something would look like fpm's.
 * @param {string[]} argv
 */
export function readArguments(argv) {
  const options = Object.fromEntries(repeated.map((name) => [name, []]));
  const pairs = [];
  for (let i = 0; i < argv.length; i += 1) {
    const argument = argv[i];
    const equals = argument.startsWith('--') ? argument.indexOf('=') : -1;
    const name = equals > 0 ? argument.slice(0, equals) : argument;
    const value = () => (equals > 0 ? argument.slice(equals + 1) : argv[++i]);
    if (repeated.includes(name)) options[name].push(value());
    else if (valued.has(name)) options[name] = value();
    else if (!argument.startsWith('-')) pairs.push(argument);
    else if (!['--force', '--debug'].includes(argument)) throw new Error(`fpm: unknown option ${argument}`);
  }
  return { options, pairs };
}
