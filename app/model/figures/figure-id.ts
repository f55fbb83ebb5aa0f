/** The account's balances: IPs, traffic (bytes) and wallet (US dollars). All figures are in figures.ts. */
export const balanceIds = ['ips', 'traffic', 'wallet'] as const;

export type BalanceId = (typeof balanceIds)[number];
