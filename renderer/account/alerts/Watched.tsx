// The kinds of alerts, each with its switch and its threshold.
import type { Settings } from '../../../app/model/settings';
import { alertTexts as texts } from '../../../app/texts/account/alerts';
import { settingsTexts } from '../../../app/texts/settings';
import { dollarsText, gigabytesText, parseDollars, parseGigabytes, parseIps } from '../../settings/amounts';
import { CommitField } from '../../settings/CommitField';
import { useChange } from '../../settings/use-change';
import { locale } from '../../ui/locale';
import { Section } from '../../ui/Section';
import styles from './Alerts.module.css';
import { SwitchRow } from '../../settings/SwitchRow';
import { useAlerts } from './use-alerts';

type Kind = 'ips' | 'traffic' | 'wallet';
type Flag = 'unusualUse' | 'autoRenew' | 'keyRefused' | 'twoFactorOff' | 'gateway';

const MOST_DAYS = 90;
/** What switching the packages on begins with. */
const USUAL_DAYS = 3;

/** The account's own alerts. */
export function Watched({ settings }: { settings: Settings }) {
  return (
    <Section title={texts.what} note={texts.marksLine}>
      <Mark settings={settings} kind="ips" />
      <Mark settings={settings} kind="traffic" />
      <Mark settings={settings} kind="wallet" />
      <Packages settings={settings} />
      <OnOff settings={settings} flag="autoRenew" label={texts.autoRenew} hint={texts.autoRenewLine} />
      <OnOff settings={settings} flag="unusualUse" label={texts.unusual} hint={texts.unusualLine} />
      <OnOff settings={settings} flag="keyRefused" label={texts.keyRefused} />
      <OnOff settings={settings} flag="twoFactorOff" label={texts.twoFactorOff} />
      <OnOff settings={settings} flag="gateway" label={texts.gateway} hint={texts.gatewayLine} />
    </Section>
  );
}

/** `field`: the message that names it. */
const marks = {
  ips: {
    field: 'ipsMark',
    mode: 'numeric',
    parse: parseIps,
    shape: 'wholeNumber',
    write: (value: number) => String(value),
  },
  traffic: {
    field: 'trafficMark',
    mode: 'decimal',
    parse: parseGigabytes,
    shape: 'amount',
    write: gigabytesText,
  },
  wallet: {
    field: 'walletMark',
    mode: 'decimal',
    parse: parseDollars,
    shape: 'amount',
    write: dollarsText,
  },
} as const;

function Mark({ settings, kind }: { settings: Settings; kind: Kind }) {
  const { set, problem } = useAlerts(settings);
  const { change } = useChange();
  const { field, mode, parse, shape, write } = marks[kind];
  return (
    <SwitchRow
      label={texts[kind]}
      isOn={settings.alerts[kind]}
      onChange={(on) => void set({ [kind]: on })}
      problem={problem}
    >
      <CommitField
        label={texts[field]}
        inputMode={mode}
        className={styles.field}
        value={write(settings.lowAt[kind], locale())}
        commit={async (text) => {
          const read = parse(text);
          return read === null
            ? settingsTexts.thresholds[shape]
            : change({ lowAt: { ...settings.lowAt, [kind]: read } });
        }}
      />
    </SwitchRow>
  );
}

function Packages({ settings }: { settings: Settings }) {
  const { packageDays } = settings.alerts;
  const { set, problem } = useAlerts(settings);
  const field = useAlerts(settings);
  return (
    <SwitchRow
      label={texts.packages}
      isOn={packageDays > 0}
      onChange={(on) => void set({ packageDays: on ? USUAL_DAYS : 0 })}
      problem={problem}
    >
      {packageDays === 0 ? null : (
        <CommitField
          label={texts.packagesMark}
          inputMode="numeric"
          className={styles.field}
          value={String(packageDays)}
          commit={async (text) => {
            const days = parseIps(text);
            return days === null || days < 1 || days > MOST_DAYS ? texts.daysRange : field.set({ packageDays: days });
          }}
        />
      )}
    </SwitchRow>
  );
}

function OnOff({ settings, flag, label, hint }: { settings: Settings; flag: Flag; label: string; hint?: string }) {
  const { set, problem } = useAlerts(settings);
  return (
    <SwitchRow
      label={label}
      {...(hint === undefined ? {} : { hint })}
      isOn={settings.alerts[flag]}
      onChange={(on) => void set({ [flag]: on })}
      problem={problem}
    />
  );
}
