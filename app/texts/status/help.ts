// What `--help` prints: each switch and each exit code with its explanation. app/cli decides which switches there are.
import { padded, widest, wrapped } from '../columns';
import accessEnglish from '../en/access-cli.json';
import english from '../en/cli.json';
import placesEnglish from '../en/places-cli.json';
import { texts } from '../texts';

const words = texts('cli', english);
const accessWords = texts('access-cli', accessEnglish);
const placesWords = texts('places-cli', placesEnglish);

/** The widest line. */
const WIDTH = 100;

/** An example of limits, as they are typed. */
export const limitsExample = '--below ips=500,wallet=10,traffic=5GB';

/** `ninetray --help`. Ends with a line break. */
export function helpText(): string {
  const { help, exit } = words;
  const { lines } = accessWords;
  const status = '--status';
  const switches: [string, string][] = [
    ['--demo', help.demo({ few: '--demo=3', some: '--demo=250', many: '--demo=50000' })],
    [status, help.status],
    ['  --json', help.json({ status })],
    ['  --below LIMITS', help.below({ status, example: limitsExample.replace(' ', '\u00a0') })],
    ['  --demo', help.demoStatus({ status })],
    ['--set-key', help.setKey],
    ['  --storage=HOW', help.storage],
    ['--user-data-dir=D', help.userDataDir({ folder: 'D' })],
    ['--version', help.version],
    ['--help, -h', help.help],
  ];
  const commands: [string, string][] = [
    ['run [--as NAME] -- COMMAND', lines.run],
    ['key --as NAME [--for 12h]', lines.key],
    ['access list, add, revoke, pause, resume', lines.access],
    ['gateway on, off, status, url', lines.gateway],
    ['places list, scan, rehearse', placesWords.help],
  ];
  const exitCodes: [string, string][] = [
    ['0', exit.success({ status })],
    ['1', exit.misunderstood],
    ['2', exit.noKey],
    ['3', exit.rejected],
    ['4', exit.unreachable({ status })],
    ['5', exit.old],
    ['6', exit.below({ below: '--below' })],
    ['7', exit.demo({ demo: '--demo' })],
    ['125', lines.exit({ run: 'run' })],
  ];
  const parts = [
    help.title,
    help.start,
    table(switches),
    [lines.commands, table(commands)].join('\n'),
    [help.exitCodes, table(exitCodes)].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Two columns: the first as wide as its longest entry, the second in lines that fit. */
function table(rows: readonly (readonly [string, string])[]): string {
  const width = widest(rows.map(([name]) => name)) + 4;
  return rows
    .map(([name, explanation]) => {
      const text = wrapped(explanation, WIDTH - width).join(`\n${' '.repeat(width)}`);
      return padded(`  ${name}`, width) + text;
    })
    .join('\n');
}
