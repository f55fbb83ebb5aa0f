// The fields of one command: program, arguments, folder, time limit.
import { keyPlacesTexts } from '../../../../app/texts/account/places';
import { placesTexts } from '../../../../app/texts/wizard/places';
import { looksLikeKey } from '../../../places/looks-like-key';
import { TextArea } from '../../../ui/fields/TextArea';
import { TextField } from '../../../ui/fields/TextField';
import styles from '../../form/Form.module.css';
import type { CommandDraft, DraftErrors } from './place-draft';

interface CommandFieldsProps {
  draft: CommandDraft;
  /** Which of the place's commands it is. */
  which: 'command' | 'hook' | 'check';
  errors: DraftErrors | null;
  onChange: (draft: CommandDraft) => void;
}

/** Program and folder beside each other, the arguments below. */
export function CommandFields({ draft, which, errors, onChange }: CommandFieldsProps) {
  const texts = keyPlacesTexts.form;
  const isProgramWrong = which === 'command' && errors?.program === true;
  const wrongKey = (text: string) => (looksLikeKey(text) ? placesTexts.looksLikeKey : null);
  return (
    <>
      <TextField
        label={texts.program}
        mono
        maxLength={1000}
        value={draft.program}
        error={wrongKey(draft.program) ?? (isProgramWrong ? texts.programMissing : null)}
        onChange={(program) => onChange({ ...draft, program })}
      />
      <TextArea
        label={texts.arguments}
        {...(which === 'command' ? { hint: texts.argumentsHint } : {})}
        error={wrongKey(draft.arguments)}
        mono
        rows={3}
        maxLength={20_000}
        value={draft.arguments}
        onChange={(args) => onChange({ ...draft, arguments: args })}
      />
      <div className={styles.fields}>
        <TextField
          label={texts.folder}
          hint={texts.folderHint}
          mono
          maxLength={4096}
          value={draft.folder}
          error={errors?.folders[which] === true ? texts.pathWrong : null}
          onChange={(folder) => onChange({ ...draft, folder })}
        />
        <TextField
          label={texts.timeLimit}
          inputMode="numeric"
          maxLength={4}
          value={draft.timeLimit}
          error={errors?.timeLimits[which] === true ? texts.timeLimitWrong : null}
          onChange={(timeLimit) => onChange({ ...draft, timeLimit })}
        />
      </div>
    </>
  );
}
