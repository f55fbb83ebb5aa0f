// The key as settings show it: how it stands and how it is kept, replacing it, forgetting it, leaving the demo.
// Never shows or takes a key's text; replacing goes through renderer/onboarding.
import { useState } from 'react';
import type { Problem } from '../../app/model/problem';
import type { AppState } from '../../app/model/state/app-state';
import { formatMoment } from '../../app/texts/format';
import { keepingLine, keepingTitle } from '../../app/texts/key-storage';
import { settingsTexts } from '../../app/texts/settings';
import { Button } from '../ui/Button';
import { call } from '../ui/bridge';
import { Confirm } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { Row, Section } from '../ui/Section';
import styles from './Key.module.css';
import { BeginRow } from './KeyHistory';
import { FieldError } from './FieldError';

const texts = settingsTexts.key;

interface KeySectionProps {
  state: AppState;
  /** To the screens where a key is entered. */
  onReplace: () => void;
}

/** The section for the key at hand, or for the demo. */
export function KeySection({ state, onReplace }: KeySectionProps) {
  return (
    <Section title={texts.title}>
      {state.source.kind === 'demo' ? (
        <DemoRows onReplace={onReplace} />
      ) : (
        <KeyRows keyState={state.key} onReplace={onReplace} />
      )}
      <BeginRow state={state} />
    </Section>
  );
}

function DemoRows({ onReplace }: { onReplace: () => void }) {
  const [leaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const leave = async () => {
    setLeaving(true);
    const answer = await call('demo.stop', undefined);
    setLeaving(false);
    setProblem(answer.ok ? null : answer.problem);
  };

  return (
    <>
      <Row>
        <p className={styles.line}>{texts.demo}</p>
      </Row>
      <Row stacked>
        <div className={styles.actions}>
          <Button kind="primary" icon="key" onPress={onReplace}>
            {texts.ownKey}
          </Button>
          <Button busy={leaving} onPress={() => void leave()}>
            {texts.leaveDemo}
          </Button>
        </div>
        <FieldError problem={problem} />
      </Row>
    </>
  );
}

function toneOf(status: AppState['key']['status']): 'good' | 'info' | 'warning' | 'bad' {
  if (status === 'present') return 'good';
  if (status === 'refused') return 'bad';
  return status === 'asking' || status === 'absent' ? 'info' : 'warning';
}

/** When it was saved, or entered where nothing is on disk. */
function sinceWhen({ savedAt, storage }: AppState['key']): string {
  if (savedAt === null) return '';
  const moment = formatMoment(savedAt, navigator.language);
  return storage === 'session' ? texts.enteredAt(moment) : texts.savedAt(moment);
}

function KeyRows({ keyState, onReplace }: { keyState: AppState['key']; onReplace: () => void }) {
  const tone = toneOf(keyState.status);
  return (
    <>
      <Row label={texts.status} className={styles.fact}>
        <span className={styles.status}>
          <Icon name={tone} className={styles[tone]} />
          {texts.statusLine[keyState.status]}
        </span>
      </Row>
      {keyState.fingerprint === null ? null : (
        <Row label={texts.fingerprint} className={styles.fact}>
          <span className={styles.mark}>{keyState.fingerprint}</span>
        </Row>
      )}
      {keyState.storage === null ? null : (
        <Row
          label={`${texts.kept}: ${keepingTitle[keyState.storage]}`}
          hint={
            <>
              {keepingLine(keyState.storage, keyState.keyring)} {sinceWhen(keyState)}
            </>
          }
        />
      )}
      <Row stacked>
        <div className={styles.actions}>
          <Button icon="key" onPress={onReplace}>
            {keyState.status === 'absent' ? texts.enter : texts.replace}
          </Button>
          {keyState.status === 'absent' ? null : <ForgetKey />}
        </div>
      </Row>
    </>
  );
}

/** Forgetting takes two deliberate steps, and says what it does not do. */
function ForgetKey() {
  const [asking, setAsking] = useState(false);
  const [forgetting, setForgetting] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const forget = async () => {
    setForgetting(true);
    const answer = await call('key.forget', undefined);
    setForgetting(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setAsking(false);
  };

  return (
    <>
      <Button
        kind="danger"
        icon="trash"
        onPress={() => {
          setProblem(null);
          setAsking(true);
        }}
      >
        {texts.forget}
      </Button>
      <Confirm
        title={texts.forgetTitle}
        isOpen={asking}
        confirmLabel={texts.forgetConfirm}
        cancelLabel={texts.forgetCancel}
        isDangerous
        busy={forgetting}
        onConfirm={() => void forget()}
        onCancel={() => setAsking(false)}
      >
        <div className={styles.meaning}>
          <p>{texts.forgetMeaning}</p>
          <p>{texts.forgetAgain}</p>
          <FieldError problem={problem} />
        </div>
      </Confirm>
    </>
  );
}
