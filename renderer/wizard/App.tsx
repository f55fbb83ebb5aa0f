// The wizard's window: which step is shown, and what stays beside it. The state machine is in main; this shows it and
// sends the user's choices.
import { useState } from 'react';
import type { Rotation, RotationStep } from '../../app/model/rotation/rotation';
import type { AppState } from '../../app/model/state/app-state';
import { problemText } from '../../app/texts/problems/problems';
import { frameTexts as texts } from '../../app/texts/wizard/wizard';
import { sentences } from '../../app/texts/sentence';
import { type AppStateStore, useAppState } from '../ui/app-state';
import { Banner } from '../ui/Banner';
import { ask } from '../ui/bridge';
import { FailedAsk } from '../ui/FailedAsk';
import { Button } from '../ui/Button';
import { locale } from '../ui/locale';
import { NoSandboxBanner } from '../ui/NoSandboxBanner';
import { useNow } from '../ui/hooks/use-now';
import { useTheme } from '../ui/hooks/use-theme';
import { runOf, withOutcomes } from '../places/run-facts';
import { Waiting } from '../ui/Waiting';
import { CopyOnce } from './CopyOnce';
import { WrongAddress } from './WrongAddress';
import { isElsewhere } from './step/facts';
import { LiveAnnouncer } from './announcements/LiveAnnouncer';
import { Prepare } from './Prepare';
import { Prove } from './Prove';
import { Stepper } from './step/Stepper';
import { Receipt } from './receipt/Receipt';
import { Receive } from './Receive';
import { Regenerate } from './Regenerate';
import { Step } from './step/Step';
import { Update } from './Update';
import styles from './App.module.css';

/** The window's content. */
export function App({ store }: { store: AppStateStore }) {
  const state = useAppState(store);
  useTheme(state?.settings.theme);
  if (state === null) return <Waiting />;
  const { current } = state.rotation;
  return (
    <div className={styles.wizard}>
      <div className={styles.columns}>
        {current === null ? (
          <div className={styles.page}>
            <Notices state={state} />
            <Idle />
          </div>
        ) : (
          <Course key={current.id} state={state} rotation={withOutcomes(current, runOf(state.places, current.id))} />
        )}
      </div>
      <FailedAsk />
    </div>
  );
}

export interface StepViewProps {
  state: AppState;
  rotation: Rotation;
}

/** One rotation from start to end. */
function Course({ state, rotation }: StepViewProps) {
  // Someone else regenerated it, and the user has the new key: straight to the field for it, and back again.
  const [hasKey, setHasKey] = useState(false);
  const early = hasKey && rotation.step === 'prepare';
  const step: RotationStep = early ? 'receive' : rotation.step;
  return (
    <>
      <Stepper rotation={rotation} state={state} step={step} />
      <div className={styles.page}>
        <LiveAnnouncer view={state.rotation} />
        <Notices state={state} />
        {isElsewhere(rotation, state.source.origin) ? (
          <WrongAddress rotation={rotation} origin={state.source.origin} />
        ) : (
          <StepView
            key={step}
            step={step}
            state={state}
            rotation={rotation}
            onHasKey={() => setHasKey(true)}
            onBack={early ? () => setHasKey(false) : null}
          />
        )}
      </div>
    </>
  );
}

interface SomeStepProps extends StepViewProps {
  step: RotationStep;
  onHasKey: () => void;
  onBack: (() => void) | null;
}

function StepView({ step, state, rotation, onHasKey, onBack }: SomeStepProps) {
  switch (step) {
    case 'prepare':
      return <Prepare state={state} rotation={rotation} onHasKey={onHasKey} />;
    case 'regenerate':
      return <Regenerate rotation={rotation} />;
    case 'receive':
      return <Receive state={state} rotation={rotation} onBack={onBack} />;
    case 'prove':
      return <Prove state={state} rotation={rotation} />;
    case 'copy':
      return <CopyOnce state={state} rotation={rotation} />;
    case 'update':
      return <Update state={state} rotation={rotation} />;
    case 'receipt':
      return <Receipt state={state} rotation={rotation} />;
    default:
      return step satisfies never;
  }
}

/** What is true of the whole window, above its step. */
function Notices({ state }: { state: AppState }) {
  return (
    <header className={styles.notices}>
      <NoSandboxBanner sandboxed={state.platform.sandboxed} />
      <Journal problem={state.rotation.problem} />
    </header>
  );
}

/** Each step is written down before it is taken; while that fails, the next one waits. */
function Journal({ problem }: { problem: AppState['rotation']['problem'] }) {
  const now = useNow();
  if (problem === undefined) return null;
  const text = problemText(problem, locale(), now);
  return (
    <Banner tone="bad" role="alert" detail={sentences(texts.journalLine, text.title, text.next)}>
      {texts.journalTitle}
    </Banner>
  );
}

function Idle() {
  return (
    <Step
      title={texts.idleTitle}
      lead={texts.idleLine}
      actions={<Button onPress={() => ask('wizard.close', undefined)}>{texts.closeWindow}</Button>}
    />
  );
}
