// One field of a form, drawn by its look.
import { useState } from 'react';
import type { Field } from '../../../app/model/actions/form-fields';
import type { AppState } from '../../../app/model/state/app-state';
import { packageName } from '../../../app/texts/figures';
import { type FieldText, formTexts } from '../../../app/texts/account/forms';
import { formatBytes, formatMomentShort } from '../../../app/texts/format';
import { Button, IconButton } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { locale } from '../../ui/locale';
import { RadioGroup } from '../../ui/fields/RadioGroup';
import { SelectField } from '../../ui/fields/SelectField';
import { SuggestField } from '../../ui/fields/SuggestField';
import { Switch } from '../../ui/fields/Switch';
import { TextArea } from '../../ui/fields/TextArea';
import { TextField } from '../../ui/fields/TextField';
import { useNow } from '../../ui/hooks/use-now';
import { countries } from './countries';
import styles from './FieldView.module.css';
import { dayOf, readCodes } from './field-values';
import { makePassword } from './make-password';

export type TrafficPackage = NonNullable<AppState['traffic']['value']>['packages'][number];

interface FieldProps {
  field: Field;
  text: FieldText;
  shown: string | boolean;
  /** What is wrong, or null. */
  error: string | null;
  packages: readonly TrafficPackage[];
  onChange: (shown: string | boolean) => void;
}

/** Those that are two in a row. */
const narrow: ReadonlySet<Field['kind']> = new Set(['count', 'bytes', 'moment', 'country']);
const narrowTexts: ReadonlySet<string> = new Set(['region', 'city', 'isp']);

/** The most choices that are shown at once, rather than in a list. */
const fewChoices = 4;

/** The field with its label, hint and error. */
export function FieldView(props: FieldProps) {
  const { kind, name, when } = props.field;
  return (
    <div
      data-field={name}
      className={classes(
        styles.place,
        !narrow.has(kind) && !narrowTexts.has(name) && styles.whole,
        when !== undefined && styles.further,
      )}
    >
      <Control {...props} />
    </div>
  );
}

function Control(props: FieldProps) {
  const { field, text, shown, error, onChange } = props;
  const now = useNow();
  const label = labelOf(field, text);
  const typed = typeof shown === 'string' ? shown : '';
  const common = {
    label,
    value: typed,
    onChange,
    error,
    ...(text.hint === undefined ? {} : { hint: text.hint }),
  };
  switch (field.kind) {
    case 'switch':
      return <SwitchControl {...props} label={label} />;
    case 'choice':
      return <ChoiceControl {...props} label={label} />;
    case 'package':
      return <PackageControl {...props} label={label} />;
    case 'password':
      return <PasswordControl {...props} label={label} />;
    case 'codes': {
      const { length } = readCodes(typed);
      const hint = length === 0 ? (text.hint ?? '') : formTexts.codesFound({ count: length });
      return <TextArea {...common} mono rows={5} hint={<span role="status">{hint}</span>} isRequired />;
    }
    case 'country':
      return <SuggestField {...common} suggestions={suggestions()} openLabel={formTexts.countries} />;
    case 'moment':
      return <DayControl {...common} from={dayOf(now)} />;
    case 'count':
    case 'bytes':
      return <TextField {...common} inputMode={field.kind === 'count' ? 'numeric' : 'decimal'} autoComplete="off" />;
    case 'email':
      return <TextField {...common} inputMode="email" autoComplete="off" />;
    case 'text':
      if (field.lines === true) return <TextArea {...common} rows={2} />;
      return <TextField {...common} mono={field.name === 'ip'} autoComplete="off" />;
    default:
      return field.kind satisfies never;
  }
}

/** The label says that a field may be left empty; for a password, which is then a new one, the hint does. */
function labelOf({ kind, optional, when }: Field, text: FieldText): string {
  return optional && when === undefined && kind !== 'password' ? text.optional : text.label;
}

function suggestions() {
  return countries(locale()).map(({ code, label }) => ({ id: code, label }));
}

function SwitchControl({ field, text, shown, label, onChange }: FieldProps & { label: string }) {
  const hintId = `hint-of-${field.name}`;
  return (
    <div className={styles.switch}>
      <Switch isOn={shown === true} onChange={onChange} describedBy={text.hint === undefined ? undefined : hintId}>
        <span className={styles.label}>{label}</span>
      </Switch>
      {text.hint === undefined ? null : (
        <p id={hintId} className={styles.hint}>
          {text.hint}
        </p>
      )}
    </div>
  );
}

function ChoiceControl({ field, text, shown, error, label, onChange }: FieldProps & { label: string }) {
  const choices = (field.choices ?? []).map((value) => ({ value, label: value, ...text.choices?.[value] }));
  const value = typeof shown === 'string' ? shown : '';
  if (choices.length <= fewChoices) {
    return <RadioGroup label={label} value={value === '' ? null : value} onChange={onChange} choices={choices} />;
  }
  return (
    <SelectField
      label={label}
      value={value}
      onChange={onChange}
      error={error}
      choices={value === '' ? [{ value: '', label: formTexts.choose }, ...choices] : choices}
    />
  );
}

function PackageControl({ field, shown, error, packages, label, onChange }: FieldProps & { label: string }) {
  const now = useNow();
  // What has expired can give nothing.
  const usable = packages.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  const choices = usable.map(({ id, name, left, expiresAt }) => {
    const holds = { name: packageName(name), left: formatBytes(left, locale()) };
    const named =
      expiresAt === null
        ? formTexts.package(holds)
        : formTexts.packageUntil({ ...holds, day: formatMomentShort(expiresAt, now, locale()) });
    return { value: String(id), label: named };
  });
  const none = { value: '', label: field.optional ? formTexts.none : formTexts.choose };
  return (
    <SelectField
      label={label}
      value={typeof shown === 'string' ? shown : ''}
      onChange={onChange}
      choices={[none, ...choices]}
      error={error}
      {...(usable.length === 0 ? { hint: formTexts.noPackages } : {})}
    />
  );
}

function PasswordControl({ text, shown, error, label, onChange }: FieldProps & { label: string }) {
  const [visible, setVisible] = useState(false);
  const [made, setMade] = useState(false);
  return (
    <>
      <TextField
        label={label}
        value={typeof shown === 'string' ? shown : ''}
        onChange={(value) => {
          setMade(false);
          onChange(value);
        }}
        error={error}
        {...(text.hint === undefined ? {} : { hint: text.hint })}
        type={visible ? 'text' : 'password'}
        mono={visible}
        autoComplete="off"
        end={
          <>
            <IconButton
              icon={visible ? 'eyeOff' : 'eye'}
              label={visible ? formTexts.hide : formTexts.show}
              onPress={() => setVisible(!visible)}
            />
            <Button
              kind="quiet"
              onPress={() => {
                onChange(makePassword());
                // A password that the user cannot read is of no use.
                setVisible(true);
                setMade(true);
              }}
            >
              {formTexts.makePassword}
            </Button>
          </>
        }
      />
      <p className="only-spoken" role="status">
        {made ? formTexts.madePassword : ''}
      </p>
    </>
  );
}

interface DayProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | null;
  hint?: string;
  /** The first day that can be chosen (yyyy-mm-dd). */
  from: string;
}

/** The system's own field for a day, written as the system writes days. */
function DayControl({ from, ...common }: DayProps) {
  return <TextField {...common} type="date" inputMin={from} />;
}
