// What the user is alerted to about the local gateway: that it cannot listen, a cap that is reached, a key that a program still sends, and
// many wrong tokens. Pure.
import type { AccessView } from '../../model/access/access-view';
import { reachedCap } from '../../model/access/caps';
import type { Alert, AlertSubject } from '../../model/alert';
import type { Episode } from './memory';
import type { Verdict } from './verdict';

/** So many requests with unknown tokens within a minute are no accident. */
const manyRefused = 20;

type GatewaySubject = Extract<AlertSubject, { kind: `gateway-${string}` }>;

/** What is wrong now, each with the id of its episode. Nothing while it is switched off. */
export function gatewayTroubles(access: AccessView): Pick<Alert, 'id' | 'about'>[] {
  if (!access.on) return [];
  const { problem, consumers, sightings, refusedTokens } = access;
  const troubles: { id: string; about: GatewaySubject }[] = [];
  if (problem?.kind === 'port-busy') {
    const { port, why, program = null } = problem;
    troubles.push({ id: 'gateway-down', about: { kind: 'gateway-down', port, why, program } });
  }
  for (const consumer of consumers) {
    const cap = reachedCap(consumer);
    const { id, name } = consumer;
    if (cap !== null) troubles.push({ id: `gateway-cap:${id}`, about: { kind: 'gateway-cap', id, name, ...cap } });
  }
  for (const { key, program } of sightings) {
    const name = program?.name ?? null;
    const id = `gateway-key-seen:${key}:${name ?? ''}`.slice(0, 80);
    if (!troubles.some((one) => one.id === id))
      troubles.push({ id, about: { kind: 'gateway-key-seen', key, program: name } });
  }
  if (refusedTokens >= manyRefused) troubles.push({ id: 'gateway-refused', about: { kind: 'gateway-refused' } });
  return troubles;
}

/** The verdicts on all of it. What only a gateway that listens can know stays as it is until one does. */
export function judgeGateway(access: AccessView, episodes: readonly Episode[]): Verdict[] {
  const troubles = gatewayTroubles(access);
  const ended = episodes.filter(({ id, about }) => isOver(about, access) && !troubles.some((one) => one.id === id));
  return [
    ...ended.map(({ id }): Verdict => ({ id, is: 'over' })),
    ...troubles.map(({ id, about }): Verdict => ({ id, about, is: 'so' })),
  ];
}

/** Whether an alert about the gateway is over where nothing says that it is still so. */
function isOver({ kind }: AlertSubject, { on, status, refusedTokens }: AccessView): boolean {
  const listens = status === 'listening' || status === 'paused';
  switch (kind) {
    case 'gateway-down':
    case 'gateway-key-seen':
      return !on || listens;
    case 'gateway-refused':
      return !on || (listens && refusedTokens === 0);
    case 'gateway-cap':
      return true;
    default:
      return false;
  }
}
