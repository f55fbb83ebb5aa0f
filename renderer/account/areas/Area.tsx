// Which area is shown. Must not draw any of them itself.
import type { AppState } from '../../../app/model/state/app-state';
import type { AreaId } from '../../../app/model/lists/areas';
import type { SubAccountToEdit } from '../../../app/model/state/sub-account-row';
import { Alerts } from '../alerts/Alerts';
import { ApiCheck } from '../api-check/ApiCheck';
import { Affiliate } from './Affiliate';
import { AreaFrame } from '../frame/AreaFrame';
import { AreaLists } from './AreaLists';
import { Overview } from './Overview';
import { SubAccounts } from './SubAccounts';
import { Proxy } from './Proxy';
import { Wallet } from './Wallet';

export interface AreaProps {
  area: AreaId;
  state: AppState;
  /** The tray asked to disable all sub-accounts. */
  asksPanic: boolean;
  /** The popover asked to edit this sub-account. */
  edit: SubAccountToEdit | null;
}

/** One area of the account window. */
export function Area({ area, state, asksPanic, edit }: AreaProps) {
  switch (area) {
    case 'overview':
      return <Overview state={state} />;
    case 'proxy':
      return <Proxy state={state} />;
    case 'subAccounts':
      return <SubAccounts state={state} asksPanic={asksPanic} edit={edit} />;
    case 'wallet':
      return <Wallet state={state} />;
    case 'affiliate':
      return <Affiliate state={state} />;
    case 'alerts':
      return <Alerts state={state} />;
    case 'apiCheck':
      return <ApiCheck state={state} />;
    default:
      return (
        <AreaFrame area={area} fills>
          <AreaLists area={area} state={state} />
        </AreaFrame>
      );
  }
}
