import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { generate } from '../generate';
import { packFiles, packWorld, unpackFiles, unpackWorld } from './archive';
import { archiveFile, bundledWorlds, loadBundledWorld } from './bundled';
import { loadWorld } from './loadWorld';
import { World, WorldStep } from './model';
import { packDirectory } from './packDirectory';
import { writeWorld } from './writeWorld';

const BUNDLED = join(__dirname, '..', '..', 'worlds');

/** A world as plain data, to be compared. */
function plain(world: World) {
  const files = (of: WorldStep['aws']) =>
    Object.fromEntries([...of.keys()].sort().map(key => [key, of.get(key)]));
  return {
    ...world,
    steps: world.steps.map(step => ({
      ...step,
      aws: files(step.aws),
      otherScopes: step.otherScopes?.map(scope => files(scope.aws)),
      clusters: [...step.clusters].map(([name, cluster]) => [
        name,
        cluster.folder,
        files(cluster.files),
      ]),
    })),
  };
}

describe('archives of worlds', () => {
  let dir: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'archive-'));
  });

  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  it.each(bundledWorlds())(
    'packs the recording of %s into the bytes that are bundled',
    name => {
      const bundled = readFileSync(join(BUNDLED, archiveFile(name)));
      const world = unpackWorld(bundled);
      writeWorld(world, dir);
      const recording = loadWorld(join(dir, name));
      expect(plain(recording)).toEqual(plain(world));
      expect(packWorld(recording).equals(bundled)).toBe(true);
    },
  );

  it('packs a folder of recordings, and what belongs to all of them', () => {
    writeWorld(loadBundledWorld('foreign'), dir);
    const packed = packDirectory({ from: dir, to: join(dir, 'out') });
    expect(packed.map(each => each.name)).toEqual(['foreign']);
    expect(readFileSync(packed[0].file)).toEqual(
      readFileSync(join(BUNDLED, archiveFile('foreign'))),
    );
    expect(() => packDirectory({ from: join(dir, 'out'), to: dir })).toThrow(
      'holds no recordings',
    );
  });

  it('keeps an answer that steps share once', () => {
    const world = loadBundledWorld('drift');
    const once = packWorld({ ...world, steps: world.steps.slice(0, 1) });
    const again = packWorld({
      ...world,
      steps: [world.steps[0], { ...world.steps[0], name: '02-same' }],
    });
    expect(again.length - once.length).toBeLessThan(1000);
  });

  it('packs a generated world with all of its scopes', () => {
    const world = generate({ size: 'S', seed: 3 });
    const [step] = world.steps;
    const extended: World = {
      ...world,
      steps: [{ ...step, otherScopes: [{ ...step, region: 'eu-north-1' }] }],
    };
    const unpacked = unpackWorld(packWorld(extended));
    expect(plain(unpacked).steps[0].clusters).toEqual(
      plain(extended).steps[0].clusters,
    );
    expect(unpacked.steps[0].otherScopes?.[0].region).toBe('eu-north-1');
    expect(unpacked.truth).toEqual(world.truth);
  });

  it('packs plain files', () => {
    const files = new Map([
      ['b', { x: 1 }],
      ['a/c', { y: null }],
    ]);
    const packed = packFiles(files);
    expect(unpackFiles(packed)).toEqual(files);
    expect(packFiles(new Map([...files].reverse())).equals(packed)).toBe(true);
  });

  it('refuses what is no archive', () => {
    expect(() => unpackWorld(packFiles(new Map()))).toThrow();
  });
});
