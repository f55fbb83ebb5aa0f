// Whose key it is, and how to store it. Nothing is stored before the user confirms, and never unprotected without
// consent.
import { useId, useState } from 'react';
import type { AppState } from '../../app/model/state/app-state';
import type { KeyCandidate } from '../../app/model/state/key-candidate';
import { keepingLine, keepingTitle } from '../../app/texts/key-storage';
import { onboardingTexts as texts } from '../../app/texts/onboarding';
import { asSentence, sentenceGap } from '../../app/texts/sentence';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { RadioGroup } from '../ui/fields/RadioGroup';
import { NoSandboxBanner } from '../ui/NoSandboxBanner';
import { View } from '../ui/View';
import { AccountCard } from './AccountCard';
import styles from './ConfirmKey.module.css';
import type { KeyEntry } from './key-entry';
import { Refusal } from './Refusal';

interface ConfirmKeyProps {
  state: AppState;
  candidate: KeyCandidate;
  entry: KeyEntry;
  onKept: () => void;
}

/** The account so far, when the key belongs to another account than NineTray showed until now. */
function otherThan(state: AppState, candidate: KeyCandidate): string | null {
  const was = state.source.kind === 'demo' ? null : state.account.value;
  if (was === null || was.id === candidate.account.id) return null;
  return was.username ?? was.email ?? texts.nameUnknown;
}

/** The account, its fingerprint, the ways to keep the key, and the two answers. */
export function ConfirmKey({ state, candidate, entry, onKept }: ConfirmKeyProps) {
  const consentId = useId();
  const [storage, setStorage] = useState(candidate.storages[0] ?? 'session');
  const [consent, setConsent] = useState(false);
  const keeping = entry.busy === 'keeping';
  const was = otherThan(state, candidate);
  const isSame = state.source.kind !== 'demo' && candidate.fingerprint === state.key.fingerprint;

  // Main no longer has the key: keeping it cannot succeed any more.
  const isExpired = entry.problem?.kind === 'key-check-expired';

  const keep = async () => {
    if (await entry.keep({ storage, consent: storage === 'unprotected' && consent })) onKept();
  };

  return (
    <View title={texts.candidateTitle} back={{ label: texts.back, onPress: entry.abandon }} focusTitle>
      <p className={styles.lead}>{texts.candidateLead}</p>
      <AccountCard account={candidate.account} fingerprint={candidate.fingerprint} />
      {was === null ? null : <Banner tone="warning">{texts.otherAccount({ account: was })}</Banner>}
      {isSame ? <Banner tone="info">{texts.sameKey}</Banner> : null}
      {candidate.storages.includes('protected') ? null : <Banner tone="info">{texts.noKeyring}</Banner>}
      <NoSandboxBanner sandboxed={state.platform.sandboxed} />

      <div className={styles.card}>
        <RadioGroup
          label={texts.howToKeep}
          value={storage}
          onChange={setStorage}
          isDisabled={keeping}
          choices={candidate.storages.map((way, place) => ({
            value: way,
            label:
              place === 0 && candidate.storages.length > 1
                ? texts.suggested({ storage: keepingTitle[way] })
                : keepingTitle[way],
            hint: keepingLine(way, state.key.keyring),
          }))}
        />
        {storage === 'unprotected' ? (
          <div className={styles.consent}>
            <p id={consentId}>
              <strong>{asSentence(texts.consentTitle)}</strong>
              {sentenceGap()}
              {texts.consentMeaning}
            </p>
            <label className={styles.tick}>
              <input
                type="checkbox"
                checked={consent}
                aria-describedby={consentId}
                onChange={(event) => setConsent(event.currentTarget.checked)}
              />
              {texts.consent}
            </label>
          </div>
        ) : null}
      </div>

      {entry.problem === null ? null : <Refusal problem={entry.problem} />}
      <output className="only-spoken">{keeping ? texts.keeping : ''}</output>
      <div className={styles.actions}>
        {isExpired ? (
          <Button kind="primary" icon="paste" onPress={entry.abandon}>
            {texts.pasteAgain}
          </Button>
        ) : (
          <>
            <Button isDisabled={keeping} onPress={entry.abandon}>
              {texts.notMine}
            </Button>
            <Button
              kind="primary"
              icon="lock"
              busy={keeping}
              isDisabled={storage === 'unprotected' && !consent}
              onPress={() => void keep()}
            >
              {texts.keep}
            </Button>
          </>
        )}
      </div>
    </View>
  );
}
