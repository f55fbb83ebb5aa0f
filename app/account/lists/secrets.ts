// The secrets of lists and actions (share codes, passwords), by references that reveal nothing of them. In memory only,
// and returned only when the user asks for one.

export interface Secrets {
  /** The reference of this text: the same text has the same one until `clear`. */
  refOf(text: string): string;
  /** The text of a reference; null for one that is not known (any more). */
  textOf(ref: string): string | null;
  /** Removes all: the key has changed. */
  clear(): void;
}

export interface SecretsOptions {
  /** A new reference, never the same twice; at most 40 characters. */
  newRef(): string;
  /** How many are stored; the one that was requested longest ago is removed first. */
  most?: number;
}

/** Secrets of one run. */
export function createSecrets({ newRef, most = 20_000 }: SecretsOptions): Secrets {
  // Both in the order of last use, oldest first.
  const refs = new Map<string, string>();
  const texts = new Map<string, string>();

  function used(text: string, ref: string): void {
    refs.delete(text);
    texts.delete(ref);
    refs.set(text, ref);
    texts.set(ref, text);
    if (texts.size <= most) return;
    for (const [oldest, itsText] of texts) {
      texts.delete(oldest);
      refs.delete(itsText);
      return;
    }
  }

  return {
    refOf(text) {
      const ref = refs.get(text) ?? newRef();
      used(text, ref);
      return ref;
    },
    textOf(ref) {
      const text = texts.get(ref);
      if (text === undefined) return null;
      used(text, ref);
      return text;
    },
    clear() {
      refs.clear();
      texts.clear();
    },
  };
}
