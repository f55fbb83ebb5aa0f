// The search and the filter above the table, where there are many places.
import { useState } from 'react';
import type { PlaceUpdateWay } from '../../../app/model/places/place';
import { type PlaceRow, readinesses, type Readiness } from '../../../app/model/places/places-view';
import { keyPlacesTexts as texts } from '../../../app/texts/account/places';
import { placeStateTexts } from '../../../app/texts/wizard/place-states';
import { classes } from '../../ui/classes';
import { Icon } from '../../ui/Icon';
import { Typed } from '../list/Typed';
import toolbar from '../list/Toolbar.module.css';
import { NoMatch } from '../list/EmptyState';

/** Below it, the rows are seen at a glance. */
const FEW = 8;

export interface PlacesFilterState {
  search: string;
  by: PlaceUpdateWay | null;
  state: Readiness | null;
  matching: readonly PlaceRow[];
  setSearch: (search: string) => void;
  setBy: (by: PlaceUpdateWay | null) => void;
  setState: (state: Readiness | null) => void;
  clear: () => void;
}

const ways: readonly PlaceUpdateWay[] = ['file', 'command', 'gateway', 'hand'];

/** What is searched for, and the places that match. */
export function usePlacesFilter(rows: readonly PlaceRow[]): PlacesFilterState {
  const [search, setSearch] = useState('');
  const [by, setBy] = useState<PlaceUpdateWay | null>(null);
  const [state, setState] = useState<Readiness | null>(null);
  const wanted = search.trim().toLocaleLowerCase();
  const matching = rows.filter(
    ({ place: { name, where, note, update }, readiness }) =>
      (by === null || (update?.by ?? 'hand') === by) &&
      (state === null || readiness === state) &&
      [name, where, note].some((text) => text.toLocaleLowerCase().includes(wanted)),
  );
  return {
    search,
    by,
    state,
    matching,
    setSearch,
    setBy,
    setState,
    clear: () => {
      setSearch('');
      setBy(null);
      setState(null);
    },
  };
}

/** One line of tools, and what stands in place of the rows where none matches. */
export function PlacesFilter({ filter, all }: { filter: PlacesFilterState; all: number }) {
  const { search, by, state, matching, setSearch, setBy, setState, clear } = filter;
  if (all <= FEW) return null;
  return (
    <>
      <div role="group" aria-label={texts.search} className={toolbar.tools}>
        <Typed isSearch label={texts.search} placeholder={texts.search} value={search} onChange={setSearch} />
        <Choice
          label={texts.filter}
          all={texts.anyHow}
          value={by}
          choices={ways}
          nameOf={(way) => texts.how[way]}
          onChange={setBy}
        />
        <Choice
          label={texts.filterState}
          all={texts.anyState}
          value={state}
          choices={readinesses}
          nameOf={(each) => placeStateTexts.readiness[each]}
          onChange={setState}
        />
        <div className={toolbar.end}>
          <span className={toolbar.age} role="status">
            {texts.count({ count: matching.length })}
          </span>
        </div>
      </div>
      {matching.length === 0 ? <NoMatch onClear={clear} /> : null}
    </>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  all: string;
  value: T | null;
  choices: readonly T[];
  nameOf: (choice: T) => string;
  onChange: (value: T | null) => void;
}

function Choice<T extends string>({ label, all, value, choices, nameOf, onChange }: ChoiceProps<T>) {
  return (
    <span className={classes(toolbar.choice, value !== null && toolbar.narrows)}>
      <select
        aria-label={label}
        className={toolbar.select}
        value={value ?? ''}
        onChange={(event) => onChange(choices.find((each) => each === event.currentTarget.value) ?? null)}
      >
        <option value="">{all}</option>
        {choices.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" className={toolbar.arrow} />
    </span>
  );
}
