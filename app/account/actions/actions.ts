// The user's actions on the account: checked and shown first, then sent with exactly one request, which is never
// repeated. Only what was prepared for the current key is sent.
import { type ActionId, actionOf } from '../../model/actions/actions';
import { checkChanges, checkForm } from '../../model/actions/form-validation';
import type { BalanceChange } from '../../model/figures/balance-change';
import type { NineProxy } from '../../nineproxy/client';
import { failed, ok, type Problem, type Result } from '../../model/problem';
import type { KnownRow } from '../lists/known-rows';
import type { AccountLists } from '../lists/lists';
import { resolveRefusal } from '../../nineproxy/resolve-refusal';
import type { Secrets } from '../lists/secrets';
import type { StateStore } from '../../state/state-store';
import { balanceChanges, type PreparedAction, unaffordable } from './balances';
import { notTaken, notTakenOnCreation, remainingChanges } from './edit';
import { canName, type Done, needsRow, runAction } from './run';
import { unpublishedNames } from './sent-names';
import { createTickets } from './tickets';

export interface ActionOutcome {
  made: string[];
  count: number | null;
  notTaken: string[];
  /** The names that these were sent under, where the vendor has not published them. */
  sentAs: string[];
  /** Of a sub-account that was created. */
  created?: CreatedAccount;
}

/** What signs in to a created sub-account: its name where the vendor reported it, and references of both for copying. */
export interface CreatedAccount {
  /** Of its row in the list. */
  key: string | null;
  username: string | null;
  usernameRef: string | null;
  passwordRef: string;
}

export interface AccountActions {
  /**
   * Checks an action: its form (the field in bad-input), its rows (`rows`), and whether the balances suffice, as far as fresh figures
   * show. Nothing is sent. The ticket is valid for exactly this action, once, for five minutes, under this key.
   */
  prepare(asked: {
    action: ActionId;
    rows: readonly string[];
    input: Readonly<Record<string, unknown>>;
    before?: Readonly<Record<string, unknown>> | undefined;
  }): Result<{ ticket: string; balances: BalanceChange[] }>;
  /**
   * Sends it with one write. The row of an edit is read again first. Nothing is sent where it already has the values; where it was changed or
   * deleted meanwhile, it fails with left-alone. `made`: references of created secrets; `count`: how many it worked for, if reported;
   * `notTaken`: fields that are not as requested though the vendor accepted them. Fails with not-now for a ticket that is no longer valid, and
   * with outcome-unknown where no answer came: it may have worked.
   */
  run(ticket: string): Promise<Result<ActionOutcome>>;
  /** The key has changed: what was prepared can no longer be run. */
  reset(): void;
}

export interface AccountActionsOptions {
  store: StateStore;
  client(): NineProxy | null;
  generation(): number;
  now(): number;
  newTicket(): string;
  secrets: Secrets;
  rows: Pick<AccountLists, 'find' | 'reread' | 'readNew' | 'invalidate'>;
  /** The user's corrections of field names. */
  fieldNames(): Readonly<Record<string, string>>;
  /** Reads the figures again soon. */
  readAgain(): void;
  /** It worked: the rest of NineTray is updated. */
  done(prepared: PreparedAction): void;
}

/** The actions of one session: prepared, shown, then sent once. */
export function createAccountActions(options: AccountActionsOptions): AccountActions {
  const { store, client, generation, now, secrets, readAgain } = options;
  const tickets = createTickets<PreparedAction>(options);

  /** The client, unless the key is missing or known to be refused. */
  function usable(): Result<NineProxy> {
    const current = client();
    if (current === null) return failed({ kind: 'key-missing' });
    return store.read().state.key.status === 'refused' ? failed({ kind: 'key-refused' }) : ok(current);
  }

  return {
    prepare({ action, rows: keys, input: value, before = {} }) {
      const current = usable();
      if (!current.ok) return current;
      const { edits } = actionOf(action);
      const checked = edits === true ? checkChanges(action, value, before) : checkForm(action, value);
      if (!checked.ok) return badInput(checked.errors[0]?.field ?? '');
      const rows = rowsOf(action, keys, options.rows);
      if (rows === null) return badInput('rows');
      const prepared = { action, input: checked.input, rows, ...(edits === true ? { before } : {}) };
      const figures = store.read().state;
      const tooMuch = unaffordable(prepared, figures, now());
      if (tooMuch !== null) return badInput(tooMuch);
      return ok({ ticket: tickets.give(prepared), balances: balanceChanges(prepared, figures) });
    },
    async run(ticket) {
      const current = usable();
      if (!current.ok) return current;
      const prepared = tickets.take(ticket);
      if (prepared === null) return failed({ kind: 'not-now' });
      const asked = generation();
      const fresh = needsRow(prepared.action) ? await withFreshRow(prepared) : ok(prepared);
      if (!fresh.ok) return fresh;
      if (generation() !== asked) return failed({ kind: 'cancelled' });
      if (isNothingLeft(fresh.value)) return ok({ ...noResult, count: null });
      const answer = await runAction(current.value, fresh.value);
      const isSameKey = generation() === asked;
      options.rows.invalidate();
      if (!answer.ok) return afterFailure(answer.problem, prepared, current.value, isSameKey);
      if (!isSameKey) return ok({ ...noResult, count: answer.value.count });
      options.done(prepared);
      readAgain();
      const newRow = await readNew(fresh.value, answer.value.newKey);
      const fields = newRow === null ? await readBack(fresh.value) : notTakenOnCreation(fresh.value.input, newRow);
      const sentAs = unpublishedNames(prepared.action, fields, options.fieldNames());
      const created = createdAccount(fresh.value, newRow, answer.value.newKey, secrets);
      return ok({ ...shown(answer.value), notTaken: fields, sentAs, ...(created === null ? {} : { created }) });
    },
    reset: () => tickets.clear(),
  };

  /** The action with its row as the vendor has it now, and for an edit the changes that are still needed. */
  async function withFreshRow(prepared: PreparedAction): Promise<Result<PreparedAction>> {
    const { action, input, before } = prepared;
    const list = actionOf(action).on?.list;
    const key = prepared.rows[0]?.key;
    if (list === undefined || key === undefined) return ok(prepared);
    const row = await options.rows.reread(list, key);
    if (!row.ok) return row;
    if (before === undefined) return ok({ ...prepared, rows: [row.value] });
    const left = remainingChanges(action, input, before, row.value);
    return left.ok ? ok({ ...prepared, rows: [row.value], input: left.value }) : left;
  }

  /** The row of a created sub-account; null for another action, and where it cannot be read now. `newKey`: its id, if reported. */
  async function readNew({ action }: PreparedAction, newKey: string | undefined): Promise<KnownRow | null> {
    if (action !== 'createSubAccount' || newKey === undefined) return null;
    const made = await options.rows.readNew('subAccounts', newKey);
    return made.ok ? made.value : null;
  }

  /** The fields of an edit that were not set; none where the row cannot be read now, which the list then shows. */
  async function readBack({ action, input, rows: [was] }: PreparedAction): Promise<string[]> {
    const { edits, on } = actionOf(action);
    if (edits !== true || on === null || was === undefined) return [];
    const is = await options.rows.reread(on.list, was.key);
    return is.ok ? notTaken(action, input, was, is.value) : [];
  }

  async function afterFailure(
    problem: Problem,
    prepared: PreparedAction,
    from: NineProxy,
    isSameKey: boolean,
  ): Promise<{ ok: false; problem: Problem }> {
    // An internal server error does not show how far the request got.
    const mayHaveWorked = problem.kind === 'outcome-unknown' || problem.kind === 'server-trouble';
    if (isSameKey && mayHaveWorked) readAgain();
    if (problem.kind === 'rejected') return failed({ ...problem, message: withoutSecrets(problem.message, prepared) });
    return resolveRefusal(problem, from, isSameKey ? readAgain : () => undefined);
  }

  function shown({ made, count }: Done): { made: string[]; count: number | null } {
    return { made: made.map((text) => secrets.refOf(text)), count };
  }
}

/** The password leaves as a reference, as every secret does; the name has one, too, so that both are copied at once. */
function createdAccount(
  { action, input }: PreparedAction,
  row: KnownRow | null,
  newKey: string | undefined,
  secrets: Secrets,
): CreatedAccount | null {
  const { password } = input;
  if (action !== 'createSubAccount' || typeof password !== 'string') return null;
  const name = row?.cells['username'];
  const username = typeof name === 'string' && name !== '' ? name : null;
  return {
    key: newKey ?? null,
    username,
    usernameRef: username === null ? null : secrets.refOf(username),
    passwordRef: secrets.refOf(password),
  };
}

/** The rows of the action, each once; null where one is not known or cannot be named, or there are too few or too many. */
function rowsOf(action: ActionId, keys: readonly string[], known: Pick<AccountLists, 'find'>): KnownRow[] | null {
  const { on } = actionOf(action);
  const each = [...new Set(keys)];
  if (on === null) return each.length === 0 ? [] : null;
  if (each.length === 0 || (on.rows === 'one' && each.length > 1)) return null;
  const rows = each.map((key) => known.find(on.list, key)).filter((row) => row !== null);
  return rows.length === each.length && rows.every(({ vendorKey }) => canName(action, vendorKey)) ? rows : null;
}

/** The vendor's message without the secrets that were sent. The end of a code stays, so that it can be distinguished from others. */
function withoutSecrets(message: string, { input, rows }: PreparedAction): string {
  const named = rows.map(({ key, vendorKey }) => (key === vendorKey ? null : vendorKey));
  const codes = [input['codes'], ...named].flat().filter((code) => typeof code === 'string');
  const without = codes.reduce(
    (text, code) => text.replaceAll(code, code.length > 8 ? `…${code.slice(-4)}` : '…'),
    message,
  );
  const password = input['password'];
  return typeof password === 'string' ? without.replaceAll(password, '…') : without;
}

const noResult = { made: [], notTaken: [], sentAs: [] };

function isNothingLeft({ action, input }: PreparedAction): boolean {
  return actionOf(action).edits === true && Object.keys(input).length === 0;
}

function badInput(field: string): { ok: false; problem: Problem } {
  return failed({ kind: 'bad-input', field: field.slice(0, 60) });
}
