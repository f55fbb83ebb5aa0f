// What the last API check found, in a line, and the button that opens it.
import type { ApiCheck } from '../../../app/model/api-check';
import { apiCheckSummary } from '../../../app/texts/account/api-check';
import { formatList } from '../../../app/texts/format';
import { settingsTexts } from '../../../app/texts/settings';
import { ask } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { useNow } from '../../ui/hooks/use-now';
import { locale } from '../../ui/locale';
import { Row, Section } from '../../ui/Section';

const texts = settingsTexts.api;

/** The API check and the corrected endpoints. */
export function ApiSection({ apiCheck }: { apiCheck: ApiCheck }) {
  const now = useNow();
  const corrected = apiCheck.rows.filter((row) => row.corrected).map(({ operation }) => operation);
  return (
    <Section title={texts.title}>
      <Row label={texts.check} hint={apiCheckSummary(apiCheck, now, locale())}>
        <Button icon="check" onPress={() => ask('account.open', { area: 'apiCheck' })}>
          {texts.open}
        </Button>
      </Row>
      <Row label={texts.endpoints} hint={corrected.length === 0 ? texts.none : formatList(corrected, locale())} />
    </Section>
  );
}
