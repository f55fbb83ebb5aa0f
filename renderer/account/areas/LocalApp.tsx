// The today list of the vendor's own application on this computer. Nothing else may be requested from that application:
// its other calls change something.
import type { AppState } from '../../../app/model/state/app-state';
import { LocalAppSettings } from '../settings/LocalAppSettings';
import { ListPanel } from './ListPanel';
import styles from './LocalApp.module.css';

/** Off by default; the demo simulates that application, so there it is on. */
export function LocalApp({ state }: { state: AppState }) {
  const { localApp } = state.settings;
  const isDemo = state.source.kind === 'demo';
  return (
    <>
      {isDemo ? null : (
        <div className={styles.settings}>
          <LocalAppSettings settings={state.settings} />
        </div>
      )}
      {isDemo || localApp.on ? <ListPanel key={localApp.port} list="localToday" state={state} /> : null}
    </>
  );
}
