// How NineTray looks and when it starts: theme, hidden amounts, the menu bar's figure, start at login.
// It must not: apply any of it; main and use-theme.ts do.
import type { Settings } from '../../app/model/settings';
import type { AppState } from '../../app/model/state/app-state';
import { settingsTexts } from '../../app/texts/settings';
import { Segmented } from '../ui/fields/RadioGroup';
import { Row, Section } from '../ui/Section';
import { Switch } from '../ui/fields/Switch';
import { type Patch, useChange } from './use-change';
import { FieldError } from './FieldError';

/** Theme, and on macOS the figure in the menu bar. */
export function AppearanceSection({ state }: { state: AppState }) {
  const texts = settingsTexts.looks;
  const theme = useChange();
  const title = useChange();
  return (
    <Section title={texts.title}>
      <Row stacked>
        <Segmented
          label={texts.theme}
          value={state.settings.theme}
          onChange={(wanted) => void theme.change({ theme: wanted })}
          choices={[
            { value: 'system', label: texts.system },
            { value: 'light', label: texts.light },
            { value: 'dark', label: texts.dark },
          ]}
        />
        <FieldError problem={theme.problem} />
      </Row>
      {state.platform.os === 'darwin' ? (
        <Row stacked>
          <Segmented
            label={texts.trayTitle}
            value={state.settings.trayTitle}
            onChange={(trayTitle) => void title.change({ trayTitle })}
            choices={[
              { value: 'none', label: texts.none },
              { value: 'ips', label: texts.ips },
              { value: 'traffic', label: texts.traffic },
              { value: 'wallet', label: texts.wallet },
            ]}
          />
          <FieldError problem={title.problem} />
        </Row>
      ) : null}
    </Section>
  );
}

interface SwitchRowProps {
  label: string;
  hint: string;
  isOn: boolean;
  patch: (on: boolean) => Patch;
}

function SwitchRow({ label, hint, isOn, patch }: SwitchRowProps) {
  const { change, problem } = useChange();
  return (
    <Row
      label={label}
      hint={
        <>
          {hint}
          <FieldError problem={problem} />
        </>
      }
    >
      <Switch label={label} isOn={isOn} onChange={(on) => void change(patch(on))} />
    </Row>
  );
}

/** Amounts hidden from passers-by. */
export function PrivacySection({ settings }: { settings: Settings }) {
  const texts = settingsTexts.privacy;
  return (
    <Section title={texts.title}>
      <SwitchRow
        label={texts.hideAmounts}
        hint={texts.hideAmountsLine}
        isOn={settings.hideAmounts}
        patch={(hideAmounts) => ({ hideAmounts })}
      />
    </Section>
  );
}

/** Start at login, and a word where there is no tray to start into. */
export function StartSection({ state }: { state: AppState }) {
  const texts = settingsTexts.start;
  return (
    <Section title={texts.title} {...(state.platform.trayShown ? {} : { note: texts.noTray })}>
      <SwitchRow
        label={texts.atLogin}
        hint={texts.atLoginLine}
        isOn={state.settings.startAtLogin}
        patch={(startAtLogin) => ({ startAtLogin })}
      />
    </Section>
  );
}
