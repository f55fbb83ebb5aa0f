// Where the user is: the seven steps with what has happened and when, what cannot be undone, the outage, and that
// closing is safe.
import { useCallback, useState } from 'react';
import type { AppState } from '../../../app/model/state/app-state';
import type { Rotation, RotationStep } from '../../../app/model/rotation/rotation';
import { formatCount, formatDuration } from '../../../app/texts/format';
import { outageEnd } from '../../../app/texts/wizard/receipt';
import { entryTitles, frameTexts as texts, stepNames, stepNote } from '../../../app/texts/wizard/wizard';
import { copyTexts } from '../../../app/texts/wizard/wizard-after';
import { aside } from '../../../app/texts/sentence';
import { ask } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { ExampleScript } from '../../ui/ExampleScript';
import { Icon } from '../../ui/Icon';
import { locale } from '../../ui/locale';
import { SourceBadge } from '../../ui/SourceBadge';
import { useSeconds } from '../../ui/hooks/use-seconds';
import { hasOpenWork, isFinal, standing, steps } from './facts';
import { closeKnowingly, useAskBeforeClosing } from './unsaved-key';
import styles from './Stepper.module.css';

interface StepperProps {
  rotation: Rotation;
  state: Pick<AppState, 'source' | 'exampleScript' | 'access'>;
  /** The step on the screen. */
  step: RotationStep;
}

/** The sidebar, which stays. */
export function Stepper({ rotation, state, step }: StepperProps) {
  const shown = (count: number) => formatCount(count, locale());
  return (
    <aside className={styles.rail} aria-label={texts.where}>
      <div className={styles.head}>
        <p className={styles.title}>{entryTitles[rotation.entry]}</p>
        <SourceBadge source={state.source} />
        <ExampleScript script={state.exampleScript} />
      </div>
      <p className={styles.compact} aria-hidden="true">
        {texts.stepOf({ number: shown(steps.indexOf(step) + 1), all: shown(steps.length), name: stepNames[step] })}
      </p>
      <Outage rotation={rotation} />
      <Holding holding={state.access.holding} />
      <ol className={styles.steps}>
        {steps.map((each, index) => (
          <StepperItem key={each} each={each} number={index + 1} current={step} rotation={rotation} />
        ))}
      </ol>
      {/* A complete receipt leaves nothing to finish later. */}
      {rotation.step === 'receipt' && !hasOpenWork(rotation) ? null : <Leave rotation={rotation} />}
    </aside>
  );
}

interface RailStepProps {
  each: RotationStep;
  number: number;
  current: RotationStep;
  rotation: Rotation;
}

function StepperItem({ each, number, current, rotation }: RailStepProps) {
  const stands = standing(each, current);
  const note = stands === 'to-come' ? null : stepNote(each, rotation, locale());
  return (
    <li className={styles.step} data-stands={stands} {...(stands === 'now' ? { 'aria-current': 'step' } : {})}>
      <span className={styles.marker} aria-hidden="true">
        {stands === 'done' ? <Icon name="check" /> : number}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{stepNames[each]}</span>
        <span className="only-spoken">{aside(texts.standing[stands])}</span>
        {note === null ? null : <span className={styles.note}>{note}</span>}
        {stands !== 'to-come' && isFinal(each, rotation) ? (
          <span className={styles.final}>
            <Icon name="lock" />
            {texts.final}
          </span>
        ) : null}
      </span>
    </li>
  );
}

/** From the first refusal of the old key until one of the two was accepted; nothing before that. */
function Outage({ rotation }: { rotation: Rotation }) {
  const from = rotation.oldKey.diedAt;
  const end = outageEnd(rotation);
  const runs = from !== null && end === null;
  const now = useSeconds(runs);
  if (from === null) return null;
  const lasted = Math.max(0, (end?.at ?? now) - from);
  return (
    <div className={styles.outage} data-runs={runs}>
      <Icon name="clock" className={styles.clock} />
      <p>
        <span className={styles.outageName}>{texts.outage}</span>{' '}
        <span role="timer" aria-live="off" className={styles.time}>
          {formatDuration(lasted, locale())}
        </span>
        <span className={styles.outageLine}>{end === null ? texts.outageRuns : texts.outageOver[end.by]}</span>
      </p>
    </div>
  );
}

/** What waits at the gateway for the new key; nothing while nothing does. */
function Holding({ holding }: { holding: AppState['access']['holding'] }) {
  const now = useSeconds(holding !== null);
  if (holding === null) return null;
  const oldest = formatDuration(Math.max(0, now - holding.since), locale());
  return (
    <p className={styles.holding}>
      <Icon name="lock" className={styles.clock} />
      {texts.holding({ count: holding.reads, oldest })}
    </p>
  );
}

/** That closing is safe, and closing. Before the key was copied it asks. */
function Leave({ rotation }: { rotation: Rotation }) {
  const [asking, setAsking] = useState(false);
  const isSession = rotation.storage === 'session' && rotation.copied === null && rotation.receivedAt !== null;
  const asks = rotation.step === 'copy' && rotation.copied === null;
  const onAsked = useCallback(() => setAsking(true), []);
  useAskBeforeClosing(asks, onAsked);
  return (
    <div className={styles.leave}>
      <p className={isSession ? styles.careful : undefined}>{isSession ? texts.safeSession : texts.safe}</p>
      <Button
        kind="quiet"
        className={styles.close}
        onPress={() => (asks ? setAsking(true) : ask('wizard.close', undefined))}
      >
        {texts.close}
      </Button>
      <Confirm
        title={copyTexts.closeTitle}
        isOpen={asks && asking}
        confirmLabel={copyTexts.closeConfirm}
        cancelLabel={copyTexts.closeCancel}
        isDangerous={isSession}
        onConfirm={closeKnowingly}
        onCancel={() => setAsking(false)}
      >
        {isSession ? copyTexts.closeMeaningSession : copyTexts.closeMeaning}
      </Confirm>
    </div>
  );
}
