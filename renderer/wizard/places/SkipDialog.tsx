// Asks why a place is left without the new key: the receipt says so.
import { useState } from 'react';
import type { Place } from '../../../app/model/places/place';
import { wizardPlacesTexts as texts } from '../../../app/texts/wizard/place-states';
import { placesTexts } from '../../../app/texts/wizard/places';
import { Refusal } from '../../onboarding/Refusal';
import { looksLikeKey } from '../../places/looks-like-key';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/fields/TextField';
import type { Calls } from '../step/use-call';
import styles from './places.module.css';

interface SkipDialogProps {
  place: Place;
  calls: Calls;
  onClose: () => void;
}

/** The question. */
export function SkipDialog({ place, calls, onClose }: SkipDialogProps) {
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const text = reason.trim();
  const wrong = looksLikeKey(text)
    ? placesTexts.looksLikeKey
    : hasTried && text === ''
      ? texts.skipReasonMissing
      : null;
  const skip = async () => {
    setTried(true);
    if (text === '' || looksLikeKey(text)) return;
    const answer = await calls.run('places.skip', { placeId: place.id, reason: text });
    if (answer?.ok) onClose();
  };
  return (
    <Dialog title={texts.skipTitle({ name: place.name })} isOpen closes="by-escape" onClose={onClose}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void skip();
        }}
      >
        <p>{texts.skipLine}</p>
        <TextField label={texts.skipReason} maxLength={200} value={reason} error={wrong} onChange={setReason} />
        {calls.problem === null ? null : <Refusal problem={calls.problem} />}
        <div className={styles.formButtons}>
          <Button onPress={onClose}>{placesTexts.cancel}</Button>
          <Button kind="primary" type="submit" busy={calls.busy === 'places.skip'}>
            {texts.skipConfirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
