// What NineTray says when it starts in a way that could expose the key.
import english from './en/startup.json';
import { texts } from './texts';

export const startupTexts = texts('startup', english);

/** NineTray refuses to start with these switches, written as they were given: "--inspect". */
export function refusedText(switches: readonly string[]): string {
  return startupTexts.refused({ count: switches.length, switches: switches.join(', ') });
}
