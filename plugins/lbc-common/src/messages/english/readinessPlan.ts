import { MessageTemplates } from '../templates';

/** Steps of a plan, with their reasons. */
export const planEnglish = {
  'plan.title': 'Plan: {cluster} from {from} to {what}',
  'plan.valid-until': 'What this rests on is fresh until {untilAt}.',
  'plan.heading-preconditions': 'Settle first',
  'plan.heading-baseline': 'Take a baseline',
  'plan.heading-iam': 'IAM',
  'plan.heading-gateway-api-crds': 'CRDs of the Gateway API',
  'plan.heading-crds': 'CRDs of the controller',
  'plan.heading-values': 'Values, flags and gates',
  'plan.heading-upgrade': 'Upgrade',
  'plan.heading-watch': 'Watch',
  'plan.heading-compare': 'Compare',
  'plan.heading-rollback': 'The way back',
  'plan.settle': 'Settle what {code} found.',
  'plan.take-baseline':
    'Take a baseline of cluster {cluster}, and wait until it is complete.',
  'plan.why-baseline':
    'Without one nobody can tell afterwards what {version} changed.',
  'plan.iam': 'Give the role {role} the policy of {version}.',
  'plan.why-iam':
    '{version} asks for actions that the release before did not: {actions}. A newer policy does an older controller no harm.',
  'plan.gateway-crds':
    'Apply the CRDs of the Gateway API {bundle}, channel {channel}, server-side.',
  'plan.why-gateway-crds':
    '{version} is built for {bundle}, and looks for its CRDs once, as it starts.',
  'plan.crds': 'Apply the CRDs of {version} before its Pods start.',
  'plan.why-crds':
    'The jump changes {crds}, and helm upgrade leaves CRDs alone.',
  'plan.upgrade-to-stop': 'Upgrade to {version} and let it settle.',
  'plan.why-stop': '{version} is a stop on the way.',
  'plan.scale-down':
    'Scale the old controller to zero, and wait until its Pods are gone.',
  'plan.why-scale-down': 'The two releases lock on different things.',
  'plan.upgrade-chart': 'Upgrade by the chart of {version}.',
  'plan.upgrade-manifest': 'Apply the whole manifest of {version}.',
  'plan.why-whole':
    'RBAC and webhooks come with it: the image alone is not enough.',
  'plan.upgrade-kubernetes':
    'Upgrade the control plane to Kubernetes {version}, then the Nodes, one group at a time.',
  'plan.why-upgrade-kubernetes':
    'The controller stays as it is; its Pods move with the Nodes.',
  'plan.watch':
    'Watch until the rollout is done, a leader renews its Lease, and no new failure shows.',
  'plan.why-watch':
    'The new leader waits out the old Lease (about 15 s) while readyz says OK already, and then reads every stack anew.',
  'plan.compare': 'Compare with the baseline until it says verified.',
  'plan.why-compare':
    'Every owner of cluster {cluster} must have been seen by the new leader, and deregistration must be over.',
  'plan.roll-back': 'Go back to {version} with IAM and CRDs left as they are.',
  'plan.why-roll-back': 'A newer policy and newer CRDs do {version} no harm.',
  'plan.crd-stays':
    'Do not put back the CRD {crd}: objects may be stored in the version that the jump brings.',
  'plan.lock-back':
    'Scale the newer one to zero before the older one starts: it locks on {was}, the newer one on {is}.',
  'plan.why-stays': 'This can’t be rolled back.',
  'plan.no-way-back-kubernetes': 'There is none: test it in another cluster.',
  'plan.why-no-way-back-kubernetes': 'A control plane does not go back.',
} as const satisfies MessageTemplates;
