// The messages of all problems, by their kind.
// Must not choose one: app/texts/problems/problems.ts and refusals.ts do.
import english from '../en/problems.json';
import { texts } from '../texts';

export const problemWords = texts('problems', english);
