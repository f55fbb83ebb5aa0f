// How an alert looks, by its severity, and where its details are.
import type { AlertSubject } from '../../../app/model/alert';
import { type Severity, severityOfAlert } from '../../../app/model/severity';
import type { AlertPlace } from '../../../app/texts/account/alerts';
import type { Tone } from '../../ui/Banner';
import { ask } from '../../ui/bridge';

const tones: Readonly<Record<Severity, Tone>> = {
  fine: 'info',
  attention: 'warning',
  'action-needed': 'bad',
  stopped: 'bad',
};

/** An alert's colour and icon. */
export function toneOfAlert(about: AlertSubject): Tone {
  return tones[severityOfAlert(about)];
}

/** Opens the area, or the wizard of the refused key. */
export function askForPlace(place: AlertPlace): void {
  if (place === 'wizard') ask('rotation.begin', { entry: 'refused' });
  else ask('account.open', { area: place });
}
