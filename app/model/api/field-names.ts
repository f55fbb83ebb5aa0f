// Which field names of the vendor's API are unconfirmed, and may be corrected in settings.json (`fields`). Pure.

/**
 * By operation: `ours`, the names that the vendor has not published, sent or read; `theirs`, the published ones beside them. As in
 * openapi.yaml (field-names.test.ts).
 */
export const fieldNames: Readonly<Record<string, { ours: string; theirs: string }>> = {
  listBillings: {
    ours: 'created_at',
    theirs: 'id billing_number type package_id account_id amount number_of_ips amount_traffic payment_method status',
  },
  listSubAccounts: {
    ours:
      'auto_disable_at auto_add_traffic auto_add_when_traffic_bellow amount_traffic_auto_add ' +
      'traffic_plan_id_auto_add',
    theirs:
      'id username note number_of_ips traffic_data status created_at setting auto_add_ips ' +
      'auto_add_when_number_ips number_ips_auto_add',
  },
  createSubAccount: {
    ours: 'amount_traffic_auto_add traffic_plan_id_auto_add',
    theirs:
      'number_of_ips auto_add_ips auto_add_when_number_ips number_ips_auto_add auto_disable_at ' +
      'amount_traffic traffic_plan_id auto_add_traffic auto_add_when_traffic_bellow password note id ' +
      'username traffic_data status created_at setting',
  },
  updateSubAccount: {
    ours:
      'number_ips_auto_add auto_add_traffic auto_add_when_traffic_bellow amount_traffic_auto_add ' +
      'number_of_ips amount_traffic traffic_plan_id auto_disable_at',
    theirs: 'id password note auto_add_ips auto_add_when_number_ips',
  },
  setSubAccountStatus: {
    ours: 'id status',
    theirs: '',
  },
  deleteSubAccount: {
    ours: 'id',
    theirs: '',
  },
  listSubAccountUsage: {
    ours: 'id username ip country_code port number_of_ips amount_traffic created_at',
    theirs: '',
  },
  listShareCodes: {
    ours: 'received_from',
    theirs: 'code data_type expired_at amount_traffic forward_to used_by number_of_ips status used_at created_at',
  },
  listUsedCodes: {
    ours: 'received_from',
    theirs: 'code data_type expired_at amount_traffic forward_to used_by number_of_ips status used_at created_at',
  },
  generateIpShareCodes: {
    ours: 'codes',
    theirs: 'plan number_of_ips number_of_codes forward_to',
  },
  generateTrafficShareCodes: {
    ours: 'traffic_plan_id amount_traffic number_of_codes codes',
    theirs: '',
  },
  useShareCodes: {
    ours: 'codes',
    theirs: '',
  },
  revokeShareCodes: {
    ours: 'codes',
    theirs: '',
  },
  deleteSubUser: {
    ours: 'id',
    theirs: '',
  },
  createWhitelist: {
    ours: 'ip status description',
    theirs: '',
  },
  updateWhitelist: {
    ours: 'id ip status description',
    theirs: '',
  },
  deleteWhitelist: {
    ours: 'id',
    theirs: '',
  },
  listReferredUsers: {
    ours: 'id username code created_at',
    theirs: '',
  },
  listCommissions: {
    ours: 'id amount rate payment_method status created_at',
    theirs: '',
  },
  listAffiliateWithdrawals: {
    ours: 'id type amount status created_at',
    theirs: '',
  },
  listInviteCodes: {
    ours: 'code link registered_users created_at',
    theirs: '',
  },
  listWalletTransactions: {
    ours: 'id type amount number_of_ips counterparty status created_at',
    theirs: '',
  },
  getAutoRenew: {
    ours: 'status package_name price when_number_ips when_traffic next_at last_at last_status last_message',
    theirs: '',
  },
  updateAutoRenew: {
    ours: 'status',
    theirs: '',
  },
  listAccountUsage: {
    ours: 'id username ip country_code port number_of_ips amount_traffic created_at',
    theirs: '',
  },
  listTodayProxies: {
    ours: 'id ip city country_code is_online binding',
    theirs: '',
  },
  listFavoriteProxies: {
    ours: 'id ip city country_code is_online binding',
    theirs: '',
  },
};

/** What holds the fields of an answer. */
const around = ['success', 'message', 'result', 'errors', 'items', 'total_items', 'total_pages'];

const likeAField = /^[a-z_][a-z0-9_]{0,60}$/i;
const likeTheKey = /^api[-_]?key$/i;

type Corrections = Readonly<Record<string, string>>;

/**
 * The names that are corrected at `operation`: ours, then the vendor's. A correction is for every operation that has the name as ours, or for
 * one ("updateSubAccount.number_of_ips"), which goes first.
 */
export function correctedNames(corrections: Corrections, operation: string): ReadonlyMap<string, string> {
  const names = oursOf(operation).flatMap((name): [string, string][] => {
    const theirs = own(corrections, `${operation}.${name}`) ?? own(corrections, name);
    return theirs === undefined || theirs === name ? [] : [[name, theirs]];
  });
  return new Map(names);
}

/** Whether the vendor has not published this name for the operation. */
export function isOurName(operation: string, name: string): boolean {
  return oursOf(operation).includes(name);
}

/**
 * The corrections that can't be used, by their own names: of a field that is not ours, to something that is no name or could be taken for the
 * API key, or to a name that another field of the same operation has.
 */
export function unusableCorrections(corrections: Corrections): string[] {
  return Object.entries(corrections)
    .filter(([name, theirs]) => !isUsable(corrections, name, theirs))
    .map(([name]) => name);
}

function isUsable(corrections: Corrections, name: string, theirs: string): boolean {
  const [operation, field] = name.includes('.') ? name.split('.', 2) : [null, name];
  const places = Object.keys(fieldNames).filter(
    (one) => (operation === null || one === operation) && isOurName(one, field ?? ''),
  );
  if (places.length === 0 || name.split('.').length > 2) return false;
  if (!likeAField.test(theirs) || likeTheKey.test(theirs) || around.includes(theirs)) return false;
  return places.every((one) => !isTaken(corrections, one, field ?? '', theirs));
}

/** Whether another field of the operation has this name, as known or as corrected. */
function isTaken(corrections: Corrections, operation: string, field: string, theirs: string): boolean {
  const corrected = correctedNames(corrections, operation);
  const others = oursOf(operation).filter((name) => name !== field);
  const published = (fieldNames[operation]?.theirs ?? '').split(' ');
  return [...published, ...others, ...others.map((name) => corrected.get(name))].includes(theirs);
}

function oursOf(operation: string): string[] {
  return Object.hasOwn(fieldNames, operation) ? (fieldNames[operation]?.ours ?? '').split(' ') : [];
}

function own(corrections: Corrections, name: string): string | undefined {
  return Object.hasOwn(corrections, name) ? corrections[name] : undefined;
}
