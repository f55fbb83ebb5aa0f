// The alerts that are open now, and the way to their settings.
import type { AppState } from '../../../app/model/state/app-state';
import { alertTexts as texts } from '../../../app/texts/account/alerts';
import { ask } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { AreaFrame } from '../frame/AreaFrame';
import { OpenAlerts } from './OpenAlerts';

interface AlertsProps {
  state: AppState;
}

/** The area of the alerts. */
export function Alerts({ state }: AlertsProps) {
  return (
    <AreaFrame
      area="alerts"
      buttons={
        <Button icon="settings" onPress={() => ask('account.open', { area: 'settings', section: 'alerts' })}>
          {texts.settings}
        </Button>
      }
    >
      <OpenAlerts state={state} />
    </AreaFrame>
  );
}
