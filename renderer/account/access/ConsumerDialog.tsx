// The form for a program that may use the gateway: its name, what it may do, its limits. A new one then gets its token.
import { useState } from 'react';
import type { Consumer, ConsumerChoices } from '../../../app/model/access/consumer';
import { roles } from '../../../app/model/access/consumer-facts';
import type { Problem } from '../../../app/model/problem';
import { accessTexts as texts } from '../../../app/texts/account/access';
import { call } from '../../ui/bridge';
import { RadioGroup } from '../../ui/fields/RadioGroup';
import { TextField } from '../../ui/fields/TextField';
import { FormDialog } from '../form/FormDialog';
import { type ConsumerDraft, choicesOf, type DraftErrors, draftOf, errorsOf } from './consumer-draft';
import { ConsumerLimits } from './ConsumerLimits';
import { MadeToken } from './MadeToken';

interface ConsumerDialogProps {
  /** Null: a new one. */
  consumer: Consumer | null;
  /** Where the gateway is. */
  url: string;
  /** As MadeToken has it. */
  proxyVariable: string | null;
  onClose: () => void;
}

/** The form in a dialog; then the new token. */
export function ConsumerDialog({ consumer, url, proxyVariable, onClose }: ConsumerDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(consumer));
  const [hasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [made, setMade] = useState<{ name: string; token: () => string } | null>(null);
  const errors = hasTried ? errorsOf(draft) : null;

  const send = async (choices: ConsumerChoices): Promise<Problem | null> => {
    if (consumer !== null) {
      const answer = await call('access.changeConsumer', { id: consumer.id, choices });
      if (answer.ok) onClose();
      return answer.ok ? null : answer.problem;
    }
    const answer = await call('access.addConsumer', choices);
    if (!answer.ok) return answer.problem;
    const { token } = answer.value;
    // A function: React keeps it, and no text.
    setMade({ name: choices.name, token: () => token });
    return null;
  };
  const save = async () => {
    setTried(true);
    if (errorsOf(draft) !== null || isBusy) return;
    setBusy(true);
    setProblem(await send(choicesOf(draft, consumer, Date.now())));
    setBusy(false);
  };
  if (made !== null)
    return <MadeToken {...made} problem={null} url={url} proxyVariable={proxyVariable} onClose={onClose} />;
  return (
    <FormDialog
      title={consumer === null ? texts.newTitle : texts.editTitle}
      submitLabel={consumer === null ? texts.create : texts.save}
      cancelLabel={texts.cancel}
      isBusy={isBusy}
      problem={problem?.kind === 'bad-input' ? null : problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Fields
        draft={draft}
        errors={errors}
        isNameTaken={problem?.kind === 'bad-input' && problem.field === 'name'}
        expiresAt={consumer?.expiresAt ?? null}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
    </FormDialog>
  );
}

interface FieldsProps {
  draft: ConsumerDraft;
  errors: DraftErrors | null;
  isNameTaken: boolean;
  expiresAt: number | null;
  onChange: (change: Partial<ConsumerDraft>) => void;
}

function Fields({ draft, errors, isNameTaken, expiresAt, onChange }: FieldsProps) {
  return (
    <>
      <TextField
        label={texts.name}
        placeholder={texts.namePlaceholder}
        maxLength={60}
        value={draft.name}
        error={errors?.name === undefined ? (isNameTaken ? texts.nameTaken : null) : texts.nameMissing}
        onChange={(name) => onChange({ name })}
      />
      <RadioGroup
        label={texts.role}
        value={draft.role}
        onChange={(role) => onChange({ role })}
        choices={roles.map((value) => ({ value, label: texts.roles[value], hint: texts.roleLines[value] }))}
      />
      <ConsumerLimits draft={draft} errors={errors} expiresAt={expiresAt} onChange={onChange} />
    </>
  );
}
