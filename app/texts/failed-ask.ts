// What is shown when a button's or a switch's request was refused. Words only.
import english from './en/failed-ask.json';
import { texts } from './texts';

export const failedAskTexts = texts('failed-ask', english);
