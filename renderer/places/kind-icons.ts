// Which icon stands for which kind of place.
import type { PlaceKind } from '../../app/texts/wizard/places';
import type { IconName } from '../ui/Icon';

export const kindIcons: Readonly<Record<PlaceKind, IconName>> = {
  shell: 'terminal',
  'env-file': 'file',
  container: 'box',
  'ci-secret': 'flow',
  'scheduled-task': 'clock',
  other: 'key',
};
