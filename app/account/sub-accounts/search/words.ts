// What a search compares: the words that were typed with the text of a row, both in small letters. Pure.
import type { SubAccount } from '../../../model/state/app-state';

/** What is searched of a row. A word has no line break, so none reaches from the name into the note. */
export function searchText({ username, note }: SubAccount): string {
  return `${username}\n${note ?? ''}`.toLowerCase();
}

/** The words of a search; none for one that finds everything. */
export function wordsOf(search: string): string[] {
  return search
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Whether all words occur in the text. */
export function hasWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** Whether everything that `words` finds is among what `before` found: after one more letter, as a rule. */
export function isNarrower(words: readonly string[], before: readonly string[]): boolean {
  return before.every((earlier) => words.some((word) => word.includes(earlier)));
}
