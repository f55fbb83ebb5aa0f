// The fields of one command: program, arguments, folder.
import { keyPlacesTexts } from '../../../../app/texts/account/places';
import { TextArea } from '../../../ui/fields/TextArea';
import { TextField } from '../../../ui/fields/TextField';
import styles from '../../form/Form.module.css';
import type { CommandDraft } from './place-draft';

interface CommandFieldsProps {
  draft: CommandDraft;
  onChange: (draft: CommandDraft) => void;
  /** The program is missing. */
  isProgramWrong?: boolean;
  isFolderWrong: boolean;
  /** It takes the key: says where the key does not belong. */
  takesKey?: boolean;
}

/** Program and folder beside each other, the arguments below. */
export function CommandFields({
  draft,
  onChange,
  isProgramWrong = false,
  isFolderWrong,
  takesKey = false,
}: CommandFieldsProps) {
  const texts = keyPlacesTexts.form;
  return (
    <>
      <div className={styles.fields}>
        <TextField
          label={texts.program}
          mono
          maxLength={1000}
          value={draft.program}
          error={isProgramWrong ? texts.programMissing : null}
          onChange={(program) => onChange({ ...draft, program })}
        />
        <TextField
          label={texts.folder}
          hint={texts.folderHint}
          mono
          maxLength={4096}
          value={draft.folder}
          error={isFolderWrong ? texts.pathWrong : null}
          onChange={(folder) => onChange({ ...draft, folder })}
        />
      </div>
      <TextArea
        label={texts.arguments}
        {...(takesKey ? { hint: texts.argumentsHint } : {})}
        mono
        rows={3}
        maxLength={20_000}
        value={draft.arguments}
        onChange={(args) => onChange({ ...draft, arguments: args })}
      />
    </>
  );
}
