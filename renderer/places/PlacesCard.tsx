// The list of places that use the key, to be read and changed: in the wizard and in settings alike. The list is main's; each
// change sends it whole. It must never hold a key.
import { useRef, useState } from 'react';
import type { Place } from '../../app/bridge/contract';
import { placeKinds, placesTexts as texts } from '../../app/texts/places';
import { Refusal } from '../onboarding/Refusal';
import { call } from '../ui/bridge';
import { Button, IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import type { Problem } from '../../app/bridge/contract';
import { kindIcons } from './kind-icons';
import { PlaceForm } from './PlaceForm';
import styles from './PlacesCard.module.css';

/** No place has this id: the form is for one that is not on the list yet. */
const unsaved = '';

interface PlacesCardProps {
  places: readonly Place[];
  /** What the list is for, where it is shown. */
  line?: string;
}

/** Title, list, and the form for one of them. */
export function PlacesCard({ places, line = texts.line }: PlacesCardProps) {
  const [edited, setEdited] = useState<string | null>(null);
  const [removed, setRemoved] = useState<{ place: Place; index: number } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const add = useRef<HTMLButtonElement>(null);

  const change = async (next: readonly Place[]): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    const answer = await call('places.change', { places: [...next] });
    setBusy(false);
    if (!answer.ok) setProblem(answer.problem);
    return answer.ok;
  };
  const save = async (place: Place) => {
    const known = places.some(({ id }) => id === place.id);
    const saved = await change(
      known ? places.map((each) => (each.id === place.id ? place : each)) : [...places, place],
    );
    if (saved) setEdited(null);
  };
  const remove = async (place: Place, index: number) => {
    if (!(await change(places.filter(({ id }) => id !== place.id)))) return;
    setRemoved({ place, index });
    // The row with the focus is gone.
    add.current?.focus();
  };
  const undo = async () => {
    if (removed === null) return;
    if (await change(places.toSpliced(removed.index, 0, removed.place))) setRemoved(null);
  };

  return (
    <section className={styles.section} aria-label={texts.title}>
      <h2 className={styles.title}>{texts.title}</h2>
      <div className={styles.card}>
        {places.length === 0 && edited === null ? (
          <div className={styles.empty}>
            <p className={styles.name}>{texts.empty}</p>
            <p className={styles.where}>{texts.emptyLine}</p>
          </div>
        ) : null}
        <ul>
          {places.map((place, index) => (
            <li key={place.id} className={styles.place}>
              {edited === place.id ? (
                <PlaceForm place={place} busy={busy} onSave={save} onCancel={() => setEdited(null)} />
              ) : (
                <PlaceRow place={place} onEdit={() => setEdited(place.id)} onRemove={() => void remove(place, index)} />
              )}
            </li>
          ))}
        </ul>
        {edited === unsaved ? (
          <div className={styles.place}>
            <PlaceForm place={null} busy={busy} onSave={save} onCancel={() => setEdited(null)} />
          </div>
        ) : (
          <div className={styles.foot}>
            <Button
              ref={add}
              kind="quiet"
              icon="plus"
              isDisabled={places.length >= 100}
              onPress={() => {
                setRemoved(null);
                setEdited(unsaved);
              }}
            >
              {texts.add}
            </Button>
            {removed === null ? null : (
              <p className={styles.removed} role="status">
                {texts.removed(removed.place.name)}{' '}
                <Button kind="quiet" icon="undo" onPress={() => void undo()}>
                  {texts.undo}
                </Button>
              </p>
            )}
          </div>
        )}
        {problem === null ? null : (
          <div className={styles.problem}>
            <Refusal problem={problem} />
          </div>
        )}
      </div>
      <p className={styles.note}>{line}</p>
    </section>
  );
}

interface PlaceRowProps {
  place: Place;
  onEdit: () => void;
  onRemove: () => void;
}

function PlaceRow({ place, onEdit, onRemove }: PlaceRowProps) {
  return (
    <div className={styles.row}>
      <span className={styles.tile}>
        <Icon name={kindIcons[place.kind]} />
      </span>
      <div className={styles.words}>
        <p className={styles.name}>{place.name}</p>
        <p className={styles.where}>
          {[placeKinds[place.kind], place.where].filter((part) => part !== '').join(' · ')}
        </p>
        {place.note === '' ? null : <p className={styles.where}>{place.note}</p>}
      </div>
      <IconButton icon="edit" label={texts.edit(place.name)} onPress={onEdit} />
      <IconButton icon="trash" label={texts.remove(place.name)} onPress={onRemove} />
    </div>
  );
}
