/**
 * An ARN taken apart. Only its text is looked at: an ARN read from a cluster or
 * an annotation proves nothing about the account it names.
 * @public
 */
export interface Arn {
  partition: string;
  service: string;
  region: string;
  accountId: string;
  resource: string;
}

const ARN = /^arn:(aws[a-z-]*):([a-z0-9-]+):([a-z0-9-]*):(\d{12})?:(.+)$/;

/** Takes an ARN apart; undefined where the text is none. @public */
export function parseArn(text: string): Arn | undefined {
  const match = ARN.exec(text);
  if (!match) {
    return undefined;
  }
  const [, partition, service, region, accountId = '', resource] = match;
  return { partition, service, region, accountId, resource };
}

/** What an ELBv2 ARN names. @public */
export interface ElbArn extends Arn {
  kind:
    | 'load-balancer'
    | 'classic-load-balancer'
    | 'target-group'
    | 'listener'
    | 'listener-rule';
  name: string;
}

/**
 * Takes an Elastic Load Balancing ARN apart. Load balancer ARNs without `app/`,
 * `net/` or `gwy/` are classic ones (facts/elb-facts.md §6).
 * @public
 */
export function parseElbArn(text: string): ElbArn | undefined {
  const arn = parseArn(text);
  if (arn?.service !== 'elasticloadbalancing' || !arn.accountId) {
    return undefined;
  }
  const parts = arn.resource.split('/');
  switch (parts[0]) {
    case 'loadbalancer':
      if (parts.length === 4 && /^(app|net|gwy)$/.test(parts[1])) {
        return { ...arn, kind: 'load-balancer', name: parts[2] };
      }
      return parts.length === 2 && parts[1]
        ? { ...arn, kind: 'classic-load-balancer', name: parts[1] }
        : undefined;
    case 'targetgroup':
      return parts.length === 3
        ? { ...arn, kind: 'target-group', name: parts[1] }
        : undefined;
    case 'listener':
      return parts.length === 5
        ? { ...arn, kind: 'listener', name: parts[2] }
        : undefined;
    case 'listener-rule':
      return parts.length === 6
        ? { ...arn, kind: 'listener-rule', name: parts[2] }
        : undefined;
    default:
      return undefined;
  }
}

/** The scope (account and Region) an ARN names, as `account/region`. @public */
export function scopeIdOf(arn: { accountId: string; region: string }): string {
  return `${arn.accountId}/${arn.region}`;
}
