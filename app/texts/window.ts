// What every window says, whichever it is. Must hold words only.
import english from './en/window.json';
import { texts } from './texts';

export const windowTexts = texts('window', english);
