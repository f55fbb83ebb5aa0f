import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Banner } from './Banner';

afterEach(cleanup);

test('a banner may have a list as its detail', () => {
  // React reports an element that may not be where it is, such as a list in a paragraph.
  const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <Banner
      tone="warning"
      detail={
        <ul>
          <li>Scraper</li>
        </ul>
      }
    >
      Programs that send the key
    </Banner>,
  );
  expect(screen.getByRole('listitem').textContent).toBe('Scraper');
  expect(reported).not.toHaveBeenCalled();
  reported.mockRestore();
});
