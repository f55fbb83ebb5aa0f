// The language of all words: the system's, or one of those that are complete.
import { type LanguageChoice, languageChoices, unreviewedLanguages } from '../../../app/model/language';
import type { Settings } from '../../../app/model/settings';
import { settingsTexts } from '../../../app/texts/settings';
import { FieldError } from '../../settings/FieldError';
import { useChange } from '../../settings/use-change';
import { Row } from '../../ui/Section';
import { SelectField } from '../../ui/fields/SelectField';

/** Each language is named in its own words, with a capital as the first in a list. */
function ownName(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

function choiceOf(language: LanguageChoice): string {
  if (language === 'system') return settingsTexts.looks.system;
  const name = ownName(language);
  return unreviewedLanguages.has(language) ? settingsTexts.language.unreviewed({ language: name }) : name;
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
        choices={languageChoices.map((language) => ({ value: language, label: choiceOf(language) }))}
        hint={
          unreviewedLanguages.has(document.documentElement.lang) ? (
            <>
              {texts.line}
              <br />
              {texts.review}
            </>
          ) : (
            texts.line
          )
        }
      />
      <FieldError problem={problem} />
    </Row>
  );
}
