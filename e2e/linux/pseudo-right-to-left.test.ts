// Every screen in a language that nobody speaks and that reads from right to left: all of it fits.
import { env } from '../screens/in-right-to-left';
import { misfits } from '../screens/in-page.mjs';
import { testEveryScreen } from '../screens/every-screen';

testEveryScreen(env, async (page) => {
  const direction = await page.evaluate('getComputedStyle(document.body).direction');
  return [...(direction === 'rtl' ? [] : [`the page reads ${String(direction)}`]), ...(await page.evaluate(misfits))];
});
