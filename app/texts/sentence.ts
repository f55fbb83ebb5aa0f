// How texts stand beside others: ended as a sentence, one sentence after another, a value behind its label. The marks
// and spaces between them are the language's own, so no code writes them.
import english from './en/sentence.json';
import { texts } from './texts';

const words = texts('sentence', english);

/** The text with a full stop, unless it ends with a mark of its own (an ellipsis, a question mark, a closing quote after one). */
export function asSentence(text: string): string {
  return /[.…!?:。！？：][”"’)」』）»]*$/u.test(text) ? text : words.ended({ text });
}

/** Sentences one after another; all but the last are ended as sentences. Those that are empty or missing are left out. */
export function sentences(...all: readonly (string | null | undefined)[]): string {
  return joined(all, (before, after) => words.next({ before: asSentence(before), after }));
}

/** What stands between two sentences, where markup keeps them apart: a space, or nothing in Chinese. */
export function sentenceGap(): string {
  return words.next({ before: '', after: '' });
}

/** Short items one after another, without a word before the last: "8 IPs, 312 MB". */
export function enumerated(items: readonly string[]): string {
  return joined(items, (before, after) => words.enumerated({ before, after }));
}

/** A value behind its label: "Storage: Protected". */
export function labelled(label: string, value: string): string {
  return words.labelled({ label, value });
}

/** A short addition in brackets, with the space before it, where markup keeps it apart from its title: " (waiting)". */
export function aside(text: string): string {
  return words.aside({ title: '', text });
}

function joined(all: readonly (string | null | undefined)[], join: (before: string, after: string) => string): string {
  const [first = '', ...others] = all.filter((text) => typeof text === 'string' && text !== '');
  return others.reduce<string>((before, after) => join(before, after ?? ''), first ?? '');
}
