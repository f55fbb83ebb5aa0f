// What this is and what it promises: versions, links, the way out. Opens only pages that main knows.
import { useState } from 'react';
import type { CallInput } from '../../app/bridge/contract';
import type { Problem } from '../../app/model/problem';
import type { AppState } from '../../app/model/state/app-state';
import { settingsTexts } from '../../app/texts/settings';
import { Button } from '../ui/Button';
import { ask, call } from '../ui/bridge';
import { Icon } from '../ui/Icon';
import { Row, Section } from '../ui/Section';
import styles from './About.module.css';
import { FieldError } from './FieldError';

const texts = settingsTexts.about;

/** Versions, promises, links, quit. */
export function AboutSection({ platform }: { platform: AppState['platform'] }) {
  const [problem, setProblem] = useState<Problem | null>(null);

  const open = async (page: CallInput<'external.open'>['page']) => {
    const answer = await call('external.open', { page });
    setProblem(answer.ok ? null : answer.problem);
  };

  return (
    <Section title={texts.title} note={texts.unofficial}>
      <Row label={texts.version}>{platform.version}</Row>
      <Row label={texts.electron}>{platform.electron}</Row>
      <Row stacked>
        <ul className={styles.promises}>
          {texts.promises.map((promise) => (
            <li key={promise}>
              <Icon name="shield" />
              <span>{promise}</span>
            </li>
          ))}
        </ul>
      </Row>
      <Row stacked>
        <div className={styles.links}>
          <Button kind="quiet" icon="external" onPress={() => void open('project')}>
            {texts.project}
          </Button>
          <Button kind="quiet" icon="external" onPress={() => void open('apiDocs')}>
            {texts.apiDocs}
          </Button>
        </div>
        <FieldError problem={problem} />
      </Row>
      <Row stacked>
        <Button wide onPress={() => ask('app.quit', undefined)}>
          {texts.quit}
        </Button>
      </Row>
    </Section>
  );
}
