import { gzipSync } from 'node:zlib';
import type {
  AwsLoadBalancer,
  AwsTargetGroup,
  TargetGroupHealth,
} from '@lbc-backstage/plugin-lbc-common';
import type { ListReading } from '@lbc-backstage/plugin-lbc-node';
import type { SourceHooks } from '../portal';

/** One kind as a sweep read it; its items as the JSON that the store keeps. */
export interface RecordedKind
  extends Omit<ListReading<string, unknown>, 'items'> {
  /** When the sweep began. */
  sweptAt: string;
  json: string;
}

/** What the sweeps of one cluster or scope read. */
export interface RecordedTarget {
  /** Where it is a cluster: its name. */
  cluster?: string;
  scope?: { accountId: string; region: string };
  /** The latest sweep, and the one before it. */
  latest: RecordedKind[];
  before?: RecordedKind[];
}

/** What a detail job would keep of one stack, as the store would keep it. */
export interface RecordedStack {
  loadBalancerArn: string;
  observedAt: string;
  json: string;
}

/** All that is kept of what was read. */
export interface Recording {
  targets: RecordedTarget[];
  health: TargetGroupHealth[];
  /** Stacks that were read live; without them there is no drift to find. */
  stacks?: RecordedStack[];
}

/** Keeps what the product's own sources read, as the store would keep it. */
export class RecordedSweeps {
  readonly #targets = new Map<string, RecordedTarget>();
  #usedBy?: Map<string, readonly string[]>;

  /** All that was read. */
  get targets(): RecordedTarget[] {
    return [...this.#targets.values()];
  }

  /** The target groups of a scope that are in use, as they were read last. */
  targetGroups(): AwsTargetGroup[] {
    return this.targets
      .flatMap(({ latest }) => latest)
      .filter(({ kind }) => kind === 'targetGroups')
      .flatMap(({ json }): AwsTargetGroup[] => JSON.parse(json))
      .filter(({ loadBalancerArns }) => loadBalancerArns.length > 0);
  }

  /** The load balancers of a scope, as they were read last. */
  loadBalancerArns(): string[] {
    return this.targets
      .flatMap(({ latest }) => latest)
      .filter(({ kind }) => kind === 'loadBalancers')
      .flatMap(({ json }): AwsLoadBalancer[] => JSON.parse(json))
      .map(({ arn }) => arn);
  }

  /** Whether a target group is behind one of these load balancers. */
  isUsedBy(targetGroupArn: string, loadBalancerArns: readonly string[]) {
    this.#usedBy ??= new Map(
      this.targetGroups().map(each => [each.arn, each.loadBalancerArns]),
    );
    return Boolean(
      this.#usedBy
        .get(targetGroupArn)
        ?.some(arn => loadBalancerArns.includes(arn)),
    );
  }

  /** Bytes of the latest sweeps, compressed as the store has them. */
  get gzipBytes(): number {
    return this.targets
      .flatMap(({ latest }) => latest)
      .reduce((sum, { json }) => sum + gzipSync(json).length, 0);
  }

  get hooks(): SourceHooks {
    return {
      kubernetes: (cluster, readings) =>
        this.#record(`cluster:${cluster}`, { cluster }, readings),
      aws: (scope, readings) =>
        this.#record(`scope:${scope.id}`, { scope }, readings),
    };
  }

  async *#record<T extends ListReading<string, unknown>>(
    id: string,
    target: Pick<RecordedTarget, 'cluster' | 'scope'>,
    readings: AsyncIterable<T>,
  ): AsyncGenerator<T> {
    const latest: RecordedKind[] = [];
    let sweptAt: string | undefined;
    for await (const reading of readings) {
      const { items, ...rest } = reading;
      sweptAt ??= reading.attemptedAt;
      latest.push({ ...rest, sweptAt, json: JSON.stringify([...items]) });
      yield reading;
    }
    const before = this.#targets.get(id)?.latest;
    this.#targets.set(id, { ...target, latest, ...(before && { before }) });
  }
}
