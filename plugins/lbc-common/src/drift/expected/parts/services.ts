import { ServiceObject, ServicePort } from '../../../inventory/objects';
import { parseInt32 } from './annotations';
import { refuse } from './refused';

/** A port by its number or its name, as `intstr.Parse` tells them apart. */
export function portOf(text: string | number): string | number {
  return typeof text === 'number' ? text : parseInt32(text) ?? text;
}

/** `k8s.LookupServicePort`: by name or by number. */
export function lookupPort(
  service: ServiceObject,
  port: string | number,
): ServicePort {
  const found = service.spec?.ports?.find(each =>
    typeof port === 'number' ? each.port === port : (each.name ?? '') === port,
  );
  return (
    found ??
    refuse('drift.refused.service-port-missing', {
      namespace: service.metadata.namespace,
      name: service.metadata.name,
      port: String(port),
    })
  );
}

/** A target group's port; it is not in the way of the traffic. */
export function targetGroupPort(targetType: string, port: ServicePort): number {
  if (targetType === 'instance') {
    return port.nodePort ?? 0;
  }
  const target = port.targetPort ?? port.port ?? 0;
  return typeof target === 'number' ? target : 1;
}

/** Where targets listen: what a binding lets in. */
export function targetPort(
  targetType: string,
  port: ServicePort,
): string | number {
  return targetType === 'instance'
    ? port.nodePort ?? 0
    : port.targetPort ?? port.port ?? 0;
}

/** A target group without a port is refused. */
export function checkTargetGroupPort(port: number, targetType: string): void {
  if (port === 0) {
    refuse(
      targetType === 'ip'
        ? 'drift.refused.no-port-ip'
        : 'drift.refused.no-port-instance',
    );
  }
}

/** A health check's port; a name is looked up in the Service. */
export function healthCheckPort(options: {
  raw: string | undefined;
  service: ServiceObject;
  targetType: string;
}): string {
  const { raw, service, targetType } = options;
  if (raw === undefined || raw === 'traffic-port') {
    return 'traffic-port';
  }
  const port = portOf(raw);
  if (typeof port === 'number') {
    return String(port);
  }
  const found = lookupPort(service, port);
  if (targetType === 'instance') {
    return String(found.nodePort ?? 0);
  }
  return typeof found.targetPort === 'number'
    ? String(found.targetPort)
    : refuse('drift.refused.named-health-check-port', { port: raw });
}

/** A target group's address type; IPv6 needs a load balancer that has it. */
export function targetGroupAddressType(
  service: ServiceObject,
  isDualstack: boolean,
): string {
  if (!service.spec?.ipFamilies?.includes('IPv6')) {
    return 'ipv4';
  }
  return isDualstack ? 'ipv6' : refuse('drift.refused.ipv6-on-ipv4');
}

export function hasIpv6(ipAddressType: string): boolean {
  return ipAddressType.startsWith('dualstack');
}
