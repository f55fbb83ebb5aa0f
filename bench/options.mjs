// The options of `npm run bench`. Pure.
import path from 'node:path';
import { parseArgs } from 'node:util';

export const usage = `npm run bench -- [options]
  --runs N         starts of each application (7)
  --warm N         further openings of the popover in each start (4)
  --idle N         rounds of memory and processor time: 6 minutes for each application, 2 for the bare one (3; 0: none)
  --against D      another build of NineTray (a folder with package.json and out/) to measure in the same run; can be repeated
  --peer NAME=PATH another tray application to measure in the same run; can be repeated. PATH is its folder with
                   package.json, or its .asar file, which run on the same Electron; or a packaged application's executable
  --compositor     with a compositor, which gives the popover its shadow
  --table          writes the table into docs/performance.md also with --against or --peer
  --no-table       leaves docs/performance.md as it is`;

/** What the applications that are always measured are called. */
export const ownNames = ['bare', 'ninetray', 'ninetray-kept'];

/**
 * @typedef {{ name: string, path: string }} Peer
 * @typedef {{ runs: number, warm: number, idle: number, against: string[], peers: Peer[], hasCompositor: boolean, writesTable: boolean, isHelp: boolean }} Options
 */

/**
 * Throws, with a message for the user, for an option that does not exist or cannot be used.
 * @param {readonly string[]} args
 * @returns {Options}
 */
export function parseOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      runs: { type: 'string', default: '7' },
      warm: { type: 'string', default: '4' },
      idle: { type: 'string', default: '3' },
      against: { type: 'string', multiple: true, default: [] },
      peer: { type: 'string', multiple: true, default: [] },
      compositor: { type: 'boolean', default: false },
      table: { type: 'boolean' },
      help: { type: 'boolean', default: false },
    },
  });
  const peers = values.peer.map(parsePeer);
  const names = [...ownNames, ...values.against.map(buildName), ...peers.map(({ name }) => name)];
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new Error(`Two applications would be called ${twice}.`);
  return {
    runs: parseCount('runs', values.runs, 1),
    warm: parseCount('warm', values.warm, 0),
    idle: parseCount('idle', values.idle, 0),
    against: values.against,
    peers,
    hasCompositor: values.compositor,
    // The table of the page usually has NineTray and what is always there to compare it with.
    writesTable: values.table ?? (values.against.length === 0 && peers.length === 0),
    isHelp: values.help,
  };
}

/** What another build of NineTray is called: as its folder. @param {string} folder */
export const buildName = (folder) => path.basename(path.resolve(folder));

/** `name=path`. The name becomes a folder's name too. @returns {Peer} */
function parsePeer(text) {
  const [, name, given] = /^([\w.-]*\w)=(.+)$/.exec(text) ?? [];
  if (name === undefined) {
    throw new Error(`--peer ${text}: expected NAME=PATH, the name of letters, digits, dots and dashes.`);
  }
  return { name, path: given };
}

function parseCount(option, text, least) {
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(count >= least)) throw new Error(`--${option} ${text}: expected a whole number, at least ${least}.`);
  return count;
}
