// Whether there are notifications, the quiet hours, and a test notification.
import { useState } from 'react';
import type { Settings } from '../../../app/model/settings';
import type { Problem } from '../../../app/model/problem';
import { alertTexts as texts } from '../../../app/texts/account/alerts';
import { formatMoment } from '../../../app/texts/format';
import { CommitField } from '../../settings/CommitField';
import { FieldError } from '../../settings/FieldError';
import { call } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { useNow } from '../../ui/hooks/use-now';
import { locale } from '../../ui/locale';
import { Row, Section } from '../../ui/Section';
import styles from './Alerts.module.css';
import { SwitchRow } from '../../settings/SwitchRow';
import { useAlerts } from './use-alerts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The master switch, the test, and the quiet hours. */
export function Notifications({ settings }: { settings: Settings }) {
  const { on, quiet } = settings.alerts;
  const master = useAlerts(settings);
  const hours = useAlerts(settings);
  const field = useAlerts(settings);
  const commit = (end: 'from' | 'to') => async (text: string) =>
    TIME.test(text) ? field.set({ quiet: { ...quiet, [end]: text } }) : texts.time;
  return (
    <Section title={texts.tell}>
      <SwitchRow
        label={texts.master}
        hint={texts.masterLine}
        isOn={on}
        onChange={(wanted) => void master.set({ on: wanted })}
        problem={master.problem}
      />
      <SwitchRow
        label={texts.quiet}
        hint={texts.quietLine}
        isOn={quiet.on}
        onChange={(wanted) => void hours.set({ quiet: { ...quiet, on: wanted } })}
        problem={hours.problem}
      >
        <CommitField label={texts.from} value={quiet.from} className={styles.small} commit={commit('from')} />
        <CommitField label={texts.to} value={quiet.to} className={styles.small} commit={commit('to')} />
      </SwitchRow>
      <Muted settings={settings} />
      <Test />
    </Section>
  );
}

/** A button of a notification muted them; there is nothing to show otherwise. */
function Muted({ settings }: { settings: Settings }) {
  const now = useNow();
  const { set, problem } = useAlerts(settings);
  const { mutedUntil } = settings.alerts;
  if (mutedUntil === null || mutedUntil <= now) return null;
  return (
    <Row
      label={texts.mutedUntil({ moment: formatMoment(mutedUntil, locale()) })}
      below={<FieldError problem={problem} />}
    >
      <Button onPress={() => void set({ mutedUntil: null })}>{texts.unmute}</Button>
    </Row>
  );
}

function Test() {
  const [outcome, setOutcome] = useState<{ shown: boolean } | Problem | null>(null);
  return (
    <Row
      label={
        <Button
          icon="bell"
          onPress={() =>
            void call('alerts.test', undefined).then((answer) => setOutcome(answer.ok ? answer.value : answer.problem))
          }
        >
          {texts.test}
        </Button>
      }
      hint={
        outcome === null ? undefined : 'kind' in outcome ? (
          <FieldError problem={outcome} />
        ) : (
          <span role="status">{outcome.shown ? texts.testShown : texts.testNot}</span>
        )
      }
    />
  );
}
