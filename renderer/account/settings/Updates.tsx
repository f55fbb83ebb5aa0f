// Whether NineTray checks for newer versions, and what the last check found.
import { useState } from 'react';
import type { Problem } from '../../../app/model/problem';
import type { AppState } from '../../../app/model/state/app-state';
import type { UpdatesView } from '../../../app/model/updates';
import { formatAge } from '../../../app/texts/format';
import { newerDetail, updateFailureText, updateTexts as texts } from '../../../app/texts/updates';
import actions from '../../settings/Actions.module.css';
import { FieldError } from '../../settings/FieldError';
import { SwitchRow } from '../../settings/SwitchRow';
import { useChange } from '../../settings/use-change';
import { Button } from '../../ui/Button';
import { call } from '../../ui/bridge';
import { useNow } from '../../ui/hooks/use-now';
import { locale } from '../../ui/locale';
import { Row, Section } from '../../ui/Section';

/** The switch, and below it what is known while it is on. */
export function UpdatesSection({ state: { settings, updates } }: { state: AppState }) {
  const { change, problem } = useChange();
  const isOn = settings.updateCheck === 'on';
  return (
    <Section title={texts.title}>
      <SwitchRow
        label={texts.check}
        hint={texts.checkLine}
        isOn={isOn}
        onChange={(on) => void change({ updateCheck: on ? 'on' : 'off' })}
        problem={problem}
      />
      {isOn && updates.newer !== null ? <NewerRow newer={updates.newer} isOfSystem={updates.isOfSystem} /> : null}
      {isOn ? <LastCheckRow updates={updates} /> : null}
    </Section>
  );
}

function NewerRow({ newer, isOfSystem }: { newer: NonNullable<UpdatesView['newer']>; isOfSystem: boolean }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const open = async () => {
    const answer = await call('updates.openPage', undefined);
    setProblem(answer.ok ? null : answer.problem);
  };
  const skip = async () => {
    const answer = await call('updates.skip', { version: newer.version });
    setProblem(answer.ok ? null : answer.problem);
  };
  return (
    <Row
      label={texts.available({ version: newer.version })}
      hint={newerDetail(newer, isOfSystem, locale())}
      below={<FieldError problem={problem} />}
    >
      <div className={actions.actions}>
        {newer.isSkipped ? null : (
          <Button kind="quiet" onPress={() => void skip()}>
            {texts.skip}
          </Button>
        )}
        <Button icon="external" onPress={() => void open()}>
          {texts.openPage}
        </Button>
      </div>
    </Row>
  );
}

function LastCheckRow({ updates: { newer, checkedAt, failure } }: { updates: UpdatesView }) {
  const now = useNow();
  const age = checkedAt === null ? null : texts.checked({ age: formatAge(checkedAt, now, locale()) });
  if (failure !== null) return <Row label={texts.failed} hint={updateFailureText(failure)} />;
  if (newer === null) return <Row label={age === null ? texts.notChecked : texts.none} hint={age} />;
  return null;
}
