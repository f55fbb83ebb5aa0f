// The mark of the demo: nothing of its account should look real.
import english from './en/demo.json';
import { texts } from './texts';

export const demoTexts = texts('demo', english);
