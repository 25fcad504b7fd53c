import { Fact, Reference } from '../../facts';
import { BuildContext } from '../context';
import { controllerName } from '../parts/names';
import { refuse } from '../parts/refused';
import {
  MANAGED_DESCRIPTION,
  MANAGED_SECURITY_GROUP,
  backendSecurityGroup,
  managedSecurityGroup,
  namedSecurityGroups,
  permission,
} from '../parts/securityGroups';
import { hasIpv6 } from '../parts/services';
import { ListenPort } from './listenPorts';
import { Member, groupOf } from './members';
import { tagsOfGroup } from './tags';

/** Groups of a load balancer, and the one that reaches the targets. */
export interface SecurityGroups {
  groups: Array<Fact<Reference | string>>;
  /** Undefined where the controller leaves the targets' groups alone. */
  backend: Reference | string | undefined;
}

function named(members: readonly Member[], suffix: string) {
  const lists = members.flatMap(({ annotations }) => {
    const names = annotations.list(suffix);
    return names ? [names] : [];
  });
  const other = lists.find(each => each.join(',') !== lists[0].join(','));
  return other
    ? refuse('drift.refused.conflict', {
        field: suffix,
        values: [lists[0].join(','), other.join(',')],
      })
    : lists[0] ?? [];
}

function manageRules(context: BuildContext, members: readonly Member[]) {
  const suffix = 'manage-backend-security-group-rules';
  const asked = members.flatMap(
    ({ annotations }) => annotations.bool(suffix) ?? [],
  );
  if (new Set(asked).size > 1) {
    refuse('drift.refused.conflict', {
      field: suffix,
      values: ['true', 'false'],
    });
  }
  return asked[0] ?? context.settings.enableManageBackendRules;
}

function ingressOf(
  ports: ReadonlyMap<number, ListenPort>,
  ipAddressType: string,
): Record<string, true> {
  const ingress: Record<string, true> = {};
  for (const [port, { cidrs, prefixLists }] of ports) {
    for (const source of [...cidrs, ...prefixLists]) {
      if (!source.includes(':') || hasIpv6(ipAddressType)) {
        ingress[permission('tcp', port, port, source)] = true;
      }
    }
  }
  return ingress;
}

/** `buildLoadBalancerSecurityGroups`: makes the managed group where none is named. */
export function buildSecurityGroups(options: {
  context: BuildContext;
  members: readonly Member[];
  ports: ReadonlyMap<number, ListenPort>;
  ipAddressType: string;
}): SecurityGroups {
  const { context, members, ports, ipAddressType } = options;
  const { settings, model } = context;
  const names = named(members, 'security-groups');
  if (names.length === 0) {
    model.securityGroups[MANAGED_SECURITY_GROUP] = {
      name: controllerName({
        ...groupOf(model.stack),
        hash: [context.clusterName, model.stack],
      }),
      description: MANAGED_DESCRIPTION,
      tags: tagsOfGroup(context, members),
      ingress: ingressOf(ports, ipAddressType),
    };
    const managed = managedSecurityGroup();
    const backend = settings.enableBackendSecurityGroup
      ? backendSecurityGroup(settings)
      : managed;
    return {
      groups: settings.enableBackendSecurityGroup
        ? [managed, backend]
        : [managed],
      backend,
    };
  }
  const groups = namedSecurityGroups(names);
  if (!manageRules(context, members)) {
    return { groups, backend: undefined };
  }
  if (!settings.enableBackendSecurityGroup) {
    refuse('drift.refused.backend-security-group-off');
  }
  const backend = backendSecurityGroup(settings);
  return { groups: [...groups, backend], backend };
}

/** Groups of the NLB in front: its own, or those of the load balancer behind. */
export function frontendGroups(
  members: readonly Member[],
): Array<Fact<string>> | undefined {
  const names = named(members, 'frontend-nlb-security-groups');
  return names.length > 0 ? namedSecurityGroups(names) : undefined;
}
