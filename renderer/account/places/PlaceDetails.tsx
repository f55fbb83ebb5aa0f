// The details of one place: where it is, how the new key gets there, and all that is run for it.
import type { ReactNode } from 'react';
import type { Place } from '../../../app/model/places/place';
import { keyPlacesTexts as texts } from '../../../app/texts/account/places';
import { placesTexts } from '../../../app/texts/wizard/places';
import { Button, IconButton } from '../../ui/Button';
import { CommandView } from './CommandView';
import styles from './PlaceDetails.module.css';

interface PlaceDetailsProps {
  place: Place;
  isBusy: boolean;
  onEdit: () => void;
  onRemove: () => void;
  onClose: () => void;
}

function focusOn(heading: HTMLHeadingElement | null): void {
  heading?.focus({ preventScroll: true });
}

/** The pane beside the table; in place of it where the window is narrow. */
export function PlaceDetails({ place, isBusy, onEdit, onRemove, onClose }: PlaceDetailsProps) {
  return (
    <section className={styles.pane} aria-label={texts.detailsOf({ name: place.name })}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 ref={focusOn} tabIndex={-1} className={styles.title}>
            {place.name}
          </h2>
          <p className={styles.small}>{placesTexts.kinds[place.kind]}</p>
        </div>
        <IconButton icon="close" label={texts.closeDetails} onPress={onClose} />
      </header>
      <div className={styles.body}>
        {place.where === '' ? null : (
          <Part title={texts.columns.where}>
            <p className={styles.path}>{place.where}</p>
          </Part>
        )}
        <Update place={place} />
        {place.note === '' ? null : (
          <Part title={placesTexts.note}>
            <p className={styles.text}>{place.note}</p>
          </Part>
        )}
      </div>
      <footer className={styles.foot}>
        <Button kind="danger" icon="trash" busy={isBusy} onPress={onRemove}>
          {texts.removeButton}
        </Button>
        <Button icon="edit" onPress={onEdit}>
          {texts.editButton}
        </Button>
      </footer>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3 className={styles.partTitle}>{title}</h3>
      {children}
    </section>
  );
}

function Update({ place: { update = { by: 'hand' }, hook, check } }: { place: Place }) {
  return (
    <>
      <Part title={texts.update}>
        <p className={styles.text}>{texts.howLine[update.by]}</p>
        {update.by === 'command' ? <CommandView command={update.command} /> : null}
      </Part>
      {update.by === 'file' || update.by === 'command' ? (
        <>
          <Part title={texts.restart}>
            {hook === undefined ? <p className={styles.text}>{texts.none}</p> : <CommandView command={hook} />}
          </Part>
          <Part title={texts.check}>
            {check === undefined ? <p className={styles.text}>{texts.none}</p> : <CommandView command={check} />}
          </Part>
        </>
      ) : null}
    </>
  );
}
