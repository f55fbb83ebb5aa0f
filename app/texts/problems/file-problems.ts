// What the user reads about a problem with files: the disk, the profile folder, settings and other documents.
// Words only; must not decide whether there is a problem.
import { settingsTexts } from '../settings';
import { byReason, type ProblemTexts, type ReasonTexts } from './problem-text';

const notWrittenTitle = 'The file was not saved';
const notWritten: ReasonTexts<'file-not-written'> = {
  full: { title: notWrittenTitle, cause: 'The disk is full.', next: 'Free some space, or choose another disk.' },
  'not-allowed': { title: notWrittenTitle, cause: 'You may not write to this folder.', next: 'Choose another folder.' },
  'not-private': {
    title: notWrittenTitle,
    cause: 'On this disk NineTray cannot keep a file from other people’s eyes.',
    next: 'Choose a folder on this computer’s own disk, such as your home folder.',
  },
  other: {
    title: notWrittenTitle,
    cause: 'The system gave no clear reason.',
    next: 'Choose another folder, or another file name.',
  },
};

const exposed: ReasonTexts<'profile-exposed'> = {
  closed: {
    title: 'Other users could open NineTray’s files',
    cause: 'Its folder or the key’s file was open to other users of this computer. NineTray has closed it.',
    next: 'If others use this computer, regenerate your key in the settings.',
  },
  open: {
    title: 'Other users can open NineTray’s files',
    cause: 'This disk doesn’t let NineTray close its folder to other users.',
    next: 'Quit NineTray, then start it with a folder on another disk (--user-data-dir).',
  },
  'not-yours': {
    title: 'NineTray’s folder belongs to another user',
    cause: 'Its owner can read and replace what NineTray stores there.',
    next: 'Start NineTray with a folder of your own (--user-data-dir).',
  },
};

/** One entry per kind. */
export const fileProblems = {
  'file-not-written': ({ why }) => byReason(notWritten, why),
  'disk-full': () => ({
    title: 'The disk is full',
    cause: 'NineTray could not save its last changes. They are kept in memory until it can.',
    next: 'Free some space. NineTray saves again automatically.',
  }),
  'profile-read-only': () => ({
    title: 'NineTray may not write to its folder',
    cause: 'Changes cannot be saved and will be lost when NineTray quits.',
    next: 'Give your user account permission to write there, then start NineTray again.',
  }),
  'profile-exposed': ({ why }) => byReason(exposed, why),
  'store-recovered': (problem) => ({
    title: 'A damaged file was repaired',
    cause: `${storeName(problem.store)} could not be read, so the last good copy is used.${keptAs(problem.copy)}`,
    next: 'Check that all looks right. The latest change may be missing.',
  }),
  'store-unreadable': (problem) => ({
    title: 'A file cannot be read',
    cause: `${storeName(problem.store)} is damaged, and so is its copy. It was set aside and not deleted.${keptAs(problem.copy)}`,
    next: 'NineTray starts afresh with this part. Set again what is missing.',
  }),
  'edit-unreadable': (problem) => ({
    title: `“${problem.store}.json” has a mistake`,
    cause: 'It was changed outside NineTray and can’t be read, so NineTray uses what it had before.',
    next: 'Correct the file. If NineTray has to save first, it keeps your version beside it.',
  }),
  'edit-set-aside': (problem) => ({
    title: `Your version of “${problem.store}.json” was set aside`,
    cause: 'It was changed outside NineTray and could not be used when NineTray saved.',
    next: `Your version is in the same folder, as “${problem.copy}”.`,
  }),
  'link-broken': (problem) => ({
    title: '“settings.json” is a link to a missing file',
    cause: `It leads to “${problem.target}”. NineTray keeps the link, and your changes until it quits.`,
    next: 'Create that folder or mount its drive, then change a setting. Or remove the link, and NineTray makes a new file.',
  }),
  'setting-unusable': (problem) =>
    problem.setting === 'address'
      ? {
          title: 'Choose the 9Proxy address',
          cause: 'The address in the settings can’t be used, so NineTray sends nothing to anyone.',
          next: `In the settings, choose an address under “${settingsTexts.address.title}”.`,
        }
      : {
          title: 'Choose a proxy setting',
          cause: 'The proxy in the settings can’t be used, so NineTray sends nothing to anyone.',
          next: `In the settings, choose how to connect under “${settingsTexts.proxy.title}”.`,
        },
  'store-too-new': (problem) => ({
    title: 'A newer NineTray was here',
    cause: `${storeName(problem.store)} was written by a newer version and is left as it is.`,
    next: 'Install the newer version of NineTray again.',
  }),
} satisfies Partial<ProblemTexts>;

function keptAs(copy: string | undefined): string {
  return copy === undefined ? '' : ` It is in the same folder, as “${copy}”.`;
}

function storeName(store: string): string {
  return `The file “${store}”`;
}
