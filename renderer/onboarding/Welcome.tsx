// The very first screen: three ways in. Starts the demo itself; the other two lead on.
import { useState } from 'react';
import type { Problem } from '../../app/model/problem';
import { onboardingTexts as texts, situationTexts } from '../../app/texts/onboarding';
import { Button } from '../ui/Button';
import { call } from '../ui/bridge';
import { NoSandboxBanner } from '../ui/NoSandboxBanner';
import { Hero } from './Hero';
import { Refusal } from './Refusal';
import styles from './screen.module.css';
import { OptionCard, OptionCards } from './OptionCards';

interface WelcomeProps {
  sandboxed: boolean;
  onKey: () => void;
  onGuide: () => void;
  onDemo: () => void;
  onClose: (() => void) | undefined;
  onSettings: (() => void) | undefined;
}

/** Three cards: a key, how to get one, the demo. */
export function Welcome({ sandboxed, onKey, onGuide, onDemo, onClose, onSettings }: WelcomeProps) {
  const [starting, setStarting] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const startDemo = async () => {
    setStarting(true);
    setProblem(null);
    const answer = await call('demo.start', undefined);
    setStarting(false);
    if (answer.ok) onDemo();
    else setProblem(answer.problem);
  };

  return (
    <main className={styles.screen}>
      <div className={styles.middle}>
        <Hero icon="logo" tone="accent" {...situationTexts['first-run']} />
        <OptionCards label={texts.waysIn}>
          <OptionCard icon="paste" title={texts.haveKey} line={texts.haveKeyLine} isFirst onPress={onKey} />
          <OptionCard icon="info" title={texts.needKey} line={texts.needKeyLine} onPress={onGuide} />
          <OptionCard
            icon="play"
            title={texts.showMe}
            line={starting ? texts.startingDemo : texts.showMeLine}
            busy={starting}
            onPress={() => void startDemo()}
          />
        </OptionCards>
        <output className="only-spoken">{starting ? texts.startingDemo : ''}</output>
        {problem === null ? null : <Refusal problem={problem} />}
        <NoSandboxBanner sandboxed={sandboxed} />
      </div>
      <footer className={styles.foot}>
        <div className={styles.links}>
          {onClose === undefined ? null : (
            <Button kind="quiet" icon="chevronStart" onPress={onClose}>
              {texts.back}
            </Button>
          )}
          {onSettings === undefined ? null : (
            <Button kind="quiet" icon="plug" onPress={onSettings}>
              {texts.addressAndProxy}
            </Button>
          )}
        </div>
        <p className={styles.small}>{texts.unofficial}</p>
      </footer>
    </main>
  );
}
