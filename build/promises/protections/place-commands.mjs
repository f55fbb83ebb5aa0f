// What keeps the key out of everything but standard input where a program brings it to a place, and what keeps other commands from running.

import { canaryOfPlaces } from './gateway.mjs';

const inTest = (/** @type {string} */ name, /** @type {string} */ title) => ({
  file: `app/places/commands/${name}.test.ts`,
  title,
});

/** @type {import('../protections.mjs').Protection[]} */
export const placeCommands = [
  {
    name: 'The canary: no command has a key in its environment',
    file: 'app/places/commands/execute.ts',
    find: 'env: { ...env },',
    replace: "env: { ...env, PLANTED: String(input ?? '') },",
    test: canaryOfPlaces,
  },
  {
    name: 'The canary: what a command prints is written to the journal without the keys',
    file: 'app/places/commands/command-output.ts',
    find: 'const clean = redactor.value(text);',
    replace: 'const clean = redactor.value(text) === null ? plain : text;',
    test: canaryOfPlaces,
  },
  {
    name: 'No command has the key, or a placeholder for it, in an argument',
    file: 'app/places/commands/run-command.ts',
    find: 'PLACEHOLDER.test(text) || isSecret(text)',
    replace: "text === '' && isSecret(text)",
    test: inTest('run-command', 'refuses the key or a placeholder in an argument, and runs nothing: %s'),
  },
  {
    name: 'No command has a secret in its environment',
    file: 'app/places/commands/command-environment.ts',
    find: "secret !== '' && value.includes(secret)",
    replace: "secret === '' && value.includes(secret)",
    test: inTest(
      'run-command',
      'leaves out every variable that holds a secret or belongs to NineTray, and keeps the user’s own',
    ),
  },
  {
    name: 'What a command prints is shown without the keys',
    file: 'app/places/commands/command-output.ts',
    find: 'const clean = redactor.value(text);',
    replace: 'const clean = redactor.value(text) === null ? plain : text;',
    test: inTest(
      'run-command',
      'shows what it printed without the secrets, in every way to write them, and says that it printed one',
    ),
  },
  {
    name: 'A command is stopped with all that it started',
    file: 'app/places/commands/execute.ts',
    find: 'process.kill(-pid, signal);',
    replace: 'process.kill(pid, signal);',
    test: inTest('run-command', 'ends a program and all it started after its time limit'),
  },
  {
    name: 'A changed command is not run',
    file: 'app/places/commands/command-port.ts',
    find: 'if (isConfirmed(place)) return null;',
    replace: "if (isConfirmed(place) || place.id !== '') return null;",
    test: inTest('command-port', 'asks for a confirmation of all commands of a place, and again after a change'),
  },
  {
    name: 'A rehearsal runs no changed command',
    file: 'app/places/commands/rehearse-command.ts',
    find: 'if (!isConfirmed(place))',
    replace: "if (!isConfirmed(place) && command.program === '')",
    test: inTest('rehearse-command', 'runs nothing of a place whose commands were changed by hand'),
  },
  {
    name: 'A field of a recipe is no option of its program',
    file: 'app/places/commands/recipe-update.ts',
    find: ': !pattern.test(value)',
    replace: ": value === '' && !pattern.test(value)",
    test: inTest(
      'recipes/recipes',
      '$id leaves out what is optional, and refuses what a program would take as an option',
    ),
  },
];
