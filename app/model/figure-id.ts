/** The account's balances: IPs, traffic (bytes) and wallet (US dollars). */
export const balanceIds = ['ips', 'traffic', 'wallet'] as const;

export type BalanceId = (typeof balanceIds)[number];

/** The figures that tray and popover show: the balances and the state of auto renew. */
export type FigureId = BalanceId | 'autoRenew';
