// The list of places that use the key, to be read and changed: in the wizard and in settings alike. The list is main's; each
// change sends it whole. It must never hold a key.
import { type Ref, useState } from 'react';
import type { Place } from '../../app/model/rotation';
import { placeKinds, placesTexts as texts } from '../../app/texts/places';
import { Refusal } from '../onboarding/Refusal';
import { call } from '../ui/bridge';
import { Button, IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import type { Problem } from '../../app/model/problem';
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

function takeFocus(element: HTMLButtonElement | null): void {
  element?.focus();
}

/** Title, list, and the form for one of them. */
export function PlacesCard({ places, line = texts.line }: PlacesCardProps) {
  const [edited, setEdited] = useState<string | null>(null);
  /** What had the focus is gone: it goes to this place's button, or to the one that adds. */
  const [returnTo, setReturnTo] = useState<string | null>(null);
  const [removed, setRemoved] = useState<{ place: Place; index: number } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const change = async (next: readonly Place[]): Promise<boolean> => {
    setBusy(true);
    setProblem(null);
    setReturnTo(null);
    const answer = await call('places.change', { places: [...next] });
    setBusy(false);
    if (!answer.ok) setProblem(answer.problem);
    return answer.ok;
  };
  const open = (id: string) => {
    setEdited(id);
    setReturnTo(null);
  };
  const close = (id: string) => {
    setEdited(null);
    setReturnTo(id);
  };
  const save = async (place: Place) => {
    const known = places.some(({ id }) => id === place.id);
    const saved = await change(
      known ? places.map((each) => (each.id === place.id ? place : each)) : [...places, place],
    );
    if (saved) close(known ? place.id : unsaved);
  };
  const remove = async (place: Place, index: number) => {
    if (!(await change(places.filter(({ id }) => id !== place.id)))) return;
    setRemoved({ place, index });
    setReturnTo(unsaved);
  };
  const undo = async () => {
    if (removed === null) return;
    if (!(await change(places.toSpliced(removed.index, 0, removed.place)))) return;
    setRemoved(null);
    setReturnTo(unsaved);
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
                <PlaceForm place={place} busy={busy} onSave={save} onCancel={() => close(place.id)} />
              ) : (
                <PlaceRow
                  place={place}
                  editRef={returnTo === place.id ? takeFocus : null}
                  onEdit={() => open(place.id)}
                  onRemove={() => void remove(place, index)}
                />
              )}
            </li>
          ))}
        </ul>
        {edited === unsaved ? (
          <div className={styles.place}>
            <PlaceForm place={null} busy={busy} onSave={save} onCancel={() => close(unsaved)} />
          </div>
        ) : (
          <div className={styles.foot}>
            <Button
              ref={returnTo === unsaved ? takeFocus : null}
              kind="quiet"
              icon="plus"
              isDisabled={places.length >= 100}
              onPress={() => {
                setRemoved(null);
                open(unsaved);
              }}
            >
              {texts.add}
            </Button>
            {removed === null ? null : (
              <p className={styles.removed}>
                {texts.removed(removed.place.name)}{' '}
                <Button kind="quiet" icon="undo" onPress={() => void undo()}>
                  {texts.undo}
                </Button>
              </p>
            )}
          </div>
        )}
        <output className="only-spoken">{removed === null ? '' : texts.removed(removed.place.name)}</output>
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
  editRef: Ref<HTMLButtonElement>;
  onEdit: () => void;
  onRemove: () => void;
}

function PlaceRow({ place, editRef, onEdit, onRemove }: PlaceRowProps) {
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
      <IconButton ref={editRef} icon="edit" label={texts.edit(place.name)} onPress={onEdit} />
      <IconButton icon="trash" label={texts.remove(place.name)} onPress={onRemove} />
    </div>
  );
}
