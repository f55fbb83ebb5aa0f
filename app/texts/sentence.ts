// Ends a text as a sentence, where it stands beside others.
import english from './en/sentence.json';
import { texts } from './texts';

const words = texts('sentence', english);

/** The text with a full stop, unless it ends with a mark of its own (an ellipsis, a question mark, a closing quote after one). */
export function asSentence(text: string): string {
  return /[.…!?:。！？：][”"’)」』）]*$/u.test(text) ? text : words.ended({ text });
}
