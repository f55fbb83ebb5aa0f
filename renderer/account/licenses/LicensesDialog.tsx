// The licenses of NineTray and of all that it is made of, in a list that can be searched. A text is read when it is
// opened, and dropped when it is closed: one of Chromium's parts has 700 kB.
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../../app/bridge/contract';
import { type Licensed, licenseGroups } from '../../../app/model/license';
import type { Result } from '../../../app/model/problem';
import { licenseTexts as texts } from '../../../app/texts/account/licenses';
import { call } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/fields/TextField';
import { FieldError } from '../../settings/FieldError';
import list from '../form/DialogRows.module.css';
import styles from './LicensesDialog.module.css';

/** The dialog, open. */
export function LicensesDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={texts.title} isOpen isWide onClose={onClose}>
      <p className={styles.lead}>{texts.lead}</p>
      <AllLicenses onClose={onClose} />
    </Dialog>
  );
}

function AllLicenses({ onClose }: { onClose: () => void }) {
  const [answer, setAnswer] = useState<Result<CallOutput<'licenses.list'>> | null>(null);
  const [query, setQuery] = useState('');
  useEffect(() => {
    let isWanted = true;
    void call('licenses.list', undefined).then((listed) => isWanted && setAnswer(listed));
    return () => {
      isWanted = false;
    };
  }, []);
  const found = answer?.ok === true ? answer.value.licensed.filter((licensed) => matches(licensed, query)) : null;
  return (
    <>
      <div className={styles.bar}>
        <div className={styles.tools}>
          <Search query={query} onQuery={setQuery} />
          <Button onPress={onClose}>{texts.close}</Button>
        </div>
        <p role="status" className={styles.found}>
          {answer === null ? texts.loading : found === null ? null : foundText(found.length)}
        </p>
      </div>
      {answer?.ok === false ? <FieldError problem={answer.problem} /> : null}
      {licenseGroups.map((group) => (
        <Group key={group} group={group} licensed={found?.filter((one) => one.group === group) ?? []} />
      ))}
    </>
  );
}

const foundText = (count: number) => (count === 0 ? texts.none : texts.found({ count }));

function Search({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  return (
    <form role="search" className={styles.search} onSubmit={(event) => event.preventDefault()}>
      <TextField
        type="search"
        label={texts.search}
        hideLabel
        placeholder={texts.search}
        value={query}
        onChange={onQuery}
        maxLength={100}
        onKeyDown={(event) => {
          // Another Esc closes the dialog.
          if (event.key === 'Escape' && query !== '') onQuery('');
          else event.continuePropagation();
        }}
      />
    </form>
  );
}

function matches({ name, version, license }: Licensed, query: string): boolean {
  const text = [name, version, license].join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function Group({ group, licensed }: { group: Licensed['group']; licensed: readonly Licensed[] }) {
  if (licensed.length === 0) return null;
  return (
    <section aria-label={texts.groups[group]}>
      <h3 className={classes(list.title, styles.group)}>{texts.groups[group]}</h3>
      <ul className={list.rows}>
        {licensed.map((one) => (
          <li key={one.id}>
            <License licensed={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function License({ licensed: { id, name, version, license } }: { licensed: Licensed }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes(list.row, styles.summary)}>
        <span className={list.name}>{name}</span> {version === null ? null : <span>{version}</span>}{' '}
        {license === null ? null : <span className={styles.license}>{license}</span>}
      </summary>
      {isOpen ? <LicenseText id={id} name={name} /> : null}
    </details>
  );
}

function LicenseText({ id, name }: { id: string; name: string }) {
  const [answer, setAnswer] = useState<Result<CallOutput<'licenses.read'>> | null>(null);
  useEffect(() => {
    let isWanted = true;
    void call('licenses.read', { id }).then((text) => isWanted && setAnswer(text));
    return () => {
      isWanted = false;
    };
  }, [id]);
  if (answer === null) return <p className={styles.text}>{texts.loading}</p>;
  if (!answer.ok) return <FieldError problem={answer.problem} />;
  return (
    // Scrolled with the keyboard, so it takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.text} aria-label={texts.textOf({ name })} tabIndex={0}>
      <pre className={styles.words}>{answer.value.text}</pre>
    </section>
  );
}
