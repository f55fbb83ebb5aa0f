// Asks before the account's key is written back into a place that uses the gateway.
import { useState } from 'react';
import type { Problem } from '../../../../app/model/problem';
import type { Place } from '../../../../app/model/places/place';
import { placeGatewayTexts as texts } from '../../../../app/texts/account/places';
import { placesTexts } from '../../../../app/texts/wizard/places';
import { call } from '../../../ui/bridge';
import { Checkbox } from '../../../ui/fields/Checkbox';
import { FormDialog } from '../../form/FormDialog';
import { MovedDialog } from './MovedDialog';

interface LeaveGatewayDialogProps {
  place: Place;
  /** There is a token that could be revoked. */
  hasConsumer: boolean;
  onClose: () => void;
}

/** The question; where the restart afterwards failed, why. */
export function LeaveGatewayDialog({ place: { id, name, update }, hasConsumer, onClose }: LeaveGatewayDialogProps) {
  const [revokes, setRevokes] = useState(hasConsumer);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [failure, setFailure] = useState<Problem | null>(null);
  const leave = async () => {
    setBusy(true);
    const answer = await call('places.leaveGateway', { placeId: id, revokes });
    setBusy(false);
    if (!answer.ok) setProblem(answer.problem);
    else if (answer.value.problem !== null) setFailure(answer.value.problem);
    else onClose();
  };
  if (failure !== null) return <MovedDialog title={name} problem={failure} restarts onClose={onClose} />;
  return (
    <FormDialog
      title={texts.leaveTitle({ name })}
      submitLabel={texts.leaveConfirm}
      cancelLabel={placesTexts.cancel}
      isWide={false}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => void leave()}
      onClose={onClose}
    >
      <p>{texts.leaveLine({ path: update?.by === 'gateway' ? (update.path ?? '') : '' })}</p>
      {hasConsumer ? (
        <Checkbox isChecked={revokes} onChange={setRevokes}>
          {texts.revokes}
        </Checkbox>
      ) : null}
    </FormDialog>
  );
}
