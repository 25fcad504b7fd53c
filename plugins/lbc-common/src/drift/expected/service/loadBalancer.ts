import { ServiceObject } from '../../../inventory/objects';
import { Fact, isNotModelled, notModelled } from '../../facts';
import { BuildContext } from '../context';
import { AnnotationReader } from '../parts/annotations';
import { controllerName } from '../parts/names';
import { merged } from '../parts/read';
import { oneOf, refuse } from '../parts/refused';
import { keptSubnets, namedSubnets } from '../parts/subnets';
import { ExpectedLoadBalancer, ExpectedSubnet } from '../types';
import { capacityUnits } from '../ingress/loadBalancer';
import { serviceTags } from './reader';
import { NlbSecurityGroups, nlbSecurityGroups } from './securityGroups';

const PREFIX = 'aws-load-balancer-';
const SCHEMES = ['internet-facing', 'internal'] as const;
const POLICY = 'dns_record.client_routing_policy';

/** A Service that names no scheme keeps the one that it has. */
function schemeOf(
  { existing, settings }: BuildContext,
  reader: AnnotationReader,
): Fact<string> {
  const named = reader.text(`${PREFIX}scheme`);
  if (named !== undefined) {
    return oneOf(named, SCHEMES, reader.nameOf(`${PREFIX}scheme`));
  }
  const internal = reader.bool(`${PREFIX}internal`);
  if (internal !== undefined) {
    return internal ? 'internal' : 'internet-facing';
  }
  if (existing === undefined) {
    return notModelled('existing-load-balancer');
  }
  return existing === 'none'
    ? settings.defaultScheme
    : existing.scheme ?? notModelled('existing-load-balancer');
}

function nameOf(
  context: BuildContext,
  service: ServiceObject,
  reader: AnnotationReader,
  scheme: Fact<string>,
): Fact<string> {
  const name = reader.text(`${PREFIX}name`);
  if (name !== undefined) {
    return name.length > 32
      ? refuse('drift.refused.name-too-long', { name })
      : name;
  }
  const { namespace, name: ownName, uid } = service.metadata;
  return isNotModelled(scheme)
    ? scheme
    : controllerName({
        namespace,
        name: ownName,
        hash: [context.clusterName, uid, scheme],
      });
}

function attributesOf(reader: AnnotationReader): Record<string, string> {
  const named = reader.map(`${PREFIX}attributes`) ?? {};
  const policy = named[POLICY];
  if (policy !== undefined) {
    oneOf(
      policy,
      [
        'any_availability_zone',
        'partial_availability_zone_affinity',
        'availability_zone_affinity',
      ],
      POLICY,
    );
  }
  const specific: Record<string, string> = {};
  if (reader.bool(`${PREFIX}access-log-enabled`)) {
    specific['access_logs.s3.enabled'] = 'true';
    const bucket = reader.text(`${PREFIX}access-log-s3-bucket-name`);
    const prefix = reader.text(`${PREFIX}access-log-s3-bucket-prefix`);
    if (bucket !== undefined) {
      specific['access_logs.s3.bucket'] = bucket;
    }
    if (prefix !== undefined) {
      specific['access_logs.s3.prefix'] = prefix;
    }
  }
  const crossZone = reader.bool(`${PREFIX}cross-zone-load-balancing-enabled`);
  if (crossZone !== undefined) {
    specific['load_balancing.cross_zone.enabled'] = String(crossZone);
  }
  return merged(specific, named);
}

const ADDRESSES = [
  {
    suffix: 'eip-allocations',
    field: 'allocationId',
    needs: 'internet-facing',
  },
  {
    suffix: 'private-ipv4-addresses',
    field: 'privateIpv4Address',
    needs: 'internal',
  },
  { suffix: 'ipv6-addresses', field: 'ipv6Address', needs: 'dualstack' },
  {
    suffix: 'source-nat-ipv6-prefixes',
    field: 'sourceNatIpv6Prefix',
    needs: 'dualstack',
  },
] as const;

function subnetsOf(
  context: BuildContext,
  reader: AnnotationReader,
  scheme: Fact<string>,
  ipAddressType: string,
): Fact<Record<string, ExpectedSubnet>> | undefined {
  const names = reader.list(`${PREFIX}subnets`);
  const subnets = names ? namedSubnets(names) : keptSubnets(context, scheme);
  let result = subnets;
  for (const { suffix, field, needs } of ADDRESSES) {
    const values = reader.list(`${PREFIX}${suffix}`);
    if (values) {
      const isAllowed = needs === ipAddressType || needs === scheme;
      if (!isAllowed && !(needs !== 'dualstack' && isNotModelled(scheme))) {
        refuse('drift.refused.addresses', {
          annotation: reader.nameOf(`${PREFIX}${suffix}`),
          needs,
        });
      }
      if (names && names.length !== values.length) {
        refuse('drift.refused.subnet-count', {
          field: reader.nameOf(`${PREFIX}${suffix}`),
        });
      }
      if (result === undefined) {
        result = notModelled('subnet-addresses');
      } else if (!isNotModelled(result)) {
        // Addresses are paired with subnets by their ranges, EIPs in order.
        const isOrdered =
          field === 'allocationId' || field === 'sourceNatIpv6Prefix';
        result = Object.fromEntries(
          Object.entries(result).map(([id, subnet], index) => [
            id,
            {
              ...subnet,
              [field]: isOrdered
                ? values[index]
                : notModelled('subnet-addresses'),
            },
          ]),
        );
      }
    }
  }
  return result;
}

/** `buildLoadBalancerSpec` of a Service, and the groups that it made. */
export function buildNlb(
  context: BuildContext,
  service: ServiceObject,
  reader: AnnotationReader,
): { loadBalancer: ExpectedLoadBalancer; securityGroups: NlbSecurityGroups } {
  const scheme = schemeOf(context, reader);
  const ipAddressType = oneOf(
    reader.text(`${PREFIX}ip-address-type`) ?? 'ipv4',
    ['ipv4', 'dualstack'],
    reader.nameOf(`${PREFIX}ip-address-type`),
  );
  const securityGroups = nlbSecurityGroups({
    context,
    service,
    reader,
    ipAddressType,
  });
  const sourceNat = reader.text(`${PREFIX}enable-prefix-for-ipv6-source-nat`);
  const inbound = reader.text(
    `${PREFIX}inbound-sg-rules-on-private-link-traffic`,
  );
  const suffix = `${PREFIX}minimum-load-balancer-capacity`;
  const subnets = subnetsOf(context, reader, scheme, ipAddressType);
  return {
    securityGroups,
    loadBalancer: {
      name: nameOf(context, service, reader, scheme),
      type: 'network',
      scheme,
      ipAddressType,
      enablePrefixForIpv6SourceNat:
        sourceNat === undefined
          ? 'off'
          : oneOf(
              sourceNat,
              ['on', 'off'],
              reader.nameOf(`${PREFIX}enable-prefix-for-ipv6-source-nat`),
            ),
      subnets,
      securityGroups: securityGroups.groups,
      inboundRulesOnPrivateLink:
        inbound === undefined
          ? undefined
          : oneOf(
              inbound,
              ['on', 'off'],
              reader.nameOf(
                `${PREFIX}inbound-sg-rules-on-private-link-traffic`,
              ),
            ),
      minimumCapacity: context.settings.capacityReservation
        ? capacityUnits(reader.map(suffix) ?? {}, reader.nameOf(suffix))
        : undefined,
      attributes: attributesOf(reader),
      tags: serviceTags(context, reader),
    },
  };
}
