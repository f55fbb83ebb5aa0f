// The ways out of the demo: the user's own key, or simply leaving.
import { useState } from 'react';
import type { Problem } from '../../app/model/problem';
import { settingsTexts } from '../../app/texts/settings';
import { call } from '../ui/bridge';
import { Button } from '../ui/Button';
import { Row } from '../ui/Section';
import styles from './Actions.module.css';
import { FieldError } from './FieldError';

const texts = settingsTexts.key;

/** `onKey`: to where a key is entered. */
export function LeaveDemo({ onKey }: { onKey: () => void }) {
  const [isLeaving, setLeaving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const leave = async () => {
    setLeaving(true);
    const answer = await call('demo.stop', undefined);
    setLeaving(false);
    setProblem(answer.ok ? null : answer.problem);
  };

  return (
    <Row stacked>
      <p className={styles.line}>{texts.demo}</p>
      <div className={styles.actions}>
        <Button kind="primary" icon="key" onPress={onKey}>
          {texts.ownKey}
        </Button>
        <Button busy={isLeaving} onPress={() => void leave()}>
          {texts.leaveDemo}
        </Button>
      </div>
      <FieldError problem={problem} />
    </Row>
  );
}
