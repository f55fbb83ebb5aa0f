// How a token of the gateway leaves NineTray: on standard output, once. Pure.
import { noProxyValue } from '../model/access/no-proxy';
import type { AccessCommand } from './subcommands';

/**
 * What `run` and `key` print for the reply `token address`. For `run`, one line for the ninetray command (build/package/bin), which also
 * has the names of the variables; for `key --env`, lines that set them: for a POSIX shell, or for PowerShell.
 */
export function leaseOutput(reply: string, command: AccessCommand, platform: NodeJS.Platform): string {
  const [token = '', url = ''] = reply.trim().split(' ');
  const { key, url: urlName } = command.variables;
  if (command.request.act === 'lease') return `${token} ${url} ${key} ${urlName}\n`;
  if (command.output !== 'env') return `${token}\n`;
  const lines =
    platform === 'win32'
      ? [
          `$env:${key} = '${token}'`,
          `$env:${urlName} = '${url}'`,
          `$env:NO_PROXY = "$env:NO_PROXY,${noProxyValue}".TrimStart(',')`,
        ]
      : [
          `export ${key}='${token}' ${urlName}='${url}'`,
          `export NO_PROXY="\${NO_PROXY:+$NO_PROXY,}${noProxyValue}" no_proxy="\${no_proxy:+$no_proxy,}${noProxyValue}"`,
        ];
  return `${lines.join('\n')}\n`;
}
