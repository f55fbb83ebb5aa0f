// The account window's sidebar: whose account this is, its areas, and the buttons that are always there.
import { useEffect, useRef } from 'react';
import type { AppState } from '../../app/model/state/app-state';
import { type AreaId, sidebarAreas } from '../../app/model/lists/areas';
import { emergencyStopOf } from '../../app/model/bulk/emergency-stop';
import { highestSeverity, type Severity, severityOfAlert } from '../../app/model/severity';
import { areaNames, areaTexts as texts } from '../../app/texts/account/areas';
import { shortcutTexts } from '../../app/texts/account/shortcuts';
import { formatAge, formatCount } from '../../app/texts/format';
import { popoverTexts, refreshButton } from '../../app/texts/status/popover';
import { ask } from '../ui/bridge';
import { IconButton } from '../ui/Button';
import { ExampleScript } from '../ui/ExampleScript';
import { Icon, type IconName } from '../ui/Icon';
import { locale } from '../ui/locale';
import { SourceBadge } from '../ui/SourceBadge';
import { useNow } from '../ui/hooks/use-now';
import { useMasked } from '../ui/privacy';
import styles from './Sidebar.module.css';

const icons: Readonly<Record<AreaId, IconName>> = {
  overview: 'gauge',
  proxy: 'globe',
  subAccounts: 'people',
  subUsers: 'person',
  whitelist: 'shield',
  connections: 'plug',
  shareCodes: 'gift',
  wallet: 'wallet',
  affiliate: 'flow',
  places: 'key',
  access: 'lock',
  alerts: 'bell',
  apiCheck: 'check',
  settings: 'settings',
};

interface SidebarProps {
  state: AppState;
  area: AreaId;
  onArea: (area: AreaId) => void;
  /** Amounts that the settings hide are shown for now. */
  showsAmounts: boolean;
  onAmounts: (shows: boolean) => void;
  /** Lists the keyboard shortcuts. */
  onHelp: () => void;
}

/** The sidebar. */
export function Sidebar({ state, area, onArea, showsAmounts, onAmounts, onHelp }: SidebarProps) {
  const account = state.account.value;
  const name = account?.username ?? account?.email ?? popoverTexts.noName;
  const email = typeof account?.username === 'string' ? account.email : null;
  return (
    <div className={styles.side}>
      <header className={styles.head}>
        <p className={styles.name} title={name}>
          {name}
        </p>
        {email === null ? null : (
          <p className={styles.email} title={email}>
            {email}
          </p>
        )}
        <SourceBadge source={state.source} />
        <ExampleScript script={state.exampleScript} />
      </header>
      <nav aria-label={texts.areas} className={styles.nav}>
        <ul>
          {sidebarAreas.map((id) => (
            <li key={id}>
              <AreaLink area={id} isCurrent={id === area} state={state} onArea={onArea} />
            </li>
          ))}
        </ul>
      </nav>
      <SidebarFooter state={state} showsAmounts={showsAmounts} onAmounts={onAmounts} onHelp={onHelp} />
    </div>
  );
}

interface AreaLinkProps extends Pick<SidebarProps, 'area' | 'state' | 'onArea'> {
  isCurrent: boolean;
}

/** Leads to an area. The one of the area in view stays in view where not all have room. */
function AreaLink({ area, isCurrent, state, onArea }: AreaLinkProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <button
      ref={button}
      type="button"
      className={styles.area}
      aria-current={isCurrent ? 'page' : undefined}
      title={areaNames[area]}
      onClick={() => onArea(area)}
    >
      <Icon name={icons[area]} className={styles.icon} />
      <span className={styles.label}>{areaNames[area]}</span>
      <Badge area={area} state={state} />
    </button>
  );
}

/** How many things need attention in an area, in the colour of their severity. */
function Badge({ area, state }: { area: AreaId; state: AppState }) {
  const { alerts, bulk } = state;
  const masked = useMasked();
  const stop = emergencyStopOf(bulk.panic);
  if (area === 'subAccounts' && stop?.phase === 'stopped') {
    const count = masked ? '•' : formatCount(stop.count, locale());
    return <Count count={count} severity="stopped" spoken={texts.stopped} />;
  }
  if (area !== 'alerts' || alerts.length === 0) return null;
  const count = formatCount(alerts.length, locale());
  const severity = highestSeverity(alerts.map(({ about }) => severityOfAlert(about)));
  return <Count count={count} severity={severity} spoken={texts.openAlerts({ count: alerts.length })} />;
}

function Count({ count, severity, spoken }: { count: string; severity: Severity; spoken: string }) {
  return (
    <span className={styles.count} data-severity={severity}>
      <span aria-hidden="true">{count}</span>
      <span className="only-spoken">{spoken}</span>
    </span>
  );
}

type FooterProps = Pick<SidebarProps, 'state' | 'showsAmounts' | 'onAmounts' | 'onHelp'>;

function SidebarFooter({ state, showsAmounts, onAmounts, onHelp }: FooterProps) {
  const now = useNow();
  const { asOf } = state.account;
  const updated = asOf === null ? '' : texts.lastUpdated({ age: formatAge(asOf, now, locale()) });
  return (
    <footer className={styles.foot}>
      <span className={styles.age} title={updated}>
        {updated}
      </span>
      <div className={styles.tools}>
        {state.settings.hideAmounts ? (
          <IconButton
            icon={showsAmounts ? 'eye' : 'eyeOff'}
            label={showsAmounts ? texts.hideAmounts : texts.showAmounts}
            onPress={() => onAmounts(!showsAmounts)}
          />
        ) : null}
        <IconButton icon="keyboard" label={shortcutTexts.title} className={styles.help} onPress={onHelp} />
        <IconButton
          icon="refresh"
          {...refreshButton(state.refresh, now, locale())}
          busy={state.refresh.running}
          onPress={() => ask('account.refresh', undefined)}
        />
      </div>
    </footer>
  );
}
