import { ReleaseIamAction } from '../../knowledge/types';
import { KnownKey, KnownKeys, conditionsOf, knownKeys } from './conditions';

/** What is known of the calls that a controller makes. */
export interface IamFacts {
  /** Of the role's ARN, such as `aws-cn`. */
  partition: string;
  accountId?: string;
  region?: string;
  /** Value of `--cluster-name`: of the cluster tag, too. */
  clusterName?: string;
  vpcId?: string;
}

const CLUSTER_TAG = 'elbv2.k8s.aws/cluster';
const SERVICE_LINKED = 'iam:createservicelinkedrole';
const IN_A_VPC =
  /^ec2:(authorizesecuritygroupingress|revokesecuritygroupingress|deletesecuritygroup)$/;

const LOAD_BALANCERS = ['loadbalancer/app/*/*', 'loadbalancer/net/*/*'];
const LISTENERS = ['listener/app/*/*/*', 'listener/net/*/*/*'];
const RULES = ['listener-rule/app/*/*/*/*', 'listener-rule/net/*/*/*/*'];
const TARGET_GROUPS = ['targetgroup/*/*'];
const SECURITY_GROUPS = ['security-group/*'];

/**
 * What kind of resource an action is for, as AWS' service authorization
 * reference has it: upstream's policy says `*` of it, which is no more.
 */
const RESOURCES: Record<string, readonly string[]> = {
  'elasticloadbalancing:registertargets': TARGET_GROUPS,
  'elasticloadbalancing:deregistertargets': TARGET_GROUPS,
  'elasticloadbalancing:createtargetgroup': TARGET_GROUPS,
  'elasticloadbalancing:deletetargetgroup': TARGET_GROUPS,
  'elasticloadbalancing:modifytargetgroup': TARGET_GROUPS,
  'elasticloadbalancing:modifytargetgroupattributes': TARGET_GROUPS,
  'elasticloadbalancing:createloadbalancer': LOAD_BALANCERS,
  'elasticloadbalancing:deleteloadbalancer': LOAD_BALANCERS,
  'elasticloadbalancing:modifyloadbalancerattributes': LOAD_BALANCERS,
  'elasticloadbalancing:setipaddresstype': LOAD_BALANCERS,
  'elasticloadbalancing:setsecuritygroups': LOAD_BALANCERS,
  'elasticloadbalancing:setsubnets': LOAD_BALANCERS,
  'elasticloadbalancing:createlistener': LOAD_BALANCERS,
  'elasticloadbalancing:deletelistener': LISTENERS,
  'elasticloadbalancing:modifylistener': LISTENERS,
  'elasticloadbalancing:createrule': LISTENERS,
  'elasticloadbalancing:deleterule': RULES,
  'elasticloadbalancing:modifyrule': RULES,
  'ec2:authorizesecuritygroupingress': SECURITY_GROUPS,
  'ec2:revokesecuritygroupingress': SECURITY_GROUPS,
  'ec2:deletesecuritygroup': SECURITY_GROUPS,
};

/** The first policy says `loadbalancer/*`, and means those of the controller. */
const KINDS: Array<[RegExp, readonly string[]]> = [
  [/^loadbalancer\/\*$/, LOAD_BALANCERS],
  [/^targetgroup\/\*$/, TARGET_GROUPS],
];

/** The resources of the controller's calls: of its partition, account and Region. */
export function resourcesOf(
  required: ReleaseIamAction,
  facts: IamFacts,
): string[] {
  return kindsOf(required, facts.partition).map(resource =>
    placed(resource, facts),
  );
}

/** What is known of a release's actions never changes, nor do its resources. */
const KINDS_OF = new WeakMap<ReleaseIamAction, Map<string, string[][]>>();

/** Resources of an action by what they are, each in the parts of its ARN. */
function kindsOf(required: ReleaseIamAction, partition: string): string[][] {
  let byPartition = KINDS_OF.get(required);
  if (!byPartition) {
    byPartition = new Map();
    KINDS_OF.set(required, byPartition);
  }
  let found = byPartition.get(partition);
  if (!found) {
    found = findKinds(required, partition);
    byPartition.set(partition, found);
  }
  return found;
}

function findKinds(required: ReleaseIamAction, partition: string): string[][] {
  const kinds = RESOURCES[required.action.toLowerCase()];
  const [service] = required.action.split(':');
  return required.resources
    .flatMap(resource =>
      resource === '*' && kinds
        ? kinds.map(kind => `arn:${partition}:${service}:*:*:${kind}`)
        : [resource],
    )
    .flatMap(resource => {
      const parts = resource.split(':');
      const kind = parts.slice(5).join(':');
      const found = KINDS.find(([pattern]) => pattern.test(kind))?.[1];
      return (
        found?.map(each => [...parts.slice(0, 5), ...each.split(':')]) ?? [
          parts,
        ]
      );
    });
}

function placed(parts: readonly string[], facts: IamFacts): string {
  const [arn, partition, service, region, account, ...rest] = parts;
  if (arn !== 'arn' || rest.length === 0) {
    return parts.join(':');
  }
  return [
    arn,
    partition,
    service,
    region === '*' ? facts.region ?? region : region,
    account === '*' ? facts.accountId ?? account : account,
    ...rest,
  ].join(':');
}

/** What is known of the condition keys of the controller's calls of an action. */
export function keysOf(
  required: ReleaseIamAction,
  facts: IamFacts,
): Map<string, KnownKey> {
  const conditions = conditionsOf(required);
  const action = required.action.toLowerCase();
  const { partition, accountId, region, clusterName, vpcId } = facts;
  const known = new Map<string, KnownKey>();
  const is = (key: string, value: string | undefined) => {
    if (value !== undefined) {
      known.set(key, { present: true, oneOf: [value] });
    }
  };
  is('aws:principalaccount', accountId);
  if (action.startsWith('elasticloadbalancing:') || action.startsWith('ec2:')) {
    is('aws:requestedregion', region);
  }
  // The controller gives its own cluster's name, wherever it gives the tag.
  for (const kind of ['requesttag', 'resourcetag']) {
    const key = `aws:${kind}/${CLUSTER_TAG}`;
    const asked = conditions.some(
      each =>
        each.key === key &&
        each.operator === 'null' &&
        each.values.every(value => value === 'false'),
    );
    is(key, asked ? clusterName : undefined);
  }
  if (action === SERVICE_LINKED) {
    // Older policies say no condition, and need no other service.
    is('iam:awsservicename', 'elasticloadbalancing.amazonaws.com');
  }
  if (IN_A_VPC.test(action) && accountId && region && vpcId) {
    is('ec2:vpc', `arn:${partition}:ec2:${region}:${accountId}:vpc/${vpcId}`);
  }
  return knownKeys(conditions, known as KnownKeys);
}
