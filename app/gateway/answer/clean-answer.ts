// Rebuilds 9Proxy's answer from its status and its body alone: no header of it, no redirect, and no key in it.
import { type Answer, parseJson } from '../../nineproxy/transport/response';
import type { Redactor } from '../../nineproxy/transport/redact';
import { type GatewayAnswer, refusal } from './refusal';

/** The answer as a program gets it. `retryAfter`: what 9Proxy asked to wait (ms). */
export function cleanAnswer(answer: Answer, redactor: Redactor, retryAfter: number | null): GatewayAnswer {
  const { status } = answer;
  if (status >= 300 && status <= 399) return refusal('redirected');
  if (status < 200 || status > 599) return refusal('unreadable');
  const seconds = retryAfter === null ? null : Math.ceil(retryAfter / 1000);
  const value = parseJson(answer);
  if (value === undefined)
    return { status, code: null, isJson: false, body: redactor.value(answer.body), retryAfter: seconds };
  const clean = cleanNames(redactor.value(value), redactor);
  // Untouched where there was nothing to remove: numbers keep their digits.
  const body = clean === value ? answer.body : JSON.stringify(clean);
  return { status, code: null, isJson: true, body, retryAfter: seconds };
}

/** The same value with clean names of members; the same object where all were. */
function cleanNames(value: unknown, redactor: Redactor): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => cleanNames(item, redactor));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  const entries = Object.entries(value);
  const clean = entries.map(([name, item]) => [redactor.value(name), cleanNames(item, redactor)] as const);
  const isSame = entries.every(([name, item], at) => name === clean[at]?.[0] && item === clean[at]?.[1]);
  return isSame ? value : Object.fromEntries(clean);
}
