// Examples of how a program asks the gateway. The token is in none of them: programs read it from a variable.
import { noProxyValue } from '../../../app/model/access/no-proxy';
import { accessTexts } from '../../../app/texts/account/access';

export const snippetIds = ['curl', 'python', 'node', 'env'] as const;
export type SnippetId = (typeof snippetIds)[number];

/** Names of programs are not translated. */
export const snippetNames: Readonly<Record<SnippetId, () => string>> = {
  curl: () => 'curl',
  python: () => 'Python',
  node: () => 'Node',
  env: () => accessTexts.snippetEnv,
};

const PATH = '/client/v1/account/get-balance-data';

/** The example, for a gateway at `url`. Each keeps a proxy of the environment out of the way. */
export function snippetOf(id: SnippetId, url: string): string {
  switch (id) {
    case 'curl':
      return [`curl --noproxy '*' \\`, `  --header "api-key: $NINEPROXY_API_KEY" \\`, `  ${url}${PATH}`].join('\n');
    case 'python':
      return [
        'import os, requests',
        '',
        'session = requests.Session()',
        'session.trust_env = False  # no proxy',
        `answer = session.get("${url}${PATH}",`,
        '                     headers={"api-key": os.environ["NINEPROXY_API_KEY"]})',
        'print(answer.json())',
      ].join('\n');
    case 'node':
      return [
        `const answer = await fetch('${url}${PATH}', {`,
        `  headers: { 'api-key': process.env.NINEPROXY_API_KEY },`,
        '});',
        'console.log(await answer.json());',
      ].join('\n');
    case 'env':
      return ['NINEPROXY_API_KEY=', `NINEPROXY_API_URL=${url}`, `NO_PROXY=${noProxyValue}`].join('\n');
    default:
      return id satisfies never;
  }
}
