// A key is stored, but cannot be used yet: why, trying again, confirming its address, or entering it again.
import { useState } from 'react';
import type { Problem } from '../../app/model/problem';
import { onboardingTexts as texts, situationTexts } from '../../app/texts/onboarding';
import { problemText } from '../../app/texts/problems/problems';
import { sentences } from '../../app/texts/sentence';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { call } from '../ui/bridge';
import { useNow } from '../ui/hooks/use-now';
import { locale } from '../ui/locale';
import { NoSandboxBanner } from '../ui/NoSandboxBanner';
import { Hero } from './Hero';
import { Refusal } from './Refusal';
import styles from './screen.module.css';
import type { AtKeyring } from './entry-reason';
import { OptionCard, OptionCards } from './OptionCards';

interface KeyringProps {
  sandboxed: boolean;
  situation: AtKeyring;
  /** Why the stored key cannot be used, where main says so. */
  reason: Problem | undefined;
  onKey: () => void;
  onClose: (() => void) | undefined;
  onSettings: (() => void) | undefined;
}

function heroText(situation: AtKeyring, reason: Problem | undefined, now: number): { title: string; lead: string } {
  if (reason === undefined) return situationTexts[situation];
  const { title, cause, next } = problemText(reason, locale(), now);
  return { title, lead: sentences(cause, next) };
}

/** Waiting for the keyring, or what it answered. */
export function Keyring({ sandboxed, situation, reason, onKey, onClose, onSettings }: KeyringProps) {
  const now = useNow();
  const [trying, setTrying] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const waiting = situation === 'asking' || trying;

  const isUnconfirmed = reason?.kind === 'key-address-unconfirmed';
  const isForOther = reason?.kind === 'key-for-other-address';

  const retry = async () => {
    setTrying(true);
    setTried(false);
    setProblem(null);
    const answer = await call(isUnconfirmed ? 'key.useHere' : 'key.retry', undefined);
    setTrying(false);
    setTried(answer.ok && !isUnconfirmed);
    if (!answer.ok) setProblem(answer.problem);
  };

  return (
    <main className={styles.screen}>
      <div className={styles.middle}>
        <Hero
          icon={waiting ? 'waiting' : 'lock'}
          tone={waiting ? 'accent' : 'warning'}
          {...heroText(situation, isUnconfirmed || isForOther ? reason : undefined, now)}
        />
        <OptionCards label={texts.waysIn}>
          {situation === 'asking' || isForOther ? null : (
            <OptionCard
              icon={isUnconfirmed ? 'check' : 'refresh'}
              title={isUnconfirmed ? texts.confirmAddress : texts.tryAgain}
              line={trying ? texts.tryingAgain : isUnconfirmed ? texts.confirmAddressLine : texts.tryAgainLine}
              isFirst
              busy={trying}
              onPress={() => void retry()}
            />
          )}
          {(isForOther || isUnconfirmed) && onSettings !== undefined ? (
            <OptionCard icon="plug" title={texts.checkAddress} line={texts.checkAddressLine} onPress={onSettings} />
          ) : null}
          <OptionCard icon="key" title={texts.enterAgain} line={texts.enterAgainLine} onPress={onKey} />
        </OptionCards>
        <output className="only-spoken">{trying ? texts.tryingAgain : ''}</output>
        {problem === null ? null : <Refusal problem={problem} />}
        {tried && situation !== 'asking' ? (
          <Banner tone="warning" role="alert">
            {texts.stillNot}
          </Banner>
        ) : null}
        <NoSandboxBanner sandboxed={sandboxed} />
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
