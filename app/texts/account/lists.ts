// What each list is called and what its columns, states and filters are called. Words only; it does not compile if it
// lacks a list, a column, a state or a choice of app/model/lists/lists.ts. app/texts/account/cells.ts formats values.
import type { ListId, lists } from '../../model/lists/lists';
import english from '../en/lists.json';
import { texts } from '../texts';

/** How a state looks: for what it means, never for decoration. */
export type StateTone = 'good' | 'warning' | 'bad' | 'quiet';

interface StateWords {
  text: string;
  tone: StateTone;
}

type ColumnOf<L extends ListId> = (typeof lists)[L]['columns'][number];
type StateColumnOf<L extends ListId> = Extract<ColumnOf<L>, { kind: 'state' }>;
type FilterOf<L extends ListId> = (typeof lists)[L]['filters'][number];
type ChoiceFilterOf<L extends ListId> = Extract<FilterOf<L>, { kind: 'choice' }>;
type TextFilterOf<L extends ListId> = Exclude<FilterOf<L>, ChoiceFilterOf<L>>;

/** The group is there only where the list has something to name in it. */
type Where<Thing, Group> = [Thing] extends [never] ? unknown : Group;

/** The messages of a list, by the ids that app/model/lists/lists.ts gives its columns, states, filters and choices. */
type MessagesOf<L extends ListId> = {
  readonly title: string;
  /** How many rows: "12 codes". */
  readonly rows: (values: { count: number }) => string;
  readonly columns: Readonly<Record<ColumnOf<L>['id'], string>>;
  /** What is shown when the account has none, and how to get one. */
  readonly empty: { readonly title: string; readonly line: string };
} & Where<
  StateColumnOf<L>,
  { readonly states: { readonly [C in StateColumnOf<L> as C['id']]: Readonly<Record<C['states'][number], string>> } }
> &
  Where<TextFilterOf<L>, { readonly filters: Readonly<Record<TextFilterOf<L>['id'], string>> }> &
  Where<
    ChoiceFilterOf<L>,
    {
      readonly choices: {
        /** `all`: the choice that lets everything through. */
        readonly [F in ChoiceFilterOf<L> as F['id']]: { readonly label: string; readonly all: string } & {
          readonly words: Readonly<Record<F['choices'][number], string>>;
        };
      };
    }
  >;

type Named<T> = Readonly<Record<string, T>>;

/** The words of a list in the one type that all lists have. Each is written when it is read, in the language of that moment. */
export interface ListWords {
  readonly title: string;
  readonly rows: (values: { count: number }) => string;
  readonly columns: Named<string>;
  readonly states: Named<Named<StateWords>>;
  readonly filters: Named<string>;
  readonly choices: Named<{ readonly label: string; readonly all: string; readonly words: Named<string> }>;
  readonly empty: { readonly title: string; readonly line: string };
}

type StateColumn = StateColumnOf<ListId>;

/** The tone of each state, by its column: the same in all lists. */
const tones: {
  readonly [Id in StateColumn['id']]: Readonly<Record<Extract<StateColumn, { id: Id }>['states'][number], StateTone>>;
} = {
  status: {
    success: 'good',
    enabled: 'good',
    unused: 'good',
    valid: 'good',
    pending: 'warning',
    expired: 'warning',
    failed: 'bad',
    blocked: 'bad',
    invalid: 'bad',
    disabled: 'quiet',
    used: 'quiet',
    revoked: 'quiet',
    unknown: 'quiet',
  },
  state: { online: 'good', offline: 'quiet' },
  topUp: { ips: 'good', traffic: 'good', both: 'good', off: 'quiet' },
  gives: { ips: 'quiet', traffic: 'quiet' },
  session: { rotating: 'quiet', sticky: 'quiet' },
  does: { convert: 'quiet', transfer: 'quiet', withdraw: 'quiet', wallet: 'quiet' },
};

/** The messages of all lists. */
export type ListMessages = { readonly [L in ListId]: MessagesOf<L> };

const messages: ListMessages = texts('lists', english);

/** A group that some lists do not have. */
type Groups = Pick<ListWords, 'title' | 'rows' | 'columns' | 'empty'> &
  Partial<Pick<ListWords, 'filters' | 'choices'>> & { readonly states?: Named<Named<string>> };

/** The same with their tones. Reads no text yet. */
function statesOf(columns: Named<Named<string>>): ListWords['states'] {
  const tonesOf: Named<Named<StateTone>> = tones;
  const stateOf = (states: Named<string>, column: string, state: string): StateWords => ({
    get text() {
      return states[state] ?? state;
    },
    tone: tonesOf[column]?.[state] ?? 'quiet',
  });
  return Object.fromEntries(
    Object.entries(columns).map(([column, states]) => [
      column,
      Object.fromEntries(Object.keys(states).map((state) => [state, stateOf(states, column, state)])),
    ]),
  );
}

const made = new Map<ListId, ListWords>();

/** A list's words; the same object each time, so that rows are not drawn again for it. */
export function listWords(id: ListId): ListWords {
  const known = made.get(id);
  if (known !== undefined) return known;
  const groups: Groups = messages[id];
  const words: ListWords = {
    get title() {
      return groups.title;
    },
    rows: groups.rows,
    columns: groups.columns,
    states: statesOf(groups.states ?? {}),
    filters: groups.filters ?? {},
    choices: groups.choices ?? {},
    empty: groups.empty,
  };
  made.set(id, words);
  return words;
}
