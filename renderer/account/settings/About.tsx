// What this is: versions, licence and links. Opens only pages that main knows.
import { useState } from 'react';
import type { CallInput } from '../../../app/bridge/contract';
import type { Problem } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import { licenseTexts } from '../../../app/texts/account/licenses';
import { settingsTexts } from '../../../app/texts/settings';
import { Button } from '../../ui/Button';
import { call } from '../../ui/bridge';
import { Row, Section } from '../../ui/Section';
import { LicensesDialog } from '../licenses/LicensesDialog';
import { FieldError } from '../../settings/FieldError';
import styles from './About.module.css';

const texts = settingsTexts.about;

/** Versions, licence and links. */
export function AboutSection({ platform }: { platform: AppState['platform'] }) {
  const [areLicensesShown, setLicensesShown] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const open = async (page: CallInput<'external.open'>['page']) => {
    const answer = await call('external.open', { page });
    setProblem(answer.ok ? null : answer.problem);
  };

  return (
    <Section title={texts.title} note={texts.unofficial}>
      <Row label={texts.version}>{platform.version}</Row>
      <Row label={texts.electron}>{platform.electron}</Row>
      <Row label={licenseTexts.license}>MIT</Row>
      <Row stacked>
        <div className={styles.links}>
          <Button kind="quiet" icon="info" onPress={() => setLicensesShown(true)}>
            {licenseTexts.open}
          </Button>
          <Button kind="quiet" icon="external" onPress={() => void open('project')}>
            {texts.project}
          </Button>
          <Button kind="quiet" icon="external" onPress={() => void open('apiDocs')}>
            {texts.apiDocs}
          </Button>
        </div>
        <FieldError problem={problem} />
      </Row>
      {areLicensesShown ? <LicensesDialog onClose={() => setLicensesShown(false)} /> : null}
    </Section>
  );
}
