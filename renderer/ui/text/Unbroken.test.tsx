import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Banner } from '../Banner';

afterEach(cleanup);

test('a banner breaks no option of the command line, and changes no word', () => {
  const detail =
    'Start it with a folder of your own (--user-data-dir), or without --no-sandbox. Well-known, is it not?';
  render(
    <Banner tone="warning" detail={detail}>
      Title
    </Banner>,
  );
  expect(screen.getByText('(--user-data-dir)').style.whiteSpace).toBe('nowrap');
  expect(screen.getByText('--no-sandbox').style.whiteSpace).toBe('nowrap');
  expect(document.body.textContent).toBe(`Title${detail}`);
});
