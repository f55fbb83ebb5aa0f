// Which area is shown.
import type { AppState } from '../../../app/model/state/app-state';
import type { AreaRequest } from '../../../app/model/lists/area-request';
import type { AreaId } from '../../../app/model/lists/areas';
import { Access } from '../access/Access';
import { Alerts } from '../alerts/Alerts';
import { ApiCheck } from '../api-check/ApiCheck';
import { SettingsArea } from '../settings/SettingsArea';
import { Affiliate } from './Affiliate';
import { AreaFrame } from '../frame/AreaFrame';
import { AreaLists } from './AreaLists';
import { Places } from '../places/Places';
import { Overview } from './Overview';
import { SubAccounts } from './SubAccounts';
import { Proxy } from './Proxy';
import { Wallet } from './Wallet';

export interface AreaProps {
  area: AreaId;
  state: AppState;
  /** What it is asked to show or do. */
  request: AreaRequest;
}

/** One area of the account window. */
export function Area({ area, state, request }: AreaProps) {
  switch (area) {
    case 'overview':
      return <Overview state={state} />;
    case 'proxy':
      return <Proxy state={state} />;
    case 'subAccounts':
      return <SubAccounts state={state} asksPanic={request.ask === 'panic'} edit={request.edit ?? null} />;
    case 'wallet':
      return <Wallet state={state} />;
    case 'affiliate':
      return <Affiliate state={state} />;
    case 'places':
      return <Places state={state} />;
    case 'access':
      return <Access state={state} />;
    case 'alerts':
      return <Alerts state={state} />;
    case 'apiCheck':
      return <ApiCheck state={state} />;
    case 'settings':
      return <SettingsArea state={state} section={request.section ?? null} />;
    default:
      return (
        <AreaFrame area={area} fills>
          <AreaLists area={area} state={state} />
        </AreaFrame>
      );
  }
}
