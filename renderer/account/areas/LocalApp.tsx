// The today list out of the vendor's own application on this computer, and the switch that lets NineTray ask it. Must not ask it for
// anything else.
import { useState } from 'react';
import type { AppState } from '../../../app/model/state/app-state';
import { areaTexts as texts } from '../../../app/texts/account/areas';
import { ask } from '../../ui/bridge';
import { Switch } from '../../ui/fields/Switch';
import { plainDigits } from '../../ui/plain-digits';
import { TextField } from '../../ui/fields/TextField';
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
          <div className={styles.words}>
            <Switch isOn={localApp.on} onChange={(on) => ask('settings.change', { localApp: { ...localApp, on } })}>
              {texts.localOff}
            </Switch>
            <p className={styles.line}>{texts.localOffLine}</p>
          </div>
          <Port port={localApp.port} onChange={(port) => ask('settings.change', { localApp: { ...localApp, port } })} />
        </div>
      )}
      {isDemo || localApp.on ? <ListPanel key={localApp.port} list="localToday" state={state} /> : null}
    </>
  );
}

function Port({ port, onChange }: { port: number; onChange: (port: number) => void }) {
  const [typed, setTyped] = useState(String(port));
  const plain = plainDigits(typed);
  const read = /^\d{1,5}$/.test(plain) ? Number(plain) : 0;
  const good = read >= 1 && read <= 65_535;
  return (
    <TextField
      label={texts.localPort}
      value={typed}
      inputMode="numeric"
      className={styles.port}
      error={good ? null : texts.portRange}
      onChange={setTyped}
      onBlur={() => {
        if (good && read !== port) onChange(read);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && good && read !== port) onChange(read);
      }}
    />
  );
}
