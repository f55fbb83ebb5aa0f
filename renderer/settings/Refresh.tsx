// How often figures are read in the background.
import type { Settings } from '../../app/model/settings';
import { settingsTexts } from '../../app/texts/settings';
import { Segmented } from '../ui/fields/RadioGroup';
import { Row, Section } from '../ui/Section';
import { FieldError } from './FieldError';
import { useChange } from './use-change';

const texts = settingsTexts.refresh;

/** The interval, in a row. */
export function RefreshRow({ settings }: { settings: Settings }) {
  const { change, problem } = useChange();
  return (
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
  );
}

/** The interval in a section of its own. */
export function RefreshSection({ settings }: { settings: Settings }) {
  return (
    <Section title={texts.title} note={texts.line}>
      <RefreshRow settings={settings} />
    </Section>
  );
}
