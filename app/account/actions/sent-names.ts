// The names under which a form's fields are sent, where 9Proxy has not published them. Pure.
import { type ActionId, actionOf } from '../../model/actions/actions';
import { correctedNames, isOurName } from '../../model/api/field-names';

/** The API's names of the fields of a sub-account's forms. */
const subAccountNames: Readonly<Record<string, string>> = {
  ips: 'number_of_ips',
  traffic: 'amount_traffic',
  disableAt: 'auto_disable_at',
  topUpIpsBy: 'number_ips_auto_add',
  topUpTraffic: 'auto_add_traffic',
  topUpTrafficBelow: 'auto_add_when_traffic_bellow',
  topUpTrafficBy: 'amount_traffic_auto_add',
};

/**
 * The names under which NineTray sends these fields of a sub-account's form, as corrected in the settings: only those that 9Proxy has not
 * published for sending or for reading back.
 */
export function unpublishedNames(
  action: ActionId,
  names: readonly string[],
  corrections: Readonly<Record<string, string>>,
): string[] {
  const { operation } = actionOf(action);
  if (operation !== 'createSubAccount' && operation !== 'updateSubAccount') return [];
  return names.flatMap((field) => {
    const name = subAccountNames[field];
    if (name === undefined || !(isOurName(operation, name) || isOurName('listSubAccounts', name))) return [];
    return [correctedNames(corrections, operation).get(name) ?? name];
  });
}
