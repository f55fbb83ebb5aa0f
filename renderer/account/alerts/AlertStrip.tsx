// The open alerts on the overview, a line each: what it is, and a link to its details.
import { useState } from 'react';
import type { Alert } from '../../../app/model/alert';
import { severities, severityOfAlert } from '../../../app/model/severity';
import { alertText, alertTexts as texts, placeOfAlert } from '../../../app/texts/account/alerts';
import { areaNames, areaTexts } from '../../../app/texts/account/areas';
import { ask } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { locale } from '../../ui/locale';
import { useMasked } from '../../ui/privacy';
import { useNow } from '../../ui/hooks/use-now';
import styles from './AlertStrip.module.css';
import { askForPlace, toneOfAlert } from './alert-place';

/** So many are shown; the others are folded. */
const mostShown = 3;

/** The alerts, the most severe first, then the newest. Nothing where there are none. */
export function AlertStrip({ alerts }: { alerts: readonly Alert[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const now = useNow();
  if (alerts.length === 0) return null;
  const rank = ({ about }: Alert) => severities.indexOf(severityOfAlert(about));
  const inOrder = alerts.toReversed().toSorted((a, b) => rank(b) - rank(a));
  const folded = inOrder.length - mostShown;
  return (
    <section aria-label={areaNames.alerts} className={styles.strip}>
      <ul>
        {(isOpen ? inOrder : inOrder.slice(0, mostShown)).map((alert) => (
          <Line key={alert.id} alert={alert} now={now} />
        ))}
      </ul>
      {folded > 0 ? (
        <Button kind="quiet" aria-expanded={isOpen} className={styles.fold} onPress={() => setIsOpen(!isOpen)}>
          {isOpen ? texts.fewer : texts.more({ count: folded })}
        </Button>
      ) : null}
    </section>
  );
}

function Line({ alert: { about }, now }: { alert: Alert; now: number }) {
  const { title, detail } = alertText(about, now, locale(), useMasked());
  const place = placeOfAlert(about);
  const tone = toneOfAlert(about);
  return (
    <li className={styles.line} data-tone={tone}>
      <Icon name={tone} className={styles.icon} />
      <p className={styles.words}>
        <span className={styles.title} title={title}>
          {title}
        </span>{' '}
        <span className={styles.detail} title={detail}>
          {detail}
        </span>
      </p>
      {place === 'overview' ? (
        <Button kind="quiet" icon="external" onPress={() => ask('external.open', { page: 'apiKey' })}>
          {areaTexts.openKeyPage}
        </Button>
      ) : (
        <Button kind="quiet" onPress={() => askForPlace(place)}>
          {texts.places[place]}
        </Button>
      )}
    </li>
  );
}
