// The packed pages and the policy that main sends them with: a page that the policy would break, or a policy without one
// of its parts, must not be released.
import { extractFile } from '@electron/asar';

/** Every part of the policy of what is built (app/windows/page/page.ts). */
const parts = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "worker-src 'none'",
  "require-trusted-types-for 'script'",
];

/**
 * What a page has that the policy forbids, or that would come from outside the package.
 * @param {string} html
 * @returns {string[]}
 */
export function pageProblems(html) {
  const tags = html.replaceAll(/<!--.*?-->/gs, '').match(/<[a-z][^>]*>/gi) ?? [];
  const problems = [];
  for (const tag of tags) {
    if (/^<(style|base|iframe|object|embed|form)\b/i.test(tag)) problems.push(`has ${tag}`);
    if (/^<script\b/i.test(tag) && !/\bsrc=/i.test(tag)) problems.push(`has a script of its own: ${tag}`);
    if (/\s(style|on\w+)=/i.test(tag)) problems.push(`has an attribute that the policy forbids: ${tag}`);
    const [, address] = /\s(?:src|href)="([^"]*)"/i.exec(tag) ?? [];
    if (address !== undefined && !/^\.\.\/assets\/[\w.-]+$/.test(address)) problems.push(`loads ${address}`);
  }
  if (!html.includes('<!--snapshot-->')) problems.push('has no place for the state');
  return problems;
}

/**
 * The parts of the policy that main's code does not have.
 * @param {string} code of the file that has the policy
 */
export function policyProblems(code) {
  return parts.filter((part) => !code.includes(part)).map((part) => `the policy has no ${part}`);
}

/**
 * The problems of the pages in an asar.
 * @param {string} asar
 * @param {string[]} files in it, without a leading slash
 */
export function packedPageProblems(asar, files) {
  const text = (file) => extractFile(asar, file).toString('utf8');
  const pages = files.filter((file) => file.endsWith('.html'));
  const policy = files
    .filter((file) => /^out\/main\/.*\.js$/.test(file))
    .map(text)
    .filter((code) => code.includes('Content-Security-Policy') && code.includes('default-src'));
  return [
    ...(pages.length === 3 ? [] : [`there are ${pages.length} pages, not 3`]),
    ...pages.flatMap((file) => pageProblems(text(file)).map((problem) => `${file} ${problem}`)),
    ...(policy.length === 0 ? ['main has no policy'] : policy.flatMap(policyProblems)),
  ];
}
