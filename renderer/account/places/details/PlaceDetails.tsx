// The details of one place: where it is, how the new key gets there, all that is run for it, and whether that will work.
import { useState } from 'react';
import type { Place } from '../../../../app/model/places/place';
import type { PlaceRow } from '../../../../app/model/places/places-view';
import type { AppState } from '../../../../app/model/state/app-state';
import { keyPlacesTexts as texts, placeGatewayTexts as gatewayTexts } from '../../../../app/texts/account/places';
import { formatAge } from '../../../../app/texts/format';
import { problemText } from '../../../../app/texts/problems/problems';
import { sentences } from '../../../../app/texts/sentence';
import { placeStateTexts as states } from '../../../../app/texts/wizard/place-states';
import { placesTexts } from '../../../../app/texts/wizard/places';
import { isOwn } from '../../../places/place-rows';
import { ReadinessMark } from '../../../places/ReadinessMark';
import { ask } from '../../../ui/bridge';
import { Banner } from '../../../ui/Banner';
import { Button, IconButton } from '../../../ui/Button';
import { Confirm } from '../../../ui/Dialog';
import { useNow } from '../../../ui/hooks/use-now';
import { locale } from '../../../ui/locale';
import { CommandView } from '../part/CommandView';
import { GatewayPart } from '../gateway/GatewayPart';
import { Part } from '../part/Part';
import { PlaceCommands } from '../part/PlaceCommands';
import { PlaceHistory } from './PlaceHistory';
import part from '../part/Part.module.css';
import { restartedProgram } from './restarted-program';
import styles from './PlaceDetails.module.css';

interface PlaceDetailsProps {
  row: PlaceRow;
  state: AppState;
  isBusy: boolean;
  onEdit: () => void;
  onRemove: () => void;
  onClose: () => void;
}

function focusOn(heading: HTMLHeadingElement | null): void {
  heading?.focus({ preventScroll: true });
}

/** The pane beside the table; in place of it where the window is narrow. */
export function PlaceDetails({ row, state, isBusy, onEdit, onRemove, onClose }: PlaceDetailsProps) {
  const { place } = row;
  const user = place.hook === undefined ? null : restartedProgram(place.hook);
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
        {isOwn(row) ? <Rehearsal row={row} /> : null}
        <PlaceHistory placeId={place.id} state={state} />
        {place.where === '' ? null : (
          <Part title={texts.columns.where}>
            <p className={part.path}>{place.where}</p>
            {hasFile(place) ? (
              <Button
                kind="quiet"
                icon="external"
                className={part.open}
                onPress={() => ask('places.openFolder', { placeId: place.id })}
              >
                {texts.openFolder}
              </Button>
            ) : null}
          </Part>
        )}
        {user === null || place.update?.by === 'gateway' ? null : (
          <Part title={gatewayTexts.usedBy}>
            <p className={part.path}>{user}</p>
          </Part>
        )}
        {isOwn(row) && runsCommands(place) ? (
          <PlaceCommands place={place} hidesPath={place.update?.by === 'file' && place.update.path === place.where} />
        ) : (
          <Part title={texts.update}>
            <p className={part.text}>{texts.howLine[place.update?.by ?? 'hand']}</p>
          </Part>
        )}
        {row.readiness === 'unconfirmed' ? (
          <div className={styles.confirm}>
            <p className={part.text}>{texts.confirmLine}</p>
            <Button kind="primary" icon="check" onPress={() => ask('places.confirmCommands', { seen: place })}>
              {texts.confirm}
            </Button>
          </div>
        ) : null}
        <GatewayPart place={place} state={state} />
        {place.note === '' ? null : (
          <Part title={placesTexts.note}>
            <p className={part.text}>{place.note}</p>
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

function runsCommands({ update, hook, check }: Place): boolean {
  return update?.by === 'command' || hook !== undefined || check !== undefined;
}

function hasFile({ update }: Place): boolean {
  return update !== undefined && 'path' in update && update.path !== null;
}

/** Whether NineTray can update it, since when that is known, and the two ways to find out. */
function Rehearsal({ row }: { row: PlaceRow }) {
  const { place, readiness, rehearsal, triedAt, isBusy } = row;
  const now = useNow();
  const [tries, setTries] = useState(false);
  const problem = rehearsal?.problem ?? null;
  const text = readiness === 'blocked' && problem !== null ? problemText(problem, locale(), now) : null;
  const reason =
    readiness === 'unchecked' || readiness === 'untried' || readiness === 'unconfirmed'
      ? states.reason[readiness]
      : null;
  const canTry = readiness === 'ready' || readiness === 'untried';
  return (
    <Part title={texts.rehearsal}>
      <div role="status" className={part.part}>
        <ReadinessMark row={row} />
        {text === null ? null : <p className={part.text}>{sentences(text.title, text.cause, text.next)}</p>}
        {reason === null ? null : <p className={part.text}>{reason}</p>}
        {rehearsal?.file && problem === null ? (
          <p className={styles.small}>{texts.writes[rehearsal.file.strategy]}</p>
        ) : null}
        <p className={styles.small}>
          {sentences(
            rehearsal === null ? null : texts.rehearsedAt({ age: formatAge(rehearsal.at, now, locale()) }),
            triedAt === null ? null : texts.triedAt({ age: formatAge(triedAt, now, locale()) }),
          )}
        </p>
      </div>
      {row.printsKey === true && place.update?.by === 'command' ? (
        <Banner tone="warning" detail={texts.printsKeyLine}>
          {texts.printsKey({ program: place.update.command.program })}
        </Banner>
      ) : null}
      <div className={styles.ways}>
        <Button icon="play" busy={isBusy} onPress={() => ask('places.rehearse', { placeIds: [place.id] })}>
          {texts.rehearse}
        </Button>
        {canTry ? (
          <Button isDisabled={isBusy} onPress={() => setTries(true)}>
            {texts.tryForReal}
          </Button>
        ) : null}
      </div>
      <Confirm
        title={texts.tryTitle({ name: place.name })}
        isOpen={tries}
        confirmLabel={texts.tryConfirm}
        cancelLabel={placesTexts.cancel}
        onConfirm={() => {
          setTries(false);
          ask('places.tryForReal', { placeId: place.id });
        }}
        onCancel={() => setTries(false)}
      >
        <div className={part.part}>
          <p>{texts.tryLine}</p>
          {place.hook === undefined ? null : (
            <>
              <p>{texts.tryHook}</p>
              <CommandView command={place.hook} />
            </>
          )}
        </div>
      </Confirm>
    </Part>
  );
}
