import { Fact, notModelled } from '../../facts';
import { BuildContext } from '../context';
import { obj, str } from '../parts/read';
import { refuse } from '../parts/refused';
import { ExpectedListener } from '../types';
import { Member, keyOf, listNamedBy } from './members';
import { isCidr } from '../parts/cidr';
import { mutualAuthenticationOf } from './mutualAuthentication';

/** What members ask of one port. */
export interface ListenPort {
  protocol: 'HTTP' | 'HTTPS';
  cidrs: string[];
  prefixLists: string[];
  sslPolicy?: string;
  /** Undefined for HTTP. */
  certificates?: Fact<Array<Fact<string>>>;
  mutualAuthentication?: ExpectedListener['mutualAuthentication'];
}

function protocols(member: Member, preferTls: boolean) {
  const value = member.annotations.json('listen-ports');
  const ports = new Map<number, 'HTTP' | 'HTTPS'>();
  if (value === undefined) {
    return preferTls ? ports.set(443, 'HTTPS') : ports.set(80, 'HTTP');
  }
  const wrong = (): never =>
    refuse('drift.refused.listen-ports', {
      annotation: member.annotations.nameOf('listen-ports'),
      owner: keyOf(member),
      value: member.annotations.text('listen-ports') ?? '',
    });
  if (!Array.isArray(value) || value.length === 0) {
    return wrong();
  }
  for (const entry of value) {
    for (const [protocol, port] of Object.entries(obj(entry) ?? wrong())) {
      if (
        (protocol !== 'HTTP' && protocol !== 'HTTPS') ||
        typeof port !== 'number' ||
        !Number.isInteger(port) ||
        port < 1 ||
        port > 65535
      ) {
        return wrong();
      }
      ports.set(port, protocol);
    }
  }
  return ports;
}

function certificatesOf(
  context: BuildContext,
  member: Member,
): Fact<Array<Fact<string>>> | undefined {
  const named = listNamedBy(member, ['certificateArn'], 'certificate-arn');
  if (named.length > 0) {
    return named;
  }
  const create = member.annotations.lenientBool('create-acm-cert');
  return create && context.settings.enableAcmCertificates
    ? [notModelled('certificate-creation')]
    : undefined;
}

/** `computeIngressListenPortConfigByPort`: what one member asks for. */
export function listenPortsOf(
  context: BuildContext,
  member: Member,
): Map<number, ListenPort> {
  const certificates = certificatesOf(context, member);
  const cidrs = listNamedBy(member, ['inboundCIDRs'], 'inbound-cidrs');
  const wrong = cidrs.find(cidr => !isCidr(cidr));
  if (wrong !== undefined) {
    refuse('drift.refused.cidr', { owner: keyOf(member), value: wrong });
  }
  const mutual = mutualAuthenticationOf(member);
  const prefixLists = listNamedBy(
    member,
    ['prefixListsIDs', 'PrefixListsIDs'],
    'security-group-prefix-lists',
  );
  const sslPolicy =
    str(member.params?.sslPolicy) || member.annotations.text('ssl-policy');
  const result = new Map<number, ListenPort>();
  for (const [port, protocol] of protocols(
    member,
    certificates !== undefined,
  )) {
    const shared = { protocol, cidrs, prefixLists };
    result.set(
      port,
      protocol === 'HTTP'
        ? shared
        : {
            ...shared,
            sslPolicy,
            certificates: certificates ?? notModelled('certificate-discovery'),
            mutualAuthentication: mutual.get(port),
          },
    );
  }
  return result;
}
