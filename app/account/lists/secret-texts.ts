// Gives out the texts of secrets when the user asks: to be shown, or into the clipboard. References of an older key are
// void.
import { failed, ok, type Result } from '../../model/problem';
import type { Secrets } from './secrets';

export interface SecretTexts {
  /** A secret's text, to be shown for a while. bad-input for a reference that is not known any more. */
  reveal(ref: string): Result<{ text: string }>;
  /** Copies secrets, one a line, as the key is copied: the state's `rotation.clipboard` says when they are cleared. */
  copySecrets(refs: readonly string[]): Promise<Result<void>>;
}

/** `copy` writes to the clipboard, and clears it after a while. */
export function createSecretTexts(
  secrets: Pick<Secrets, 'textOf'>,
  copy: (text: string) => Promise<Result<unknown>>,
): SecretTexts {
  const notKnown = failed({ kind: 'bad-input', field: 'ref' });
  return {
    reveal(ref) {
      const text = secrets.textOf(ref);
      return text === null ? notKnown : ok({ text });
    },
    async copySecrets(refs) {
      const texts = refs.map((ref) => secrets.textOf(ref));
      if (texts.includes(null)) return notKnown;
      const copied = await copy(texts.join('\n'));
      return copied.ok ? ok(undefined) : copied;
    },
  };
}
