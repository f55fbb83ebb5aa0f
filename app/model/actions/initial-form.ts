// What an action's form holds at first: what is usual for something new, what the row has for an edit. Main compares with the same values
// whether the row was changed meanwhile. Pure.
import type { ActionId } from './actions';
import type { Cell, Row } from '../lists/list-description';

type Values = Readonly<Record<string, unknown>>;

const usualMinutes = 10;

/** The values, by the names of the form's fields; a field that is not there is empty. Of an edit: exactly what the row has, nothing usual. */
export function initialOf(action: ActionId, row: Pick<Row, 'cells' | 'exact'> | undefined): Values {
  const cells = { ...row?.cells, ...row?.exact };
  const { status } = cells;
  const enabled = status === null || status === undefined ? undefined : status === 'enabled';
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
        // The vendor does not return its password.
        password: undefined,
        topUpIps: isOn(cells['topUpIps']),
        topUpIpsBelow: amount(cells['topUpIpsBelow']),
        topUpIpsBy: amount(cells['topUpIpsBy']),
        topUpTraffic: isOn(cells['topUpTraffic']),
        topUpTrafficBelow: amount(cells['topUpTrafficBelow']),
        topUpTrafficBy: amount(cells['topUpTrafficBy']),
      };
    case 'editSubUser':
      // The row's password is a reference: it stays unless another is typed.
      return {
        ...cells,
        password: undefined,
        enabled,
        trafficCap: limit(cells['trafficCap']),
        ipCap: limit(cells['ipCap']),
      };
    case 'editWhitelistEntry':
      return { ...cells, enabled };
    case 'editConnection':
      return { ...cells };
    default:
      return {};
  }
}

/** What an empty field of an edit suggests: it counts as typed once it is asked for. */
export function suggestedOf(action: ActionId, row: Pick<Row, 'cells'> | undefined): Values {
  const { session, sessionMinutes } = row?.cells ?? {};
  const suggests = action === 'editConnection' && session !== 'sticky' && typeof sessionMinutes !== 'number';
  return suggests ? { sessionMinutes: usualMinutes } : {};
}

function isOn(cell: Cell | undefined): boolean | undefined {
  return cell === null || cell === undefined ? undefined : cell === 'on';
}

/** A limit; the vendor's -1 is none, and so an empty field. */
function limit(cell: Cell | undefined): Cell | undefined {
  return cell === -1 ? undefined : cell;
}

/** An amount; the vendor's 0 is one that was never set. */
function amount(cell: Cell | undefined): Cell | undefined {
  return cell === 0 ? undefined : cell;
}
