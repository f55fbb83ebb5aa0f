// What else is chosen for a program: secrets, spending, when its token expires, and how often it may ask.
import { useState } from 'react';
import { accessTexts as texts } from '../../../app/texts/account/access';
import { formatMoment } from '../../../app/texts/format';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/fields/Checkbox';
import { SelectField } from '../../ui/fields/SelectField';
import { TextField } from '../../ui/fields/TextField';
import { locale } from '../../ui/locale';
import styles from '../form/Form.module.css';
import { canGiveIps, canSpend, canWrite, type ConsumerDraft, type DraftErrors, expiries } from './consumer-draft';

interface ConsumerLimitsProps {
  draft: ConsumerDraft;
  errors: DraftErrors | null;
  /** Of the consumer as it is. */
  expiresAt: number | null;
  onChange: (change: Partial<ConsumerDraft>) => void;
}

/** The fields that its role has. */
export function ConsumerLimits({ draft, errors, expiresAt, onChange }: ConsumerLimitsProps) {
  const { role } = draft;
  return (
    <>
      {role === 'read' || role === 'sub-accounts' || role === 'spend' ? (
        <Checkbox isChecked={draft.secrets} hint={texts.secretsLine} onChange={(secrets) => onChange({ secrets })}>
          {texts.secrets}
        </Checkbox>
      ) : null}
      {role === 'everything' ? (
        <Checkbox
          isChecked={draft.unknownPaths}
          hint={texts.unknownPathsLine}
          onChange={(unknownPaths) => onChange({ unknownPaths })}
        >
          {texts.unknownPaths}
        </Checkbox>
      ) : null}
      {canWrite(role) ? <Caps draft={draft} errors={errors} onChange={onChange} /> : null}
      <SelectField
        label={texts.expires}
        value={draft.expiry}
        onChange={(expiry) => onChange({ expiry })}
        choices={expiries
          .filter((value) => value !== 'kept' || expiresAt !== null)
          .map((value) => ({
            value,
            label:
              value === 'kept'
                ? texts.expiresIn.kept({ moment: formatMoment(expiresAt ?? 0, locale()) })
                : texts.expiresIn[value],
          }))}
      />
      <Rates draft={draft} errors={errors} onChange={onChange} />
    </>
  );
}

type PartProps = Omit<ConsumerLimitsProps, 'expiresAt'>;

/** How much it may change in a day, and that it can use up the balance. */
function Caps({ draft, errors, onChange }: PartProps) {
  const limit = (field: 'ipsPerRequest' | 'ipsPerDay' | 'writesPerDay') => (
    <TextField
      label={texts[field]}
      {...(draft.role === 'spend' && field !== 'writesPerDay' ? {} : { placeholder: texts.noLimit })}
      inputMode="numeric"
      value={draft[field]}
      error={errors?.[field] === undefined ? null : errors[field] === 'missing' ? texts.limitMissing : texts.limitWrong}
      onChange={(text) => onChange({ [field]: text })}
    />
  );
  return (
    <>
      <div className={styles.fields}>
        {canGiveIps(draft.role) ? limit('ipsPerRequest') : null}
        {canGiveIps(draft.role) ? limit('ipsPerDay') : null}
        {limit('writesPerDay')}
      </div>
      {canSpend(draft.role) ? (
        <div>
          <Checkbox isChecked={draft.agrees} onChange={(agrees) => onChange({ agrees })}>
            {texts.spending}
          </Checkbox>
          {errors?.agrees === undefined ? null : (
            <p role="alert" className={styles.error}>
              {texts.spendingMissing}
            </p>
          )}
        </div>
      ) : null}
    </>
  );
}

/** Fields that most do not need. */
function Rates({ draft, errors, onChange }: PartProps) {
  const [isOpen, setOpen] = useState(false);
  const isWrong =
    errors?.readsPerSecond !== undefined || errors?.writesPerMinute !== undefined || errors?.holdSeconds !== undefined;
  if (!isOpen && !isWrong)
    return (
      <Button kind="quiet" icon="plus" className={styles.more} onPress={() => setOpen(true)}>
        {texts.more}
      </Button>
    );
  const wrong = (lowest: string, highest: string) => texts.rateWrong({ lowest, highest });
  return (
    <div className={styles.fields}>
      <TextField
        label={texts.readsPerSecond}
        inputMode="decimal"
        value={draft.readsPerSecond}
        error={errors?.readsPerSecond === undefined ? null : wrong('0.1', '50')}
        onChange={(readsPerSecond) => onChange({ readsPerSecond })}
      />
      <TextField
        label={texts.writesPerMinute}
        inputMode="numeric"
        value={draft.writesPerMinute}
        error={errors?.writesPerMinute === undefined ? null : wrong('1', '600')}
        onChange={(writesPerMinute) => onChange({ writesPerMinute })}
      />
      <TextField
        label={texts.holdSeconds}
        hint={texts.holdHint}
        inputMode="numeric"
        value={draft.holdSeconds}
        error={errors?.holdSeconds === undefined ? null : wrong('0', '120')}
        onChange={(holdSeconds) => onChange({ holdSeconds })}
      />
      {canWrite(draft.role) ? (
        <Checkbox
          isChecked={draft.holdWrites}
          hint={texts.holdWritesLine}
          onChange={(holdWrites) => onChange({ holdWrites })}
        >
          {texts.holdWrites}
        </Checkbox>
      ) : null}
    </div>
  );
}
