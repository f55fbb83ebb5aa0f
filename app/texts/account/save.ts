// The words of the system's save dialogs, and of the files that are saved there. File names are the same in every language.
// Words only: what is saved is decided by the callers.
import english from '../en/save.json';
import { texts } from '../texts';

const saveTexts = texts('save', english);

export interface SaveWords {
  title: string;
  button: string;
  fileName: string;
}

/** For the API key. */
export function keyFileWords(): SaveWords {
  return { title: saveTexts.keyTitle, button: saveTexts.keyButton, fileName: '9proxy-api-key.txt' };
}

/** `finishedOn` as yyyy-mm-dd. */
export function receiptFileWords(finishedOn: string): SaveWords {
  return {
    title: saveTexts.receiptTitle,
    button: saveTexts.receiptButton,
    fileName: `ninetray-receipt-${finishedOn}.txt`,
  };
}

/** For the list with this title, and in English this `name`; `on` as yyyy-mm-dd. */
export function listFileWords(title: string, name: string, on: string): SaveWords {
  const inFile = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return {
    title: saveTexts.listTitle({ title }),
    button: saveTexts.listButton,
    fileName: `9proxy-${inFile}-${on}.csv`,
  };
}
