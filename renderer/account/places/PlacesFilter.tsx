// The search and the filter above the table, where there are many places.
import { useState } from 'react';
import type { Place, PlaceUpdateWay } from '../../../app/model/places/place';
import { keyPlacesTexts as texts } from '../../../app/texts/account/places';
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
  matching: readonly Place[];
  setSearch: (search: string) => void;
  setBy: (by: PlaceUpdateWay | null) => void;
  clear: () => void;
}

const ways: readonly PlaceUpdateWay[] = ['file', 'command', 'gateway', 'hand'];

/** What is searched for, and the places that match. */
export function usePlacesFilter(places: readonly Place[]): PlacesFilterState {
  const [search, setSearch] = useState('');
  const [by, setBy] = useState<PlaceUpdateWay | null>(null);
  const wanted = search.trim().toLocaleLowerCase();
  const matching = places.filter(
    ({ name, where, note, update }) =>
      (by === null || (update?.by ?? 'hand') === by) &&
      [name, where, note].some((text) => text.toLocaleLowerCase().includes(wanted)),
  );
  return {
    search,
    by,
    matching,
    setSearch,
    setBy,
    clear: () => {
      setSearch('');
      setBy(null);
    },
  };
}

/** One line of tools, and what stands in place of the rows where none matches. */
export function PlacesFilter({ filter, all }: { filter: PlacesFilterState; all: number }) {
  const { search, by, matching, setSearch, setBy, clear } = filter;
  if (all <= FEW) return null;
  return (
    <>
      <div role="group" aria-label={texts.search} className={toolbar.tools}>
        <Typed isSearch label={texts.search} placeholder={texts.search} value={search} onChange={setSearch} />
        <span className={classes(toolbar.choice, by !== null && toolbar.narrows)}>
          <select
            aria-label={texts.filter}
            className={toolbar.select}
            value={by ?? ''}
            onChange={(event) => setBy(ways.find((way) => way === event.currentTarget.value) ?? null)}
          >
            <option value="">{texts.anyHow}</option>
            {ways.map((way) => (
              <option key={way} value={way}>
                {texts.how[way]}
              </option>
            ))}
          </select>
          <Icon name="chevronDown" className={toolbar.arrow} />
        </span>
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
