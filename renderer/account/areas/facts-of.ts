// The facts of an account, its balances, its auto renew and its affiliate business, as they are shown. Pure.
import type { AppState } from '../../../app/model/state/app-state';
import type { AffiliateStats } from '../../../app/model/affiliate';
import { areaTexts as texts } from '../../../app/texts/account/areas';
import { packageName, planName } from '../../../app/texts/figures';
import {
  formatBytes,
  formatCount,
  formatMoment,
  formatMoney,
  formatPercent,
  formatUntil,
} from '../../../app/texts/format';
import { popoverTexts } from '../../../app/texts/status/popover';
import { isNoneYet, renewalTexts } from '../../../app/texts/renewal';
import { labelled } from '../../../app/texts/sentence';
import type { Fact } from './Facts';

/** Shown for a value that is not known: 9Proxy did not report it, or was not asked yet. */
export function unknown({ asOf }: { asOf: number | null }): string {
  return asOf === null ? texts.notRead : texts.notTold;
}

/** Who the account is. */
export function accountFacts({ account }: AppState): Fact[] {
  const known = account.value;
  const told = (value: string | null) => value ?? unknown(account);
  return [
    { term: texts.username, value: told(known?.username ?? null) },
    {
      term: texts.email,
      value: told(known?.email ?? null),
      line:
        known === null || known.emailVerified === null
          ? undefined
          : known.emailVerified
            ? texts.verified
            : texts.notVerified,
      tone: known?.emailVerified === false ? 'warning' : undefined,
    },
    {
      term: texts.twoFactor,
      value: told(onOff(known?.twoFactor ?? null)),
      line: known?.twoFactor === false ? texts.twoFactorOffLine : undefined,
      tone: known?.twoFactor === false ? 'warning' : undefined,
    },
    { term: texts.id, value: told(known === null ? null : String(known.id)) },
  ];
}

/** IPs by plan. */
export function ipFacts({ ips }: AppState, locale: string): Fact[] {
  return (ips.value?.plans ?? []).map(({ planId, amount }) => ({
    term: planName(planId),
    value: popoverTexts.ips({ count: amount, shown: formatCount(amount, locale) }),
    amount: 'value',
  }));
}

/**
 * Traffic by package, with what it was and when it ends. `never`: that which never expires, as Enterprise accounts have it; else that which
 * does.
 */
export function trafficFacts({ traffic }: AppState, never: boolean, now: number, locale: string): Fact[] {
  const packages = (traffic.value?.packages ?? []).filter(({ expiresAt }) => (expiresAt === null) === never);
  return packages.map(({ name, left, original, expiresAt }) => ({
    term: packageName(name),
    value: formatBytes(left, locale),
    line: [
      original === null ? null : texts.of({ original: formatBytes(original, locale) }),
      expiry(expiresAt, now, locale),
    ]
      .filter((part) => part !== null)
      .join(' · '),
    amount: 'both',
  }));
}

/** Auto renew, as far as 9Proxy reports it. */
export function renewFacts({ autoRenew }: AppState, locale: string): Fact[] {
  const renew = autoRenew.value;
  if (renew === null) return [];
  const outcome = renew.lastOutcome === null ? null : renewalTexts.outcomes[renew.lastOutcome];
  const last = renew.lastAt === null ? outcome : formatMoment(renew.lastAt, locale);
  const ended = last === outcome ? null : outcome;
  const lastLine =
    ended === null || renew.lastMessage === null ? (ended ?? renew.lastMessage) : labelled(ended, renew.lastMessage);
  const lineOf = (term: string) => {
    if (term === texts.autoRenew) return isNoneYet(renew) ? undefined : renewalTexts.reported;
    return term === texts.last ? (lastLine ?? undefined) : undefined;
  };
  const facts: [string, string | null, Fact['amount']?][] = [
    [texts.autoRenew, isNoneYet(renew) ? renewalTexts.notSetUp : (onOff(renew.on) ?? texts.notTold)],
    [texts.package, renew.packageName],
    [texts.price, renew.price === null ? null : formatMoney(renew.price, locale), 'value'],
    [texts.whenIps, renew.whenIps === null ? null : formatCount(renew.whenIps, locale), 'value'],
    [texts.whenTraffic, renew.whenTraffic === null ? null : formatBytes(renew.whenTraffic, locale), 'value'],
    [texts.next, renew.nextAt === null ? null : formatMoment(renew.nextAt, locale)],
    // The vendor's own words may name one.
    [texts.last, last, renew.lastMessage === null ? undefined : 'line'],
  ];
  return facts.flatMap(([term, value, amount]): Fact[] =>
    value === null
      ? []
      : [
          {
            term,
            value,
            amount,
            line: lineOf(term),
            tone: term === texts.last && renew.lastOutcome === 'failed' ? 'warning' : undefined,
          },
        ],
  );
}

/** The affiliate business. */
export function affiliateFacts(stats: AffiliateStats, locale: string): Fact[] {
  const money = (amount: number | null) => (amount === null ? texts.notTold : formatMoney(amount, locale));
  const { level } = stats;
  const rate = level?.rate ?? null;
  const title = level?.title ?? formatCount(level?.number ?? 0, locale);
  return [
    {
      term: texts.level,
      value:
        level === null
          ? texts.notTold
          : rate === null
            ? title
            : texts.levelWithRate({ title, rate: formatPercent(rate, locale) }),
    },
    {
      term: texts.registered,
      value: stats.registeredUsers === null ? texts.notTold : formatCount(stats.registeredUsers, locale),
    },
    { term: texts.today, value: money(stats.today), amount: 'value' },
    { term: texts.total, value: money(stats.total), amount: 'value' },
    { term: texts.valid, value: money(stats.valid), amount: 'value' },
    { term: texts.withdrawn, value: money(stats.withdrawn), amount: 'value' },
    { term: texts.available, value: money(stats.available), line: texts.availableLine, amount: 'value' },
  ];
}

function expiry(at: number | null, now: number, locale: string): string {
  if (at === null) return texts.noExpiry;
  return at <= now ? texts.expired : texts.expires({ when: formatUntil(at, now, locale) });
}

function onOff(value: boolean | null): string | null {
  return value === null ? null : value ? texts.on : texts.off;
}
