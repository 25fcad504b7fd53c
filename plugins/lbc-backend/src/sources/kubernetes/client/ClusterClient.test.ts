import { once } from 'node:events';
import { Server, createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { mockServices } from '@backstage/backend-test-utils';
import { ClusterClient } from './ClusterClient';
import { DEFAULT_PATIENCE } from './patience';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

jest.setTimeout(30_000);

const REQUESTS = 20;

describe('ClusterClient', () => {
  let server: Server;
  let open = 0;

  beforeAll(async () => {
    // Half an answer, and then nothing: a proxy whose own source broke off.
    server = createServer((_, res) => {
      open += 1;
      res.on('close', () => {
        open -= 1;
      });
      res.writeHead(200, { 'Content-Length': '1000' });
      res.write('{"items": [');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('does not wait for the rest of an answer, whatever is collected meanwhile', async () => {
    const { port } = server.address() as AddressInfo;
    const url = async () => `http://127.0.0.1:${port}`;
    const client = ClusterClient.create({
      auth: mockServices.auth(),
      discovery: { getBaseUrl: url, getExternalBaseUrl: url },
      clock: Date,
      patience: { ...DEFAULT_PATIENCE, timeoutMs: 1_000 },
      cluster: 'prod-1',
      signal: new AbortController().signal,
    });
    const answers = Array.from({ length: REQUESTS }, () =>
      client.get({ path: '/version', resource: 'version' }).then(
        () => 'an answer',
        error => error.reason.code,
      ),
    );
    for (let round = 0; round < 8; round++) {
      await sleep(100);
      // A fetch holds on to what aborts it by a weak reference only.
      collectGarbage();
    }
    const outcomes = await Promise.race([
      Promise.all(answers),
      sleep(10_000, ['still waiting']),
    ]);
    expect(new Set(outcomes)).toEqual(new Set(['source.timed-out']));
    expect(open).toBe(0);
  });
});
