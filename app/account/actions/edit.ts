// Which changes of an edit are still to be sent, given the row as it is now, and which of them the vendor did not set. Pure.
import type { ActionId } from '../../model/actions/actions';
import { initialOf } from '../../model/actions/initial-form';
import type { Row } from '../../model/lists/list-description';
import { failed, ok, type Result } from '../../model/problem';

type Values = Readonly<Record<string, unknown>>;
type OneRow = Pick<Row, 'cells' | 'exact'>;

/** Fields that cannot be read back: a password is not reported, or only as a reference; a package is not reported at all. */
const notReadable: ReadonlySet<string> = new Set(['password', 'packageId']);

/**
 * The changes that `row`, as it is now, does not have yet. Fails with left-alone (`changed-since`) where a changed field has another value than
 * the form began with (`before`): someone else changed it, and that must not be overwritten.
 */
export function remainingChanges(action: ActionId, changes: Values, before: Values, row: OneRow): Result<Values> {
  const now = initialOf(action, row);
  const entries = Object.entries(changes).filter(([field, value]) => !isSame(now[field], value));
  const isOverwritten = entries.some(([field]) => !isSame(now[field], before[field]));
  return isOverwritten ? failed({ kind: 'left-alone', why: 'changed-since' }) : ok(Object.fromEntries(entries));
}

/** The changed fields that are unchanged between the row before (`was`) and after (`is`). */
export function notTaken(action: ActionId, changes: Values, was: OneRow, is: OneRow): string[] {
  const [before, after] = [initialOf(action, was), initialOf(action, is)];
  return Object.entries(changes)
    .filter(([field, value]) => !notReadable.has(field) && !isSame(after[field], value))
    .map(([field]) => field)
    .filter((field) => isSame(after[field], before[field]));
}

/**
 * The fields that a new sub-account (`is`, as it was read afterwards) does not have as it was created. IPs and traffic count only where there
 * are none: a top-up may have moved more already.
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

/** An empty field can be written in more than one way. */
function isSame(one: unknown, other: unknown): boolean {
  return plain(one) === plain(other);
}

function plain(value: unknown): unknown {
  return value === undefined || value === '' ? null : value;
}
