// A row for the vendor's own application on this computer: the switch that lets NineTray read its today list, and its
// port.
import { useState } from 'react';
import type { Settings } from '../../../app/model/settings';
import { areaTexts as texts } from '../../../app/texts/account/areas';
import { SwitchRow } from '../../settings/SwitchRow';
import { ask } from '../../ui/bridge';
import { TextField } from '../../ui/fields/TextField';
import { plainDigits } from '../../ui/text/plain-digits';
import styles from './LocalAppSettings.module.css';

/** The row with the port and the switch. */
export function LocalAppSettings({ settings: { localApp } }: { settings: Settings }) {
  return (
    <SwitchRow
      label={texts.localOff}
      hint={texts.localOffLine}
      isOn={localApp.on}
      onChange={(on) => ask('settings.change', { localApp: { ...localApp, on } })}
      problem={null}
    >
      <Port port={localApp.port} onChange={(port) => ask('settings.change', { localApp: { ...localApp, port } })} />
    </SwitchRow>
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
