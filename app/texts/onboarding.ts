// What first run says, and what entering a key says at any later time.
// Words only: which of them is shown is decided in renderer/onboarding.
import english from './en/onboarding.json';
import { texts } from './texts';

export const onboardingTexts = texts('onboarding', english);

/** Why the user is on this screen, in a title and one or two sentences. */
export const situationTexts = onboardingTexts.situation;

/** The end of the first run: where NineTray is from now on, and what may be done next. */
export const readyTexts = onboardingTexts.ready;
