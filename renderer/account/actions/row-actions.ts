// Which actions a list offers: for one of its rows, for several, and for none.
import { type ActionId, actionOf } from '../../../app/model/actions/actions';
import type { Row } from '../../../app/model/lists/list-description';
import type { ListId } from '../../../app/model/lists/lists';
import { actionText, actionTexts } from '../../../app/texts/account/actions';

export interface OfferedAction {
  action: ActionId;
  /** With "…" where more is asked first. */
  label: string;
  /** It removes something. */
  dangerous: boolean;
}

function offered(action: ActionId): OfferedAction {
  return { action, label: actionText(action).label, dangerous: actionOf(action).deliberate === 'final' };
}

/** On: it can be disabled. Off: enabled. Unknown, or blocked: either may be tried. */
function switches<A extends ActionId>({ cells: { status } }: Row, enable: A, disable: A): A[] {
  return [...(status === 'enabled' ? [] : [enable]), ...(status === 'disabled' ? [] : [disable])];
}

const isUnused = ({ cells: { status } }: Row) => status === 'unused' || status === null || status === undefined;

function forRow(list: ListId, row: Row): ActionId[] {
  switch (list) {
    case 'subAccounts':
      return ['editSubAccount', 'deleteSubAccount'];
    case 'subUsers':
      return ['editSubUser', ...switches<ActionId>(row, 'enableSubUser', 'disableSubUser'), 'deleteSubUser'];
    case 'whitelist':
      return [
        'editWhitelistEntry',
        ...switches<ActionId>(row, 'enableWhitelistEntry', 'disableWhitelistEntry'),
        'deleteWhitelistEntry',
      ];
    case 'connections':
      return ['editConnection', 'deleteConnections'];
    case 'codesMade':
      return isUnused(row) ? ['revokeCodes'] : [];
    default:
      return [];
  }
}

/** What can be done to one row, for its menu. (A sub-account is switched by `subAccounts.switch`, which can be undone.) */
export function actionsFor(list: ListId, row: Row): OfferedAction[] {
  return forRow(list, row).map(offered);
}

/** What can be done to several rows, each with those rows that it can be done to. Sub-accounts have a bar of their own (../bulk). */
export function selectionActionsFor(list: ListId, rows: readonly Row[]): (OfferedAction & { rows: readonly Row[] })[] {
  const [action, fitting] =
    list === 'connections'
      ? (['deleteConnections', rows] as const)
      : list === 'codesMade'
        ? (['revokeCodes', rows.filter(isUnused)] as const)
        : [null, []];
  return action === null || fitting.length === 0 ? [] : [{ ...offered(action), rows: fitting }];
}

const creating: Partial<Record<ListId, readonly ActionId[]>> = {
  subAccounts: ['createSubAccount'],
  subUsers: ['createSubUser'],
  whitelist: ['createWhitelistEntry'],
  connections: ['createConnection'],
  codesMade: ['makeIpCodes', 'makeTrafficCodes'],
  codesRedeemed: ['redeemCodes'],
};

/** What can be added to a list, for the buttons above it. */
export function createActionsFor(list: ListId): OfferedAction[] {
  return (creating[list] ?? []).map(offered);
}

/** What a row is called in a sentence. A code has no name that may be shown. */
export function nameOfRow({ cells }: Row): string {
  const { username, ip, ports } = cells;
  return [ports, username, ip].find((name) => typeof name === 'string') ?? actionTexts.unnamed;
}
