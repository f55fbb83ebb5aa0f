// The last step: what happened and what was proved, to keep; and what is still to be done outside NineTray.
import { useState } from 'react';
import type { Rotation } from '../../../app/model/rotation/rotation';
import type { AppState } from '../../../app/model/state/app-state';
import { receiptTexts as texts } from '../../../app/texts/wizard/wizard-after';
import { Refusal } from '../../onboarding/Refusal';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import styles from './Receipt.module.css';
import { runOf } from '../../places/run-facts';
import { StillRunning } from '../places/StillRunning';
import { DeadCopies } from './DeadCopies';
import { ReceiptFacts } from './ReceiptFacts';
import { hasOpenWork } from '../step/facts';
import { Step } from '../step/Step';
import { StillAccepted } from './StillAccepted';
import { useCall } from '../step/use-call';

/** The receipt, saving it, and the end. */
export function Receipt({ state, rotation }: { state: AppState; rotation: Rotation }) {
  const calls = useCall();
  const [saved, setSaved] = useState(false);
  const save = async () => {
    setSaved(false);
    const answer = await calls.run('receipt.export', { id: rotation.id });
    setSaved(answer?.ok === true && answer.value.saved);
  };
  return (
    <Step
      title={hasOpenWork(rotation) ? texts.titleOpen : texts.title}
      lead={texts.lead}
      aside={
        <Button icon="receipt" busy={calls.busy === 'receipt.export'} onPress={() => void save()}>
          {texts.export}
        </Button>
      }
      actions={
        <Button
          kind="primary"
          icon="check"
          busy={calls.busy === 'rotation.finish'}
          onPress={() => void calls.run('rotation.finish', undefined)}
        >
          {texts.done}
        </Button>
      }
    >
      <div className={styles.reminders}>
        <Banner tone="warning" detail={texts.mailLine}>
          {texts.mailTitle}
        </Banner>
        {rotation.copied?.how === 'file' ? (
          <Banner tone="warning" detail={texts.fileLine}>
            {texts.fileTitle}
          </Banner>
        ) : null}
        {rotation.entry === 'leak' ? (
          <Banner tone="warning" detail={texts.leakLine}>
            {texts.leakTitle}
          </Banner>
        ) : null}
        <StillRunning programs={state.places.stillRunning} />
        <StillAccepted rotation={rotation} nextCheckAt={state.rotation.nextCheckAt} />
      </div>
      <div className={styles.paper}>
        <ReceiptFacts rotation={rotation} run={runOf(state.places, rotation.id)} />
      </div>
      <DeadCopies scan={state.places.scan} />
      <output className={styles.saved}>{saved ? texts.exported : ''}</output>
      {calls.problem === null ? null : <Refusal problem={calls.problem} />}
    </Step>
  );
}
