// How a token of the gateway leaves NineTray: on standard output, once. Pure.
import type { AccessCommand } from './subcommands';

/** The addresses that no proxy is to be asked for. */
const LOCAL = '127.0.0.1,localhost,::1';

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
          `$env:NO_PROXY = "$env:NO_PROXY,${LOCAL}".TrimStart(',')`,
        ]
      : [
          `export ${key}='${token}' ${urlName}='${url}'`,
          `export NO_PROXY="\${NO_PROXY:+$NO_PROXY,}${LOCAL}" no_proxy="\${no_proxy:+$no_proxy,}${LOCAL}"`,
        ];
  return `${lines.join('\n')}\n`;
}
