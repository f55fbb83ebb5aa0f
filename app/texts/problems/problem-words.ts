// The messages of all problems, by their kind. app/texts/problems/problems.ts and refusals.ts choose among them.
import english from '../en/problems.json';
import { texts } from '../texts';

export const problemWords = texts('problems', english);
