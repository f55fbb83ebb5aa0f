import { describe, expect, it } from 'vitest';
import { manualClock } from '../../model/clock.fixture';
import { createViewPublisher } from './view-publisher';

function setUp() {
  const clock = manualClock(0);
  const published: number[] = [];
  return { clock, published, publisher: createViewPublisher(clock, () => published.push(clock.now())) };
}

describe('the view publisher', () => {
  it('publishes the first change at once, and many more at most four times a second', async () => {
    const { clock, published, publisher } = setUp();
    for (let ms = 0; ms < 600; ms += 50) {
      publisher.publishSoon();
      await clock.advance(50);
    }
    expect(published).toEqual([0, 250, 500]);
    await clock.advance(10_000);
    expect(published).toEqual([0, 250, 500, 750]);
  });

  it('publishes at once what must not wait', async () => {
    const { clock, published, publisher } = setUp();
    publisher.publishSoon();
    await clock.advance(10);
    publisher.publishSoon();
    publisher.publishNow();
    await clock.advance(1000);
    expect(published).toEqual([0, 10]);
  });

  it('publishes nothing after it was stopped', async () => {
    const { clock, published, publisher } = setUp();
    publisher.publishSoon();
    publisher.publishSoon();
    publisher.stop();
    await clock.advance(1000);
    expect(published).toEqual([0]);
  });
});
