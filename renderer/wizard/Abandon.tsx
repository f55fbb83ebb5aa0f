// Cancels a rotation while nothing was revoked. Asks first, since a user who was in the dashboard may have regenerated the key.
import { useState } from 'react';
import type { Rotation } from '../../app/model/rotation/rotation';
import { frameTexts as texts } from '../../app/texts/wizard/wizard';
import { Refusal } from '../onboarding/Refusal';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Dialog';
import styles from './Abandon.module.css';
import { canAbandon } from './step/facts';
import { useCall } from './step/use-call';

/** The button and its question; nothing once something was revoked. */
export function Abandon({ rotation }: { rotation: Rotation }) {
  const [asking, setAsking] = useState(false);
  const calls = useCall();
  if (!canAbandon(rotation)) return null;
  const sent = rotation.sentToDashboard.length > 0;
  const abandon = async () => {
    const answer = await calls.run('rotation.abandon', undefined);
    if (answer?.ok) setAsking(false);
  };
  return (
    <>
      <Button onPress={() => setAsking(true)}>{texts.abandon}</Button>
      <Confirm
        title={texts.abandonTitle}
        isOpen={asking}
        confirmLabel={texts.abandonConfirm}
        cancelLabel={texts.abandonCancel}
        isDangerous={sent}
        busy={calls.busy !== null}
        onConfirm={() => void abandon()}
        onCancel={() => setAsking(false)}
      >
        <div className={styles.meaning}>
          <p>{sent ? texts.abandonSent : texts.abandonMeaning}</p>
          {calls.problem === null ? null : <Refusal problem={calls.problem} />}
        </div>
      </Confirm>
    </>
  );
}
