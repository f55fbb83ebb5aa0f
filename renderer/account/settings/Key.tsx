// The key in the settings: its status and storage, and the ways to replace, remove or regenerate it, or to leave the demo.
// Never shows or takes a key's text: a key is entered in the popover.
import { useState } from 'react';
import type { Problem } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import { areaNames } from '../../../app/texts/account/areas';
import { keyPlacesTexts } from '../../../app/texts/account/places';
import { formatMoment } from '../../../app/texts/format';
import { keepingLine, keepingTitle } from '../../../app/texts/key-storage';
import { settingsTexts } from '../../../app/texts/settings';
import { labelled, sentences } from '../../../app/texts/sentence';
import { placesTexts } from '../../../app/texts/wizard/places';
import { Button } from '../../ui/Button';
import { ask, call } from '../../ui/bridge';
import { Confirm } from '../../ui/Dialog';
import { Row, Section } from '../../ui/Section';
import { locale } from '../../ui/locale';
import actions from '../../settings/Actions.module.css';
import { BeginRotation } from '../../settings/BeginRotation';
import { FieldError } from '../../settings/FieldError';
import { KeyStatus } from '../../settings/KeyStatus';
import { LeaveDemo } from '../../settings/LeaveDemo';
import styles from './Key.module.css';

const texts = settingsTexts.key;

/** The section for the key at hand, or for the demo. */
export function KeySection({ state }: { state: AppState }) {
  const onReplace = () => ask('popover.open', { view: 'key' });
  return (
    <Section title={texts.title}>
      {state.source.kind === 'demo' ? (
        <LeaveDemo onKey={onReplace} />
      ) : (
        <KeyRows keyState={state.key} onReplace={onReplace} />
      )}
      <Row label={placesTexts.title} hint={keyPlacesTexts.count({ count: state.rotation.places.length })}>
        <Button icon="key" onPress={() => ask('account.open', { area: 'places' })}>
          {areaNames.places}
        </Button>
      </Row>
      <BeginRotation state={state} />
    </Section>
  );
}

/** When it was saved, or entered where nothing is on disk. */
function sinceWhen({ savedAt, storage }: AppState['key']): string {
  if (savedAt === null) return '';
  const moment = formatMoment(savedAt, locale());
  return storage === 'session' ? texts.enteredAt({ moment }) : texts.savedAt({ moment });
}

function KeyRows({ keyState, onReplace }: { keyState: AppState['key']; onReplace: () => void }) {
  return (
    <>
      <Row label={texts.status} className={styles.fact}>
        <KeyStatus status={keyState.status} />
      </Row>
      {keyState.fingerprint === null ? null : (
        <Row label={texts.fingerprint} className={styles.fact}>
          <span className={styles.mark}>{keyState.fingerprint}</span>
        </Row>
      )}
      {keyState.storage === null ? null : (
        <Row
          label={labelled(texts.storage, keepingTitle[keyState.storage])}
          hint={sentences(keepingLine(keyState.storage, keyState.keyring), sinceWhen(keyState))}
        />
      )}
      <Row stacked>
        <div className={actions.actions}>
          <Button icon="key" onPress={onReplace}>
            {keyState.status === 'absent' ? texts.enter : texts.replace}
          </Button>
          {keyState.status === 'absent' ? null : <RemoveKey />}
        </div>
      </Row>
    </>
  );
}

/** Removing takes two deliberate steps, and says what it does not do. */
function RemoveKey() {
  const [asking, setAsking] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const remove = async () => {
    setRemoving(true);
    const answer = await call('key.forget', undefined);
    setRemoving(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setAsking(false);
  };

  return (
    <>
      <Button
        kind="danger"
        icon="trash"
        onPress={() => {
          setProblem(null);
          setAsking(true);
        }}
      >
        {texts.remove}
      </Button>
      <Confirm
        title={texts.removeTitle}
        isOpen={asking}
        confirmLabel={texts.removeConfirm}
        cancelLabel={texts.removeCancel}
        isDangerous
        busy={isRemoving}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      >
        <div className={styles.meaning}>
          <p>{texts.removeMeaning}</p>
          <p>{texts.removeAgain}</p>
          <FieldError problem={problem} />
        </div>
      </Confirm>
    </>
  );
}
