// The places that use the key: a table, the details of one, the form for one, and three ways to begin where there are none.
import { useState } from 'react';
import type { Place } from '../../../app/model/places/place';
import type { AppState } from '../../../app/model/state/app-state';
import { keyPlacesTexts as texts } from '../../../app/texts/account/places';
import { placesTexts } from '../../../app/texts/wizard/places';
import { isOwn, rowsOf } from '../../places/place-rows';
import { unsaved, usePlaces } from '../../places/use-places';
import { ask, call } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { AreaFrame } from '../frame/AreaFrame';
import { Refused } from '../form/Refused';
import { EmptyPlaces } from './EmptyPlaces';
import { PlaceDetails } from './details/PlaceDetails';
import type { DraftWay } from './form/place-draft';
import { PlaceDialog } from './form/PlaceDialog';
import { PlacesFilter, usePlacesFilter } from './PlacesFilter';
import { PlacesTable } from './PlacesTable';
import { GatewayWarning } from './gateway/GatewayWarning';
import { useFindPlaces } from './find/use-find-places';
import styles from './Places.module.css';

/** The area of the places. */
export function Places({ state }: { state: AppState }) {
  const { places } = state.rotation;
  const editor = usePlaces(places);
  const [shownId, setShownId] = useState<string | null>(null);
  const [way, setWay] = useState<DraftWay>('file');
  const rows = rowsOf(places, state.places);
  const filter = usePlacesFilter(rows);
  const find = useFindPlaces(state);
  const shown = rows.find(({ place }) => place.id === shownId) ?? null;
  const edited = places.find(({ id }) => id === editor.edited) ?? null;

  const add = (by: DraftWay) => {
    setWay(by);
    editor.open(unsaved);
  };
  const close = () => {
    const opener = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(shownId ?? '')}"]`);
    setShownId(null);
    opener?.focus();
  };
  const remove = async (place: Place) => {
    await editor.remove(place);
  };
  const save = async (place: Place, confirms: boolean) => {
    if (!(await editor.save(place))) return;
    if (confirms) await call('places.confirmCommands', { seen: place });
    // What was saved is rehearsed at once: nothing is changed by that.
    if (place.update?.by === 'file' || place.update?.by === 'command')
      void call('places.rehearse', { placeIds: [place.id] });
  };
  return (
    <AreaFrame
      area="places"
      fills
      buttons={
        places.length === 0 ? undefined : (
          <PlacesButtons
            canRehearse={rows.some(isOwn)}
            isRehearsing={state.places.rehearsing !== null}
            onFind={find.open}
            onAdd={() => add('file')}
          />
        )
      }
    >
      <div className={styles.places}>
        <GatewayWarning state={state} />
        {places.length === 0 ? (
          <EmptyPlaces onAdd={add} onFind={find.open} />
        ) : (
          <div className={styles.columns} data-shows={shown !== null}>
            <div className={styles.list}>
              <PlacesFilter filter={filter} all={places.length} />
              <PlacesTable rows={filter.matching} shown={shownId} onShow={setShownId} />
            </div>
            {shown === null ? null : (
              <PlaceDetails
                key={shown.place.id}
                row={shown}
                state={state}
                isBusy={editor.isBusy}
                onEdit={() => editor.open(shown.place.id)}
                onRemove={() => void remove(shown.place)}
                onClose={close}
              />
            )}
          </div>
        )}
        <Removed place={editor.removed} onUndo={() => void editor.undo()} />
        {editor.problem === null || editor.edited !== null ? null : <Refused problem={editor.problem} />}
      </div>
      {find.dialog}
      {editor.edited === null ? null : (
        <PlaceDialog
          key={editor.edited}
          place={edited}
          way={way}
          isBusy={editor.isBusy}
          problem={editor.problem}
          onSave={save}
          onClose={() => editor.close(editor.edited ?? unsaved)}
        />
      )}
    </AreaFrame>
  );
}

interface PlacesButtonsProps {
  canRehearse: boolean;
  isRehearsing: boolean;
  onFind: () => void;
  onAdd: () => void;
}

function PlacesButtons({ canRehearse, isRehearsing, onFind, onAdd }: PlacesButtonsProps) {
  return (
    <>
      {canRehearse ? (
        <Button icon="play" busy={isRehearsing} onPress={() => ask('places.rehearse', { placeIds: null })}>
          {texts.rehearseAll}
        </Button>
      ) : null}
      <Button icon="search" onPress={onFind}>
        {texts.find}
      </Button>
      <Button kind="primary" icon="plus" onPress={onAdd}>
        {placesTexts.add}
      </Button>
    </>
  );
}

/** Says which place was removed last, and offers to undo it. Always there, so that what comes into it is heard. */
function Removed({ place, onUndo }: { place: Place | null; onUndo: () => void }) {
  return (
    <div role="status" className={styles.removed}>
      {place === null ? null : (
        <>
          {placesTexts.removed({ name: place.name })}{' '}
          <Button kind="quiet" icon="undo" onPress={onUndo}>
            {placesTexts.undo}
          </Button>
        </>
      )}
    </div>
  );
}
