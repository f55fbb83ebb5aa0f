// What every workflow in .github/workflows has to keep to, since each runs with rights on the repository. Finds what
// actionlint does not: unpinned actions, rights that nobody needs, texts from outside in a script, secrets that leak.
import { parse } from 'yaml';

/** Actions by commit, with the version in a comment, so that a moved tag changes nothing; a workflow of our own by its path. */
const pinned = /^(?:[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+|\.\/\.github\/workflows\/[\w-]+\.yml)$/;
/** Events whose workflow has secrets and rights while somebody else chooses its code or its texts. */
const dangerous = [
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
];
/** The jobs that may write, and what. */
const writers = {
  'release.yml attest': ['id-token', 'attestations'],
  'release.yml publish': ['contents'],
  'codeql.yml analyze': ['security-events'],
};

const asList = (value) =>
  Array.isArray(value) ? value : typeof value === 'object' ? Object.keys(value ?? {}) : [value];

function permissionProblems(file, name, { permissions }) {
  if (typeof permissions !== 'object' || permissions === null) return [`${name}: has no list of permissions`];
  const allowed = writers[`${file} ${name}`] ?? [];
  return Object.entries(permissions)
    .filter(([scope, access]) => access !== 'read' && access !== 'none' && !allowed.includes(scope))
    .map(([scope, access]) => `${name}: may not have ${scope}: ${access}`);
}

function stepProblems(name, job) {
  const problems = [];
  for (const step of job.steps ?? []) {
    if (/\$\{\{/.test(step.run ?? '')) problems.push(`${name}: a script has an expression in it: pass it in env`);
    if (step.uses?.startsWith('actions/checkout@') && step.with?.['persist-credentials'] !== false)
      problems.push(`${name}: checkout leaves its credentials behind`);
  }
  return problems;
}

/** A job that may write runs no code that a dependency or a pull request could have changed. */
function writerProblems(file, name, { steps = [], permissions = {} }) {
  const writes = Object.values(permissions ?? {}).includes('write');
  const runs = steps.some(({ run = '' }) => /\bnpm\b|\bnpx\b/.test(run));
  return writes && runs ? [`${name}: may write, and runs npm`] : [];
}

function releaseProblems(name, { steps = [], environment, ...job }) {
  const problems = [];
  for (const { uses = '', with: inputs = {} } of steps) {
    if (uses.startsWith('actions/setup-node@') && (inputs['package-manager-cache'] !== false || 'cache' in inputs))
      problems.push(`${name}: uses a cache, which another workflow may have filled`);
  }
  if (/\bsecrets\b/.test(JSON.stringify([steps, job])) && environment === undefined)
    problems.push(`${name}: has secrets without an environment`);
  return problems;
}

/**
 * What is wrong with a workflow, as sentences; empty when nothing is.
 * @param {string} file its name, such as `release.yml`
 * @param {string} text
 * @returns {string[]}
 */
export function workflowProblems(file, text) {
  const { on, permissions, jobs = {} } = parse(text);
  const problems = [];
  const uses = [...text.matchAll(/^\s*(?:- )?uses:\s*(.*)$/gm)].map(([, value = '']) => value.trim());
  for (const value of uses) if (!pinned.test(value)) problems.push(`not pinned to a commit with its version: ${value}`);
  if (JSON.stringify(permissions) !== '{}') problems.push('its permissions are not {}: each job names its own');
  for (const event of asList(on)) if (dangerous.includes(event)) problems.push(`starts at ${event}`);
  for (const [name, job] of Object.entries(jobs)) {
    // A workflow that is called has its own limits.
    if (job.uses === undefined && typeof job['timeout-minutes'] !== 'number')
      problems.push(`${name}: has no time limit`);
    problems.push(
      ...permissionProblems(file, name, job),
      ...stepProblems(name, job),
      ...writerProblems(file, name, job),
    );
    if (file === 'release.yml') problems.push(...releaseProblems(name, job));
  }
  return problems;
}

/** The actions of a workflow and where each is pinned: `actions/checkout` to `COMMIT # VERSION`. */
export function pins(text) {
  return [...text.matchAll(/uses:\s*([\w.-]+\/[\w.-]+)(?:\/[\w./-]+)?@(.+)$/gm)].map(([, action = '', pin = '']) => [
    action,
    pin.trim(),
  ]);
}
