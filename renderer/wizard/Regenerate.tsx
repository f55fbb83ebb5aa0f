// The second step: the dashboard in the user's own browser, and the old key, which is checked meanwhile. It must not
// send the user to the button a second time without a reason: each click revokes a key.
import { useState } from 'react';
import type { Rotation } from '../../app/model/rotation/rotation';
import { formatClock } from '../../app/texts/format';
import {
  type AgainReason,
  dashboardClicks,
  regenerateTexts as texts,
  regenerateTitle,
  stoppedAt,
} from '../../app/texts/wizard/wizard';
import { Refusal } from '../onboarding/Refusal';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { locale } from '../ui/locale';
import { RadioGroup } from '../ui/fields/RadioGroup';
import { Abandon } from './Abandon';
import { Back } from './step/Back';
import { DashboardSteps } from './DashboardSteps';
import { mostWatched } from './step/facts';
import styles from './Regenerate.module.css';
import { Note, Notes } from './step/Note';
import { Group, Step } from './step/Step';
import { type Calls, useCall } from './step/use-call';

/** The button that opens the dashboard, and what to do there. */
export function Regenerate({ rotation }: { rotation: Rotation }) {
  const calls = useCall();
  const { entry, sentToDashboard } = rotation;
  const sent = sentToDashboard.at(-1);
  const hasKey = (
    <Button
      {...(sent === undefined ? {} : { kind: 'primary' as const, icon: 'paste' as const })}
      busy={calls.busy === 'rotation.next'}
      onPress={() => void calls.run('rotation.next', undefined)}
    >
      {texts.haveKey}
    </Button>
  );
  return (
    <Step
      title={regenerateTitle(entry)}
      lead={texts.lead}
      aside={
        <>
          <Back rotation={rotation} calls={calls} />
          <Abandon rotation={rotation} />
        </>
      }
      actions={
        sent === undefined ? (
          <Button
            kind="primary"
            icon="external"
            busy={calls.busy === 'rotation.openDashboard'}
            onPress={() => void calls.run('rotation.openDashboard', { why: 'first' })}
          >
            {texts.open}
          </Button>
        ) : (
          hasKey
        )
      }
    >
      <DashboardSteps first={entry === 'first'} clicks={dashboardClicks(entry)} />
      <div className={styles.visit}>
        {sent === undefined ? (
          <>
            <p>{texts.already}</p>
            {hasKey}
          </>
        ) : (
          <>
            <p>{texts.opened({ at: formatClock(sent.at, locale()) })}</p>
            <OpenAgain sentAt={sent.at} calls={calls} />
          </>
        )}
      </div>
      <OldKey rotation={rotation} />
      {calls.problem === null ? null : <Refusal problem={calls.problem} />}
    </Step>
  );
}

/** What is known of the old key at this moment. */
export function OldKey({ rotation: { oldKey, oldFingerprint, startedAt } }: { rotation: Rotation }) {
  const at = (moment: number) => formatClock(moment, locale());
  const { status, lastAcceptedAt, diedAt, watched, refusedOnceAt } = oldKey;
  if (oldFingerprint === null)
    return (
      <Notes>
        <Note tone="plain" title={texts.nothingWatched} />
      </Notes>
    );
  const isDoubtful = status !== 'dead' && refusedOnceAt !== undefined;
  return (
    <Group title={texts.watchTitle}>
      <Notes>
        {isDoubtful ? (
          <Note
            tone="waiting"
            title={texts.refusedOnce}
            line={texts.refusedOnceAt({ at: stoppedAt(refusedOnceAt, startedAt, locale()) })}
          />
        ) : null}
        {!isDoubtful && status === 'unknown' ? (
          <Note tone="plain" title={texts.unknown} line={texts.unknownLine} />
        ) : null}
        {!isDoubtful && status === 'alive' ? (
          <Note
            tone={watched < mostWatched ? 'waiting' : 'plain'}
            title={texts.alive}
            line={
              lastAcceptedAt === null
                ? null
                : watched < mostWatched
                  ? texts.aliveAt({ at: at(lastAcceptedAt) })
                  : texts.aliveRested({ at: at(lastAcceptedAt) })
            }
          />
        ) : null}
        {status === 'dead' ? (
          <Note
            tone="bad"
            title={texts.dead}
            line={diedAt === null ? null : texts.deadAt({ at: stoppedAt(diedAt, startedAt, locale()) })}
          />
        ) : null}
      </Notes>
    </Group>
  );
}

const reasons: readonly AgainReason[] = ['asked-again', 'key-not-received', 'wrong-account', 'new-key-refused'];

interface OpenAgainProps {
  sentAt: number;
  calls: Calls;
  /** The most likely reason, where it is known. */
  likely?: AgainReason;
}

/** A second visit to the button, which may kill a key that is in use: only with a reason. */
export function OpenAgain({ sentAt, calls, likely }: OpenAgainProps) {
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState<AgainReason | null>(null);
  const go = async () => {
    if (why === null) return;
    const answer = await calls.run('rotation.openDashboard', { why });
    setAsking(answer?.ok !== true);
  };
  return (
    <>
      <Button
        icon="external"
        onPress={() => {
          setWhy(likely ?? null);
          setAsking(true);
        }}
      >
        {texts.openAgain}
      </Button>
      <Dialog
        title={texts.againTitle}
        isOpen={asking}
        onClose={() => setAsking(false)}
        role="alertdialog"
        actions={
          <>
            <Button onPress={() => setAsking(false)}>{texts.againCancel}</Button>
            <Button
              kind={why === 'asked-again' ? 'primary' : 'danger'}
              icon="external"
              isDisabled={why === null}
              busy={calls.busy === 'rotation.openDashboard'}
              onPress={() => void go()}
            >
              {texts.againConfirm}
            </Button>
          </>
        }
      >
        <div className={styles.meaning}>
          <p>{texts.againMeaning({ at: formatClock(sentAt, locale()) })}</p>
          <RadioGroup
            label={texts.againReason}
            value={why}
            onChange={setWhy}
            choices={reasons.map((value) => ({ value, label: texts.reasons[value] }))}
          />
          {calls.problem === null ? null : <Refusal problem={calls.problem} />}
        </div>
      </Dialog>
    </>
  );
}
