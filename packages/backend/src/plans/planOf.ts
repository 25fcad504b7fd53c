import {
  ExpectedAction,
  ExpectedCondition,
  ExpectedHealthCheck,
  ExpectedModel,
  ExpectedTransform,
  Fact,
  Reference,
  isNotModelled,
  reference,
} from '@lbc-backstage/plugin-lbc-common';

/** A model in the words of the controller's own plan. */
type Json = Record<string, unknown>;

const CONFIGS: Readonly<Record<string, string>> = {
  'host-header': 'hostHeaderConfig',
  'path-pattern': 'pathPatternConfig',
  'http-header': 'httpHeaderConfig',
  'http-request-method': 'httpRequestMethodConfig',
  'query-string': 'queryStringConfig',
  'source-ip': 'sourceIPConfig',
};
const ACTIONS: Readonly<Record<string, string>> = {
  'authenticate-cognito': 'authenticateCognitoConfig',
  'authenticate-oidc': 'authenticateOIDCConfig',
  'jwt-validation': 'jwtValidationConfig',
};

function actionOf(action: ExpectedAction): Json {
  const { type, targetGroups, stickiness, redirect, fixedResponse, other } =
    action;
  return {
    type,
    ...(targetGroups && {
      forwardConfig: {
        targetGroups: targetGroups.map(({ targetGroup, weight }) => ({
          targetGroupARN: targetGroup,
          weight,
        })),
        targetGroupStickinessConfig: stickiness,
      },
    }),
    ...(redirect && { redirectConfig: redirect }),
    ...(fixedResponse && { fixedResponseConfig: fixedResponse }),
    ...(other && { [ACTIONS[type] ?? 'other']: other }),
  };
}

function conditionOf(condition: ExpectedCondition): Json {
  const { field, values, regexValues, httpHeaderName, queryString } = condition;
  return {
    field,
    [CONFIGS[field] ?? 'config']: {
      httpHeaderName,
      values: queryString ?? values,
      regexValues,
    },
  };
}

function transformOf({ type, rewrites }: ExpectedTransform): Json {
  return {
    type,
    [type === 'url-rewrite' ? 'urlRewriteConfig' : 'hostHeaderRewriteConfig']: {
      rewrites,
    },
  };
}

/** The plan's ports are numbers where they are no name. */
function healthCheckOf({ port, ...rest }: ExpectedHealthCheck): Json {
  return { port: /^\d+$/.test(port) ? Number(port) : port, ...rest };
}

function groupsOf(groups: Fact<Array<Fact<Reference | string>>> | undefined) {
  return groups === undefined || isNotModelled(groups)
    ? groups
    : groups.map(group => group);
}

function mapped<T>(
  record: Record<string, T>,
  spec: (value: T) => Json,
): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(record).map(([id, value]) => [id, { spec: spec(value) }]),
  );
}

function frontendTargets(model: ExpectedModel): Json {
  return Object.fromEntries(
    Object.entries(model.targetGroups)
      .filter(([, { albPort }]) => albPort !== undefined)
      .map(([id, { name, port, albPort }]) => [
        name,
        {
          Name: name,
          ARN: reference('target-group', id),
          Port: port,
          TargetARN: reference('load-balancer', 'LoadBalancer'),
          TargetPort: albPort,
        },
      ]),
  );
}

/** The expected model as the controller would print it, resource by resource. */
export function planOf(model: ExpectedModel): Json {
  return {
    'AWS::EC2::SecurityGroup': mapped(
      model.securityGroups,
      ({ name, ...rest }) => ({ groupName: name, ...rest }),
    ),
    'AWS::ElasticLoadBalancingV2::LoadBalancer': mapped(
      model.loadBalancers,
      loadBalancer => ({
        name: loadBalancer.name,
        type: loadBalancer.type,
        scheme: loadBalancer.scheme,
        ipAddressType: loadBalancer.ipAddressType,
        enablePrefixForIpv6SourceNat: loadBalancer.enablePrefixForIpv6SourceNat,
        subnetMapping: subnetsOf(loadBalancer.subnets),
        securityGroups: groupsOf(loadBalancer.securityGroups),
        securityGroupsInboundRulesOnPrivateLink:
          loadBalancer.inboundRulesOnPrivateLink,
        customerOwnedIPv4Pool: loadBalancer.customerOwnedIpv4Pool,
        ipv4IPAMPool: loadBalancer.ipv4IpamPool,
        minimumLoadBalancerCapacity: loadBalancer.minimumCapacity && {
          capacityUnits: loadBalancer.minimumCapacity,
        },
        loadBalancerAttributes: loadBalancer.attributes,
        tags: loadBalancer.tags,
      }),
    ),
    'AWS::ElasticLoadBalancingV2::Listener': mapped(
      model.listeners,
      listener => ({
        loadBalancerARN: listener.loadBalancer,
        port: listener.port,
        protocol: listener.protocol,
        defaultActions: listener.defaultActions.map(actionOf),
        // The plan does not name certificates; AWS' own answer is compared.
        sslPolicy: listener.sslPolicy,
        alpnPolicy: listener.alpnPolicy,
        mutualAuthentication: listener.mutualAuthentication,
        listenerAttributes: listener.attributes,
        tags: listener.tags,
      }),
    ),
    'AWS::ElasticLoadBalancingV2::ListenerRule': mapped(model.rules, rule => ({
      listenerARN: `→ listener ${rule.listener}`,
      priority: rule.priority,
      actions: rule.actions.map(actionOf),
      conditions: rule.conditions.map(conditionOf),
      transforms: rule.transforms?.map(transformOf),
      tags: rule.tags,
    })),
    'AWS::ElasticLoadBalancingV2::TargetGroup': mapped(
      model.targetGroups,
      ({ healthCheck, attributes, albPort: _, ...rest }) => ({
        ...rest,
        healthCheckConfig: healthCheckOf(healthCheck),
        targetGroupAttributes: attributes,
      }),
    ),
    'K8S::ElasticLoadBalancingV2::TargetGroupBinding': Object.fromEntries(
      Object.entries(model.targetGroupBindings).map(([id, binding]) => [
        id,
        {
          spec: {
            template: {
              metadata: {
                name: binding.name,
                namespace: binding.namespace,
                annotations: binding.annotations,
                labels: binding.labels,
              },
              spec: {
                targetGroupARN: reference('target-group', id),
                targetType: binding.targetType,
                serviceRef: binding.serviceRef,
                networking:
                  binding.networking === undefined ||
                  isNotModelled(binding.networking)
                    ? binding.networking
                    : { ingress: binding.networking },
                nodeSelector: binding.nodeSelector,
                ipAddressType: binding.ipAddressType,
                vpcID: binding.vpcId,
                multiClusterTargetGroup: binding.multiCluster,
                targetGroupProtocol: binding.targetGroupProtocol,
              },
            },
          },
        },
      ]),
    ),
    FrontendNLBTargetGroup: {
      FrontendNLBTargetGroup: { TargetGroups: frontendTargets(model) },
    },
    ...(model.webAcl !== undefined && {
      'AWS::WAFv2::WebACLAssociation': {
        LoadBalancer: {
          spec: {
            webACLARN: model.webAcl,
            resourceARN: reference('load-balancer', 'LoadBalancer'),
          },
        },
      },
    }),
    ...(model.shield !== undefined && {
      'AWS::Shield::Protection': {
        LoadBalancer: {
          spec: {
            enabled: model.shield,
            resourceARN: reference('load-balancer', 'LoadBalancer'),
          },
        },
      },
    }),
  };
}

function subnetsOf(
  subnets: ExpectedModel['loadBalancers'][string]['subnets'],
): unknown {
  if (subnets === undefined || isNotModelled(subnets)) {
    return subnets;
  }
  return Object.fromEntries(
    Object.entries(subnets).map(
      ([subnetID, { allocationId, privateIpv4Address, ...rest }]) => [
        subnetID,
        {
          subnetID,
          allocationID: allocationId,
          privateIPv4Address: privateIpv4Address,
          ipv6Address: rest.ipv6Address,
          sourceNatIpv6Prefix: rest.sourceNatIpv6Prefix,
        },
      ],
    ),
  );
}
