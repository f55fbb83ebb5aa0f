// What every window says, whichever it is. Words only.
import english from './en/window.json';
import { texts } from './texts';

export const windowTexts = texts('window', english);
