import { JsonObject, JsonValue, World, WorldStep } from 'lbc-sandbox';
import {
  AwsLoadBalancer,
  AwsResourceTags,
  ManagedSecurityGroup,
  AwsTargetGroup,
  ClusterSnapshot,
  KUBERNETES_KINDS,
  KindSnapshot,
  KubernetesKind,
  KubernetesKindName,
  ScopeSnapshot,
  TargetGroupHealth,
  TargetIdentities,
} from '../inventory';

/**
 * Recordings as the domain sees them, without a wire: what a complete sweep of a
 * step would have kept. The sources' own projection is tested over the wire.
 */

function obj(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

function list(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.map(obj) : [];
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function specChangedAt(metadata: JsonObject): string | undefined {
  return list(metadata.managedFields)
    .filter(
      entry => entry.subresource !== 'status' && entry.manager !== 'controller',
    )
    .map(entry => text(entry.time))
    .sort()
    .pop();
}

function project(item: JsonObject): JsonObject {
  const { managedFields, ...metadata } = obj(item.metadata);
  const changed = specChangedAt({ managedFields });
  return {
    ...item,
    metadata: {
      namespace: '',
      uid: '',
      ...metadata,
      ...(changed && { specChangedAt: changed }),
    },
  };
}

/** Makes a kind's snapshot look like one of a complete sweep. */
function complete<T>(items: readonly T[], at: string): KindSnapshot<T> {
  return {
    coverage: 'complete',
    items,
    sweptAt: at,
    observedAt: at,
    attemptedAt: at,
    serverTime: at,
  };
}

function pathsOf({ group, versions, plural }: KubernetesKind): string[] {
  return versions.map(version =>
    group ? `apis/${group}/${version}/${plural}` : `api/${version}/${plural}`,
  );
}

/** The event of a Lease that was renewed at the recording is kept up. */
function renewed(item: JsonObject, recordedAt: string, at: string): JsonObject {
  const spec = obj(item.spec);
  const age =
    Date.parse(recordedAt) - Date.parse(text(spec.renewTime) || '1970-01-01');
  return age < Number(spec.leaseDurationSeconds ?? 15) * 1000
    ? { ...item, spec: { ...spec, renewTime: at } }
    : item;
}

/** What a sweep at `at` would keep of one cluster at one step. */
export function clusterOfStep(options: {
  step: WorldStep;
  name: string;
  at: string;
}): ClusterSnapshot {
  const { step, name, at } = options;
  const cluster = step.clusters.get(name);
  if (!cluster) {
    throw new Error(`${step.name} has no cluster ${name}`);
  }
  const recordedAt =
    step.recordedAtByFolder?.[cluster.folder] ?? step.recordedAt;
  const kinds: Partial<Record<KubernetesKindName, KindSnapshot<unknown>>> = {};
  for (const [kindName, kind] of Object.entries(KUBERNETES_KINDS) as Array<
    [KubernetesKindName, KubernetesKind]
  >) {
    const path = pathsOf(kind).find(each => cluster.files.has(each));
    if (path) {
      const items = list(obj(cluster.files.get(path)).items)
        .map(project)
        .map(item =>
          kindName === 'leases' ? renewed(item, recordedAt, at) : item,
        )
        .map(item =>
          kindName === 'events'
            ? { ...item, source: text(obj(item.source).component) }
            : item,
        );
      kinds[kindName] = complete(items, at);
    } else if (kind.custom) {
      kinds[kindName] = { ...complete([], at), coverage: 'absent' };
    }
  }
  const kubeSystem = (
    (kinds.namespaces?.items ?? []) as Array<{
      metadata: { name: string; uid: string };
    }>
  ).find(({ metadata }) => metadata.name === 'kube-system');
  return {
    cluster: name,
    uid: kubeSystem?.metadata.uid,
    kinds: kinds as ClusterSnapshot['kinds'],
  };
}

function loadBalancer(item: JsonObject): AwsLoadBalancer {
  const state = obj(item.State);
  return {
    arn: text(item.LoadBalancerArn),
    name: text(item.LoadBalancerName),
    dnsName: text(item.DNSName),
    type: text(item.Type) as AwsLoadBalancer['type'],
    scheme: text(item.Scheme),
    vpcId: text(item.VpcId),
    state: {
      code: text(state.Code),
      ...(state.Reason !== undefined && { reason: text(state.Reason) }),
    },
    createdAt: new Date(text(item.CreatedTime)).toISOString(),
    ipAddressType: text(item.IpAddressType),
    availabilityZones: list(item.AvailabilityZones).map(zone => ({
      zoneName: text(zone.ZoneName),
      subnetId: text(zone.SubnetId),
    })),
    securityGroups: (Array.isArray(item.SecurityGroups)
      ? item.SecurityGroups
      : []
    ).map(text),
  };
}

function targetGroup(item: JsonObject): AwsTargetGroup {
  return {
    arn: text(item.TargetGroupArn),
    name: text(item.TargetGroupName),
    protocol: text(item.Protocol),
    port: Number(item.Port),
    vpcId: text(item.VpcId),
    targetType: text(item.TargetType),
    loadBalancerArns: (Array.isArray(item.LoadBalancerArns)
      ? item.LoadBalancerArns
      : []
    ).map(text),
  };
}

function tagsOf(item: JsonObject): AwsResourceTags {
  return {
    arn: text(item.ResourceArn),
    tags: Object.fromEntries(
      list(item.Tags).map(tag => [text(tag.Key), text(tag.Value)]),
    ),
  };
}

/** What a sweep at `at` would keep of the step's AWS scope. */
export function scopeOfStep(step: WorldStep, at: string): ScopeSnapshot {
  const file = (operation: string) => obj(step.aws.get(`elbv2/${operation}`));
  const health = new Map<string, TargetGroupHealth>();
  for (const [arn, answer] of Object.entries(file('DescribeTargetHealth'))) {
    health.set(arn, {
      targetGroupArn: arn,
      observedAt: at,
      targets: list(obj(answer).TargetHealthDescriptions).map(each => {
        const target = obj(each.Target);
        const state = obj(each.TargetHealth);
        return {
          id: text(target.Id),
          port: Number(target.Port),
          state: text(state.State),
          ...(state.Reason !== undefined && { reason: text(state.Reason) }),
        };
      }),
    });
  }
  return {
    accountId: step.accountId,
    region: step.region,
    kinds: {
      loadBalancers: complete(
        list(file('DescribeLoadBalancers').LoadBalancers).map(loadBalancer),
        at,
      ),
      targetGroups: complete(
        list(file('DescribeTargetGroups').TargetGroups).map(targetGroup),
        at,
      ),
      tags: complete(
        list(file('DescribeTags').TagDescriptions).map(tagsOf),
        at,
      ),
    },
    health,
  };
}

/** What a sweep at `at` would keep of the step's security groups, where EC2 is on. */
export function securityGroupsOfStep(
  step: WorldStep,
  at: string,
): KindSnapshot<ManagedSecurityGroup> {
  const file = obj(step.aws.get('ec2/DescribeSecurityGroups'));
  return complete(
    list(file.SecurityGroups)
      .map(group => ({
        arn: text(group.SecurityGroupArn),
        id: text(group.GroupId),
        name: text(group.GroupName),
        vpcId: text(group.VpcId),
        tags: Object.fromEntries(
          list(group.Tags).map(tag => [text(tag.Key), text(tag.Value)]),
        ),
      }))
      .filter(({ tags }) =>
        Object.keys(tags).some(key => /k8s\.aws/.test(key)),
      ),
    at,
  );
}

/** What a detail job would find of targets: Pods by their IP, Nodes by id. */
export function identitiesOfStep(options: {
  step: WorldStep;
  name: string;
  targetIds: readonly string[];
  at: string;
}): TargetIdentities {
  const { step, name, targetIds, at } = options;
  const files = step.clusters.get(name)?.files;
  const found: TargetIdentities['found'] = {};
  for (const pod of list(obj(files?.get('api/v1/pods')).items)) {
    const ip = text(obj(pod.status).podIP);
    if (targetIds.includes(ip)) {
      const metadata = obj(pod.metadata);
      found[ip] = {
        kind: 'Pod',
        namespace: text(metadata.namespace),
        name: text(metadata.name),
      };
    }
  }
  for (const node of list(obj(files?.get('api/v1/nodes')).items)) {
    const id = text(obj(node.spec).providerID).split('/').pop() ?? '';
    if (targetIds.includes(id)) {
      found[id] = { kind: 'Node', name: text(obj(node.metadata).name) };
    }
  }
  const kubeSystem = list(obj(files?.get('api/v1/namespaces')).items)
    .map(({ metadata }) => obj(metadata))
    .find(metadata => metadata.name === 'kube-system');
  return {
    observedAt: at,
    coverage: 'complete',
    ...(kubeSystem && { clusterUid: text(kubeSystem.uid) }),
    found,
  };
}

/** The names of a step's clusters. */
export function clustersOfWorld(world: World): string[] {
  return [...new Set(world.steps.flatMap(step => [...step.clusters.keys()]))];
}
