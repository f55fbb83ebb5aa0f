// The language of all words: the system's, or one of those that are complete.
import { completeLanguages } from '../../../app/model/language';
import type { Settings } from '../../../app/model/settings';
import { settingsTexts } from '../../../app/texts/settings';
import { FieldError } from '../../settings/FieldError';
import { useChange } from '../../settings/use-change';
import { Row } from '../../ui/Section';
import { SelectField } from '../../ui/fields/SelectField';

/** Each language is named in its own words. */
function ownName(language: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
}

/** The choice of a language. */
export function LanguageRow({ settings }: { settings: Settings }) {
  const texts = settingsTexts.language;
  const { change, problem } = useChange();
  return (
    <Row stacked>
      <SelectField
        label={texts.label}
        value={settings.language}
        onChange={(language) => void change({ language })}
        choices={[
          { value: 'system', label: settingsTexts.looks.system },
          ...completeLanguages.map((language) => ({ value: language, label: ownName(language) })),
        ]}
        hint={texts.line}
      />
      <FieldError problem={problem} />
    </Row>
  );
}
