// Finds a sub-account by what is typed, to give it its own limits.
import { useEffect, useState } from 'react';
import type { SubAccountRow } from '../../../app/model/state/sub-account-row';
import { alertTexts as texts } from '../../../app/texts/account/alerts';
import { ask, call } from '../../ui/bridge';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields/TextField';
import styles from './Alerts.module.css';

const OFFERED = 6;
/** So many can be read one by one without asking the vendor too often. */
const MOST = 30;

interface AddSubAccountProps {
  /** Ids that are there already. */
  taken: ReadonlySet<string>;
  /** Grows while the list is loaded: then there is more to find. */
  rev: number;
  onAdd: (id: number, username: string) => void;
}

/** A search field, and a button for each that was found. */
export function AddSubAccount({ taken, rev, onAdd }: AddSubAccountProps) {
  const [search, setSearch] = useState('');
  // Of which question, and of how much of the list.
  const [found, setFound] = useState<{ of: string; rev: number; rows: SubAccountRow[] } | null>(null);
  const wanted = search.trim();

  useEffect(() => {
    if (wanted === '') return undefined;
    let isWanted = true;
    const query = { search: wanted, sort: 'username', descending: false, offset: 0, limit: OFFERED } as const;
    void call('subAccounts.query', query).then((answer) => {
      if (isWanted) setFound({ of: wanted, rev, rows: answer.ok ? answer.value.rows : [] });
    });
    return () => {
      isWanted = false;
    };
  }, [wanted, rev]);

  if (taken.size >= MOST) return <p className={styles.none}>{texts.addMost}</p>;
  const rows = found?.of === wanted ? found.rows : null;
  const free = rows?.filter(({ id }) => !taken.has(String(id))) ?? [];
  return (
    <div className={styles.add}>
      <TextField
        label={texts.add}
        type="search"
        hint={texts.addHint}
        value={search}
        onChange={setSearch}
        className={styles.search}
        // The whole list, so that every one of them can be found.
        onFocus={() => ask('subAccounts.setVisible', { visible: true })}
        onBlur={() => ask('subAccounts.setVisible', { visible: false })}
      />
      {wanted === '' ? null : (
        <div className={styles.offers} role="group" aria-label={texts.add}>
          {rows !== null && free.length === 0 ? <p className={styles.none}>{texts.addNone}</p> : null}
          {free.map(({ id, username }) => (
            <Button
              key={id}
              icon="plus"
              aria-label={texts.addOne({ name: username })}
              onPress={() => {
                onAdd(id, username);
                setSearch('');
              }}
            >
              {username}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
