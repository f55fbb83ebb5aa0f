// The form for one place: name, kind, where, a note. Refuses what looks like a key: the list is not for secrets.
import { type ComponentProps, useState } from 'react';
import type { Place } from '../../app/model/places/place';
import { placeKindOrder, placesTexts as texts } from '../../app/texts/wizard/places';
import { Button } from '../ui/Button';
import { SelectField } from '../ui/fields/SelectField';
import { TextField } from '../ui/fields/TextField';
import { looksLikeKey } from './looks-like-key';
import styles from './PlacesCard.module.css';

interface PlaceFormProps {
  /** Null for a new one. */
  place: Place | null;
  busy: boolean;
  onSave: (place: Place) => Promise<boolean>;
  onCancel: () => void;
}

type PressedKey = Parameters<NonNullable<ComponentProps<typeof TextField>['onKeyDown']>>[0];

function focusOn(field: HTMLInputElement | null): void {
  field?.focus();
}

/** The form; the first field takes the focus, Enter saves, Esc cancels. */
export function PlaceForm({ place, busy, onSave, onCancel }: PlaceFormProps) {
  const [draft, setDraft] = useState<Place>(
    () => place ?? { id: crypto.randomUUID(), name: '', kind: 'env-file', where: '', note: '' },
  );
  const [tried, setTried] = useState(false);
  const wrong = (text: string) => (looksLikeKey(text) ? texts.looksLikeKey : null);
  const nameWrong = wrong(draft.name) ?? (tried && draft.name.trim() === '' ? texts.nameMissing : null);
  const isGood = draft.name.trim() !== '' && ![draft.name, draft.where, draft.note].some(looksLikeKey);

  const save = () => {
    setTried(true);
    if (isGood && !busy) {
      void onSave({ ...draft, name: draft.name.trim(), where: draft.where.trim(), note: draft.note.trim() });
    }
  };
  const onKeyDown = (event: PressedKey) => {
    if (event.key === 'Escape') onCancel();
    else event.continuePropagation();
  };

  return (
    <form
      className={styles.form}
      aria-label={place === null ? texts.addTitle : texts.editTitle}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles.fields}>
        <TextField
          label={texts.name}
          placeholder={texts.namePlaceholder}
          inputRef={focusOn}
          onKeyDown={onKeyDown}
          maxLength={80}
          error={nameWrong}
          value={draft.name}
          onChange={(name) => setDraft({ ...draft, name })}
        />
        <SelectField
          label={texts.kind}
          value={draft.kind}
          onChange={(kind) => setDraft({ ...draft, kind })}
          choices={placeKindOrder.map((value) => ({ value, label: texts.kinds[value] }))}
        />
        <TextField
          label={texts.where}
          placeholder={texts.wherePlaceholder}
          onKeyDown={onKeyDown}
          maxLength={200}
          error={wrong(draft.where)}
          value={draft.where}
          onChange={(where) => setDraft({ ...draft, where })}
        />
        <TextField
          label={texts.note}
          placeholder={texts.notePlaceholder}
          onKeyDown={onKeyDown}
          maxLength={500}
          error={wrong(draft.note)}
          value={draft.note}
          onChange={(note) => setDraft({ ...draft, note })}
        />
      </div>
      <div className={styles.buttons}>
        <Button onPress={onCancel}>{texts.cancel}</Button>
        <Button kind="primary" type="submit" busy={busy}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
