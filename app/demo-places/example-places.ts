// The places that hold the demo's key: files of three formats, and one that the user updates. Holds the texts of the files; writes none.
import { join } from 'node:path';
import type { Place } from '../model/places/place';
import { demoTexts } from '../texts/demo';

interface ExampleFile {
  id: string;
  name(): string;
  kind: Place['kind'];
  /** Its folder and name in the demo's folder. */
  path: readonly [string, string];
  content(key: string): string;
}

const files: readonly ExampleFile[] = [
  {
    id: 'demo-env',
    name: () => demoTexts['place-env'],
    kind: 'env-file',
    path: ['scraper', '.env'],
    content: (key) => `# Demo: the settings of a scraper\nNINEPROXY_API_KEY=${key}\nCOUNTRY=US\nTHREADS=8\n`,
  },
  {
    id: 'demo-compose',
    name: () => demoTexts['place-compose'],
    kind: 'container',
    path: ['pool', 'compose.yaml'],
    content: (key) =>
      [
        '# Demo: a container that uses 9Proxy',
        'services:',
        '  pool:',
        '    image: registry.invalid/proxy-pool:3',
        '    restart: unless-stopped',
        '    environment:',
        `      NINEPROXY_API_KEY: "${key}"`,
        '      PORTS: "60000-60099"',
        '',
      ].join('\n'),
  },
  {
    id: 'demo-settings',
    name: () => demoTexts['place-settings'],
    kind: 'scheduled-task',
    path: ['report', 'settings.json'],
    content: (key) => `${JSON.stringify({ about: 'Demo: a daily report', apiKey: key, at: '07:30' }, null, 2)}\n`,
  },
];

export interface Examples {
  files: readonly { folder: string; path: string; content: string }[];
  places: readonly Place[];
}

/** The files with this key, below `folder`, and the places that describe them, in the language that is set. */
export function exampleFiles(folder: string, key: string): Examples {
  const at = ({ path: [inner, name] }: ExampleFile) => join(folder, inner, name);
  return {
    files: files.map((file) => ({ folder: join(folder, file.path[0]), path: at(file), content: file.content(key) })),
    places: [
      ...files.map(
        (file): Place => ({
          id: file.id,
          name: demoTexts.about({ text: file.name() }),
          kind: file.kind,
          where: file.path.join('/'),
          note: '',
          update: { by: 'file', path: at(file) },
        }),
      ),
      {
        id: 'demo-hand',
        name: demoTexts.about({ text: demoTexts['place-hand'] }),
        kind: 'ci-secret',
        where: demoTexts['place-hand-where'],
        note: '',
        update: { by: 'hand' },
      },
    ],
  };
}
