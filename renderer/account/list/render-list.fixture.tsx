// Draws one list in a component test, over a bridge that stands in for main.
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import type { CallInput } from '../../../app/bridge/contract';
import type { AppState } from '../../../app/model/state/app-state';
import { type FakeBridge, installFakeBridge } from '../../ui/fake-bridge.fixture';
import { List, type ListProps } from './List';
import type { ListExample } from './list-states.fixture';

/** happy-dom lays nothing out; the virtual list needs to know how much it may show. */
export function pretendSize(): void {
  const sizes = { clientHeight: 300, clientWidth: 900, offsetHeight: 300, offsetWidth: 900, scrollHeight: 5_000_000 };
  for (const [name, size] of Object.entries(sizes))
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => size });
}

export interface ShownList {
  bridge: FakeBridge;
  user: ReturnType<typeof userEvent.setup>;
  /** The inputs of `lists.read`, in order. */
  reads: () => CallInput<'lists.read'>[];
  /** The list is drawn again with other props. */
  become: (props: Partial<ListProps>) => void;
  state: AppState;
}

/** The list of an example, once main has answered. `prepare` puts other answers in first; `Drawn` is what draws it, if not `List`. */
export async function showList(
  { list, state, answer }: ListExample,
  props: Partial<ListProps> = {},
  prepare?: (bridge: FakeBridge) => void,
  Drawn: ComponentType<ListProps> = List,
): Promise<ShownList> {
  pretendSize();
  document.body.innerHTML = '';
  const bridge = installFakeBridge();
  bridge.answers['lists.read'] = () => (answer === 'never' ? new Promise(() => {}) : answer);
  prepare?.(bridge);
  let shown: ListProps = { list, state, ...props };
  const { rerender } = render(<Drawn {...shown} />);
  await act(() => Promise.resolve());
  return {
    bridge,
    state,
    user: userEvent.setup({ delay: null }),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was asked under this name has its input
    reads: () => bridge.inputsOf('lists.read') as CallInput<'lists.read'>[],
    become: (next) => {
      shown = { ...shown, ...next };
      rerender(<Drawn {...shown} />);
    },
  };
}
