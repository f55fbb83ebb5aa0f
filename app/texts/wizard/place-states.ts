// What is said of a place that uses the key: whether it is ready, how far its update is, how that was proved; and what the
// wizard says around its places. Words only.
import wizard from '../en/wizard-places.json';
import states from '../en/place-states.json';
import { texts } from '../texts';

export const placeStateTexts = texts('place-states', states);

export const wizardPlacesTexts = texts('wizard-places', wizard);
