// The places that use the key: what kinds there are, what the list of them says, what to do in each once there is a new key.
// Words only: the list itself is main's.
import type { Place } from '../../model/rotation/rotation';

export type PlaceKind = Place['kind'];

export const placeKinds: Readonly<Record<PlaceKind, string>> = {
  shell: 'Shell variable',
  'env-file': '.env file',
  container: 'Container',
  'ci-secret': 'CI secret',
  'scheduled-task': 'Scheduled task',
  other: 'Something else',
};

/** In the order in which they are offered: the most common first. */
export const placeKindOrder: readonly PlaceKind[] = [
  'env-file',
  'shell',
  'container',
  'ci-secret',
  'scheduled-task',
  'other',
];

/** What to do at a place of each kind, in the order in which it is done. */
export const placeSteps: Readonly<Record<PlaceKind, readonly string[]>> = {
  shell: [
    'Change the variable where it is set: .bashrc, .zshrc, fish’s config, or the system’s environment.',
    'Open new terminals: those already open keep the old key. A shell variable overrides an .env file.',
  ],
  'env-file': [
    'Change the line in the file, and in the copies of it on other computers.',
    'Restart the programs that read it: they read it only when they start.',
  ],
  container: [
    'Change the secret or the environment entry that it starts with.',
    'Recreate the container. A restart alone keeps the old environment.',
  ],
  'ci-secret': [
    'Change the secret in the settings of the repository or the organisation. It replaces the old one there.',
    'Run one job again and check that it passes.',
  ],
  'scheduled-task': [
    'Change the key in the task, or in the file that the task reads.',
    'Run it once by hand: if it fails, you see it now and not after the next scheduled run.',
  ],
  other: ['Change the key there, then restart it.', 'Check that it works before you tick it.'],
};

export const placesTexts = {
  title: 'Where this key is used',
  line: 'Everything here stops working with the old key. You tick it off once it has the new one. The key itself is never stored in this list.',
  lineLate: 'Tick it off as soon as it has the new key. The key itself is never stored in this list.',
  empty: 'Nothing added yet',
  emptyLine: 'What else uses the key? Scripts, .env files, containers, CI secrets, scheduled tasks, other people.',
  add: 'Add a place…',
  nowhereElse: 'Nothing else uses this key',
  nowhereElseLine: 'Only NineTray has it, so nothing else stops.',
  edit: (name: string) => `Edit ${name}`,
  remove: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} was removed from the list.`,
  undo: 'Undo',
  addTitle: 'Add a place',
  editTitle: 'Edit this place',
  name: 'Name',
  namePlaceholder: 'Nightly scraper',
  nameMissing: 'Enter a name.',
  kind: 'Kind',
  where: 'Where',
  wherePlaceholder: '~/scraper/.env on the server',
  note: 'Note',
  notePlaceholder: 'Tell Ada before it changes',
  looksLikeKey: 'This looks like a key. Write where the key is used, never the key itself.',
  save: 'Save',
  cancel: 'Cancel',
} as const;
