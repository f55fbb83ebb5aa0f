// A key is stored, but the keyring does not hand it out: why, asking again, or entering the key anew. Deletes nothing.
import { useState } from 'react';
import type { Problem } from '../../app/bridge/contract';
import { onboardingTexts as texts, situationTexts } from '../../app/texts/onboarding';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { call } from '../ui/bridge';
import { Hero } from './Hero';
import { Refusal } from './Refusal';
import styles from './screen.module.css';
import type { AtKeyring } from './situation';
import { Way, Ways } from './Ways';

interface KeyringProps {
  situation: AtKeyring;
  onKey: () => void;
  onClose: (() => void) | undefined;
}

/** Waiting for the keyring, or what it answered. */
export function Keyring({ situation, onKey, onClose }: KeyringProps) {
  const [trying, setTrying] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const waiting = situation === 'asking' || trying;

  const retry = async () => {
    setTrying(true);
    setTried(false);
    setProblem(null);
    const answer = await call('key.retry', undefined);
    setTrying(false);
    setTried(answer.ok);
    if (!answer.ok) setProblem(answer.problem);
  };

  return (
    <main className={styles.screen}>
      <div className={styles.middle}>
        <Hero
          icon={waiting ? 'waiting' : 'lock'}
          tone={waiting ? 'accent' : 'warning'}
          {...situationTexts[situation]}
        />
        <Ways label={texts.waysIn}>
          {situation === 'asking' ? null : (
            <Way
              icon="refresh"
              title={texts.tryAgain}
              line={trying ? texts.tryingAgain : texts.tryAgainLine}
              isFirst
              busy={trying}
              onPress={() => void retry()}
            />
          )}
          <Way icon="key" title={texts.enterAgain} line={texts.enterAgainLine} onPress={onKey} />
        </Ways>
        <output className="only-spoken">{trying ? texts.tryingAgain : ''}</output>
        {problem === null ? null : <Refusal problem={problem} />}
        {tried && situation !== 'asking' ? (
          <Banner tone="warning" role="alert">
            {texts.stillNot}
          </Banner>
        ) : null}
      </div>
      {onClose === undefined ? null : (
        <footer className={styles.foot}>
          <Button kind="quiet" icon="chevronStart" onPress={onClose}>
            {texts.back}
          </Button>
        </footer>
      )}
    </main>
  );
}
