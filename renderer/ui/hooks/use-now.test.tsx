import { cleanup, render, screen } from '@testing-library/react';
import { act, Profiler } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useNow } from './use-now';

const rendered = vi.fn<() => void>();

function Moment() {
  return <time>{useNow()}</time>;
}

const show = () =>
  render(
    <Profiler id="moment" onRender={rendered}>
      <Moment />
    </Profiler>,
  );

const shown = () => Number(screen.getByRole('time').textContent);

function setHidden(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

beforeEach(() => {
  vi.useFakeTimers();
  rendered.mockClear();
});

afterEach(() => {
  cleanup();
  Reflect.deleteProperty(document, 'hidden');
  vi.useRealTimers();
});

it('renders once at first, and again every ten seconds', () => {
  const start = Date.now();
  show();
  expect(rendered).toHaveBeenCalledTimes(1);
  const first = shown();
  act(() => void vi.advanceTimersByTime(10_000));
  expect(rendered).toHaveBeenCalledTimes(2);
  expect(shown()).toBe(start + 10_000);
  expect(first).toBeLessThanOrEqual(start);
});

it('has no timer while the window is hidden, and the present moment when it is shown again', () => {
  show();
  setHidden(true);
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(3_600_000);
  rendered.mockClear();
  setHidden(false);
  expect(shown()).toBe(Date.now());
  expect(rendered).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(1);
});
