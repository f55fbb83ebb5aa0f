// The alerts: what goes on now, and what NineTray tells of. Must not judge any figure.
import type { AppState } from '../../../app/model/state/app-state';
import { AreaFrame } from '../frame/AreaFrame';
import styles from './Alerts.module.css';
import { Notifications } from './Notifications';
import { OpenAlerts } from './OpenAlerts';
import { SubAccountAlerts } from './SubAccountAlerts';
import { Watched } from './Watched';

interface AlertsProps {
  state: AppState;
}

/** The area of the alerts: the open ones on top, the settings below. */
export function Alerts({ state }: AlertsProps) {
  return (
    <AreaFrame area="alerts">
      <OpenAlerts state={state} />
      <div className={styles.settings}>
        <Notifications settings={state.settings} />
        <Watched settings={state.settings} />
        <SubAccountAlerts state={state} />
      </div>
    </AreaFrame>
  );
}
