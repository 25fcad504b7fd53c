import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AwsSource } from '@lbc-backstage/plugin-lbc-node';
import { generate } from 'lbc-sandbox';
import { RecordedSweeps } from '../correlation';
import { Calls, FleetProcess } from '../fleet';
import { BenchPortal, ROUND_MS } from '../portal';
import type { BenchSize } from '../sizes';
import { BenchEntities, benchEntities } from './benchEntities';
import { viewPage } from './viewPage';

/** A portal that has seen a scope twice. */
export interface ScopePortal {
  portal: BenchPortal;
  entities: BenchEntities;
  sweeps: RecordedSweeps;
  /** The calls of each round. */
  calls: Calls[];
  /** The product's own. */
  source: AwsSource;
}

/** Starts a portal with a catalog on a scope, and lets it sweep two rounds. */
export async function startScopePortal(options: {
  fleet: FleetProcess;
  size: BenchSize;
  seed: number;
  log: (line: string) => void;
}): Promise<ScopePortal> {
  const { fleet, size, seed, log } = options;
  const directory = mkdtempSync(join(tmpdir(), 'lbc-bench-catalog-'));
  const file = join(directory, 'entities.yaml');
  const entities = benchEntities({
    world: generate({ size: size.fleet, seed }),
    count: size.components,
  });
  writeFileSync(file, entities.yaml);
  const sweeps = new RecordedSweeps();
  let source: AwsSource | undefined;
  let portal: BenchPortal | undefined;
  try {
    log('Starting a portal, which sweeps the fleet');
    const first = await fleet.callsDuring(async () => {
      portal = await BenchPortal.start({
        fleet,
        entities: file,
        hooks: {
          ...sweeps.hooks,
          hasHealth: arn => sweeps.isUsedBy(arn, entities.loadBalancers),
          onAwsSource: own => {
            source = own;
          },
        },
      });
      await portal.idle();
    });
    if (!portal || !source) {
      throw new Error('The portal has no AWS source');
    }
    const started: BenchPortal = portal;
    log('Waiting for the catalog');
    await started.catalogHas(size.components);
    // What somebody looks at has its health read first.
    await viewPage({ portal: started, entities });
    log('Sweeping a second time');
    const second = await fleet.callsDuring(async () => {
      await fleet.advance(ROUND_MS);
      started.advance(ROUND_MS);
      await started.idle();
    });
    return {
      portal: started,
      entities,
      sweeps,
      source,
      calls: [first, second],
    };
  } catch (error) {
    await portal?.stop();
    throw error;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
