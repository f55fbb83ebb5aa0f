// A language that nobody speaks and that reads from right to left: all of it fits. It is shown in each layout, and the texts
// of every screen are left to the accents: no language of NineTray's own reads that way.
import { env } from '../screens/in-right-to-left';
import { misfits } from '../screens/in-page.mjs';
import { testEveryScreen } from '../screens/every-screen';

testEveryScreen(
  env,
  async (page) => {
    const direction = await page.evaluate('getComputedStyle(document.body).direction');
    return [...(direction === 'rtl' ? [] : [`the page reads ${String(direction)}`]), ...(await page.evaluate(misfits))];
  },
  // One of each layout of the popover and the account window; the wizard's are few.
  ({ inOtherSizes, name }) => inOtherSizes === true || name.startsWith('wizard-'),
);
