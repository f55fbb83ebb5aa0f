// The page instead of a step while the settings name another address than the one that the rotation was started for:
// what waits, and the two choices. It must not offer anything that needs a key: the keys are for the other address.
import { useState } from 'react';
import type { Rotation } from '../../app/model/rotation/rotation';
import { elsewhereTexts as texts } from '../../app/texts/wizard/wizard-elsewhere';
import { Refusal } from '../onboarding/Refusal';
import { ask } from '../ui/bridge';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Dialog';
import { Note, Notes } from './step/Note';
import { Group, Step } from './step/Step';
import styles from './Abandon.module.css';
import { useCall } from './step/use-call';

/** `origin`: what the settings name; empty if that is not a safe address. */
export function WrongAddress({ rotation, origin }: { rotation: Rotation; origin: string }) {
  const own = rotation.origin ?? '';
  return (
    <Step
      title={texts.title}
      lead={origin === '' ? texts.leadUnsafe({ own }) : texts.lead({ own, now: origin })}
      actions={
        <Button
          kind="primary"
          icon="settings"
          onPress={() => ask('account.open', { area: 'settings', section: 'advanced' })}
        >
          {texts.settings}
        </Button>
      }
    >
      <Group title={texts.ways}>
        <Notes>
          <Note tone="info" title={texts.back} line={texts.backLine({ own })} />
          <Note tone="plain" title={texts.end} line={whatStays(rotation)} action={<End rotation={rotation} />} />
        </Notes>
      </Group>
    </Step>
  );
}

/** What becomes of the keys when it is ended here. */
function whatStays(rotation: Rotation): string {
  const own = rotation.origin ?? '';
  if (rotation.step === 'copy' || rotation.step === 'update') {
    return rotation.copied === null ? texts.staysUncopied({ own }) : texts.stays({ own });
  }
  if (rotation.newFingerprint !== null) return texts.isKept({ own });
  return rotation.sentToDashboard.length > 0 ? texts.wasSent : texts.nothing;
}

function End({ rotation }: { rotation: Rotation }) {
  const [asking, setAsking] = useState(false);
  const calls = useCall();
  const end = async () => {
    const answer = await calls.run('rotation.abandon', undefined);
    if (answer?.ok) setAsking(false);
  };
  return (
    <>
      <Button onPress={() => setAsking(true)}>{texts.endButton}</Button>
      <Confirm
        title={texts.endTitle}
        isOpen={asking}
        confirmLabel={texts.endConfirm}
        cancelLabel={texts.endCancel}
        isDangerous={rotation.sentToDashboard.length > 0}
        busy={calls.busy !== null}
        onConfirm={() => void end()}
        onCancel={() => setAsking(false)}
      >
        <div className={styles.meaning}>
          <p>{whatStays(rotation)}</p>
          {calls.problem === null ? null : <Refusal problem={calls.problem} />}
        </div>
      </Confirm>
    </>
  );
}
