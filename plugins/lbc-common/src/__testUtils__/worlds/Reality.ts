import {
  AwsLoadBalancer,
  AwsTargetGroup,
  KubernetesKindName,
  KubernetesObjects,
  ManagedSecurityGroup,
  TargetHealth,
} from '../../inventory';
import { Tags } from '../../identity/tags';
import { FOREVER, Span, isAt, timeOf } from './time';

export const ACCOUNT = '123456789012';
export const REGION = 'eu-central-1';

/** The Region of an ARN. */
export function regionOf(arn: string): string {
  return arn.split(':')[3];
}

/** A cluster that exists, whether or not the portal knows it. */
export interface RealCluster {
  id: number;
  /** UID of its kube-system namespace. */
  uid: string;
  /** Its controller's `--cluster-name`. */
  tag: string;
  vpcId: string;
  region: string;
  createdAt: number;
  /** While a pod of its controller runs. */
  controller: Span;
  /** When it was deleted, in EKS too. */
  goneAt?: number;
}

interface RealObject extends Span {
  namespace: string;
  body: KubernetesObjects[KubernetesKindName];
}

interface Attached<T> extends Span {
  arn: string;
  body: T;
}

/** Targets of a target group; `ids` are addresses, which change with the minute where they change. */
export interface RealTargets extends Span {
  arn: string;
  at(minute: number): TargetHealth[];
}

/** Who needs a resource: the truth that verdicts are held against. */
export interface Hold extends Span {
  arn: string;
  /** A cluster's object, infrastructure code, or a person. */
  by: RealCluster | 'infrastructure' | 'hand';
}

/**
 * What there is: clusters with their objects, and AWS, each thing with the time
 * that it exists. Who needs what is written down by whoever makes it; nothing
 * here is derived by the code under test.
 */
export class Reality {
  readonly clusters: RealCluster[] = [];
  readonly loadBalancers: Array<Attached<AwsLoadBalancer>> = [];
  readonly targetGroups: Array<Attached<AwsTargetGroup>> = [];
  readonly securityGroups: Array<Attached<ManagedSecurityGroup>> = [];
  readonly tags: Array<Attached<Tags>> = [];
  readonly targets: RealTargets[] = [];
  readonly holds: Hold[] = [];
  /** Addresses of pods, by address. */
  readonly pods = new Map<string, RealCluster>();
  readonly #objects = new Map<string, RealObject[]>();
  #count = 0;

  /** A number that this world has not used. */
  next(): number {
    this.#count += 1;
    return this.#count;
  }

  addCluster(options: Omit<RealCluster, 'id' | 'uid'>): RealCluster {
    const id = this.clusters.length;
    const cluster = { ...options, id, uid: `uid-of-cluster-${id}` };
    this.clusters.push(cluster);
    return cluster;
  }

  /** The Regions that there is anything in, the usual one first. */
  get regions(): string[] {
    return [...new Set([REGION, ...this.clusters.map(({ region }) => region)])];
  }

  addObject<K extends KubernetesKindName>(
    cluster: RealCluster,
    kind: K,
    body: KubernetesObjects[K],
    span: Span = { from: -FOREVER, to: FOREVER },
  ): void {
    const key = `${cluster.id}/${kind}`;
    const { namespace } = body.metadata;
    const object = { ...span, namespace, body };
    const list = this.#objects.get(key);
    if (list) {
      list.push(object);
    } else {
      this.#objects.set(key, [object]);
    }
  }

  /** Makes a namespace Terminating from a minute on, until it is gone. */
  endNamespace(cluster: RealCluster, name: string, { from, to }: Span): void {
    const found = this.#objects
      .get(`${cluster.id}/namespaces`)
      ?.find(({ body }) => body.metadata.name === name);
    if (found) {
      found.to = from;
      const metadata = {
        ...found.body.metadata,
        deletionTimestamp: timeOf(from),
      };
      const body = { metadata, status: { phase: 'Terminating' } };
      this.addObject(cluster, 'namespaces', body, { from, to });
    }
  }

  /** Objects of one kind at one time. */
  objectsAt(
    cluster: RealCluster,
    kind: KubernetesKindName,
    minute: number,
  ): Array<{ namespace: string; body: RealObject['body'] }> {
    return (this.#objects.get(`${cluster.id}/${kind}`) ?? []).filter(each =>
      isAt(each, minute),
    );
  }

  /** Whether AWS has a load balancer at a time. */
  exists(arn: string, minute: number): boolean {
    return this.loadBalancers.some(
      each => each.arn === arn && isAt(each, minute),
    );
  }
}
