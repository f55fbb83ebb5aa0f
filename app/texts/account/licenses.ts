// The words of the dialog with the licences. Words only.
import english from '../en/licenses.json';
import { texts } from '../texts';

export const licenseTexts = texts('licenses', english);
