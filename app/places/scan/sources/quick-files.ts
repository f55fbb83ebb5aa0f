// The files that a quick search reads: where shells, user services, editors and compose keep settings. Names them only;
// most are on few computers.
import fs from 'node:fs';
import path from 'node:path';

export interface QuickFacts {
  platform: NodeJS.Platform;
  home: string;
  env: NodeJS.ProcessEnv;
  /** Folders of the places that are known. */
  knownFolders: readonly string[];
}

/** Files of the home folder: shells, and programs that keep keys beside them. */
const inHome = [
  '.profile',
  '.login',
  '.logout',
  '.xprofile',
  '.xsessionrc',
  '.pam_environment',
  '.bash_profile',
  '.bash_login',
  '.bashrc',
  '.bash_aliases',
  '.kshrc',
  '.mkshrc',
  '.cshrc',
  '.tcshrc',
  '.env',
  '.envrc',
  '.netrc',
  '.npmrc',
  '.pypirc',
  '.mcp.json',
  '.claude.json',
  '.claude/settings.json',
  '.cursor/mcp.json',
  '.codex/config.toml',
  '.gemini/settings.json',
  '.codeium/windsurf/mcp_config.json',
  '.vscode/mcp.json',
];
const zshFiles = ['.zshenv', '.zprofile', '.zshrc', '.zlogin'];
/** Of the folder for settings (`XDG_CONFIG_HOME`). */
const inConfig = [
  'fish/config.fish',
  'nushell/env.nu',
  'nushell/config.nu',
  'powershell/profile.ps1',
  'powershell/Microsoft.PowerShell_profile.ps1',
  'zed/settings.json',
  'direnv/direnvrc',
];
/** Of the folder in which a platform's applications have their settings. */
const inApplications = [
  ...['Code', 'Code - Insiders', 'VSCodium', 'Cursor', 'Windsurf'].flatMap((editor) => [
    `${editor}/User/settings.json`,
    `${editor}/User/mcp.json`,
  ]),
  'Claude/claude_desktop_config.json',
];
/** Folders, with the names of the files that count in them. */
const settingFolders: readonly [string, RegExp][] = [
  ['environment.d', /\.conf$/],
  ['fish/conf.d', /\.fish$/],
  ['systemd/user', /\.(service|timer|socket|env|conf)$/],
  ['plasma-workspace/env', /\.sh$/],
];
const projectFile = /^(\.env([.-].*)?|\.envrc|(docker-)?compose[^/]*\.ya?ml|\.mcp\.json|.*\.env)$/;
const projectFiles = ['.vscode/settings.json', '.vscode/mcp.json', '.vscode/launch.json', '.cursor/mcp.json'];

/** Absolute paths, some of files that do not exist. */
export function quickFiles({ platform, home, env, knownFolders }: QuickFacts): string[] {
  const config = env['XDG_CONFIG_HOME'] ?? path.join(home, '.config');
  const applications = applicationFolder(platform, home, env) ?? config;
  const known = knownFolders.filter((folder) => path.isAbsolute(folder));
  return [
    ...inHome.map((name) => path.join(home, name)),
    ...zshFiles.map((name) => path.join(env['ZDOTDIR'] ?? home, name)),
    ...inConfig.map((name) => path.join(config, name)),
    ...inApplications.map((name) => path.join(applications, name)),
    ...settingFolders.flatMap(([folder, names]) => filesIn(path.join(config, folder), names, 1)),
    ...platformFiles(platform, home),
    ...known.flatMap((folder) => [
      ...filesIn(folder, projectFile, 0),
      ...projectFiles.map((name) => path.join(folder, name)),
    ]),
  ];
}

function applicationFolder(platform: NodeJS.Platform, home: string, env: NodeJS.ProcessEnv): string | undefined {
  if (platform === 'darwin') return path.join(home, 'Library/Application Support');
  return platform === 'win32' ? env['APPDATA'] : undefined;
}

function platformFiles(platform: NodeJS.Platform, home: string): string[] {
  if (platform === 'darwin') return filesIn(path.join(home, 'Library/LaunchAgents'), /\.plist$/, 0);
  if (platform !== 'win32') return [];
  return ['PowerShell', 'WindowsPowerShell'].flatMap((shell) =>
    filesIn(path.join(home, 'Documents', shell), /profile\.ps1$/i, 0),
  );
}

/** Files with such a name in a folder and, with `depth`, in those below it. */
function filesIn(folder: string, names: RegExp, depth: number): string[] {
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // not on this computer
  }
  return entries.flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return depth > 0 ? filesIn(at, names, depth - 1) : [];
    return names.test(entry.name) ? [at] : [];
  });
}
