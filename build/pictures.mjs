// `npm run pictures`: every screen in every state, light and dark, from the built application into out/pictures/, and
// those that the README shows into docs/pictures/. Other fonts make other pictures: the README's are taken on Debian
// with DejaVu alone.
import { say } from './run.mjs';
import { runVitest } from './vitest-report.mjs';

if (process.platform === 'linux') {
  const { failed } = await runVitest(['--config', 'e2e/pictures.config.ts']);
  process.exitCode = failed === 0 ? 0 : 1;
} else {
  say('The pictures are taken on Linux, so that they look the same whoever takes them.');
  process.exitCode = 1;
}
