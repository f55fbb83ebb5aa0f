// Open alerts: since when, what it is, and a link to its details.
import type { AppState } from '../../../app/model/state/app-state';
import type { Alert } from '../../../app/model/alert';
import { alertText, alertTexts as texts, placeOfAlert } from '../../../app/texts/account/alerts';
import { formatAge } from '../../../app/texts/format';
import { asSentence, sentenceGap } from '../../../app/texts/sentence';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { locale } from '../../ui/locale';
import { useMasked } from '../../ui/privacy';
import { useNow } from '../../ui/hooks/use-now';
import styles from './Alerts.module.css';
import { askForPlace, toneOfAlert } from './alert-place';

/** The open alerts, the newest first. */
export function OpenAlerts({ state }: { state: AppState }) {
  const { alerts, settings } = state;
  return (
    <section aria-label={texts.open} className={styles.open}>
      {alerts.length === 0 ? <Banner tone="good">{texts.none}</Banner> : <AlertList alerts={alerts} />}
      {settings.alerts.on ? null : <p className={styles.off}>{texts.off}</p>}
    </section>
  );
}

/** Open alerts, the newest first, each with a link to its details. */
function AlertList({ alerts }: { alerts: readonly Alert[] }) {
  const now = useNow();
  return (
    <ul className={styles.list}>
      {alerts.toReversed().map((alert) => (
        <li key={alert.id}>
          <Open alert={alert} now={now} />
        </li>
      ))}
    </ul>
  );
}

function Open({ alert: { about, since }, now }: { alert: Alert; now: number }) {
  const { title, detail } = alertText(about, now, locale(), useMasked());
  const place = placeOfAlert(about);
  return (
    <Banner
      tone={toneOfAlert(about)}
      detail={
        <>
          {asSentence(detail)}
          {sentenceGap()}
          <span className={styles.since}>{asSentence(texts.since({ age: formatAge(since, now, locale()) }))}</span>
        </>
      }
      action={<Button onPress={() => askForPlace(place)}>{texts.places[place]}</Button>}
    >
      {title}
    </Banner>
  );
}
