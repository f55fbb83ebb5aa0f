// How NineTray looks and when it starts, row by row: theme, the menu bar's figure, hidden amounts, start at login. Main
// and use-theme.ts apply these.
import type { AppState } from '../../app/model/state/app-state';
import type { Settings } from '../../app/model/settings';
import { settingsTexts } from '../../app/texts/settings';
import { Segmented } from '../ui/fields/RadioGroup';
import { Row } from '../ui/Section';
import { FieldError } from './FieldError';
import { SwitchRow } from './SwitchRow';
import { useChange } from './use-change';

interface RowProps {
  settings: Settings;
}

/** Light, dark, or as the system. */
export function ThemeRow({ settings }: RowProps) {
  const texts = settingsTexts.looks;
  const { change, problem } = useChange();
  return (
    <Row stacked>
      <Segmented
        label={texts.theme}
        value={settings.theme}
        onChange={(theme) => void change({ theme })}
        choices={[
          { value: 'system', label: texts.system },
          { value: 'light', label: texts.light },
          { value: 'dark', label: texts.dark },
        ]}
      />
      <FieldError problem={problem} />
    </Row>
  );
}

/** Which panel the icon is drawn for, where the system does not tint it. */
export function TrayIconRow({ settings }: RowProps) {
  const texts = settingsTexts.looks;
  const { change, problem } = useChange();
  return (
    <Row stacked>
      <Segmented
        label={texts.panel}
        value={settings.trayIcon}
        onChange={(trayIcon) => void change({ trayIcon })}
        choices={[
          { value: 'automatic', label: texts.automatic },
          { value: 'light', label: texts.lightPanel },
          { value: 'dark', label: texts.darkPanel },
        ]}
      />
      <FieldError problem={problem} />
    </Row>
  );
}

/** The figure beside the icon; only macOS has it. */
export function MenuBarRow({ settings }: RowProps) {
  const texts = settingsTexts.looks;
  const { change, problem } = useChange();
  return (
    <Row stacked>
      <Segmented
        label={texts.trayTitle}
        value={settings.trayTitle}
        onChange={(trayTitle) => void change({ trayTitle })}
        choices={[
          { value: 'none', label: texts.none },
          { value: 'ips', label: texts.ips },
          { value: 'traffic', label: texts.traffic },
          { value: 'wallet', label: texts.wallet },
        ]}
      />
      <FieldError problem={problem} />
    </Row>
  );
}

/** Amounts hidden from passers-by. */
export function HideAmountsRow({ settings }: RowProps) {
  const texts = settingsTexts.privacy;
  const { change, problem } = useChange();
  return (
    <SwitchRow
      label={texts.hideAmounts}
      hint={texts.hideAmountsLine}
      isOn={settings.hideAmounts}
      onChange={(hideAmounts) => void change({ hideAmounts })}
      problem={problem}
    />
  );
}

/** NineTray starts with the user's session. */
export function StartAtLoginRow({ settings, platform }: RowProps & { platform: AppState['platform'] }) {
  const texts = settingsTexts.start;
  const isWaiting = settings.startAtLogin && platform.loginNeedsApproval === true;
  const { change, problem } = useChange();
  return (
    <SwitchRow
      label={texts.atLogin}
      hint={isWaiting ? texts.needsApproval : texts.atLoginLine}
      isOn={settings.startAtLogin}
      onChange={(startAtLogin) => void change({ startAtLogin })}
      problem={problem}
    />
  );
}
