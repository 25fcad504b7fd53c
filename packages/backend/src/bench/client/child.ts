// The client, in a process of its own.
import { Agent, get } from 'node:http';
import { performance } from 'node:perf_hooks';
import { answerRequests } from '../processes';
import type { TimedRequests, TimeRequestsOptions } from './timeRequests';

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** Asks and reads the answer to its end. */
async function ask(url: string, token: string): Promise<number> {
  const began = performance.now();
  await new Promise<void>((resolve, reject) => {
    get(
      url,
      { agent, headers: { authorization: `Bearer ${token}` } },
      response => {
        response.on('error', reject);
        response.on('end', () =>
          response.statusCode === 200
            ? resolve()
            : reject(new Error(`GET ${url}: ${response.statusCode}`)),
        );
        response.resume();
      },
    ).on('error', reject);
  });
  return performance.now() - began;
}

answerRequests({
  async time(options: TimeRequestsOptions): Promise<TimedRequests> {
    const { urls, token, requests } = options;
    const names = Object.keys(urls);
    const times: TimedRequests = Object.fromEntries(
      names.map(name => [name, []]),
    );
    const warmUp = Math.ceil(requests / 3);
    for (let round = -warmUp; round < requests; round++) {
      // Nobody is always the first.
      for (const name of round % 2 === 0 ? names : [...names].reverse()) {
        const ms = await ask(urls[name], token);
        if (round >= 0) {
          times[name].push(ms);
        }
      }
    }
    return times;
  },
});
