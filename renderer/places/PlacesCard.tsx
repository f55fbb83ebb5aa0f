// The list of places that use the key, in the wizard and in settings. It must never hold a key.
import type { ReactNode, Ref } from 'react';
import type { Place } from '../../app/model/places/place';
import { placesTexts as texts } from '../../app/texts/wizard/places';
import { Refusal } from '../onboarding/Refusal';
import { Button, IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { SectionTitle } from '../ui/Section';
import { kindIcons } from './kind-icons';
import { PlaceForm } from './PlaceForm';
import styles from './PlacesCard.module.css';
import { type PlacesEditor, unsaved } from './use-places';

/** As many as the contract takes. */
const MOST_PLACES = 500;

interface PlacesCardProps {
  places: readonly Place[];
  /** Of these places: `usePlaces`. It also tells the component around the card whether a form is open. */
  editor: PlacesEditor;
  /** What the list is for, where it is shown. */
  line?: string;
  /** Below the list, where it is empty and no form is open. */
  children?: ReactNode;
}

function takeFocus(element: HTMLButtonElement | null): void {
  element?.focus();
}

/** Title, list, and the form for one of them. */
export function PlacesCard({ places, editor, line = texts.line, children }: PlacesCardProps) {
  const { edited, removed, problem, isBusy } = editor;
  return (
    <section className={styles.section} aria-label={texts.title}>
      <SectionTitle>{texts.title}</SectionTitle>
      <div className={styles.card}>
        {places.length === 0 && edited === null ? (
          <div className={styles.empty}>
            <p className={styles.name}>{texts.empty}</p>
            <p className={styles.where}>{texts.emptyLine}</p>
            {children === undefined ? null : <div className={styles.nowhere}>{children}</div>}
          </div>
        ) : null}
        <ul>
          {places.map((place) => (
            <li key={place.id} className={styles.place}>
              {edited === place.id ? (
                <PlaceForm place={place} busy={isBusy} onSave={editor.save} onCancel={() => editor.close(place.id)} />
              ) : (
                <PlaceRow
                  place={place}
                  editRef={editor.returnTo === place.id ? takeFocus : null}
                  isLocked={edited !== null}
                  onEdit={() => editor.open(place.id)}
                  onRemove={() => void editor.remove(place)}
                />
              )}
            </li>
          ))}
        </ul>
        {edited === unsaved ? (
          <div className={styles.place}>
            <PlaceForm place={null} busy={isBusy} onSave={editor.save} onCancel={() => editor.close(unsaved)} />
          </div>
        ) : (
          <Footer editor={editor} isFull={places.length >= MOST_PLACES} />
        )}
        <output className="only-spoken">{removed === null ? '' : texts.removed({ name: removed.name })}</output>
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

/** Adds a place, or restores the last removed one. */
function Footer({ editor, isFull }: { editor: PlacesEditor; isFull: boolean }) {
  const { removed, returnTo } = editor;
  return (
    <div className={styles.foot}>
      <Button
        ref={returnTo === unsaved ? takeFocus : null}
        kind="quiet"
        icon="plus"
        isDisabled={isFull || editor.edited !== null}
        onPress={() => editor.open(unsaved)}
      >
        {texts.add}
      </Button>
      {removed === null ? null : (
        <p className={styles.removed}>
          {texts.removed({ name: removed.name })}{' '}
          <Button kind="quiet" icon="undo" onPress={() => void editor.undo()}>
            {texts.undo}
          </Button>
        </p>
      )}
    </div>
  );
}

interface PlaceRowProps {
  place: Place;
  editRef: Ref<HTMLButtonElement>;
  /** Another place is in the form, which stays open until it is saved or cancelled. */
  isLocked: boolean;
  onEdit: () => void;
  onRemove: () => void;
}

function PlaceRow({ place, editRef, isLocked, onEdit, onRemove }: PlaceRowProps) {
  return (
    <div className={styles.row}>
      <span className={styles.tile}>
        <Icon name={kindIcons[place.kind]} />
      </span>
      <div className={styles.words}>
        <p className={styles.name}>{place.name}</p>
        <p className={styles.where}>
          {[texts.kinds[place.kind], place.where].filter((part) => part !== '').join(' · ')}
        </p>
        {place.note === '' ? null : <p className={styles.where}>{place.note}</p>}
      </div>
      <IconButton
        ref={editRef}
        icon="edit"
        label={texts.edit({ name: place.name })}
        isDisabled={isLocked}
        onPress={onEdit}
      />
      <IconButton icon="trash" label={texts.remove({ name: place.name })} isDisabled={isLocked} onPress={onRemove} />
    </div>
  );
}
