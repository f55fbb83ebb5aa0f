// The lists of an area, one at a time behind tabs.
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { areas } from '../../../app/model/lists/areas';
import type { ListId } from '../../../app/model/lists/lists';
import type { AppState } from '../../../app/model/state/app-state';
import { areaTexts as texts } from '../../../app/texts/account/areas';
import { listWords } from '../../../app/texts/account/lists';
import { classes } from '../../ui/classes';
import styles from './AreaLists.module.css';
import { ListPanel } from './ListPanel';
import { LocalApp } from './LocalApp';

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
  return (
    <Tabs className={classes(styles.tabs)} keyboardActivation="manual">
      <TabList aria-label={texts.lists} className={classes(styles.bar)}>
        {lists.map((list) => (
          <Tab key={list} id={list} className={classes(styles.tab)}>
            {listWords(list).title}
          </Tab>
        ))}
      </TabList>
      {lists.map((list) => (
        <TabPanel key={list} id={list} className={classes(styles.panel)}>
          {list === 'localToday' ? <LocalApp state={state} /> : <ListPanel list={list} state={state} />}
        </TabPanel>
      ))}
    </Tabs>
  );
}
