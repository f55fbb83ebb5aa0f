import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { useIsPainted } from './use-is-painted';

function Painted() {
  return <output>{String(useIsPainted())}</output>;
}

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('is false in the first frame, and true once that was drawn', () => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout'] });
  render(<Painted />);
  const seen: string[] = [];
  requestAnimationFrame(() => seen.push(screen.getByRole('status').textContent));
  act(() => void vi.advanceTimersToNextFrame());
  expect(seen).toEqual(['false']);
  act(() => void vi.advanceTimersByTime(1));
  expect(screen.getByRole('status').textContent).toBe('true');
});

it('leaves no timer behind', () => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout'] });
  render(<Painted />);
  cleanup();
  expect(vi.getTimerCount()).toBe(0);
});
