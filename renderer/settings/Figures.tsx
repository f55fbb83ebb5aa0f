// How often figures are read, and below which marks they count as low.
// It must not: read any, or decide that one is low.
import type { Settings } from '../../app/model/settings';
import { settingsTexts } from '../../app/texts/settings';
import { Segmented } from '../ui/fields/RadioGroup';
import { Row, Section } from '../ui/Section';
import { gigabytesText, parseDollars, parseGigabytes, parseIps } from './amounts';
import { useChange } from './use-change';
import { CommitField } from './CommitField';
import styles from './Figures.module.css';
import { FieldError } from './FieldError';

/** How often figures are read in the background. */
export function RefreshSection({ settings }: { settings: Settings }) {
  const texts = settingsTexts.refresh;
  const { change, problem } = useChange();
  return (
    <Section title={texts.title} note={texts.line}>
      <Row stacked>
        <Segmented
          label={texts.label}
          value={settings.pace}
          onChange={(pace) => void change({ pace })}
          choices={[
            { value: 'gentle', label: texts.gentle },
            { value: 'normal', label: texts.normal },
            { value: 'quick', label: texts.quick },
          ]}
        />
        <FieldError problem={problem} />
      </Row>
    </Section>
  );
}

/** The three marks, side by side. */
export function LowMarksSection({ settings }: { settings: Settings }) {
  const texts = settingsTexts.lows;
  const { lowAt } = settings;
  const { change } = useChange();

  const commit =
    (name: keyof Settings['lowAt'], parse: (text: string) => number | null, shape: string) => async (text: string) => {
      const amount = parse(text);
      return amount === null ? shape : change({ lowAt: { ...lowAt, [name]: amount } });
    };

  return (
    <Section title={texts.title} note={texts.line}>
      <Row stacked>
        <div className={styles.marks}>
          <CommitField
            label={texts.ips}
            inputMode="numeric"
            value={String(lowAt.ips)}
            commit={commit('ips', parseIps, texts.wholeNumber)}
          />
          <CommitField
            label={texts.traffic}
            inputMode="decimal"
            value={gigabytesText(lowAt.traffic)}
            commit={commit('traffic', parseGigabytes, texts.amount)}
          />
          <CommitField
            label={texts.wallet}
            inputMode="decimal"
            value={String(lowAt.wallet)}
            commit={commit('wallet', parseDollars, texts.amount)}
          />
        </div>
      </Row>
    </Section>
  );
}
