// What the terminal commands about the gateway print.
import type { AccessView } from '../../model/access/access-view';
import type { Consumer } from '../../model/access/consumer';
import { tableText } from '../columns';
import english from '../en/access-cli.json';
import { formatAge, formatCount, formatMomentShort } from '../format';
import { problemText } from '../problems/problems';
import { sentences } from '../sentence';
import { texts } from '../texts';

export const accessCliTexts = texts('access-cli', english);

/** Whether it is on, where, and what to do where it does not answer. `now` in ms, `locale` BCP 47. Ends with a line break. */
export function gatewayLines(view: AccessView, now: number, locale: string): string {
  const lines = [stateLine(view, now, locale)];
  if (view.holding !== null) lines.push(accessCliTexts.holding({ count: view.holding.reads }));
  return `${lines.join('\n')}\n`;
}

function stateLine(view: AccessView, now: number, locale: string): string {
  const words = accessCliTexts;
  switch (view.status) {
    case 'listening':
      return words.on({ url: view.addresses[0] ?? '' });
    case 'off':
      return sentences(words.off, words.switchOn({ command: 'ninetray gateway on' }));
    case 'starting':
      return words.starting;
    case 'paused':
      return sentences(words.paused, words.resume({ command: 'ninetray access resume' }));
    case 'failed': {
      const { title, cause, next } = problemText(view.problem ?? { kind: 'not-now' }, locale, now);
      return sentences(title, cause, next);
    }
    default:
      return view.status satisfies never;
  }
}

/** The consumers in columns, roles by their names on the command line. Ends with a line break. */
export function consumerLines(consumers: readonly Consumer[], now: number, locale: string): string {
  const { columns, never, none } = accessCliTexts;
  if (consumers.length === 0) return `${none({ command: 'ninetray access add NAME --role ROLE' })}\n`;
  return tableText([
    [columns.name, columns.role, columns.lastUse, columns.today, columns.expires],
    ...consumers.map(({ name, role, lastUse, today, expiresAt }) => [
      name,
      role,
      lastUse === null ? never : formatAge(lastUse.at, now, locale),
      formatCount(today.reads + today.writes, locale),
      expiresAt === null ? never : formatMomentShort(expiresAt, now, locale),
    ]),
  ]);
}
