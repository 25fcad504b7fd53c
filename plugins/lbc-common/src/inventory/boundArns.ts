import { TargetBindingsOfCluster } from './unit';

const known = new WeakMap<TargetBindingsOfCluster, ReadonlySet<string>>();

/**
 * Target groups that a cluster's TargetGroupBindings name: made once, for every
 * load balancer that may be left over is looked for among them.
 */
export function boundArns(of: TargetBindingsOfCluster): ReadonlySet<string> {
  let arns = known.get(of);
  if (!arns) {
    arns = new Set(of.bindings.map(({ targetGroupArn }) => targetGroupArn));
    known.set(of, arns);
  }
  return arns;
}

/** Those of its bindings that name one of these target groups. */
export function bindingsOfArns(
  of: TargetBindingsOfCluster,
  targetGroupArns: ReadonlySet<string>,
): TargetBindingsOfCluster['bindings'] {
  const bound = boundArns(of);
  return [...targetGroupArns].some(arn => bound.has(arn))
    ? of.bindings.filter(each => targetGroupArns.has(each.targetGroupArn))
    : [];
}
