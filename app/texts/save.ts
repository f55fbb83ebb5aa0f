// The words of the system's save dialogs.
// Words only.

export interface SaveWords {
  /** Where the dialog can show a line of text, this is it: so it carries the warning too. */
  title: string;
  button: string;
  fileName: string;
}

export const keyFileWords: SaveWords = {
  title: 'Save the key: whoever can read this file can use your account',
  button: 'Save key',
  fileName: '9proxy-api-key.txt',
};

/** `finishedOn` as yyyy-mm-dd. */
export function receiptFileWords(finishedOn: string): SaveWords {
  return { title: 'Save the receipt', button: 'Save receipt', fileName: `ninetray-receipt-${finishedOn}.txt` };
}
