import { MessageTemplates } from '../templates';

const gates = {
  'removal-path.ready':
    'Nothing waits for the controller any more, in the cluster or in AWS: it can be removed, with what it leaves behind.',
  'removal-path.not-yet':
    'Not yet: {count|one thing must|{count} things must} be so first. Removed now, the controller would leave behind what only it can take away.',
  'removal-path.unknown':
    'It cannot be told whether the controller may go: {count|one thing|{count} things} could not be counted.',
  'removal-path.not-permitted':
    'The way to remove a controller names everything in its cluster: you need the permission lbc.stack.read for all of it; ask those who run the portal.',
  'removal-path.not-read':
    'The portal has not read the cluster {cluster} yet: wait for its first sweep.',
  'removal-gate.not-counted':
    'It could not be counted, and what was not counted is not zero.',
  'removal-gate.kind-not-read': '{kind} of {cluster} were not read completely.',
  'removal-gate.too-old':
    '{source} was read {observedAt}, too long ago to prove that nothing is there: wait for the next sweep.',
  'removal-gate.claim-unknown':
    'Whether {object} asks this controller for a load balancer could not be told.',
  'removal-gate.owners-none':
    'No {kind} holds a finalizer of the controller or asks it for a load balancer.',
  'removal-gate.owners':
    '{count} × {kind} holds a finalizer of the controller or asks it for a load balancer.',
  'removal-gate.target-bindings-none': 'No TargetGroupBinding is left.',
  'removal-gate.target-bindings':
    '{count|One TargetGroupBinding is|{count} TargetGroupBindings are} left, {written} of them written by hand: without the controller their targets stay as they are, and their deletion hangs.',
  'removal-gate.terminating-none':
    'Nothing is being deleted that waits for the controller.',
  'removal-gate.terminating':
    '{count|One object is|{count} objects are} being deleted and {count|waits|wait} for the controller: without it for ever.',
  'removal-gate.failing-none': 'Nothing is known that would hang its deletion.',
  'removal-gate.failing':
    '{count|One is|{count} are} failing or blocked, so that a deletion would hang.',
  'removal-gate.subjects-not-whole':
    'Not all load balancers of {cluster} were seen.',
  'removal-gate.state-unknown': 'The state of {name} is not known.',
  'removal-gate.load-balancers-none':
    'AWS has no load balancer with the cluster’s name.',
  'removal-gate.load-balancers':
    'AWS has {count|one load balancer|{count} load balancers} with the cluster’s name. One without an owner is cleaned up by a person: its section “Clean-up” says how.',
  'removal-gate.target-groups-none':
    'AWS has no target group with the cluster’s name.',
  'removal-gate.target-groups':
    'AWS has {count|one target group|{count} target groups} with the cluster’s name.',
  'removal-gate.security-groups-none':
    'AWS has no security group that the controller made for a load balancer of the cluster.',
  'removal-gate.security-groups':
    'AWS has {count|one security group|{count} security groups} that the controller made for load balancers of the cluster.',
  'removal-gate.place-unknown':
    'In which account and Region {cluster} has load balancers was never proven: name it in lbc.clusterBindings, or let the controller’s role and Region be read.',
  'removal-gate.name-unknown':
    'By which name {cluster} is known in AWS is not known: no controller says --cluster-name, and nothing was proven.',
  'removal-gate.scope-not-read': '{kind} of {scope} were not read completely.',
  'removal-gate.ec2-switched-off':
    'Security groups of {scope} are not read: switch lbc.aws.optional.ec2 on, or count them with the command.',
  'removal-gate.tags-not-read':
    'The tags of {count|one resource|{count} resources} in {scope} were not read, so whose they are is not known.',
  'removal-gate.controller-lives':
    'A controller lives in {cluster} and takes away what is deleted.',
  'removal-gate.controller-not-needed':
    'No controller is needed in {cluster}: nothing waits for one.',
  'removal-gate.controller-gone':
    'No controller lives in {cluster}, and only one can take away what is left: start it again first.',
  'removal-gate.controller-unknown':
    'Whether a controller lives in {cluster}, or whether one is needed, is not known.',
  'removal-gate.readiness-gates':
    'Pods that wait for a readiness gate of the controller never become ready without it; {namespaces|one namespace asks|{namespaces} namespaces ask} for such gates.',
  'removal-gate.pods-not-read':
    'Pods of the whole cluster are not read: the command lists those with a readiness gate and whether they are ready.',
} as const satisfies MessageTemplates;

const steps = {
  'removal-step.start-controller':
    'Start the controller of {cluster} again, of the same release and with the same --cluster-name: only it can remove what it made.',
  'removal-step.unblock':
    'Clear what would hang first: {count|one thing is|{count} things are} named. Each load balancer says on its page what to do.',
  'removal-step.owners':
    'Delete {count|the|the {count}} × {kind} while the controller lives. A Service may also become one of another type. From then on nobody answers at its load balancer.',
  'removal-step.wait':
    'Wait until AWS no longer has the load balancers, then the target groups, then the security groups, and until the objects are gone from the cluster. Take no finalizer away by hand: that ends the wait, and leaves everything in AWS without an owner.',
  'removal-step.wait-how':
    'AWS is empty when the commands list nothing more. The tagging API may still return for some minutes what is gone: describe-load-balancers decides. The portal shows it after its next sweep of every source.',
  'removal-step.target-bindings':
    'Delete the TargetGroupBindings that are left ({count}): their targets are deregistered, also from load balancers that Terraform or others own.',
  'removal-step.classes':
    'Only now delete the {count|class|{count} classes and parameters}: while an Ingress of it is left, a missing class keeps it from going.',
  'removal-step.controller':
    'Uninstall the controller, its webhook configurations with it.',
  'removal-step.crds':
    'Then webhook configurations that stayed behind, and the CRDs; the commands stand beside their proof under “Left behind”.',
  'removal-step.iam':
    'At last the shared security group, Pod Identity, the role and its policies; the commands stand beside their proof under “Left behind”.',
} as const satisfies MessageTemplates;

const commands = {
  'removal-command.finalizers':
    'Each {kind} with its finalizers; those that end in k8s.aws/resources, or begin with group.ingress.k8s.aws/ or gateway.k8s.aws/, are the controller’s',
  'removal-command.target-bindings': 'TargetGroupBindings that are left',
  'removal-command.terminating': 'What is being deleted, and since when',
  'removal-command.tagged':
    'What carries the name {name}; must be empty, and lags some minutes',
  'removal-command.security-groups':
    'Security groups that carry the name {name}; the shared one may be left',
  'removal-command.readiness-gates':
    'Pods with readiness gates, and whether they are ready',
  'removal-command.describe':
    'Whether AWS still has {count|it|the first {count}}; gone if the answer is LoadBalancerNotFound',
  'removal-command.delete-owner':
    'Deletes {object}; the controller then removes its load balancer',
  'removal-command.delete-target-binding':
    'Deletes {object}; the controller deregisters its targets',
  'removal-command.delete': 'Deletes {object}',
  'removal-command.helm-uninstall':
    'Uninstalls the release; CRDs and TargetGroupBindings stay',
  'removal-command.objects-of':
    'Objects that would go with {name}; must be empty',
  'removal-command.still-there': 'Whether {name} is still there',
  'removal-command.policy-users':
    'Who has {policy}; delete it only if nobody but this role has',
  'removal-command.detach': 'Takes {policy} from {role}',
  'removal-command.delete-policy':
    'Deletes {policy}, if the check listed nobody else',
  'removal-command.associations': 'The id of the association',
  'removal-command.delete-association':
    'Deletes the association; put the id of the check in place of ASSOCIATION_ID',
  'removal-command.role-used': 'When {role} was used last',
} as const satisfies MessageTemplates;

const leftovers = {
  'removal-leftover.no-backend-security-group':
    'AWS has no shared backend security group with the cluster’s name.',
  'removal-leftover.backend-security-group':
    '{id} carries the tags of the cluster’s shared backend security group. The controller does not always take it along; rules of nodes and Pods that name it must go first.',
  'removal-leftover.crd':
    '{name} is defined by the controller’s CRDs. Helm leaves it behind; deleting it deletes every object of its kind.',
  'removal-leftover.webhook':
    '{name} sends changes to the controller. Helm takes it along; where it stays, changes of Ingresses and TargetGroupBindings and new Services are refused in the whole cluster.',
  'removal-leftover.webhook-alone':
    '{name} sends changes to a controller that is not there: changes of Ingresses and TargetGroupBindings, and new Services, may be refused in the whole cluster.',
  'removal-leftover.none-in-cluster': 'The cluster has none of the controller.',
  'removal-leftover.role':
    'IAM has the role {role}, and the controller of this cluster has, or had, it. Who else may assume it its trust says.',
  'removal-leftover.role-gone': 'IAM answered that there is no role {role}.',
  'removal-leftover.role-unknown':
    'Which role the controller has is not known: neither its service account nor EKS names one.',
  'removal-leftover.role-not-read':
    'The controller’s role is {role}. Whether it is there was not read: lbc.aws.optional.iam lets the portal look, in accounts that it is configured for.',
  'removal-leftover.role-shared':
    '{object} in {cluster} has {role}, too: leave it alone.',
  'removal-leftover.inline-policy': '{policy} is written into the role {role}.',
  'removal-leftover.policy': '{policy} is attached to the role {role}.',
  'removal-leftover.oidc-trust':
    'The trust of {role} names the OIDC provider {provider}; that trust goes with the role. The provider is the cluster’s and other roles may use it: it stays.',
  'removal-leftover.no-oidc-trust':
    'The trust of {role} names no OIDC provider.',
  'removal-leftover.trust-not-read': 'Who may assume {role} could not be read.',
  'removal-leftover.pod-identity': 'EKS gives {role} to the Pods of {object}.',
  'removal-leftover.no-pod-identity':
    'EKS has no Pod Identity association of the controller’s service account in {cluster}.',
  'removal-leftover.pod-identity-not-read':
    'Whether EKS has a Pod Identity association for the controller of {cluster} was not read: lbc.aws.optional.eks lets the portal look.',
  'removal-cost.may-be-more': 'Not everything was seen, so there may be more.',
} as const satisfies MessageTemplates;

/** Everything that the way to remove a controller says. */
export const removalPathEnglish = {
  ...gates,
  ...steps,
  ...commands,
  ...leftovers,
} as const satisfies MessageTemplates;
