// What the user reads about a problem with the key, its keyring, or a copy of it.
// Words only; must not decide whether there is a problem.
import { keyringName } from '../key-storage';
import { byReason, type ProblemTexts, type ReasonTexts } from './problem-text';

const keyShapeTitle = 'This does not look like a key';
const keyShapeNext = 'Copy the key again from the 9Proxy dashboard, the whole key and nothing else.';
const keyShape: ReasonTexts<'key-shape'> = {
  empty: { title: 'No key was entered', cause: 'The field, or the clipboard, is empty.', next: keyShapeNext },
  spaces: { title: keyShapeTitle, cause: 'There are spaces or line breaks inside it.', next: keyShapeNext },
  address: { title: keyShapeTitle, cause: 'It is a web address, and there is no key in it.', next: keyShapeNext },
  'too-long': { title: keyShapeTitle, cause: 'It is too long.', next: keyShapeNext },
};

/** One entry per kind. */
export const keyProblems = {
  'key-shape': ({ why }) => byReason(keyShape, why),
  'key-is-the-old-one': () => ({
    title: 'This is the old key',
    cause: 'It is the key that NineTray already has, not the one that the dashboard has just shown.',
    next: 'Copy the new key in the dashboard, then paste it here.',
  }),
  'key-missing': () => ({
    title: 'There is no key yet',
    cause: 'NineTray needs the Public API key of your 9Proxy account to read its figures.',
    next: 'Enter your key, or have a look around in the demo.',
  }),
  'key-check-expired': () => ({
    title: 'Paste the key again',
    cause:
      'NineTray removes a checked key from memory after ten minutes, or when the address changes, if you haven’t saved it.',
    next: 'Go back and paste the key again.',
  }),
  'keyring-absent': () => ({
    title: 'No keyring to protect the key',
    cause: 'This computer offers NineTray no safe place for a key.',
    next: 'Keep the key for this session only, or install and unlock a keyring and try again.',
  }),
  'keyring-locked': () => ({
    title: 'The keyring is locked',
    cause: 'Your key is kept safe in it, and NineTray cannot read it until you unlock it.',
    next: 'Unlock the keyring, then let NineTray ask again.',
  }),
  'keyring-changed': (problem) => ({
    title: 'Another keyring is in charge now',
    cause: `The key was protected by ${keyringOf(problem.was)}; this session uses ${keyringOf(problem.now)}.`,
    next: 'Sign in as you did before to read it, or enter the key again. The old copy is kept.',
  }),
  'key-unreadable': () => ({
    title: 'The kept key cannot be read',
    cause: 'The keyring does not open what NineTray stored. It may have been reset or restored from a backup.',
    next: 'Enter the key again. If you no longer have it, generate a new one in the 9Proxy dashboard.',
  }),
  'key-for-other-address': (problem) => ({
    title: 'The stored key is for another address',
    cause: `It was stored for ${hostOf(problem.was)}, so NineTray doesn’t send it to ${hostOf(problem.now)}.`,
    next: `If you didn’t change the address, check it in the settings. Otherwise enter the key for ${hostOf(problem.now)}.`,
  }),
  'key-address-unconfirmed': (problem) => ({
    title: 'Is the stored key for this address?',
    cause: `An older version of NineTray stored it without its address. The address in the settings is ${hostOf(problem.address)}.`,
    next: 'Use the key there only if you know that address. Otherwise check it in the settings.',
  }),
  'clipboard-failed': () => ({
    title: 'The key was not copied',
    cause: 'NineTray looked at the clipboard again, and the key was not there. Another application may be using it.',
    next: 'Try again, or save the key to a file.',
  }),
} satisfies Partial<ProblemTexts>;

/** Host and port of an address; all that people need to recognise it by. */
function hostOf(address: string): string {
  return address.replace(/^https?:\/\//, '');
}

/** The keyring of another session; `basic_text` is what Electron calls having none. */
function keyringOf(backend: string): string {
  return backend === 'basic_text' ? 'no keyring' : keyringName(backend);
}
