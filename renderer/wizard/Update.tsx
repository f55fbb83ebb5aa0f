// The sixth step: the places, one by one, with what to do in each. The user ticks them off; the key cannot be copied from here.
import { useState } from 'react';
import type { Rotation } from '../../app/model/rotation/rotation';
import type { AppState } from '../../app/model/state/app-state';
import { formatClock, formatCount } from '../../app/texts/format';
import { wizardPlacesTexts } from '../../app/texts/wizard/place-states';
import { placesTexts, placeSteps } from '../../app/texts/wizard/places';
import { updateTexts as texts } from '../../app/texts/wizard/wizard-after';
import { labelled, sentences } from '../../app/texts/sentence';
import { Refusal } from '../onboarding/Refusal';
import { kindIcons } from '../places/kind-icons';
import { PlacesCard } from '../places/PlacesCard';
import { progressOf, runOf } from '../places/run-facts';
import { usePlaces } from '../places/use-places';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/fields/Checkbox';
import { Icon } from '../ui/Icon';
import { locale } from '../ui/locale';
import { Step } from './step/Step';
import { RunRows } from './places/RunRows';
import { StillRunning } from './places/StillRunning';
import { ClipboardLine, clipboardOfKey } from './ClipboardLine';
import { StillAccepted } from './receipt/StillAccepted';
import styles from './Update.module.css';
import { useCall } from './step/use-call';

/** The list to work through. */
export function Update({ state, rotation }: { state: AppState; rotation: Rotation }) {
  const calls = useCall();
  const [wantsList, setWantsList] = useState(false);
  const editor = usePlaces(state.rotation.places);
  const { places, copied } = rotation;
  const clipboard = clipboardOfKey(state);
  // How long it can still be pasted, or that it may still be on the clipboard. Elsewhere it is shown that it is gone.
  const saysClipboard = clipboard.outcome === 'copied' || clipboard.outcome === 'failed';
  // With nothing to tick, the list is what is left to do here.
  const isListOpen = wantsList || places.length === 0;
  const { failed, own, hand } = progressOf(rotation, runOf(state.places, rotation.id));
  const done = places.filter(({ tickedAt }) => tickedAt !== null).length;
  const { diedAt } = rotation.oldKey;
  const tick = (placeId: string, ticked: boolean) => void calls.run('rotation.tick', { placeId, ticked });
  return (
    <Step
      title={texts.title}
      lead={places.length === 0 ? sentences(texts.empty, texts.emptyLine) : texts.lead}
      actions={
        <Button
          kind="primary"
          busy={calls.busy === 'rotation.next'}
          onPress={() => void calls.run('rotation.next', undefined)}
        >
          {done < places.length ? texts.nextOpen : texts.next}
        </Button>
      }
    >
      {saysClipboard ? <ClipboardLine clipboard={clipboard} /> : null}
      {places.length === 0 ? null : (
        <>
          <div className={styles.progress}>
            <p role="status">
              {texts.progress({ done: formatCount(done, locale()), all: formatCount(places.length, locale()) })}
            </p>
            <progress aria-label={texts.title} max={places.length} value={done} />
          </div>
          <RunRows title={wizardPlacesTexts.failedGroup} rows={failed} diedAt={diedAt} />
          <RunRows title={wizardPlacesTexts.ownGroup} rows={own} diedAt={diedAt} note={wizardPlacesTexts.apart} />
          {hand.length === 0 ? null : (
            <section className={styles.byHand} aria-label={wizardPlacesTexts.handGroup}>
              {failed.length + own.length === 0 ? null : (
                <h2 className={styles.groupHead}>{wizardPlacesTexts.handGroup}</h2>
              )}
              <ul className={styles.places}>
                {hand.map(({ entry }) => (
                  <PlaceToUpdate key={entry.place.id} {...entry} onTick={(ticked) => tick(entry.place.id, ticked)} />
                ))}
              </ul>
            </section>
          )}
          <StillRunning programs={state.places.stillRunning} />
          <Button
            kind="quiet"
            icon="edit"
            className={styles.more}
            aria-expanded={isListOpen}
            onPress={() => setWantsList(!wantsList)}
          >
            {texts.more}
          </Button>
        </>
      )}
      {isListOpen ? <PlacesCard places={state.rotation.places} editor={editor} line={placesTexts.lineLate} /> : null}
      {calls.problem === null ? null : <Refusal problem={calls.problem} />}
      {copied === null ? null : (
        <Banner tone="info" detail={texts.whereCopy[copied.how]}>
          {texts.whereCopyTitle}
        </Banner>
      )}
      <StillAccepted rotation={rotation} nextCheckAt={state.rotation.nextCheckAt} />
    </Step>
  );
}

type Entry = Rotation['places'][number];

function PlaceToUpdate({ place, tickedAt, onTick }: Entry & { onTick: (ticked: boolean) => void }) {
  const ticked = tickedAt !== null;
  return (
    <li className={styles.place} data-ticked={ticked}>
      <div className={styles.head}>
        <Checkbox
          isChecked={ticked}
          onChange={onTick}
          hint={
            ticked
              ? texts.tickedAt({ at: formatClock(tickedAt, locale()) })
              : place.where === ''
                ? undefined
                : place.where
          }
        >
          {place.name}
        </Checkbox>
        <span className={styles.kind}>
          <Icon name={kindIcons[place.kind]} />
          {placesTexts.kinds[place.kind]}
        </span>
      </div>
      {ticked ? null : (
        <>
          <ol className={styles.todo} aria-label={texts.todo}>
            {placeSteps(place.kind).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          {place.note === '' ? null : <p className={styles.note}>{labelled(placesTexts.note, place.note)}</p>}
        </>
      )}
    </li>
  );
}
