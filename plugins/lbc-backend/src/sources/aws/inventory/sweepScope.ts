import { AWS_KINDS, AwsKindName } from '@lbc-backstage/plugin-lbc-common';
import {
  AwsReading,
  EksServiceAccount,
  IamRoleInUse,
  LbcClock,
  SweepOptions,
} from '@lbc-backstage/plugin-lbc-node';
import { OptionalServices } from '../config';
import { ScopeCaller } from './ScopeCaller';
import { TagCache } from './TagCache';
import { PolicyCache, readIamRoles } from './iam';
import { AwsOutcome, readLoadBalancers, readTargetGroups } from './lists';
import { readEksClusters } from './eksClusters';
import { readSecurityGroups } from './securityGroups';
import { readTags } from './tags';

/** Options of {@link sweepScope}. */
export interface SweepScopeOptions extends Pick<SweepOptions, 'onProgress'> {
  caller: ScopeCaller;
  cache: TagCache;
  clock: LbcClock;
  optional: OptionalServices;
  /** Clusters that were proven to be in EKS. */
  eksClusterArns: readonly string[];
  /** Controllers whose Pod Identities EKS is asked for. */
  podIdentitiesOf: readonly EksServiceAccount[];
  /** Roles of controllers; absent in a scope that is not its account's first. */
  iam?: { roles: readonly IamRoleInUse[]; policies: PolicyCache };
}

/** Reads a scope's inventory: what exists, then what its tags are. */
export async function* sweepScope(
  options: SweepScopeOptions,
): AsyncGenerator<AwsReading> {
  const { caller, cache, clock, onProgress, optional } = options;
  // IAM is global: the first scope of an account reads it.
  const iam = optional.iam ? options.iam : undefined;
  const isOff: Partial<Record<AwsKindName, boolean>> = {
    securityGroups: !optional.ec2,
    eksClusters: !optional.eks,
    iamRoles: !iam,
  };
  const kindsTotal = AWS_KINDS.filter(kind => !isOff[kind]).length;
  const begin = (kindsDone: number, current?: AwsKindName) => {
    caller.throwIfAborted();
    onProgress?.({ kindsDone, kindsTotal, ...(current && { current }) });
    return new Date(clock.now()).toISOString();
  };

  const begunFirst = begin(0, 'loadBalancers');
  const loadBalancers = await readLoadBalancers(caller);
  yield {
    kind: 'loadBalancers',
    ...reading(caller, loadBalancers, begunFirst),
  };

  const begunSecond = begin(1, 'targetGroups');
  const targetGroups = await readTargetGroups(caller);
  yield { kind: 'targetGroups', ...reading(caller, targetGroups, begunSecond) };

  const begunThird = begin(2, 'tags');
  const tags = await readTags({
    caller,
    cache,
    described: { loadBalancers, targetGroups },
  });
  yield { kind: 'tags', ...reading(caller, tags, begunThird) };

  let done = 3;
  if (optional.ec2) {
    const begun = begin(done++, 'securityGroups');
    const groups = await readSecurityGroups(caller);
    yield { kind: 'securityGroups', ...reading(caller, groups, begun) };
  }
  if (optional.eks) {
    const begun = begin(done++, 'eksClusters');
    const clusters = await readEksClusters(caller, {
      knownArns: options.eksClusterArns,
      serviceAccounts: options.podIdentitiesOf,
    });
    yield { kind: 'eksClusters', ...reading(caller, clusters, begun) };
  }
  if (iam) {
    const begun = begin(done++, 'iamRoles');
    const roles = await readIamRoles(caller, iam);
    yield { kind: 'iamRoles', ...reading(caller, roles, begun) };
  }
  begin(kindsTotal);
}

function reading<T>(
  caller: ScopeCaller,
  { coverage, reason, items }: AwsOutcome<T>,
  attemptedAt: string,
) {
  const known = coverage !== 'failed' && coverage !== 'denied';
  const refused = caller.takeRefused();
  return {
    coverage,
    attemptedAt,
    items,
    ...(known && { observedAt: attemptedAt }),
    ...(reason && { reason }),
    ...(refused.length > 0 && { refused }),
  };
}
