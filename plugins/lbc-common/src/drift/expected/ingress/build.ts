import { IngressObject } from '../../../inventory/objects';
import { isNotModelled } from '../../facts';
import { BuildContext } from '../context';
import { parseInt32 } from '../parts/annotations';
import { Json, str } from '../parts/read';
import { agreed, refuse } from '../parts/refused';
import { buildAddOns } from './addOns';
import { buildFrontendNlb } from './frontendNlb';
import { buildListeners } from './listeners';
import { ListenPort, listenPortsOf } from './listenPorts';
import { buildLoadBalancer } from './loadBalancer';
import { Member, keyOf, memberOf, sortMembers } from './members';
import { mergeListenPort } from './mergePorts';
import { buildSecurityGroups } from './securityGroups';

/** The HTTPS port that plain HTTP is sent to, where one is named. */
function sslRedirectOf(
  members: readonly Member[],
  ports: ReadonlyMap<number, ListenPort>,
): number | undefined {
  const named = members.flatMap(({ params, annotations }) => {
    const ofClass = str(params?.sslRedirectPort);
    if (!ofClass) {
      return annotations.int('ssl-redirect') ?? [];
    }
    return (
      parseInt32(ofClass) ??
      refuse('drift.refused.not-number', {
        annotation: 'sslRedirectPort',
        value: ofClass,
      })
    );
  });
  const port = agreed(named.map(String), 'ssl-redirect');
  if (port === undefined) {
    return undefined;
  }
  return ports.get(Number(port))?.protocol === 'HTTPS'
    ? Number(port)
    : refuse('drift.refused.ssl-redirect', { port });
}

/** `defaultModelBuildTask.run` of `pkg/ingress/model_builder.go` at v3.5.0. */
export function buildIngressModel(
  context: BuildContext,
  ingresses: ReadonlyArray<{ ingress: IngressObject; params?: Json }>,
): void {
  const members = sortMembers(
    ingresses.map(({ ingress, params }) => memberOf(ingress, params)),
  );
  const asks = new Map<number, Array<{ owner: string; value: ListenPort }>>();
  const membersByPort = new Map<number, Member[]>();
  const portsByMember = new Map<Member, number[]>();
  for (const member of members) {
    const own = listenPortsOf(context, member);
    portsByMember.set(member, [...own.keys()]);
    for (const [port, value] of own) {
      const owner = keyOf(member);
      asks.set(port, [...(asks.get(port) ?? []), { owner, value }]);
      membersByPort.set(port, [...(membersByPort.get(port) ?? []), member]);
    }
  }
  const ports = new Map(
    [...asks].map(([port, all]): [number, ListenPort] => [
      port,
      mergeListenPort(context, port, all),
    ]),
  );
  const loadBalancer = buildLoadBalancer(context, members);
  const { ipAddressType } = loadBalancer;
  const securityGroups = buildSecurityGroups({
    context,
    members,
    ports,
    ipAddressType,
  });
  loadBalancer.securityGroups =
    securityGroups.groups.find(isNotModelled) ?? securityGroups.groups;
  context.model.loadBalancers.LoadBalancer = loadBalancer;
  buildListeners({
    shared: { context, securityGroups, ipAddressType },
    ports,
    membersByPort,
    sslRedirect: sslRedirectOf(members, ports),
  });
  buildAddOns(context, members);
  buildFrontendNlb({ context, members, loadBalancer, portsByMember });
}
