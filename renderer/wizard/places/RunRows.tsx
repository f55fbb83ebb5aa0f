// The places that NineTray updates, live: how far each is, how long it had no key, and what the user can do where it failed.
import { useState } from 'react';
import type { RunRow } from '../../../app/model/places/places-run';
import { formatDuration } from '../../../app/texts/format';
import { problemText } from '../../../app/texts/problems/problems';
import { labelled, sentences } from '../../../app/texts/sentence';
import { placeStateTexts as states, wizardPlacesTexts as texts } from '../../../app/texts/wizard/place-states';
import { withoutKey } from '../../../app/texts/wizard/receipt';
import { Refusal } from '../../onboarding/Refusal';
import { kindIcons } from '../../places/kind-icons';
import { hasFailed, isUnderWay, type PlaceProgress } from '../../places/run-facts';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Spinner } from '../../ui/Spinner';
import { locale } from '../../ui/locale';
import { useNow } from '../../ui/hooks/use-now';
import { useCall } from '../step/use-call';
import { SkipDialog } from './SkipDialog';
import styles from './places.module.css';

interface RunRowsProps {
  title: string;
  rows: readonly PlaceProgress[];
  /** When the old key stopped working; null: not known. */
  diedAt: number | null;
  /** A sentence below them. */
  note?: string;
}

/** A group of them; nothing where it is empty. */
export function RunRows({ title, rows, diedAt, note }: RunRowsProps) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title} className={styles.group}>
      <h2 className={styles.groupHead}>{title}</h2>
      <ul className={styles.board}>
        {rows.map(({ row, entry }) =>
          row === null ? null : (
            <Live key={entry.place.id} row={row} isTicked={entry.tickedAt !== null} diedAt={diedAt} />
          ),
        )}
      </ul>
      {note === undefined ? null : <p className={styles.line}>{note}</p>}
    </section>
  );
}

function toneOf(row: RunRow): 'good' | 'bad' | 'plain' {
  if (hasFailed(row)) return 'bad';
  return row.state === 'done' ? 'good' : 'plain';
}

function Live({ row, isTicked, diedAt }: { row: RunRow; isTicked: boolean; diedAt: number | null }) {
  const { place, state, how } = row;
  const failed = hasFailed(row) && !isTicked;
  const ms = withoutKey(row, diedAt);
  const lines = [
    isTicked && hasFailed(row) ? states.proof.hand : how === null ? null : states.proof[how],
    ms === null ? null : states.withoutKey({ duration: formatDuration(ms, locale()) }),
  ].filter((line) => line !== null);
  return (
    <li className={styles.row}>
      <Icon name={kindIcons[place.kind]} className={styles.kind} />
      <div className={styles.words}>
        <p className={styles.name}>{place.name}</p>
        {place.where === '' ? null : <p className={styles.where}>{place.where}</p>}
        {failed ? <Why row={row} /> : null}
        {lines.length === 0 ? null : <p className={styles.line}>{lines.join(' · ')}</p>}
        {row.reason === undefined ? null : <p className={styles.line}>{labelled(texts.skipReason, row.reason)}</p>}
      </div>
      <p className={styles.state} data-tone={isTicked ? 'good' : toneOf(row)}>
        {isUnderWay(row) ? (
          <Spinner />
        ) : (
          <Icon name={isTicked || state === 'done' ? 'good' : failed ? 'bad' : 'clock'} />
        )}
        {isTicked ? states.run.done : states.run[state]}
      </p>
      {failed ? <Ways row={row} /> : null}
    </li>
  );
}

function Why({ row: { state, problem, output } }: { row: RunRow }) {
  const now = useNow();
  const text = problem === undefined ? null : problemText(problem, locale(), now);
  const line = state === 'changed' || state === 'gone' || state === 'unsure' ? states.runLine[state] : null;
  return (
    <>
      <p className={styles.reason}>{text === null ? line : sentences(text.title, text.cause, text.next)}</p>
      {output === undefined || output === '' ? null : (
        <details className={styles.output}>
          <summary>{states.output}</summary>
          <pre>{output}</pre>
        </details>
      )}
    </>
  );
}

/** What can be done about a failure. */
function Ways({ row: { place } }: { row: RunRow }) {
  const calls = useCall();
  const [skips, setSkips] = useState(false);
  const { update } = place;
  const placeId = place.id;
  const hasFile = update !== undefined && 'path' in update && update.path !== null;
  return (
    <div className={styles.ways} role="group" aria-label={texts.actionsOf({ name: place.name })}>
      <Button
        icon="refresh"
        busy={calls.busy === 'places.retry'}
        onPress={() => void calls.run('places.retry', { placeId })}
      >
        {texts.retry}
      </Button>
      {hasFile ? (
        <Button icon="external" onPress={() => void calls.run('places.openFolder', { placeId })}>
          {texts.openFolder}
        </Button>
      ) : null}
      <Button onPress={() => void calls.run('places.byHand', { placeId })}>{texts.byHand}</Button>
      <Button onPress={() => setSkips(true)}>{texts.skip}</Button>
      {calls.problem === null || skips ? null : <Refusal problem={calls.problem} />}
      {skips ? <SkipDialog place={place} calls={calls} onClose={() => setSkips(false)} /> : null}
    </div>
  );
}
