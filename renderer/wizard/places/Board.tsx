// The places in the first step: who brings the new key to each, and whether that will work. Nothing is changed here.
import type { PlaceRow, PlacesView } from '../../../app/model/places/places-view';
import { formatCount, formatDuration } from '../../../app/texts/format';
import { problemText } from '../../../app/texts/problems/problems';
import { sentences } from '../../../app/texts/sentence';
import { placeStateTexts as states, wizardPlacesTexts as texts } from '../../../app/texts/wizard/place-states';
import { Refusal } from '../../onboarding/Refusal';
import { kindIcons } from '../../places/kind-icons';
import { ReadinessMark } from '../../places/ReadinessMark';
import { isBehind, readinessOf } from '../../places/run-facts';
import { ask } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { locale } from '../../ui/locale';
import { useNow } from '../../ui/hooks/use-now';
import { Group } from '../step/Step';
import { useCall } from '../step/use-call';
import styles from './places.module.css';

/** The board: a summary, its buttons, and the places by who updates them. */
export function Board({ view }: { view: PlacesView }) {
  const calls = useCall();
  const { own, gateway, behind, hand, ready, notReady } = readinessOf(view.rows);
  const { rehearsing, outage } = view;
  const all = view.rows.length;
  const count = (value: number) => formatCount(value, locale());
  const duration = formatDuration(Math.max(1, Math.round(outage.own + outage.user)) * 1000, locale());
  return (
    <Group title={texts.boardTitle}>
      <div className={styles.board}>
        <div className={styles.summary}>
          <div className={styles.words} role="status">
            <p className={styles.title}>{texts.ready({ count: all, ready: count(ready), all: count(all) })}</p>
            <p className={styles.line}>
              {sentences(texts.outage({ duration }), outage.isMeasured ? null : texts.outageAssumed)}
            </p>
            {rehearsing === null ? null : (
              <p className={styles.line}>
                {texts.rehearsing({ done: count(rehearsing.done), total: count(rehearsing.total) })}
              </p>
            )}
          </div>
          {own.length === 0 ? null : (
            <Button
              icon="play"
              busy={rehearsing !== null || calls.busy === 'places.rehearse'}
              onPress={() => void calls.run('places.rehearse', { placeIds: null })}
            >
              {texts.rehearseAll}
            </Button>
          )}
        </div>
        <Rows title={texts.groups.own} rows={own} />
        <Rows title={texts.groups.behind} rows={behind} />
        <Rows title={texts.groups.gateway} rows={gateway} />
        <Rows title={texts.groups.hand} rows={hand} />
        <div className={styles.foot}>
          <p className={styles.line}>{notReady === 0 ? null : texts.willBeByHand({ count: notReady + hand.length })}</p>
          <Button kind="quiet" icon="search" onPress={() => ask('account.open', { area: 'places' })}>
            {texts.manage}
          </Button>
        </div>
        {calls.problem === null ? null : <Refusal problem={calls.problem} />}
      </div>
    </Group>
  );
}

function Rows({ title, rows }: { title: string; rows: readonly PlaceRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={styles.groupTitle}>{title}</h3>
      <ul>
        {rows.map((row) => (
          <BoardRow key={row.place.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function BoardRow({ row }: { row: PlaceRow }) {
  const { place, readiness, rehearsal } = row;
  const now = useNow();
  const problem = rehearsal?.problem ?? null;
  const text = problem === null ? null : problemText(problem, locale(), now);
  const reason =
    readiness === 'blocked' && text !== null
      ? sentences(text.title, text.cause, text.next)
      : readiness === 'unconfirmed' || readiness === 'unchecked' || isBehind(readiness)
        ? states.reason[readiness]
        : null;
  return (
    <li className={styles.row}>
      <Icon name={kindIcons[place.kind]} className={styles.kind} />
      <div className={styles.words}>
        <p className={styles.name}>{place.name}</p>
        {place.where === '' ? null : <p className={styles.where}>{place.where}</p>}
        {reason === null ? null : <p className={styles.reason}>{reason}</p>}
      </div>
      <p className={styles.state}>
        <ReadinessMark row={row} />
      </p>
    </li>
  );
}
