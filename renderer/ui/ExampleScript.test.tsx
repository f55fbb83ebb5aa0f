import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { demoTexts as texts } from '../../app/texts/demo';
import { ExampleScript } from './ExampleScript';

afterEach(cleanup);

const line = (answered: string, count: number) => texts.script({ answered, count });

test('shows how many calls of the demo’s script were answered, and the longest wait once it is one', () => {
  const script = { calls: 1128, answered: 1128, longestMilliseconds: 40 };
  const { rerender } = render(<ExampleScript script={script} />);
  expect(screen.getByText(line('1,128', 1128))).toBeTruthy();
  rerender(<ExampleScript script={{ ...script, longestMilliseconds: 12_000 }} />);
  expect(screen.getByText(`${line('1,128', 1128)} ${texts['script-wait']({ duration: '12 s' })}`)).toBeTruthy();
});

test('marks calls that were missed, and shows nothing where no script runs', () => {
  const { container, rerender } = render(
    <ExampleScript script={{ calls: 10, answered: 9, longestMilliseconds: 40 }} />,
  );
  expect(screen.getByText(line('9', 10)).closest('p')?.dataset['missed']).toBe('true');
  rerender(<ExampleScript script={undefined} />);
  expect(container.textContent).toBe('');
});
