// The list's tools: search, filters, its age, reading again, saving.
import type { ReactNode, Ref } from 'react';
import type { Filter } from '../../../app/model/lists/list-description';
import { type ListId, listOf } from '../../../app/model/lists/lists';
import { listTexts, readText } from '../../../app/texts/account/list-frame';
import type { ListWords } from '../../../app/texts/account/lists';
import { IconButton } from '../../ui/Button';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/Icon';
import { locale } from '../../ui/locale';
import { useNow } from '../../ui/hooks/use-now';
import type { ListFilter } from './selection/selection';
import styles from './Toolbar.module.css';
import { Typed } from './Typed';

interface ToolbarProps {
  list: ListId;
  words: ListWords;
  filter: ListFilter;
  onFilter: (filter: ListFilter) => void;
  /** Filters that the place has decided: they are not asked for. */
  fixed: Readonly<Record<string, string>>;
  /** There is something to search and to save. */
  isUsable: boolean;
  asOf: number | null;
  busy: boolean;
  onRefresh: () => void;
  /** null: something else is being saved. */
  onSave: (() => void) | null;
  toolbar: ReactNode;
  /** Where the keyboard goes when it leaves the grid. */
  firstRef: Ref<HTMLDivElement>;
}

/** One line, which wraps where the window is narrow. */
export function Toolbar({ firstRef, ...props }: ToolbarProps) {
  const { list, words, filter, onFilter, fixed, isUsable, asOf, busy, onSave } = props;
  const { searches, filters } = listOf(list);
  const open = filters.filter(({ id }) => !Object.hasOwn(fixed, id));
  return (
    <div ref={firstRef} role="group" aria-label={listTexts.tools({ title: words.title })} className={styles.tools}>
      {isUsable && searches ? (
        <Typed
          isSearch
          label={listTexts.search({ title: words.title })}
          placeholder={listTexts.searchPlaceholder}
          value={filter.search}
          onChange={(search) => onFilter({ ...filter, search })}
        />
      ) : null}
      {isUsable
        ? open.map((each) => (
            <OneFilter
              key={each.id}
              filter={each}
              words={words}
              value={filter.filters[each.id] ?? ''}
              onChange={(value) => onFilter({ ...filter, filters: { ...filter.filters, [each.id]: value } })}
            />
          ))
        : null}
      <div className={styles.end}>
        {asOf === null ? null : <Age asOf={asOf} />}
        <IconButton icon="refresh" label={listTexts.refresh} busy={busy} onPress={props.onRefresh} />
        {isUsable ? (
          <IconButton
            icon="download"
            label={onSave === null ? listTexts.otherSave : listTexts.save}
            isDisabled={onSave === null}
            onPress={() => onSave?.()}
          />
        ) : null}
        <div className={styles.actions}>{props.toolbar}</div>
      </div>
    </div>
  );
}

function Age({ asOf }: { asOf: number }) {
  return <span className={styles.age}>{readText(asOf, useNow(), locale())}</span>;
}

interface OneFilterProps {
  filter: Filter;
  words: ListWords;
  value: string;
  onChange: (value: string) => void;
}

function OneFilter({ filter: { id, kind, choices = [] }, words, value, onChange }: OneFilterProps) {
  if (kind === 'choice') {
    const { label, all, words: names } = words.choices[id] ?? { label: id, all: '', words: {} };
    return (
      <span className={classes(styles.choice, value !== '' && styles.narrows)}>
        <select
          aria-label={label}
          className={styles.select}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{all}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {names[choice] ?? choice}
            </option>
          ))}
        </select>
        <Icon name="chevronDown" className={styles.arrow} />
      </span>
    );
  }
  const label = words.filters[id] ?? id;
  if (kind === 'day') {
    return (
      <label className={classes(styles.day, value !== '' && styles.narrows)}>
        <span>{label}</span>
        <input
          type="date"
          className={styles.date}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </label>
    );
  }
  return <Typed label={label} placeholder={label} value={value} onChange={onChange} />;
}
