// `npm run bench:forecast`: how long a forecast from a year of history takes, next to reading that history's file as
// JSON.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildParts } from './build-parts.mjs';
import { summary } from './statistics.mjs';

const runs = 200;
const minute = 60_000;
const day = 24 * 60 * minute;
const now = Date.UTC(2026, 10, 23, 12);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ninetray-forecast-'));
try {
  const imported = await buildParts(folder, {
    forecast: 'app/account/forecast/forecast.ts',
    history: 'app/account/history/history.ts',
  });
  const { forecast } = await imported('forecast');
  const { record } = await imported('history');

  const samples = yearOfHistory(record);
  const text = JSON.stringify({ version: 1, accounts: { 4471: samples } }, null, 2);
  const forecasting = timed(() => forecast(samples, present(), now));
  const parsing = timed(() => JSON.parse(text));
  const ms = (value) => value.toFixed(2);
  console.log(`${samples.length} samples, ${(text.length / 1000).toFixed(0)} kB on disk`);
  console.log(
    `a forecast of the three figures: ${ms(forecasting.median)} ms (${ms(forecasting.low)}-${ms(forecasting.high)})`,
  );
  console.log(`reading the file as JSON: ${ms(parsing.median)} ms; ratio ${ms(forecasting.median / parsing.median)}`);
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

function timed(run) {
  const times = [];
  for (let i = 0; i < runs; i += 1) {
    const begin = performance.now();
    run();
    times.push(performance.now() - begin);
  }
  return summary(times);
}

/** As NineTray keeps it after a year: a reading every five minutes, purchases, thinned day by day. */
function yearOfHistory(record) {
  let samples = [];
  for (let ago = 365 * 288; ago >= 0; ago -= 1) {
    const t = now - ago * 5 * minute;
    const hour = (t / (60 * minute)) % 24;
    const used = Math.floor((365 * 288 - ago) * 0.8 + 3 * Math.sin(hour));
    const sample = [t, 10_000 - (used % 9000), 5e11 - used * 1e6, 500 - Math.floor(used / 9000), 1];
    if (ago % 288 === 0) samples = record(samples, sample, t);
    else samples.push(sample);
  }
  return samples;
}

function present() {
  const figure = (value) => ({ value, asOf: now, status: 'fresh' });
  return {
    ips: figure({ total: 4200, plans: [] }),
    traffic: figure({
      total: 4e11,
      packages: [5, 20, 60].map((days, id) => ({
        id,
        name: '',
        left: 1.3e11,
        original: null,
        expiresAt: now + days * day,
      })),
    }),
    wallet: figure({ amount: 450 }),
  };
}
