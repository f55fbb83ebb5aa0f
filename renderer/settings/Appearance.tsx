// How NineTray looks, starts and opens, row by row: theme, the menu bar's figure, hidden amounts, start at login, the popover
// that is kept ready. Main and use-theme.ts apply these.
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

/** A setting with a few values, of which the user chooses one. */
function ChoiceRow<K extends 'theme' | 'trayIcon' | 'trayTitle' | 'popoverReady'>({
  setting,
  settings,
  label,
  choices,
}: RowProps & { setting: K; label: string; choices: readonly { value: Settings[K]; label: string }[] }) {
  const { change, problem } = useChange();
  return (
    <Row stacked>
      <Segmented
        label={label}
        value={settings[setting]}
        onChange={(value) => void change({ [setting]: value })}
        choices={choices}
      />
      <FieldError problem={problem} />
    </Row>
  );
}

/** Light, dark, or as the system. */
export function ThemeRow({ settings }: RowProps) {
  const texts = settingsTexts.looks;
  return (
    <ChoiceRow
      setting="theme"
      settings={settings}
      label={texts.theme}
      choices={[
        { value: 'system', label: texts.system },
        { value: 'light', label: texts.light },
        { value: 'dark', label: texts.dark },
      ]}
    />
  );
}

/** Which panel the icon is drawn for, where the system does not tint it. */
export function TrayIconRow({ settings }: RowProps) {
  const texts = settingsTexts.looks;
  return (
    <ChoiceRow
      setting="trayIcon"
      settings={settings}
      label={texts.panel}
      choices={[
        { value: 'automatic', label: texts.automatic },
        { value: 'light', label: texts.lightPanel },
        { value: 'dark', label: texts.darkPanel },
      ]}
    />
  );
}

/** The figure beside the icon; only macOS has it. */
export function MenuBarRow({ settings }: RowProps) {
  const texts = settingsTexts.looks;
  return (
    <ChoiceRow
      setting="trayTitle"
      settings={settings}
      label={texts.trayTitle}
      choices={[
        { value: 'none', label: texts.none },
        { value: 'ips', label: texts.ips },
        { value: 'traffic', label: texts.traffic },
        { value: 'wallet', label: texts.wallet },
      ]}
    />
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

/** Whether the popover's window is kept while it is hidden. */
export function PopoverReadyRow({ settings }: RowProps) {
  const texts = settingsTexts.ready;
  return (
    <ChoiceRow
      setting="popoverReady"
      settings={settings}
      label={texts.label}
      choices={[
        { value: 'automatic', label: texts.automatic },
        { value: 'always', label: texts.always },
        { value: 'never', label: texts.never },
      ]}
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
