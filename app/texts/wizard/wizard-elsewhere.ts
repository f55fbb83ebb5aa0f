// What the wizard says instead of its steps while the settings name another address than the one that a rotation was started for.
// Words only: when that is so, and what becomes of the keys, is decided in app/key/rotation.
import english from '../en/wizard-elsewhere.json';
import { texts } from '../texts';

export const elsewhereTexts = texts('wizard-elsewhere', english);
