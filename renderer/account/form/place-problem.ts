// Where a refusal is shown: at the field that it is about, or for the whole form.
import type { Problem } from '../../../app/model/problem';
import type { FieldName } from '../../../app/texts/account/forms';

/**
 * What the vendor may call a field in its messages, its own parameter names first (app/nineproxy/operations/openapi.yaml). The order counts: the
 * first that fits, of those that are asked for.
 */
const calls: readonly (readonly [field: FieldName, named: RegExp])[] = [
  ['topUpIpsBelow', /auto_add_when_number_ips/i],
  ['topUpIpsBy', /number_ips_auto_add/i],
  ['topUpTrafficBelow', /auto_add_when_traffic/i],
  ['topUpTrafficBy', /traffic_auto_add/i],
  ['topUpIps', /auto_add_ips/i],
  ['topUpTraffic', /auto_add_traffic/i],
  ['trafficCap', /(?<!ip_)usage_cap|traffic (?:limit|cap)/i],
  ['ipCap', /ip_usage_cap|ip (?:limit|cap)/i],
  ['disableAt', /auto_disable_at/i],
  ['packageId', /traffic_plan|traffic plan|traffic package/i],
  ['codes', /number_of_codes|number of codes|\bcodes?\b/i],
  ['forwardTo', /forward_to|recipient|e-?mail/i],
  ['ips', /number_of_ips|number of ips|insufficient ip|ip balance|not enough ips?\b/i],
  ['traffic', /amount_traffic|insufficient traffic|traffic balance|not enough traffic|\btraffic\b/i],
  ['username', /user_?name|\buser name\b/i],
  ['password', /use_key|password/i],
  ['sessionMinutes', /session_time/i],
  ['session', /session_type/i],
  ['country', /country/i],
  ['region', /state_code|\bregion\b|\bstate\b/i],
  ['city', /city/i],
  ['isp', /\bisp(?:_code)?\b|provider/i],
  ['quantity', /quantity|\bports?\b/i],
  ['ip', /\bip\b|address/i],
  ['note', /\bnote\b|remark/i],
  ['description', /description/i],
];

export type CorrectedNames = ReadonlyMap<string, string>;

/**
 * The field, of those asked for, that a problem is about; null: it is about the whole. `corrected`: the names that the user has corrected for
 * this operation, by those of openapi.yaml.
 */
export function fieldOfProblem(problem: Problem, asked: readonly string[], corrected: CorrectedNames): string | null {
  if (problem.kind === 'bad-input') return asked.includes(problem.field) ? problem.field : null;
  if (problem.kind !== 'rejected') return null;
  const { message } = problem;
  // A corrected name that is an ordinary word ("traffic") may mean something else: it counts where nothing else fits.
  return (
    namedIn(inOurNames(message, corrected, isIdentifier), asked) ??
    namedIn(
      inOurNames(message, corrected, () => true),
      asked,
    )
  );
}

function namedIn(message: string, asked: readonly string[]): string | null {
  return calls.find(([field, named]) => asked.includes(field) && named.test(message))?.[0] ?? null;
}

/** Whether a name can't be a word of a sentence. */
function isIdentifier(name: string): boolean {
  return /[_\d]|[a-z][A-Z]/.test(name);
}

/** The message with the corrected names replaced by those that `calls` knows. */
function inOurNames(message: string, corrected: CorrectedNames, counts: (name: string) => boolean): string {
  const ours = new Map([...corrected].map(([name, theirs]) => [theirs.toLowerCase(), { name, theirs }]));
  return message.replaceAll(/[a-z_]\w*/giu, (word) => {
    const found = ours.get(word.toLowerCase());
    return found !== undefined && counts(found.theirs) ? found.name : word;
  });
}
