const WHERE = /^(\w+)\.(.+)$/;

/**
 * The resource of a stack that a path stands for, as a person names it:
 * `rules.443:2` is “rule 2 of listener 443”. A path of another kind is named
 * as it is.
 * @public
 */
export function formatStackPlace(path: string): string {
  const [, kind, id] = path.match(WHERE) ?? [];
  switch (kind) {
    case 'loadBalancers':
      return 'the load balancer';
    case 'listeners':
      return `listener ${id}`;
    case 'rules': {
      const colon = id.lastIndexOf(':');
      return `rule ${id.slice(colon + 1)} of listener ${id.slice(0, colon)}`;
    }
    case 'targetGroups':
      return `the target group of ${id}`;
    case 'securityGroups':
      return `the security group ${id}`;
    default:
      return path;
  }
}
