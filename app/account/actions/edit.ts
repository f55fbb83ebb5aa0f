// What of an edit is still to be sent, given the row as it is now, and what of it the vendor did not take. Pure.
import type { ActionId } from '../../model/actions/actions';
import { initialOf } from '../../model/actions/initial-form';
import type { Row } from '../../model/lists/lists';
import { failed, ok, type Result } from '../../model/problem';

type Values = Readonly<Record<string, unknown>>;
type OneRow = Pick<Row, 'cells' | 'exact'>;

/** What cannot be read back: a password is not told, or only as a reference; a package is not told at all. */
const notReadable: ReadonlySet<string> = new Set(['password', 'packageId']);

/**
 * The changes that are not yet so in `row`, the row as it is now. Fails with left-alone (`changed-since`) where a changed field has another
 * value than the form began with (`before`): somebody else changed it, and nothing is sent over that.
 */
export function remainingChanges(action: ActionId, changes: Values, before: Values, row: OneRow): Result<Values> {
  const now = initialOf(action, row);
  const entries = Object.entries(changes).filter(([field, value]) => !isSame(now[field], value));
  const isOverwritten = entries.some(([field]) => !isSame(now[field], before[field]));
  return isOverwritten ? failed({ kind: 'left-alone', why: 'changed-since' }) : ok(Object.fromEntries(entries));
}

/** The changed fields that read as before (`was`) in the row as it is afterwards (`is`). */
export function notTaken(action: ActionId, changes: Values, was: OneRow, is: OneRow): string[] {
  const [before, after] = [initialOf(action, was), initialOf(action, is)];
  return Object.entries(changes)
    .filter(([field, value]) => !notReadable.has(field) && !isSame(after[field], value))
    .map(([field]) => field)
    .filter((field) => isSame(after[field], before[field]));
}

/**
 * What a new sub-account (`is`, as it reads afterwards) does not have of what it was created with. IPs and traffic count only where there are
 * none: a top-up may have moved more already.
 */
export function notTakenOnCreation(input: Values, is: OneRow): string[] {
  const now = initialOf('editSubAccount', is);
  const hasAmounts = (field: string) => !/Ips(Below|By)$/.test(field) || input['topUpIps'] === true;
  const hasTraffic = (field: string) => !/Traffic(Below|By)$/.test(field) || input['topUpTraffic'] === true;
  return Object.entries(input)
    .filter(([field, value]) => !notReadable.has(field) && !isUnset(value) && hasAmounts(field) && hasTraffic(field))
    .filter(([field, value]) => (field.startsWith('topUp') ? !isSame(now[field], value) : isUnset(now[field])))
    .map(([field]) => field);
}

function isUnset(value: unknown): boolean {
  return plain(value) === null || value === false || value === 0;
}

/** Nothing is written in more than one way. A moment of a form is the end of a day, the vendor's is in seconds. */
function isSame(one: unknown, other: unknown): boolean {
  return plain(one) === plain(other);
}

function plain(value: unknown): unknown {
  return value === undefined || value === '' ? null : value;
}
