// What the terminal commands `access`, `gateway`, `key` and `run` do with the gateway of the running NineTray. A new token is printed once, on
// standard output.
import type { AccessService } from '../gateway/access-service';
import type { ControlReply } from '../instance/control';
import type { AccessView } from '../model/access/access-view';
import { type Consumer, type ConsumerChoices, usualConsumerChoices } from '../model/access/consumer';
import type { AccessRequest } from '../model/access/terminal-request';
import type { Problem } from '../model/problem';
import { accessCliTexts, consumerLines, gatewayLines } from '../texts/status/access-cli';
import { problemText } from '../texts/problems/problems';
import { sentences } from '../texts/sentence';
import type { LeaseRequest, Leases } from './leases';

export interface AccessCommandContext {
  access: Pick<
    AccessService,
    'view' | 'setOn' | 'setPaused' | 'url' | 'add' | 'revoke' | 'revokeAll' | 'lease' | 'endLease'
  >;
  leases: Leases;
  now: number;
  locale: string;
}

/** Roles that no program may get by a command: NineTray asks about them in its window. */
const ASKED_IN_WINDOW: ReadonlySet<ConsumerChoices['role']> = new Set(['spend', 'everything']);

/** Exit codes: 0 done, 2 no key, 3 declined, 5 on and not answering; 125 for `run`. */
export async function runAccessCommand(request: AccessRequest, context: AccessCommandContext): Promise<ControlReply> {
  const { access, now, locale } = context;
  switch (request.act) {
    case 'status':
      return statusOf(context);
    case 'url': {
      const url = access.url();
      if (url !== null) return done(`${url}\n`);
      const { exitCode, out } = statusOf(context);
      return no(out.trimEnd(), exitCode);
    }
    case 'on':
    case 'off': {
      const set = await access.setOn(request.act === 'on');
      if (!set.ok) return declined(set.problem, context);
      const reply = statusOf(context);
      return request.act === 'off' ? { ...reply, exitCode: 0 } : reply;
    }
    case 'pause':
    case 'resume': {
      const set = access.setPaused(request.act === 'pause');
      return set.ok ? { ...statusOf(context), exitCode: 0 } : declined(set.problem, context);
    }
    case 'list': {
      const { consumers } = access.view();
      return { ...done(consumerLines(consumers, now, locale)), json: jsonOf({ consumers: consumers.map(plain) }) };
    }
    case 'add':
      return add(request, context);
    case 'revoke': {
      const consumer = access.view().consumers.find(({ name }) => name === request.name);
      if (consumer === undefined) return no(accessCliTexts.noSuchName({ command: 'ninetray access list' }));
      const revoked = access.revoke(consumer.id);
      return revoked.ok ? done(`${accessCliTexts.revoked}\n`) : declined(revoked.problem, context);
    }
    case 'revoke-all': {
      const count = access.view().consumers.length;
      const revoked = access.revokeAll();
      return revoked.ok ? done(`${accessCliTexts.allRevoked({ count })}\n`) : declined(revoked.problem, context);
    }
    case 'token':
      return token(request, context);
    case 'lease':
      return lease(request, context);
    default:
      return request satisfies never;
  }
}

const done = (out: string): ControlReply => ({ exitCode: 0, out, json: '', problem: '' });
const no = (problem: string, exitCode = 3): ControlReply => ({ exitCode, out: '', json: '', problem });
const jsonOf = (value: object) => `${JSON.stringify({ version: 1, ...value }, null, 2)}\n`;
const isoOf = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString());

function statusOf({ access, now, locale }: AccessCommandContext): ControlReply {
  const view = access.view();
  const exitCode = exitOf(view);
  const { on, status, addresses, socket, holding, problem } = view;
  return {
    exitCode,
    out: gatewayLines(view, now, locale),
    json: jsonOf({
      exitCode,
      on,
      status,
      addresses,
      socket,
      holding: holding === null ? null : { reads: holding.reads, since: isoOf(holding.since) },
      problem: problem ?? null,
    }),
    problem: '',
  };
}

function exitOf({ status }: AccessView): number {
  if (status === 'listening') return 0;
  return status === 'off' ? 3 : 5;
}

function add(
  { name, role, lasts, readsPerSecond }: Extract<AccessRequest, { act: 'add' }>,
  context: AccessCommandContext,
): ControlReply {
  const { access, now } = context;
  if (ASKED_IN_WINDOW.has(role)) return no(accessCliTexts.roleInWindow({ role }));
  const limits = { ...usualConsumerChoices.limits, ...(readsPerSecond === null ? {} : { readsPerSecond }) };
  const expiresAt = lasts === null ? null : now + lasts;
  const added = access.add({ ...usualConsumerChoices, name, role, limits, expiresAt });
  if (!added.ok) return declined(added.problem, context);
  return { ...done(`${added.value.token}\n`), problem: accessCliTexts.added };
}

/** A token of a consumer, and where to use it. */
function token(
  { name, lasts }: Extract<AccessRequest, { act: 'token' }>,
  { access, now, locale, ...rest }: AccessCommandContext,
): ControlReply {
  if (access.url() === null) return no(gatewayLines(access.view(), now, locale).trimEnd());
  if (access.view().consumers.every((one) => one.name !== name))
    return no(accessCliTexts.noSuchName({ command: 'ninetray access list' }));
  const granted = access.lease(name, lasts);
  if (!granted.ok) return declined(granted.problem, { access, now, locale, ...rest });
  const { url, expiresAt } = granted.value;
  const json = jsonOf({ token: granted.value.token, url, expires: isoOf(expiresAt) });
  return { ...done(`${granted.value.token} ${url}`), json };
}

/** The token and the address in one line, for the ninetray command (build/package/bin). */
function lease(request: LeaseRequest, context: AccessCommandContext): ControlReply {
  const { access, leases } = context;
  if ('role' in request.of && ASKED_IN_WINDOW.has(request.of.role))
    return no(accessCliTexts.roleInWindow({ role: request.of.role }), 125);
  if (access.url() === null) return no(gatewayLines(access.view(), context.now, context.locale).trimEnd(), 125);
  if ('name' in request.of) {
    const { name } = request.of;
    if (access.view().consumers.every((one) => one.name !== name))
      return no(accessCliTexts.noSuchName({ command: 'ninetray access list' }), 125);
  }
  const granted = leases.grant(access, request);
  if (!granted.ok) return { ...declined(granted.problem, context), exitCode: 125 };
  return done(`${granted.value.token} ${granted.value.url}`);
}

function declined(problem: Problem, { now, locale }: AccessCommandContext): ControlReply {
  if (problem.kind === 'bad-input' && problem.field === 'name') return no(accessCliTexts.nameTaken);
  if (problem.kind === 'bad-input' && problem.field === 'consumers') return no(accessCliTexts.tooMany);
  const { title, cause, next } = problemText(problem, locale, now);
  return no(sentences(title, cause, next), problem.kind === 'key-missing' ? 2 : 3);
}

/** A consumer for programs: its moments as text. */
function plain({ id, name, role, createdAt, expiresAt, lastUse, today }: Consumer): object {
  return {
    id,
    name,
    role,
    created: isoOf(createdAt),
    expires: isoOf(expiresAt),
    lastUse: lastUse === null ? null : { ...lastUse, at: isoOf(lastUse.at) },
    today,
  };
}
