// What is typed into the form of a program that may use the gateway, and what becomes of it. Pure.
import {
  type Consumer,
  type ConsumerChoices,
  consumerChoicesSchema,
  usualConsumerChoices,
} from '../../../app/model/access/consumer';

export const expiries = ['never', 'day', 'week', 'month', 'kept'] as const;
export type Expiry = (typeof expiries)[number];

const DAY = 86_400_000;
const LASTS: Readonly<Record<Exclude<Expiry, 'never' | 'kept'>, number>> = { day: DAY, week: 7 * DAY, month: 30 * DAY };

/** Limits as they are typed: empty means none. */
export interface ConsumerDraft {
  name: string;
  role: ConsumerChoices['role'];
  secrets: boolean;
  unknownPaths: boolean;
  agrees: boolean;
  ipsPerRequest: string;
  ipsPerDay: string;
  writesPerDay: string;
  expiry: Expiry;
  readsPerSecond: string;
  writesPerMinute: string;
  holdSeconds: string;
  holdWrites: boolean;
}

export type DraftField =
  | 'name'
  | 'agrees'
  | 'ipsPerRequest'
  | 'ipsPerDay'
  | 'writesPerDay'
  | 'readsPerSecond'
  | 'writesPerMinute'
  | 'holdSeconds';
/** The fields that are wrong; `missing`: it must not be empty. */
export type DraftErrors = Partial<Record<DraftField, 'wrong' | 'missing'>>;

/** Whether a role can use up the balance. */
export function canSpend(role: ConsumerChoices['role']): boolean {
  return role === 'spend' || role === 'everything';
}

/** Whether a role can give out IPs: to sub-accounts, or as codes and connections. */
export function canGiveIps(role: ConsumerChoices['role']): boolean {
  return role === 'sub-accounts' || canSpend(role);
}

/** Whether a role can change anything. */
export function canWrite(role: ConsumerChoices['role']): boolean {
  return role !== 'figures' && role !== 'read';
}

const typed = (limit: number | null) => (limit === null ? '' : String(limit));

/** The draft of a consumer; null: of a new one. */
export function draftOf(consumer: Consumer | null): ConsumerDraft {
  const choices: ConsumerChoices = consumer ?? { ...usualConsumerChoices, name: '', role: 'read' };
  const { limits } = choices;
  return {
    name: choices.name,
    role: choices.role,
    secrets: choices.secrets,
    unknownPaths: choices.unknownPaths,
    agrees: consumer !== null && canSpend(consumer.role),
    ipsPerRequest: typed(limits.ipsPerRequest),
    ipsPerDay: typed(limits.ipsPerDay),
    writesPerDay: typed(limits.writesPerDay),
    expiry: choices.expiresAt === null ? 'never' : 'kept',
    readsPerSecond: typed(limits.readsPerSecond),
    writesPerMinute: typed(limits.writesPerMinute),
    holdSeconds: String(choices.holdSeconds),
    holdWrites: choices.holdWrites,
  };
}

function whole(text: string, lowest: number, highest: number): boolean {
  return /^\d{1,9}$/.test(text.trim()) && Number(text) >= lowest && Number(text) <= highest;
}

/** What is wrong; null: nothing. A role that can spend needs a limit on IPs, and the user's agreement. */
export function errorsOf(draft: ConsumerDraft): DraftErrors | null {
  const errors: DraftErrors = {};
  if (draft.name.trim() === '') errors.name = 'missing';
  for (const field of canGiveIps(draft.role) ? (['ipsPerRequest', 'ipsPerDay'] as const) : [])
    if (draft[field].trim() === '' && draft.role === 'spend') errors[field] = 'missing';
    else if (draft[field].trim() !== '' && !whole(draft[field], 1, 100_000_000)) errors[field] = 'wrong';
  if (canSpend(draft.role) && !draft.agrees) errors.agrees = 'missing';
  if (draft.writesPerDay.trim() !== '' && !whole(draft.writesPerDay, 1, 1_000_000)) errors.writesPerDay = 'wrong';
  const rate = Number(draft.readsPerSecond);
  if (draft.readsPerSecond.trim() === '' || !(rate >= 0.1 && rate <= 50)) errors.readsPerSecond = 'wrong';
  if (!whole(draft.writesPerMinute, 1, 600)) errors.writesPerMinute = 'wrong';
  if (!whole(draft.holdSeconds, 0, 120)) errors.holdSeconds = 'wrong';
  return Object.keys(errors).length === 0 ? null : errors;
}

/** The choices of a draft without errors. What its role does not have is left out. `before`: the consumer as it is; `now` in ms. */
export function choicesOf(draft: ConsumerDraft, before: Consumer | null, now: number): ConsumerChoices {
  const limit = (text: string) => (text.trim() === '' ? null : Number(text));
  const givesIps = canGiveIps(draft.role);
  const { role, expiry } = draft;
  return consumerChoicesSchema.parse({
    name: draft.name,
    role,
    secrets: role === 'everything' || (role !== 'figures' && role !== 'switch' && draft.secrets),
    unknownPaths: role === 'everything' && draft.unknownPaths,
    limits: {
      readsPerSecond: Number(draft.readsPerSecond),
      writesPerMinute: Number(draft.writesPerMinute),
      writesPerDay: limit(draft.writesPerDay),
      ipsPerRequest: givesIps ? limit(draft.ipsPerRequest) : null,
      ipsPerDay: givesIps ? limit(draft.ipsPerDay) : null,
    },
    expiresAt:
      expiry === 'never' ? null : expiry === 'kept' ? (before?.expiresAt ?? null) : Math.round(now + LASTS[expiry]),
    holdSeconds: Number(draft.holdSeconds),
    holdWrites: draft.holdWrites,
  });
}
