import { estimateCost } from '../../cost/estimate';
import { PriceList } from '../../cost/types';
import { message } from '../../messages';
import { RemovalSubject } from '../types';
import { Commands } from './commands';
import { permissionOf } from './permission';
import {
  StepBase,
  afterwardsOf,
  groupAfterwardsOf,
  securityGroupStep,
  stepsOf,
} from './steps';
import { CleanUpPlan, ConfirmedOrphan } from './types';

function servingOf({ targetGroups }: RemovalSubject) {
  const unread = targetGroups.filter(({ health }) => !health).length;
  const healthy = targetGroups.reduce(
    (sum, { health }) => sum + (health?.byState.healthy ?? 0),
    0,
  );
  if (healthy > 0) {
    return {
      mayStillServe: true,
      serving: message('clean-up.serving.healthy', { healthy }),
    };
  }
  return unread > 0
    ? {
        mayStillServe: true,
        serving: message('clean-up.serving.health-unread', { count: unread }),
      }
    : {
        // Nobody measures traffic here, and an ALB without a healthy target may send to all.
        mayStillServe: true,
        serving: message('clean-up.serving.traffic-unmeasured'),
      };
}

/**
 * How a person cleans up an orphan: the proof, what is lacking, the steps in
 * AWS' order with their checks, the cost, and the check afterwards. The product
 * itself changes nothing.
 * @public
 */
export function cleanUp(options: {
  subject: RemovalSubject;
  /** ISO 8601. */
  now: string;
  prices: PriceList;
  confirmed?: readonly ConfirmedOrphan[];
}): CleanUpPlan {
  const { subject, now, prices, confirmed = [] } = options;
  const { loadBalancer, securityGroup, removal, region, state, grade } =
    subject;
  const cost = loadBalancer &&
    removal && {
      cost: estimateCost(
        {
          type: loadBalancer.type,
          ...(region && { region }),
          ...(loadBalancer.scheme && { scheme: loadBalancer.scheme }),
          ...(removal.ipAddressType && {
            ipAddressType: removal.ipAddressType,
          }),
          availabilityZones: removal.availabilityZones,
        },
        prices,
      ),
    };
  const what = loadBalancer ?? securityGroup;
  if (state !== 'orphaned' || !what || !removal) {
    const because =
      state === 'orphaned'
        ? message('clean-up.lacking.proof')
        : message('clean-up.not-an-orphan', { state });
    return {
      subjectId: subject.id,
      applies: false,
      because,
      proof: removal?.proof ?? [],
      ...servingOf(subject),
      permission: { allowed: false, because, lacking: [] },
      steps: [],
      afterwards: [],
      ...cost,
    };
  }
  const permission = permissionOf({ subject, confirmed, now });
  const base: StepBase = {
    subject,
    removal,
    commands: Commands.create({ region: region ?? what.arn.split(':')[3] }),
    allowed: permission.allowed,
    now,
  };
  const plan = {
    subjectId: subject.id,
    applies: true,
    ...(grade && { grade }),
    proof: removal.proof ?? [],
    permission,
  };
  if (!loadBalancer) {
    return {
      ...plan,
      because: message('clean-up.security-group', { name: what.name }),
      mayStillServe: false,
      serving: message('clean-up.serving.no-load-balancer'),
      steps: removal.securityGroups.map(id => securityGroupStep(base, id)),
      afterwards: groupAfterwardsOf(base),
    };
  }
  const context = { ...base, loadBalancer };
  return {
    ...plan,
    because: message('clean-up.orphan', { loadBalancer: loadBalancer.name }),
    ...servingOf(subject),
    instead: message('clean-up.instead'),
    steps: stepsOf(context),
    afterwards: afterwardsOf(context),
    ...cost,
  };
}
