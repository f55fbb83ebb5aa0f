// The buttons that regenerate the key, or continue the rotation under way. The wizard has a window of its own; this only asks for it.
import { useState } from 'react';
import type { RotationEntry } from '../../app/model/rotation/rotation';
import type { Problem } from '../../app/model/problem';
import type { AppState } from '../../app/model/state/app-state';
import { beginTexts } from '../../app/texts/wizard/wizard-after';
import { call } from '../ui/bridge';
import { Button } from '../ui/Button';
import type { IconName } from '../ui/Icon';
import { Row } from '../ui/Section';
import styles from './Actions.module.css';
import { FieldError } from './FieldError';

type Offered = Extract<RotationEntry, keyof typeof beginTexts>;

const icons: Record<Offered, IconName> = { 'on-purpose': 'refresh', leak: 'warning', lost: 'search', first: 'key' };

/** The reasons that make sense, the usual one first: without a key there is nothing to revoke that is known here. */
function offered({ key }: AppState): readonly [Offered, ...Offered[]] {
  return key.status === 'absent' ? ['first', 'lost'] : ['on-purpose', 'leak', 'lost'];
}

interface BeginRotationProps {
  state: AppState;
  /** Only the usual way to begin. */
  isShort?: boolean;
}

/** A row with the buttons that open the wizard. */
export function BeginRotation({ state, isShort = false }: BeginRotationProps) {
  const [busy, setBusy] = useState<RotationEntry | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { current } = state.rotation;

  const begin = async (entry: RotationEntry) => {
    setBusy(entry);
    const answer = await call('rotation.begin', { entry });
    setBusy(null);
    setProblem(answer.ok ? null : answer.problem);
  };

  if (current !== null) {
    return (
      <Row label={beginTexts.underWay} hint={beginTexts.underWayLine} below={<FieldError problem={problem} />}>
        <Button kind="primary" busy={busy !== null} onPress={() => void begin(current.entry)}>
          {beginTexts.resume}
        </Button>
      </Row>
    );
  }
  const entries = offered(state);
  return (
    <Row stacked>
      {state.source.kind === 'demo' ? <p className={styles.line}>{beginTexts.inDemo}</p> : null}
      <div className={styles.actions}>
        {(isShort ? entries.slice(0, 1) : entries).map((entry) => (
          <Button key={entry} icon={icons[entry]} busy={busy === entry} onPress={() => void begin(entry)}>
            {beginTexts[entry]}
          </Button>
        ))}
      </div>
      <FieldError problem={problem} />
    </Row>
  );
}
