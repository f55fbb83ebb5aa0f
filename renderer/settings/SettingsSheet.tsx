// The popover's short sheet of settings: the key's state and what is changed most days. All others are an area of the account window.
import type { AppState } from '../../app/model/state/app-state';
import { settingsTexts as texts } from '../../app/texts/settings';
import { Button } from '../ui/Button';
import { Row, Section } from '../ui/Section';
import { View } from '../ui/View';
import { HideAmountsRow, StartAtLoginRow, ThemeRow } from './Appearance';
import { BeginRotation } from './BeginRotation';
import { KeyStatus } from './KeyStatus';
import { LeaveDemo } from './LeaveDemo';
import { RefreshRow } from './Refresh';

interface SettingsSheetProps {
  state: AppState;
  onClose: () => void;
  /** To where a key is entered. */
  onKey: () => void;
  /** To the area that has all of them. */
  onAll: () => void;
  onQuit: () => void;
}

/** The daily settings, and a link to all of them. */
export function SettingsSheet({ state, onClose, onKey, onAll, onQuit }: SettingsSheetProps) {
  const { key, settings, source, platform } = state;
  return (
    <View title={texts.title} back={{ label: texts.back, onPress: onClose }} focusTitle>
      <Section title={texts.key.title}>
        {source.kind === 'demo' ? (
          <LeaveDemo onKey={onKey} />
        ) : (
          <Row label={<KeyStatus status={key.status} />} hint={key.fingerprint}>
            <Button icon="key" onPress={onKey}>
              {key.status === 'absent' ? texts.key.enter : texts.key.replace}
            </Button>
          </Row>
        )}
        <BeginRotation state={state} isShort />
      </Section>
      <Section title={texts.daily} {...(platform.trayShown ? {} : { note: texts.start.noTray })}>
        <ThemeRow settings={settings} />
        <HideAmountsRow settings={settings} />
        <StartAtLoginRow settings={settings} platform={platform} />
        <RefreshRow settings={settings} />
      </Section>
      <Button wide kind="primary" icon="settings" onPress={onAll}>
        {texts.all}
      </Button>
      <Button wide kind="quiet" onPress={onQuit}>
        {texts.quit}
      </Button>
    </View>
  );
}
