// What one sub-account used.
import type { AppState } from '../../../app/model/state/app-state';
import { areaTexts as texts } from '../../../app/texts/account/areas';
import { Button } from '../../ui/Button';
import { List } from '../list/List';
import { AreaFrame } from '../frame/AreaFrame';

/** The row's menu that led here is gone, and the focus with it. */
function focusOn(button: HTMLButtonElement | null): void {
  button?.focus();
}

interface UsageProps {
  username: string;
  state: AppState;
  onBack: () => void;
}

/** The usage log of one, with a button back to all of them. */
export function Usage({ username, state, onBack }: UsageProps) {
  return (
    <AreaFrame
      area="subAccounts"
      title={texts.usageOf({ username })}
      line={texts.usageLine}
      fills
      buttons={
        <Button icon="chevronStart" onPress={onBack} ref={focusOn}>
          {texts.allSubAccounts}
        </Button>
      }
    >
      <List list="subAccountUsage" state={state} filters={{ username }} />
    </AreaFrame>
  );
}
