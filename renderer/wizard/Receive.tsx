// The third step: the new key by paste, drop or hand, on its way to main. Its text is not kept.
import { type DragEvent, useId, useState } from 'react';
import type { Rotation } from '../../app/model/rotation/rotation';
import type { AppState } from '../../app/model/state/app-state';
import { dashboardClicks, frameTexts, receiveTexts as texts, regenerateTexts } from '../../app/texts/wizard/wizard';
import { Refusal } from '../onboarding/Refusal';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { OrLine } from '../onboarding/OrLine';
import { SecretField } from '../ui/fields/SecretField';
import { Abandon } from './Abandon';
import { Back } from './step/Back';
import { DashboardSteps } from './DashboardSteps';
import styles from './Receive.module.css';
import { OldKey, OpenAgain } from './Regenerate';
import { Step } from './step/Step';
import { type Calls, useCall } from './step/use-call';

interface ReceiveProps {
  state: AppState;
  rotation: Rotation;
  /** Back to the first step, if the user came from there. */
  onBack: (() => void) | null;
}

/** Paste it, or drop it, or type it; then it goes to main. */
export function Receive({ state, rotation, onBack }: ReceiveProps) {
  const refusalId = useId();
  const calls = useCall();
  const [over, setOver] = useState(false);
  const receiving = calls.busy === 'rotation.receive' || calls.busy === 'rotation.receiveClipboard';
  const session = state.key.canProtect === false && state.key.storage !== 'unprotected';

  const take = (text: string) => void calls.run('rotation.receive', { text });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const text = event.dataTransfer.getData('text');
    if (text !== '') take(text);
  };
  const mayDrop = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('text/plain')) return;
    event.preventDefault();
    setOver(true);
  };

  return (
    <Step
      title={texts.title}
      lead={session ? texts.leadSession : texts.lead}
      aside={
        onBack === null ? (
          <>
            <Back rotation={rotation} calls={calls} />
            <Abandon rotation={rotation} />
          </>
        ) : (
          <Button onPress={onBack}>{frameTexts.back}</Button>
        )
      }
      actions={onBack === null ? <ToDashboard rotation={rotation} calls={calls} /> : undefined}
    >
      <div
        className={styles.card}
        data-over={over}
        onDragEnter={mayDrop}
        onDragOver={mayDrop}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button
          kind="primary"
          icon="paste"
          wide
          busy={receiving}
          onPress={() => void calls.run('rotation.receiveClipboard', undefined)}
        >
          {receiving ? texts.receiving : texts.paste}
        </Button>
        <OrLine>{over ? texts.drop : texts.orByHand}</OrLine>
        <SecretField
          label={texts.label}
          hint={texts.hint}
          errorId={calls.problem === null ? null : refusalId}
          submitLabel={texts.submit}
          busy={receiving}
          onText={take}
        />
        {calls.problem === null ? null : <Refusal problem={calls.problem} id={refusalId} />}
      </div>
      <output className="only-spoken">{receiving ? texts.receiving : ''}</output>
      {rotation.sentToDashboard.length === 0 || rotation.oldFingerprint === null ? null : (
        <OldKey rotation={rotation} />
      )}
      {onBack === null ? (
        <details className={styles.clicks}>
          <summary>{texts.clicks}</summary>
          <DashboardSteps first={rotation.entry === 'first'} clicks={dashboardClicks(rotation.entry)} />
        </details>
      ) : null}
      <Banner tone="info" detail={texts.history[state.platform.os]}>
        {texts.historyTitle}
      </Banner>
    </Step>
  );
}

/** To the dashboard: without a question the first time, with one at any later time. */
function ToDashboard({ rotation, calls }: { rotation: Rotation; calls: Calls }) {
  const sent = rotation.sentToDashboard.at(-1);
  if (sent === undefined) {
    return (
      <Button
        icon="external"
        busy={calls.busy === 'rotation.openDashboard'}
        onPress={() => void calls.run('rotation.openDashboard', { why: 'first' })}
      >
        {regenerateTexts.open}
      </Button>
    );
  }
  return (
    <OpenAgain
      sentAt={sent.at}
      calls={calls}
      {...(rotation.oldKey.status === 'dead' ? { likely: 'key-not-received' as const } : {})}
    />
  );
}
