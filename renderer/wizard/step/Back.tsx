// One step back, unless something that happened since prevents it.
import type { Rotation } from '../../../app/model/rotation/rotation';
import { frameTexts as texts } from '../../../app/texts/wizard/wizard';
import { Button } from '../../ui/Button';
import { canGoBack } from './facts';
import type { Calls } from './use-call';

/** The button; nothing where there is no way back. */
export function Back({ rotation, calls }: { rotation: Rotation; calls: Calls }) {
  if (!canGoBack(rotation)) return null;
  return (
    <Button busy={calls.busy === 'rotation.back'} onPress={() => void calls.run('rotation.back', undefined)}>
      {texts.back}
    </Button>
  );
}
