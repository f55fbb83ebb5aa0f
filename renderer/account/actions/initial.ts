// What an action's form holds at first: what is usual for something new, what a row has for something that is edited.
// Must not know how it is shown.
import type { ActionId } from '../../../app/areas/action';
import type { Cell, Row } from '../../../app/areas/list';

const usualMinutes = 10;

/** The values, by the names of the form's fields; a field that is not there is empty. */
export function initialOf(action: ActionId, row: Row | undefined): Readonly<Record<string, unknown>> {
  const cells = row?.cells ?? {};
  const isEnabled = cells['status'] === 'enabled';
  switch (action) {
    case 'createSubUser':
    case 'createWhitelistEntry':
      return { enabled: true };
    case 'createConnection':
      return { quantity: 1, session: 'rotating', sessionMinutes: usualMinutes };
    case 'makeIpCodes':
    case 'makeTrafficCodes':
      return { codes: 1 };
    case 'editSubAccount':
      return {
        ...cells,
        topUpIps: cells['topUpIps'] === 'on',
        topUpIpsBelow: amount(cells['topUpIpsBelow']),
        topUpIpsBy: amount(cells['topUpIpsBy']),
        topUpTraffic: cells['topUpTraffic'] === 'on',
        topUpTrafficBelow: amount(cells['topUpTrafficBelow']),
        topUpTrafficBy: amount(cells['topUpTrafficBy']),
      };
    case 'editSubUser':
      // The row's password is a reference: it stays unless another is typed.
      return {
        ...cells,
        password: undefined,
        enabled: isEnabled,
        trafficCap: limit(cells['trafficCap']),
        ipCap: limit(cells['ipCap']),
      };
    case 'editWhitelistEntry':
      return { ...cells, enabled: isEnabled };
    case 'editConnection':
      return {
        ...cells,
        session: cells['session'] ?? 'rotating',
        sessionMinutes: cells['sessionMinutes'] ?? cells['sessionTime'] ?? usualMinutes,
      };
    default:
      return {};
  }
}

/** A limit; the vendor's -1 is none, and so an empty field. */
function limit(cell: Cell | undefined): Cell | undefined {
  return cell === -1 ? undefined : cell;
}

/** An amount; the vendor's 0 is one that was never set. */
function amount(cell: Cell | undefined): Cell | undefined {
  return cell === 0 ? undefined : cell;
}
