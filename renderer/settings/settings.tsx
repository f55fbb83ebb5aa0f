// The settings, section by section. Each control shows main's state and asks for one small change; nothing is kept here.
import { useState } from 'react';
import type { AppState } from '../../app/model/state/app-state';
import { problemText } from '../../app/texts/problems/problems';
import { settingsTexts } from '../../app/texts/settings';
import { Onboarding } from '../onboarding/onboarding';
import { PlacesCard } from '../places/PlacesCard';
import { usePlaces } from '../places/use-places';
import { Banner } from '../ui/Banner';
import { IconButton } from '../ui/Button';
import { ask } from '../ui/bridge';
import { useNow } from '../ui/hooks/use-now';
import { View } from '../ui/View';
import { AboutSection } from './About';
import { AddressSection, ProxySection } from './Connection';
import { LowMarksSection, RefreshSection } from './Figures';
import { KeySection } from './Key';
import { AppearanceSection, PrivacySection, StartSection } from './Appearance';
import { KeyHistory } from './KeyHistory';
import styles from './settings.module.css';

interface SettingsViewProps {
  state: AppState;
  onClose: () => void;
}

/** All settings in one scrolling view. */
export function SettingsView({ state, onClose }: SettingsViewProps) {
  const [replacing, setReplacing] = useState(false);
  const places = usePlaces(state.rotation.places);
  const { settings } = state;

  if (replacing) {
    const toSettings = () => setReplacing(false);
    return <Onboarding state={state} onClose={toSettings} onSettings={toSettings} />;
  }
  return (
    <View title={settingsTexts.title} back={{ label: settingsTexts.back, onPress: onClose }} focusTitle>
      <StorageProblems problems={state.storage} />
      <KeySection state={state} onReplace={() => setReplacing(true)} />
      <PlacesCard places={state.rotation.places} editor={places} />
      <KeyHistory receipts={state.rotation.receipts} />
      <AddressSection state={state} />
      <ProxySection state={state} />
      <RefreshSection settings={settings} />
      <LowMarksSection settings={settings} />
      <AppearanceSection state={state} />
      <PrivacySection settings={settings} />
      <StartSection state={state} />
      <AboutSection platform={state.platform} />
    </View>
  );
}

/** What is wrong with the profile folder, each until it is over or dismissed. */
function StorageProblems({ problems }: { problems: AppState['storage'] }) {
  const now = useNow();
  if (problems.length === 0) return null;
  const texts = settingsTexts.storage;
  return (
    <section aria-label={texts.title} className={styles.problems}>
      {problems.map((problem) => {
        const text = problemText(problem, navigator.language, now);
        return (
          <Banner
            key={JSON.stringify(problem)}
            tone="warning"
            detail={
              <>
                {text.cause} {text.next}
              </>
            }
            corner={
              <IconButton
                icon="close"
                label={`${texts.dismiss}: ${text.title}`}
                onPress={() => ask('problem.dismiss', { kind: problem.kind })}
              />
            }
          >
            {text.title}
          </Banner>
        );
      })}
    </section>
  );
}
