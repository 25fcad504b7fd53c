import { parseBool, parseMap, splitList } from './parts/annotations';

/** Flags of a controller that change what it builds, with their defaults. */
export interface ControllerSettings {
  clusterName?: string;
  vpcId?: string;
  defaultTags: Record<string, string>;
  defaultTagsLowPriority: boolean;
  externalManagedTags: string[];
  defaultTargetType: string;
  defaultScheme: string;
  defaultSslPolicy: string;
  enableBackendSecurityGroup: boolean;
  enableManageBackendRules: boolean;
  backendSecurityGroup?: string;
  disableRestrictedRules: boolean;
  tolerateMissingService: boolean;
  tolerateMissingAction: boolean;
  enableAcmCertificates: boolean;
  enableWafv2: boolean;
  enableShield: boolean;
  enableIpTargetType: boolean;
  listenerSets: boolean;
  nlbSecurityGroups: boolean;
  nlbHealthCheckAdvanced: boolean;
  capacityReservation: boolean;
  listenerRuleTags: boolean;
  tcpUdpListener: boolean;
}

/**
 * `pkg/config` at v3.5.0. A controller whose flags were not seen has none of
 * its settings known: there are no defaults of an unknown process.
 */
export function settingsOf(
  flags: Readonly<Record<string, string>>,
): ControllerSettings {
  const flag = (name: string, fallback: boolean): boolean =>
    parseBool(flags[name] ?? '') ?? fallback;
  const gates = parseMap(flags['feature-gates'] ?? '') ?? {};
  const gate = (name: string, fallback: boolean): boolean =>
    parseBool(gates[name] ?? '') ?? fallback;
  return {
    clusterName: flags['cluster-name'],
    vpcId: flags['aws-vpc-id'] || undefined,
    defaultTags: parseMap(flags['default-tags'] ?? '') ?? {},
    defaultTagsLowPriority: gate('EnableDefaultTagsLowPriority', false),
    externalManagedTags: splitList(flags['external-managed-tags'] ?? ''),
    defaultTargetType: flags['default-target-type'] || 'instance',
    defaultScheme: flags['default-load-balancer-scheme'] || 'internal',
    defaultSslPolicy:
      flags['default-ssl-policy'] || 'ELBSecurityPolicy-2016-08',
    enableBackendSecurityGroup: flag('enable-backend-security-group', true),
    enableManageBackendRules: flag(
      'enable-manage-backend-security-group-rules',
      false,
    ),
    backendSecurityGroup: flags['backend-security-group'] || undefined,
    disableRestrictedRules: flag('disable-restricted-sg-rules', false),
    tolerateMissingService: flag('tolerate-non-existent-backend-service', true),
    tolerateMissingAction: flag('tolerate-non-existent-backend-action', true),
    enableAcmCertificates: gate('EnableCertificateManagement', false),
    enableWafv2: flag('enable-wafv2', true),
    enableShield: flag('enable-shield', true),
    enableIpTargetType: gate('EnableIPTargetType', true),
    listenerSets: gate('GatewayListenerSet', true),
    nlbSecurityGroups: gate('NLBSecurityGroup', true),
    nlbHealthCheckAdvanced: gate('NLBHealthCheckAdvancedConfig', true),
    capacityReservation: gate('LBCapacityReservation', true),
    listenerRuleTags: gate('ListenerRulesTagging', true),
    tcpUdpListener: gate('EnableTCPUDPListener', false),
  };
}
