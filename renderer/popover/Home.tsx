// The popover itself: head, status line, figures, sub-accounts, and what became of switches.
import type { FigureId } from '../../app/model/figures/figures';
import { useState } from 'react';
import type { AppState } from '../../app/model/state/app-state';
import { useNow } from '../ui/hooks/use-now';
import { Figures } from './figures/Figures';
import { Header } from './Header';
import styles from './Home.module.css';
import { Notices } from './Notices';
import { SwitchToasts } from './sub-accounts/SwitchToasts';
import { Privacy } from '../ui/privacy';
import { SubAccounts } from './sub-accounts/SubAccounts';

interface HomeProps {
  state: AppState;
  onKey: () => void;
  onSettings: () => void;
}

/** The popover. One part of it scrolls, so that large text and open details never push anything out of reach. */
export function Home({ state, onKey, onSettings }: HomeProps) {
  const now = useNow();
  const [open, setOpen] = useState<FigureId | null>(null);
  const [shown, setShown] = useState(false);
  return (
    <Privacy hide={state.settings.hideAmounts && !shown}>
      <div className={styles.home}>
        <Header state={state} now={now} onReveal={setShown} onSettings={onSettings} />
        <main className={styles.body}>
          <div className={styles.facts}>
            <Notices state={state} now={now} onKey={onKey} />
            <Figures state={state} now={now} open={open} onOpen={setOpen} />
          </div>
          <SubAccounts state={state} now={now} />
        </main>
        <SwitchToasts switches={state.subAccounts.switches} now={now} />
      </div>
    </Privacy>
  );
}
