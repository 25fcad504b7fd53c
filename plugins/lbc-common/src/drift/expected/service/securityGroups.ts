import { ServiceObject } from '../../../inventory/objects';
import { Fact, Reference, isNotModelled, notModelled } from '../../facts';
import { BuildContext } from '../context';
import { AnnotationReader } from '../parts/annotations';
import { controllerName } from '../parts/names';
import { refuse } from '../parts/refused';
import {
  MANAGED_DESCRIPTION,
  MANAGED_SECURITY_GROUP,
  backendSecurityGroup,
  managedSecurityGroup,
  namedSecurityGroups,
  pathMtuPermission,
  permission,
} from '../parts/securityGroups';
import { serviceTags } from './reader';

/** What the groups of an NLB are; without any it has none of its own. */
export interface NlbSecurityGroups {
  groups: Fact<Array<Fact<Reference | string>>> | undefined;
  backend: Reference | string | undefined;
}

function cidrsOf(
  service: ServiceObject,
  reader: AnnotationReader,
  isDualstack: boolean,
  hasPrefixLists: boolean,
): string[] {
  const ofSpec = service.spec?.loadBalancerSourceRanges ?? [];
  const cidrs =
    ofSpec.length > 0
      ? ofSpec
      : reader.list('load-balancer-source-ranges') ?? [];
  const v6 = cidrs.find(cidr => cidr.includes(':'));
  if (v6 !== undefined && !isDualstack) {
    refuse('drift.refused.ipv6-range', { value: v6 });
  }
  if (cidrs.length > 0 || hasPrefixLists) {
    return cidrs;
  }
  return isDualstack ? ['0.0.0.0/0', '::/0'] : ['0.0.0.0/0'];
}

function ingressOf(
  service: ServiceObject,
  reader: AnnotationReader,
  ipAddressType: string,
): Record<string, true> {
  const prefixLists = reader.list(
    'aws-load-balancer-security-group-prefix-lists',
  );
  const cidrs = cidrsOf(
    service,
    reader,
    ipAddressType === 'dualstack',
    prefixLists !== undefined,
  );
  const withIcmp =
    reader.text('aws-load-balancer-enable-icmp-for-path-mtu-discovery') ===
    'on';
  const ingress: Record<string, true> = {};
  for (const { port = 0, protocol = 'TCP' } of service.spec?.ports ?? []) {
    for (const source of [...cidrs, ...(prefixLists ?? [])]) {
      ingress[permission(protocol.toLowerCase(), port, port, source)] = true;
    }
    if (withIcmp) {
      cidrs.forEach(cidr => {
        ingress[pathMtuPermission(cidr)] = true;
      });
    }
  }
  return ingress;
}

/** `buildLoadBalancerSecurityGroups` of a Service. */
export function nlbSecurityGroups(options: {
  context: BuildContext;
  service: ServiceObject;
  reader: AnnotationReader;
  ipAddressType: string;
}): NlbSecurityGroups {
  const { context, service, reader, ipAddressType } = options;
  const { settings, existing, model } = context;
  const isOff =
    reader.bool('aws-load-balancer-disable-nlb-sg') === true ||
    !settings.nlbSecurityGroups;
  if (existing === undefined) {
    // One that was made without any never gets some.
    return {
      groups: notModelled('existing-load-balancer'),
      backend: undefined,
    };
  }
  if (existing !== 'none' && existing.securityGroups.length === 0) {
    return { groups: undefined, backend: undefined };
  }
  if (isOff) {
    return existing === 'none'
      ? { groups: undefined, backend: undefined }
      : refuse('drift.refused.security-groups-off');
  }
  const names = reader.list('aws-load-balancer-security-groups') ?? [];
  if (names.length === 0) {
    const { namespace, name, uid } = service.metadata;
    model.securityGroups[MANAGED_SECURITY_GROUP] = {
      name: controllerName({
        namespace,
        name,
        hash: [context.clusterName, name, namespace, uid],
      }),
      description: MANAGED_DESCRIPTION,
      tags: serviceTags(context, reader),
      ingress: ingressOf(service, reader, ipAddressType),
    };
    const managed = managedSecurityGroup();
    return settings.enableBackendSecurityGroup
      ? {
          groups: [managed, backendSecurityGroup(settings)],
          backend: backendSecurityGroup(settings),
        }
      : { groups: [managed], backend: managed };
  }
  const groups: Array<Fact<Reference | string>> = namedSecurityGroups(names);
  const isManaged =
    reader.bool('aws-load-balancer-manage-backend-security-group-rules') ??
    settings.enableManageBackendRules;
  if (isManaged && !settings.enableBackendSecurityGroup) {
    refuse('drift.refused.backend-security-group-off');
  }
  const backend = isManaged ? backendSecurityGroup(settings) : undefined;
  if (backend !== undefined) {
    groups.push(backend);
  }
  return { groups: groups.find(isNotModelled) ?? groups, backend };
}
