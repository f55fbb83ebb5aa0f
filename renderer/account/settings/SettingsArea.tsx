// The settings: one area with six sections that one can jump to. Each control shows main's state and requests one small
// change.
import { type ReactNode, useEffect } from 'react';
import { type SettingsSection, settingsSections } from '../../../app/model/lists/areas';
import type { AppState } from '../../../app/model/state/app-state';
import { settingsSectionNames, settingsTexts as texts } from '../../../app/texts/settings';
import {
  HideAmountsRow,
  MenuBarRow,
  PopoverReadyRow,
  StartAtLoginRow,
  ThemeRow,
  TrayIconRow,
} from '../../settings/Appearance';
import { RefreshSection } from '../../settings/Refresh';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Row, Section, SectionLevel } from '../../ui/Section';
import { Notifications } from '../alerts/Notifications';
import { SubAccountAlerts } from '../alerts/SubAccountAlerts';
import { Watched } from '../alerts/Watched';
import { AreaFrame } from '../frame/AreaFrame';
import { AboutSection } from './About';
import { ApiSection } from './ApiSection';
import { AddressSection, ProxySection } from './Connection';
import { KeySection } from './Key';
import { KeyHistory } from './KeyHistory';
import { LanguageRow } from './LanguageRow';
import { LocalAppSettings } from './LocalAppSettings';
import promises from './Promises.module.css';
import styles from './SettingsArea.module.css';
import { OpenShortcutRow } from './OpenShortcutRow';
import { StorageProblems } from './StorageProblems';
import { UpdatesSection } from './Updates';

interface SettingsAreaProps {
  state: AppState;
  /** The section to go to; null: the beginning. */
  section: SettingsSection | null;
}

const headingId = (section: SettingsSection) => `settings-${section}`;

function jumpTo(section: SettingsSection): void {
  const heading = document.getElementById(headingId(section));
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}

/** All settings. */
export function SettingsArea({ state, section }: SettingsAreaProps) {
  const { settings, platform, rotation, source } = state;
  useEffect(() => {
    if (section !== null) jumpTo(section);
  }, [section]);

  return (
    <AreaFrame area="settings">
      <nav aria-label={texts.sections} className={styles.jumps}>
        {settingsSections.map((each) => (
          <Button key={each} kind="quiet" onPress={() => jumpTo(each)}>
            {settingsSectionNames[each]}
          </Button>
        ))}
      </nav>
      <StorageProblems problems={state.storage} />
      <Group section="account">
        <KeySection state={state} />
        <KeyHistory receipts={rotation.receipts} view={state.places} />
      </Group>
      <Group section="alerts">
        <Notifications settings={settings} />
        <Watched settings={settings} />
        <SubAccountAlerts state={state} />
      </Group>
      <Group section="appearance">
        <Section title={texts.looks.title}>
          <ThemeRow settings={settings} />
          {platform.os === 'darwin' ? <MenuBarRow settings={settings} /> : <TrayIconRow settings={settings} />}
        </Section>
        <Section title={texts.language.title}>
          <LanguageRow settings={settings} />
        </Section>
        <Section title={texts.start.title} {...(platform.trayShown ? {} : { note: texts.start.noTray })}>
          <StartAtLoginRow settings={settings} platform={platform} />
        </Section>
        <Section title={texts.ready.title} note={texts.ready.line}>
          <PopoverReadyRow settings={settings} />
        </Section>
        <Section title={texts.shortcut.title}>
          <OpenShortcutRow settings={settings} platform={platform} />
        </Section>
      </Group>
      <Group section="connection">
        <ProxySection state={state} />
        <RefreshSection settings={settings} />
      </Group>
      <Group section="privacy">
        <Section title={texts.privacy.title}>
          <HideAmountsRow settings={settings} />
        </Section>
        <Promises />
      </Group>
      <Group section="advanced">
        <AddressSection state={state} />
        <ApiSection apiCheck={state.apiCheck} />
        {source.kind === 'demo' ? null : (
          <Section title={texts.api.localApp}>
            <LocalAppSettings settings={settings} />
          </Section>
        )}
        <UpdatesSection state={state} />
        <AboutSection platform={platform} />
      </Group>
    </AreaFrame>
  );
}

function Group({ section, children }: { section: SettingsSection; children: ReactNode }) {
  const id = headingId(section);
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h2 id={id} tabIndex={-1} className={styles.heading}>
        {settingsSectionNames[section]}
      </h2>
      <SectionLevel value={3}>{children}</SectionLevel>
    </section>
  );
}

function Promises() {
  return (
    <Section title={texts.promises.title}>
      <Row stacked>
        <ul className={promises.promises}>
          {[texts.promises.key, texts.promises.telemetry].map((line) => (
            <li key={line}>
              <Icon name="shield" />
              <span>{line}</span>
            </li>
          ))}
        </ul>
      </Row>
    </Section>
  );
}
