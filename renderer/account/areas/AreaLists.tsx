// The lists of an area, one at a time behind tabs, or behind one field to choose from where the tabs have no room.
import { useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { areas } from '../../../app/model/lists/areas';
import type { ListId } from '../../../app/model/lists/lists';
import type { AppState } from '../../../app/model/state/app-state';
import { areaTexts as texts } from '../../../app/texts/account/areas';
import { listWords } from '../../../app/texts/account/lists';
import { classes } from '../../ui/classes';
import { Select } from '../../ui/fields/Select';
import styles from './AreaLists.module.css';
import { ListPanel } from './ListPanel';
import { LocalApp } from './LocalApp';
import { useFits } from './use-fits';

interface AreaListsProps {
  area: keyof typeof areas;
  state: AppState;
}

/** Tabs where there are several lists; the list alone where there is one. */
export function AreaLists({ area, state }: AreaListsProps) {
  const lists: readonly ListId[] = areas[area];
  const [first] = lists;
  if (first === undefined) return null;
  if (lists.length === 1) return <ListPanel list={first} state={state} />;
  return <ListTabs lists={lists} first={first} state={state} />;
}

function ListTabs({ lists, first, state }: { lists: readonly ListId[]; first: ListId; state: AppState }) {
  const [chosen, setChosen] = useState(first);
  const row = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const fits = useFits(row, bar);
  const choose = (key: unknown) => setChosen(lists.find((list) => list === key) ?? first);
  return (
    <Tabs className={classes(styles.tabs)} keyboardActivation="manual" selectedKey={chosen} onSelectionChange={choose}>
      <div ref={row} className={classes(styles.row, !fits && styles.narrow)}>
        <TabList ref={bar} aria-label={texts.lists} className={classes(styles.bar)}>
          {lists.map((list) => (
            <Tab key={list} id={list} className={classes(styles.tab)}>
              {listWords(list).title}
            </Tab>
          ))}
        </TabList>
        {fits ? null : (
          <div className={styles.choice}>
            <Select
              aria-label={texts.lists}
              value={chosen}
              choices={lists.map((list) => ({ value: list, label: listWords(list).title }))}
              onChange={setChosen}
            />
          </div>
        )}
      </div>
      {lists.map((list) => (
        <TabPanel key={list} id={list} className={classes(styles.panel)}>
          {list === 'localToday' ? <LocalApp state={state} /> : <ListPanel list={list} state={state} />}
        </TabPanel>
      ))}
    </Tabs>
  );
}
