// The wallet area: what is in it, auto renew as 9Proxy reports it, and the lists of what went in and out.
import type { AppState } from '../../../app/model/state/app-state';
import { areaTexts as texts } from '../../../app/texts/account/areas';
import { formatMoney } from '../../../app/texts/format';
import { Button } from '../../ui/Button';
import { locale } from '../../ui/locale';
import { Toasts } from '../actions/Toast';
import { useAction } from '../actions/use-action';
import { AreaFrame } from '../frame/AreaFrame';
import { AreaLists } from './AreaLists';
import { Facts } from './Facts';
import { renewFacts, unknown } from './facts-of';
import { FigureProblem } from './FigureProblem';

/** Balance, auto renew, deposits, transactions. */
export function Wallet({ state }: { state: AppState }) {
  const { begin, dialog, said } = useAction(state, () => undefined);
  const { wallet, autoRenew } = state;
  const on = autoRenew.value?.on ?? null;
  const renew = renewFacts(state, locale());
  const balance = wallet.value === null ? unknown(wallet) : formatMoney(wallet.value.amount, locale());
  return (
    <AreaFrame area="wallet" fills>
      <FigureProblem figure={wallet.problem === undefined ? autoRenew : wallet} />
      <Facts
        title={texts.wallet}
        facts={[{ term: texts.balance, value: balance, amount: 'value' }, ...renew]}
        end={
          on === null ? undefined : (
            <Button onPress={() => begin('setAutoRenew', [], { on: !on })}>
              {on ? texts.turnRenewOff : texts.turnRenewOn}
            </Button>
          )
        }
      />
      <AreaLists area="wallet" state={state} />
      {dialog}
      <Toasts>{said}</Toasts>
    </AreaFrame>
  );
}
