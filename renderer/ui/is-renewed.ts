// Whether a figure is bought anew before it runs out. Pure. Must not forecast: main does.
import type { AppState } from '../../app/bridge/contract';

/** Whether auto renew buys more of it before it runs out, and can pay that. */
export function isRenewed(id: 'ips' | 'traffic' | 'wallet', { autoRenew, wallet }: AppState): boolean {
  const renew = autoRenew.value;
  if (renew?.on !== true || (wallet.value?.amount ?? 0) < (renew.price ?? 0)) return false;
  return (id === 'ips' && renew.whenIps !== null) || (id === 'traffic' && renew.whenTraffic !== null);
}
