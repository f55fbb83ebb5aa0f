// What kind of place a file is, by its name and by where the key stands in it. Only settings and code are rewritten;
// everything else is a copy that dies with the old key.
import type { ScanClass } from '../../../model/places/scan';

/** What is known of a file that has the key. */
export interface FoundIn {
  /** With `/` on every system. */
  path: string;
  /** Has zero bytes, and is not UTF-16. */
  isBinary: boolean;
  /** Whether the key is a whole word anywhere. */
  isWhole: boolean;
  /** Whether it stands in comments alone. */
  isComment: boolean;
  /** Whether it stands in the output of a notebook alone. */
  isOutput: boolean;
}

const history =
  /^(\..*_history|\.?history|fish_history|ConsoleHost_history\.txt|\.viminfo|\.lesshst|\.wget-hsts|.*\.(log|out|err|jsonl|har|trace)(\.\d+)?(\.gz)?|.*[-_.]log(s)?\.txt|nohup\.out)$/i;
const historyFolder =
  /\/(logs?|\.claude\/(projects|history|todos|shell-snapshots)|\.codex\/(sessions|log)|\.gemini\/tmp|\.cursor\/projects|\.aider[^/]*|\.ipynb_checkpoints)\//i;
const backup = /(~|\.(bak|backup|old|orig|rej|save|swp|swo|swn|tmp)(\.?\d+)?|#)$|^\.#/i;
const backupFolder =
  /\/(User\/History|Backups|\.history|\.local\/state\/nvim|\.vim\/(undo|backup|swap)|\.idea\/shelf)\//;
const template = /example|sample|template|\.(dist|tmpl|tpl)$/i;
const binary =
  /\.(zip|gz|tgz|bz2|xz|zst|7z|rar|tar|jar|whl|exe|dll|so|dylib|o|a|pyc|class|wasm|sqlite3?|db|pdf|docx?|xlsx?|png|jpe?g|gif|webp|ico|woff2?|mp[34])$/i;
const code =
  /\.(js|mjs|cjs|jsx|ts|mts|cts|tsx|py|pyw|rb|php|go|rs|java|kt|kts|scala|groovy|cs|fs|vb|c|h|cc|cpp|hpp|m|mm|swift|dart|lua|pl|pm|r|jl|ex|exs|erl|clj|hs|sh|bash|zsh|fish|ps1|psm1|bat|cmd|sql|vue|svelte|ipynb|html?|ahk|au3|tcl|nim|zig|gd)$/i;

/** Shell code that sets up a session rather than doing work: its values are settings. */
const profile = /\/(\.[^/]*|config\.fish|conf\.d\/[^/]*\.fish|[^/]*profile\.ps1|env\.nu|config\.nu)$/i;

/** The class of a file; `part` where the key is only inside longer texts. */
export function classOfFile({ path, isBinary, isWhole, isComment, isOutput }: FoundIn): ScanClass {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (history.test(name) || historyFolder.test(path)) return 'history';
  if (backup.test(name) || backupFolder.test(path)) return 'backup';
  if (isBinary || binary.test(name)) return 'binary';
  if (template.test(name)) return 'template';
  if (!isWhole) return 'part';
  if (isOutput) return 'history';
  if (isComment) return 'comment';
  return code.test(name) && !profile.test(path) ? 'code' : 'config';
}

/** Whether an update may be offered. */
export function canUpdateClass(found: ScanClass): boolean {
  return found === 'config' || found === 'code';
}

/** What begins a comment that ends with the line. */
type CommentMarks = readonly string[];

const hash: CommentMarks = ['#'];
const marksByEnd: readonly [RegExp, CommentMarks][] = [
  [
    /\.(js|mjs|cjs|jsx|ts|mts|cts|tsx|go|rs|java|kts?|scala|groovy|cs|c|h|cc|cpp|hpp|m|mm|swift|dart|jsonc?|zig|vue|svelte)$/i,
    ['//'],
  ],
  [/\.(php|tf|tfvars|hcl)$/i, ['//', '#']],
  [/\.(ini|cfg|conf|properties|reg|service|timer|npmrc)$|\/\.npmrc$/i, ['#', ';']],
  [/\.(sql|lua|hs)$/i, ['--']],
  [/\.(bat|cmd)$/i, ['rem ', '::']],
  [/\.(md|txt|html?|xml|plist|csv)$/i, []],
];

const LONGEST_LINE = 5000;

/** Whether the character at `at` is in a comment. By the line alone, and by blocks of the two common kinds. */
export function isInComment(path: string, text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  // Nobody wrote such a line.
  if (at - start > LONGEST_LINE) return false;
  const before = text.slice(start, at);
  const marks = marksByEnd.find(([end]) => end.test(path))?.[1] ?? hash;
  if (isAfterMark(before, marks)) return true;
  return isInBlock(text, at, '<!--', '-->') || (marks.includes('//') && isInBlock(text, at, '/*', '*/'));
}

function isAfterMark(line: string, marks: CommentMarks): boolean {
  let quote = '';
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (quote !== '') {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
    } else if (`"'\``.includes(character)) quote = character;
    // In the middle of a word it is not a comment: `https://`, `value#1`.
    else if (at === 0 || /\s/.test(line.charAt(at - 1))) {
      if (marks.some((mark) => line.slice(at, at + mark.length).toLowerCase() === mark)) return true;
    }
  }
  return false;
}

function isInBlock(text: string, at: number, begin: string, end: string): boolean {
  const begun = text.lastIndexOf(begin, at);
  return begun !== -1 && text.lastIndexOf(end, at) < begun;
}
