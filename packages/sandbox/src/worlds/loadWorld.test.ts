import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { loadWorld, loadWorlds } from './loadWorld';
import { clusterNames } from './model';

const STEP = {
  recordedAt: '2026-11-23T15:51:32Z',
  region: 'eu-west-1',
  accountId: '123456789012',
};

describe('loadWorld', () => {
  let dir: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'worlds-'));
  });

  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  function write(path: string, content: unknown) {
    const file = join(dir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  }

  function deployment(clusterName: string) {
    const image = 'public.ecr.aws/eks/aws-load-balancer-controller:v3.5.0';
    const containers = [{ image, args: [`--cluster-name=${clusterName}`] }];
    return { items: [{ spec: { template: { spec: { containers } } } }] };
  }

  it('reads steps in order, files by their paths', () => {
    write('mine/02-b/step.json', STEP);
    write('mine/02-b/aws/elbv2/DescribeLoadBalancers.json', { x: 2 });
    write('mine/01-a/step.json', { ...STEP, vpcId: 'vpc-1' });
    write('mine/01-a/kubernetes/api/v1/services.json', { items: [] });
    const world = loadWorld(join(dir, 'mine'));
    expect(world.name).toBe('mine');
    expect(world.steps.map(step => step.name)).toEqual(['01-a', '02-b']);
    const [first, second] = world.steps;
    expect(
      [...first.clusters.values()][0].files.get('api/v1/services'),
    ).toEqual({ items: [] });
    expect(second.aws.get('elbv2/DescribeLoadBalancers')).toEqual({ x: 2 });
    expect(second.clusters.size).toBe(0);
  });

  it('names clusters by their folders', () => {
    write('mine/01-a/step.json', STEP);
    write('mine/01-a/kubernetes-blue/version.json', {});
    write('mine/01-a/kubernetes-green/version.json', {});
    const world = loadWorld(join(dir, 'mine'));
    expect(clusterNames(world)).toEqual(['blue', 'green']);
    expect(world.steps[0].clusters.get('blue')?.folder).toBe('kubernetes-blue');
  });

  it.each([
    ['the truth', true, true, 'from-truth'],
    ["the controller's own name", false, true, 'from-controller'],
    ['the recording', false, false, 'mine'],
  ])(
    'names the cluster of the folder "kubernetes" by %s',
    (_, withTruth, withDeployment, name) => {
      write('mine/01-a/step.json', STEP);
      write('mine/01-a/kubernetes/version.json', {});
      write('mine/02-b/step.json', STEP);
      write('mine/02-b/kubernetes/version.json', {});
      if (withDeployment) {
        write(
          'mine/02-b/kubernetes/apis/apps/v1/deployments.json',
          deployment('from-controller'),
        );
      }
      if (withTruth) {
        write('mine/truth.json', {
          scenario: 'mine',
          controllerVersion: 'v3.5.0',
          clusters: ['from-truth', 'later'],
          steps: [],
        });
      }
      const world = loadWorld(join(dir, 'mine'));
      expect(world.steps.map(step => [...step.clusters.keys()])).toEqual([
        [name],
        [name],
      ]);
    },
  );

  it('reads what was done from the README', () => {
    write('mine/01-a/step.json', STEP);
    write('mine/01-a/aws/x/Y.json', {});
    write(
      'mine/README.md',
      '# mine: what it is about\n\n## 01-a\n\nDone: Something\nwas done.\n\nTruth:\n\n* x\n',
    );
    const world = loadWorld(join(dir, 'mine'));
    expect(world.title).toBe('what it is about');
    expect(world.steps[0].description).toBe('Something was done.');
  });

  it('says what is wrong with a folder that is no recording', () => {
    expect(() => loadWorld(join(dir, 'nowhere'))).toThrow('is not a folder');
    expect(() => loadWorld(dir)).toThrow(
      /holds no steps\. A recording is a folder of steps/,
    );
    write('mine/01-a/step.json', STEP);
    expect(() => loadWorld(join(dir, 'mine'))).toThrow(
      "neither a cluster's folder nor AWS'",
    );
    write('mine/01-a/aws/x/Y.json', '{"half":');
    expect(() => loadWorld(join(dir, 'mine'))).toThrow(
      /Y\.json cannot be read as JSON/,
    );
    write('mine/01-a/aws/x/Y.json', {});
    write('mine/01-a/step.json', { region: 'eu-west-1' });
    expect(() => loadWorld(join(dir, 'mine'))).toThrow(/recordedAt/);
    write('mine/01-a/step.json', STEP);
    write('mine/truth.json', { scenario: 7 });
    expect(() => loadWorld(join(dir, 'mine'))).toThrow(/is not a truth/);
  });

  it('takes a recording, or a folder of recordings', () => {
    write('mine/01-a/step.json', STEP);
    write('mine/01-a/aws/x/Y.json', {});
    write('yours/01-a/step.json', STEP);
    write('yours/01-a/aws/x/Y.json', {});
    write('notes/readme.txt', 'no recording');
    const names = (path: string) => loadWorlds(path).map(world => world.name);
    expect(names(dir)).toEqual(['mine', 'yours']);
    expect(names(join(dir, 'mine'))).toEqual(['mine']);
    expect(() => loadWorlds(join(dir, 'notes'))).toThrow(
      /is no recording and holds none/,
    );
  });
});
