// What became of a place in the last regenerations: how it ended, how long the place had no key, and why it failed.
import type { PlacesRun, RunRow } from '../../../../app/model/places/places-run';
import type { AppState } from '../../../../app/model/state/app-state';
import { keyPlacesTexts as texts } from '../../../../app/texts/account/places';
import { formatDuration, formatMoment } from '../../../../app/texts/format';
import { problemText } from '../../../../app/texts/problems/problems';
import { labelled, sentences } from '../../../../app/texts/sentence';
import { placeStateTexts as states } from '../../../../app/texts/wizard/place-states';
import { withoutKey } from '../../../../app/texts/wizard/receipt';
import { hasFailed } from '../../../places/run-facts';
import { classes } from '../../../ui/classes';
import { useNow } from '../../../ui/hooks/use-now';
import { Icon } from '../../../ui/Icon';
import { locale } from '../../../ui/locale';
import { Part } from '../part/Part';
import part from '../part/Part.module.css';
import styles from './PlaceHistory.module.css';

const MOST = 5;

interface Past {
  run: PlacesRun;
  row: RunRow;
  /** When the old key died; null: not known. */
  diedAt: number | null;
}

/** The place in the runs, the newest first. */
function pastOf(placeId: string, { places, rotation }: AppState): Past[] {
  const rotations = [rotation.current, ...rotation.receipts];
  return [places.run, ...places.runs].flatMap((run) => {
    const row = run?.rows.find(({ place }) => place.id === placeId);
    if (!run || row === undefined) return [];
    const diedAt = rotations.find((each) => each?.id === run.rotationId)?.oldKey.diedAt ?? null;
    return [{ run, row, diedAt }];
  });
}

/** Nothing where there was no regeneration with this place. */
export function PlaceHistory({ placeId, state }: { placeId: string; state: AppState }) {
  const past = pastOf(placeId, state).slice(0, MOST);
  if (past.length === 0) return null;
  return (
    <Part title={texts.history}>
      <ul className={styles.list}>
        {past.map((each) => (
          <One key={each.run.rotationId} {...each} />
        ))}
      </ul>
    </Part>
  );
}

function One({ run, row, diedAt }: Past) {
  const now = useNow();
  const ms = withoutKey(row, diedAt);
  const failed = hasFailed(row);
  const why = row.problem === undefined ? null : problemText(row.problem, locale(), now);
  return (
    <li className={styles.one}>
      <Icon
        name={failed ? 'bad' : row.state === 'done' ? 'good' : 'info'}
        className={classes(styles.icon, failed && styles.bad)}
      />
      <div className={styles.words}>
        <p>{labelled(formatMoment(run.startedAt, locale()), states.run[row.state])}</p>
        <p className={part.small}>
          {sentences(
            row.how === null ? null : states.proof[row.how],
            ms === null ? null : states.withoutKey({ duration: formatDuration(ms, locale()) }),
            row.reason,
            why === null ? null : sentences(why.title, why.cause),
          )}
        </p>
        {row.output === undefined ? null : <pre className={part.input}>{row.output}</pre>}
      </div>
    </li>
  );
}
