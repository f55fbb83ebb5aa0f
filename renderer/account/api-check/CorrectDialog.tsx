// Corrects one operation's method and path.
import { useState } from 'react';
import type { CallInput } from '../../../app/bridge/contract';
import type { Problem } from '../../../app/model/problem';
import type { ApiCheckRow } from '../../../app/model/api-check';
import { apiCheckTexts as texts } from '../../../app/texts/account/api-check';
import { call } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { SelectField } from '../../ui/fields/SelectField';
import { TextField } from '../../ui/fields/TextField';
import { Refused } from '../form/Refused';
import styles from './ApiCheck.module.css';

type Method = NonNullable<CallInput<'endpoints.correct'>['method']>;
const methods: readonly Method[] = ['GET', 'POST', 'PUT', 'DELETE'];

/** The dialog for one row. */
export function CorrectDialog({ row, onClose }: { row: ApiCheckRow; onClose: () => void }) {
  const { operation } = row;
  const [method, setMethod] = useState<Method>(row.method);
  const [path, setPath] = useState(row.path);
  const [problem, setProblem] = useState<Problem | null>(null);
  const field = problem?.kind === 'bad-input' ? problem.field : null;

  async function correct(wanted: { method: Method | null; path: string | null }): Promise<void> {
    const answer = await call('endpoints.correct', { operation, ...wanted });
    if (answer.ok) onClose();
    else setProblem(answer.problem);
  }

  return (
    <Dialog
      title={texts.correctTitle({ operation })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{texts.close}</Button>
          {row.corrected ? (
            <Button onPress={() => void correct({ method: null, path: null })}>{texts.restore}</Button>
          ) : null}
          <Button kind="primary" onPress={() => void correct({ method, path: path.trim() })}>
            {texts.apply}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void correct({ method, path: path.trim() });
        }}
      >
        <p>{texts.correctLine}</p>
        <SelectField
          label={texts.method}
          value={method}
          choices={methods.map((one) => ({ value: one, label: one }))}
          onChange={setMethod}
        />
        <TextField
          label={texts.path}
          value={path}
          mono
          hint={texts.pathHint}
          error={field === null ? null : field === 'writes' ? texts.pathWrites : texts.pathHint}
          onChange={(next) => {
            setPath(next);
            setProblem(null);
          }}
        />
        {problem === null || field !== null ? null : <Refused problem={problem} />}
      </form>
    </Dialog>
  );
}
