import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  cleanUpResponseSchema,
  subjectDetailSchema,
} from '@lbc-backstage/plugin-lbc-common/schema';
import { loadBundledWorld } from 'lbc-sandbox';
import { catalogOf } from './__testUtils__/catalogOf';
import { clusterCopy } from './__testUtils__/clusterCopy';
import { Trap } from './__testUtils__/Trap';
import { STACKS, trapLists, withStack } from './__testUtils__/trapLists';
import { WatchedFleet } from './__testUtils__/WatchedFleet';

jest.setTimeout(400_000);

let trap: Trap;
let watched: WatchedFleet;

const accountOf = (index: number) => String(300_000_000_000 + index);

beforeAll(async () => {
  trap = await Trap.open();
  const world = loadBundledWorld('ingress-alb');
  watched = await WatchedFleet.start({
    worlds: [
      {
        world: clusterCopy({ world, number: 1, ...trapLists(trap.host) }),
        name: 'trapped',
        clusterName: 'trapped',
      },
      ...STACKS.map((stack, index) => ({
        world: clusterCopy({
          world,
          number: 2 + index,
          aws: withStack(stack.replace('TRAP', trap.host)),
        }),
        name: `stack-${index}`,
        clusterName: `stack-${index}`,
        accountId: accountOf(index),
      })),
    ],
    catalog: catalogOf([
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: 'claimant',
          namespace: 'default',
          annotations: {
            'amazonaws.com/load-balancer-arn': `http://${trap.host}/`,
            'lbc/stack': `http://${trap.host}/ingress/x/y`,
            'lbc/tags': `a=http://${trap.host}/`,
            'backstage.io/kubernetes-cluster': `http://${trap.host}/`,
          },
        },
        spec: { type: 'service', owner: 'group:default/evil' },
      },
    ]),
  });
  await watched.round(6);
  for (const { id } of await watched.subjects()) {
    await watched.backend.post(`/subjects/${encodeURIComponent(id)}/detail`);
  }
  await watched.round(16);
});

afterAll(async () => {
  await watched?.stop();
  await trap?.close();
});

it('calls no address that a cluster, a tag or an annotation names', async () => {
  const { backend } = watched;
  const all: string[] = [];
  for (const { id } of await watched.subjects()) {
    const { status, body } = await backend.get(
      `/subjects/${encodeURIComponent(id)}`,
    );
    expect(status).toBe(200);
    all.push(JSON.stringify(body));
  }
  for (const path of [
    '/entities/by-name/component/default/claimant/load-balancers',
    '/entities/by-name/component/default/claimant/compatibility',
    '/controllers/trapped/compatibility',
    '/controllers/trapped/removal',
  ]) {
    const { status, body } = await backend.get(path);
    expect([path, status]).toEqual([path, 200]);
    all.push(JSON.stringify(body));
  }
  // They were read, and are shown.
  expect(all.join('\n').includes(trap.host)).toBe(true);
  expect(trap.calls).toBe(0);
  expect(watched.fleet.calls.mutations()).toEqual([]);
});

it('assumes a role in no account that a cluster names', () => {
  expect(watched.fleet.calls.snapshot()['sts AssumeRole']).toBe(STACKS.length);
});

describe('commands', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lbc-commands-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The words that a tool would be given, by a shell in which it only tells them. */
  function wordsOf(command: string): string[] {
    const tell = `printf '%s\\0' "$@"`;
    return execFileSync('bash', ['-s'], {
      cwd: folder,
      input: `kubectl() { ${tell}; }\naws() { ${tell}; }\n${command}\n`,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '' },
    }).split('\0');
  }

  it('of names from tags do nothing else when they are pasted', async () => {
    const { backend } = watched;
    let count = 0;
    for (const { id } of await watched.subjects()) {
      const path = `/subjects/${encodeURIComponent(id)}`;
      const detail = subjectDetailSchema.parse((await backend.get(path)).body);
      const plan = cleanUpResponseSchema.parse(
        (await backend.get(`${path}/clean-up`)).body,
      );
      const commands = [
        ...detail.commands,
        ...plan.steps.flatMap(step => [...step.checks, ...step.commands]),
        ...plan.afterwards,
      ];
      for (const { text } of commands) {
        count++;
        expect(text).not.toMatch(/\p{Cc}/u);
        const options = wordsOf(text).filter(word =>
          /^--(server|kubeconfig)/.test(word),
        );
        expect([text, options]).toEqual([text, []]);
      }
    }
    expect(count).toBeGreaterThan(20);
    expect(readdirSync(folder)).toEqual([]);
  });
});
