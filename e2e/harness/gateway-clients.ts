// Programs that read through the local gateway, in a process of their own, with real HTTP.
import { spawn } from 'node:child_process';
import { z } from 'zod';

const counts = z.object({ answered: z.number(), failed: z.array(z.string()), longest: z.number() });

/** `failed`: what was wrong with each read that got no figures. `longest` in ms. */
export type ReadCounts = z.infer<typeof counts>;

/** Reads five times a second until its input ends, one program for all tokens; each waits for its answer before the next. */
const program = `
const http = require('node:http');
const { url, tokens } = JSON.parse(process.env.CLIENTS);
let stop = false;
process.stdin.on('end', () => { stop = true; }).resume();
const counts = { answered: 0, failed: [], longest: 0 };
const ask = (token, agent) => new Promise((resolve) => {
  const began = Date.now();
  const done = (failed) => {
    counts.longest = Math.max(counts.longest, Date.now() - began);
    if (failed === null) counts.answered += 1; else counts.failed.push(failed);
    resolve();
  };
  http.get(url + '/client/v1/account/get-balance-data?api-key=' + token, { agent }, (response) => {
    let body = '';
    response.on('data', (chunk) => { body += chunk; });
    response.on('end', () => done(response.statusCode === 200 && JSON.parse(body).success === true ? null : response.statusCode + ' ' + body.slice(0, 100)));
  }).on('error', (error) => done(error.code ?? error.message));
});
Promise.all(tokens.map(async (token) => {
  const agent = new http.Agent({ keepAlive: true });
  while (!stop) {
    const began = Date.now();
    await ask(token, agent);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + 200 - Date.now())));
  }
  agent.destroy();
})).then(() => console.log(JSON.stringify(counts)));
`;

/** Starts one program with these tokens; returns what ends it and answers how its reads went. */
export function startClients(url: string, tokens: readonly string[]): () => Promise<ReadCounts> {
  const child = spawn(process.execPath, ['-e', program], {
    env: { CLIENTS: JSON.stringify({ url, tokens }) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += String(chunk);
  });
  return async () => {
    child.stdin.end();
    await new Promise((resolve) => child.on('close', resolve));
    return counts.parse(JSON.parse(text));
  };
}
