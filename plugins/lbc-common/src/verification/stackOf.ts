import type { StackOverlay } from '../inventory/workloads';
import type { SubjectOwner } from '../inventory/subject';
import type { BaselineObjects } from './gather';
import type { BaselineStack } from './types';

/** Where a target group's targets are Pods, their addresses are the endpoints'. */
function readyEndpointsOf({
  detail,
  services,
  workloads,
}: StackOverlay): Record<string, string[]> | undefined {
  if (!workloads || workloads.notRead.length > 0) {
    return undefined;
  }
  const ready: Record<string, string[]> = {};
  for (const { targetGroup, health } of detail.targetGroups ?? []) {
    if (targetGroup.targetType !== 'ip' || !health) {
      continue;
    }
    const behind = services.filter(
      ({ targetGroupArn }) => targetGroupArn === targetGroup.arn,
    );
    // Endpoints are read without their ports; all targets of one have the same,
    // or it cannot be told which one an address has.
    const ports = new Set(health.targets.map(({ port }) => port));
    if (behind.length === 0 || ports.size > 1) {
      continue;
    }
    const port = [...ports][0] ?? targetGroup.port;
    const addresses = workloads.endpoints
      .filter(
        endpoint =>
          endpoint.ready === true &&
          behind.some(
            ({ namespace, name }) =>
              namespace === endpoint.namespace && name === endpoint.service,
          ),
      )
      .map(({ address }) =>
        port === undefined ? address : `${address}:${port}`,
      );
    ready[targetGroup.name] = [...new Set(addresses)].sort();
  }
  return ready;
}

/**
 * One stack as a baseline keeps it, of what a detail job read of it and what
 * its cluster's snapshot has.
 * @public
 */
export function baselineStackOf(options: {
  subjectId: string;
  loadBalancer: { arn: string; name: string; dnsName: string };
  owners: ReadonlyArray<Pick<SubjectOwner, 'kind' | 'namespace' | 'name'>>;
  overlay: StackOverlay;
  /** Absent where its cluster was not read. */
  objects?: BaselineObjects;
}): BaselineStack {
  const { subjectId, loadBalancer, owners, overlay, objects } = options;
  const { detail, services } = overlay;
  const readyEndpoints = readyEndpointsOf(overlay);
  return {
    subjectId,
    loadBalancerArn: loadBalancer.arn,
    name: loadBalancer.name,
    dnsName: detail.loadBalancer?.dnsName ?? loadBalancer.dnsName,
    detail,
    owners: objects?.owners(owners) ?? [],
    ...(objects && { inputs: objects.inputs({ owners, services }) }),
    ...(readyEndpoints && { readyEndpoints }),
  };
}
