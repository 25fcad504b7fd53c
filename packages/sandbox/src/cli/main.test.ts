import { mkdtempSync, rmSync } from 'fs';
import { createServer } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { bundledWorlds, loadBundledWorld, writeWorld } from '../worlds';
import { Running, runCli } from './main';

describe('the command line', () => {
  const running: Running[] = [];
  let dir: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'cli-'));
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map(each => each.stop()));
    rmSync(dir, { recursive: true });
  });

  async function run(...argv: string[]) {
    const out: string[] = [];
    const error: string[] = [];
    const ended = await runCli([...argv, '--state-dir', join(dir, 'state')], {
      out: line => out.push(line),
      error: line => error.push(line),
    });
    if (ended.running) {
      running.push(ended.running);
    }
    return {
      code: ended.code,
      out: out.join('\n'),
      error: error.join('\n'),
    };
  }

  const FREE = [
    '--kubernetes-port',
    '0',
    '--aws-port',
    '0',
    '--control-port',
    '0',
  ];

  it('serves the demo fleet, and steps it from another process', async () => {
    const served = await run('serve', ...FREE);
    expect(served.out).toContain(
      'Cluster prod-1: ingress-alb, at 01-in-service',
    );
    expect(served.out).toContain('Account 210987654321: eu-west-1');
    expect(await run('step', 'ingress-alb')).toMatchObject({
      code: 0,
      out: 'ingress-alb is at 02-controller-gone',
    });
    expect((await run('step', 'ingress-alb', '4')).out).toBe(
      'ingress-alb is at 04-finalizer-removed',
    );
    const worlds = await run('worlds');
    expect(worlds.out).toContain('  * 04-finalizer-removed');
    expect((await run('calls')).out).toBe('      0  in all');
    expect((await run('calls', '--reset')).code).toBe(0);
    const wrong = await run('step', 'nope');
    expect(wrong).toMatchObject({
      code: 1,
      error: expect.stringContaining('The fleet has no world "nope"'),
    });
  });

  it('serves recordings from a folder, bundled and generated worlds', async () => {
    writeWorld(loadBundledWorld('drift'), join(dir, 'mine'));
    const served = await run(
      'serve',
      ...FREE,
      ...['--worlds', join(dir, 'mine')],
      ...['--world', 'stranded', '--world', 'foreign'],
      ...['--generate', 'S', '--seed', '7'],
    );
    expect(served.error).toBe('');
    const names = served.out.match(/^Cluster .*$/gm);
    expect(names).toEqual([
      'Cluster prod-1: drift, at 01-in-service',
      'Cluster prod-1-2: stranded, at 01-in-service',
      'Cluster prod-1-3: foreign, at 01-mixed',
      'Cluster prod-1-4: generated-S-7, at 01-generated',
    ]);
  });

  it('says what to do where no fleet runs', async () => {
    for (const argv of [['step', 'drift'], ['calls']]) {
      const { code, error } = await run(...argv);
      expect(code).toBe(1);
      expect(error).toMatch(
        /^No fleet runs .* Start one in another terminal with "npm run sandbox -- serve"/,
      );
    }
    const { out } = await run('worlds');
    expect(out).toContain('No fleet runs.');
    for (const name of bundledWorlds()) {
      expect(out).toContain(`${name}: `);
    }
  });

  it('says the same where the fleet has died', async () => {
    await run('serve', ...FREE);
    const [fleet] = running;
    const { writeFileSync, readFileSync } = jest.requireActual('fs');
    const file = join(dir, 'state', 'fleet.json');
    const announced = readFileSync(file, 'utf8');
    await fleet.stop();
    writeFileSync(file, announced);
    expect((await run('calls')).error).toMatch(/^No fleet runs/);
  });

  it('says which port is taken', async () => {
    const taken = createServer();
    const port = await new Promise<number>(resolve => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const { code, error } = await run(
      'serve',
      ...FREE.slice(2),
      ...['--kubernetes-port', String(port)],
    );
    await new Promise(resolve => {
      taken.close(resolve);
    });
    expect(code).toBe(1);
    expect(error).toBe(
      `Port ${port}, which the fleet's Kubernetes server would listen on, is taken; choose another with --kubernetes-port.`,
    );
  });

  it('packs recordings and unpacks worlds', async () => {
    const unpacked = await run('unpack', 'foreign', '--out', join(dir, 'in'));
    expect(unpacked.code).toBe(0);
    const packed = await run(
      'pack',
      join(dir, 'in'),
      '--out',
      join(dir, 'out'),
    );
    expect(packed.out).toMatch(
      /\d+ {2}.*foreign\.json\.gz\n +\d+ {2}bytes in all/,
    );
  });

  it.each([
    [[], 'Usage:', 'out'],
    [['--help'], 'Usage:', 'out'],
    [['nonsense'], 'There is no command "nonsense".', 'error'],
    [['serve', '--nonsense'], "Unknown option '--nonsense'", 'error'],
    [
      ['serve', '--generate', 'XXL'],
      '--generate takes one of S, M, L',
      'error',
    ],
    [
      ['serve', '--generate', 'S', '--seed', 'x'],
      '--seed takes a whole number',
      'error',
    ],
    [['serve', '--aws-port', '99999'], '"99999" is not a port.', 'error'],
    [['step'], 'Which world?', 'error'],
    [['pack'], 'Pack what, and where to?', 'error'],
    [['unpack', 'drift'], 'Unpack which world', 'error'],
  ] as Array<[string[], string, 'out' | 'error']>)(
    'answers %j with a sentence',
    async (argv, sentence, where) => {
      const ended = await run(...argv);
      expect(ended[where]).toContain(sentence);
      expect(ended.error).not.toContain('    at ');
    },
  );
});
