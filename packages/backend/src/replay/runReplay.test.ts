import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBundledWorld, writeWorld } from 'lbc-sandbox';
import { runReplay } from './runReplay';

jest.setTimeout(400_000);

async function run(...argv: string[]) {
  const out: string[] = [];
  const error: string[] = [];
  const code = await runReplay(argv, {
    out: text => out.push(text),
    error: line => error.push(line),
  });
  return { code, out: out.join('\n'), error: error.join('\n') };
}

describe('npm run replay', () => {
  let dir: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'replay-'));
  });

  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  it.each([
    ['nothing', [], /^Which recording\? Name a folder\.[^]*Usage:/],
    ['two folders', ['a', 'b'], /^One recording at a time/],
    ['an option that it does not have', ['a', '--fast'], /--fast/],
    [
      'a folder that is not there',
      ['/nowhere'],
      /^There is no folder \/nowhere\. .*ingress-alb/,
    ],
    ['a file', [__filename], /is not a folder\. A recording is a folder of/],
  ])('says what is wrong with %s', async (_, argv, sentence) => {
    const { code, out, error } = await run(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(sentence);
  });

  it('says what is wrong with a folder without steps', async () => {
    const { code, error } = await run(dir);
    expect(code).toBe(2);
    expect(error).toBe(
      `${dir} holds no steps. A recording is a folder of steps, each with a step.json (recordedAt, region, accountId) and at least one of the folders "kubernetes" (or "kubernetes-<cluster>") and "aws".`,
    );
  });

  it('names the file that cannot be read', async () => {
    mkdirSync(join(dir, '01-odd'));
    writeFileSync(join(dir, '01-odd', 'step.json'), '{');
    const { code, error } = await run(dir);
    expect(code).toBe(2);
    expect(error).toContain(join(dir, '01-odd', 'step.json'));
  });

  it('explains itself', async () => {
    const { code, out, error } = await run('--help');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toMatch(/^Usage: npm run replay -- DIR/);
  });

  it('answers in the words of truth.json, also where much is missing', async () => {
    const world = loadBundledWorld('ingress-alb');
    const [first] = world.steps;
    writeWorld({ ...world, steps: [first], truth: undefined }, dir);
    // Nobody recorded AWS, or looked for budgets.
    const folder = join(dir, world.name);
    const step = join(folder, first.name);
    rmSync(join(step, 'aws'), { recursive: true });
    rmSync(join(step, 'kubernetes/apis/policy/v1/poddisruptionbudgets.json'));
    const { code, out } = await run(folder, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual([
      {
        step: first.name,
        subjects: [
          {
            loadBalancer: null,
            arn: null,
            clusterTag: null,
            owners: [
              {
                kind: 'Ingress',
                namespace: 'shop',
                name: 'web',
                exists: true,
                state: 'unknown',
              },
            ],
            controller: 'alive',
            state: 'unknown',
            facets: expect.objectContaining({
              attended: 'controller',
              serving: 'unknown',
            }),
            evidence: expect.any(Array),
          },
        ],
        targetBindings: [
          expect.objectContaining({
            namespace: 'shop',
            name: 'k8s-shop-api-18c17aeeae',
          }),
          expect.objectContaining({
            namespace: 'shop',
            name: 'k8s-shop-web-3a65c6b6b7',
          }),
        ],
      },
    ]);
  });

  it('finds disagreement with the truth, for --check', async () => {
    const world = loadBundledWorld('foreign');
    writeWorld(world, dir);
    const folder = join(dir, world.name);
    const file = join(folder, 'truth.json');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('"in-service"', '"orphaned"'),
    );
    const { code, out, error } = await run(folder, '--check');
    expect(code).toBe(1);
    expect(out).toContain('── 01-mixed ──');
    expect(error).toMatch(/state is in-service; the truth is orphaned/);
    expect(error).toMatch(/agrees with truth\.json: 0 of 1 steps$/);
  });
});
