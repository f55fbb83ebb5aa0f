// What the wizard says once the new key is proved: copying it once, updating the places, the receipt and its history.
// Words only: which of them is shown is decided in renderer/wizard and renderer/settings.
import english from '../en/wizard-after.json';
import { texts } from '../texts';

const words = texts('wizard-after', english);

export const copyTexts = words.copy;

/** A quit that would lose the new key. */
export const quitTexts = words.quit;

export const updateTexts = words.update;

/** A line of the receipt: what had to be proved, and its status. */
export const receiptTexts = words.receipt;

/** The ways into the wizard that settings offer. */
export const beginTexts = words.begin;
