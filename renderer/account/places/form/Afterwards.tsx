// What is run once a place has the new key: a restart, from a template or the user's own, and a check.
import { useState } from 'react';
import { hookName } from '../../../../app/texts/account/place-recipes';
import { keyPlacesTexts } from '../../../../app/texts/account/places';
import { Button } from '../../../ui/Button';
import { Checkbox } from '../../../ui/fields/Checkbox';
import { SelectField } from '../../../ui/fields/SelectField';
import styles from '../../form/Form.module.css';
import { CommandFields } from './CommandFields';
import { ownHook } from './place-draft';
import type { FieldsProps } from './PlaceFields';
import { RecipeFields } from './RecipeFields';

/** Two more commands, which most places do not need. */
export function Afterwards(props: FieldsProps) {
  const { draft, errors, onChange } = props;
  const texts = keyPlacesTexts.form;
  const [isOpen, setOpen] = useState(draft.hook.program !== '' || draft.check.program !== '');
  if (!isOpen) {
    return (
      <Button kind="quiet" icon="plus" className={styles.more} onPress={() => setOpen(true)}>
        {texts.afterwards}
      </Button>
    );
  }
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{texts.hook}</legend>
        <p className={styles.hint}>{texts.hookLine}</p>
        <Hook {...props} />
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{texts.check}</legend>
        <p className={styles.hint}>{texts.checkLine}</p>
        <CommandFields draft={draft.check} which="check" errors={errors} onChange={(check) => onChange({ check })} />
      </fieldset>
    </>
  );
}

function Hook({ draft, errors, recipes, wrongField, onChange }: FieldsProps) {
  const texts = keyPlacesTexts.form;
  const { id } = draft.hookTemplate;
  const template = recipes.hooks.find((each) => each.id === id);
  return (
    <>
      <SelectField
        label={texts.hookWhich}
        value={id}
        onChange={(chosen) => onChange({ hookTemplate: { id: chosen, fields: {} } })}
        choices={[
          { value: ownHook, label: hookName(ownHook) },
          ...recipes.hooks.flatMap((each) =>
            each.id === ownHook ? [] : [{ value: each.id, label: hookName(each.id) }],
          ),
        ]}
      />
      {id === ownHook || template === undefined ? (
        <>
          <CommandFields draft={draft.hook} which="hook" errors={errors} onChange={(hook) => onChange({ hook })} />
          <Checkbox
            isChecked={draft.isHookRepeatable}
            hint={texts.repeatableHint}
            onChange={(isHookRepeatable) => onChange({ isHookRepeatable })}
          >
            {texts.repeatable}
          </Checkbox>
        </>
      ) : (
        <RecipeFields
          fields={template.fields}
          draft={draft.hookTemplate}
          wrong={wrongField?.of === 'hook' ? wrongField.field : null}
          onChange={(hookTemplate) => onChange({ hookTemplate })}
        />
      )}
    </>
  );
}
