import { MessageTemplates } from '../templates';

/** Verdicts: why a subject is in the state that it is in. */
const states = {
  'state.not-judged':
    'No state could be proven, and none could be ruled out by what was read.',
  'state.in-service':
    '{kind} {namespace}/{name} is served, and the controller of {cluster} looks after it.',
  'state.in-service-group':
    '{owners} owners of {stack} are served, and the controller of {cluster} looks after them.',
  'state.in-service-auto-mode':
    '{kind} {namespace}/{name} is served, and EKS Auto Mode looks after it.',
  'state.in-service-cloud-controller':
    '{kind} {namespace}/{name} is served, and the cloud controller looks after it.',
  'state.kubernetes-side-reconciled':
    'In the cluster {kind} {namespace}/{name} looks reconciled; AWS was not read, so nobody knows about its load balancer.',
  'state.unattended':
    'It is served, but nobody looks after it: the controller of {cluster} has been gone since {goneAt}.',
  'state.stuck-deleting':
    'The deletion of {kind} {namespace}/{name} is blocked by {blockers|one thing|{blockers} things}.',
  'state.stuck-deleting-long':
    'The deletion of {kind} {namespace}/{name} was asked for {waitedSeconds} ago and is not done; what blocks it could not be seen.',
  'state.deleting':
    'The deletion of {kind} {namespace}/{name} was asked for, and nothing blocks it: the controller deletes next.',
  'state.stranded':
    '{kind} {namespace}/{name} points at {hostname}, which does not exist in AWS any more.',
  'state.superseded':
    'Its owner has another load balancer now, {successor}; {loadBalancer} is left over.',
  'state.orphaned':
    'Nobody owns {loadBalancer} any more: {stack} does not exist in {cluster}, and no controller will ever delete it.',
  'state.orphaned-cluster-gone':
    'Nobody owns {loadBalancer} any more: the cluster {cluster} was retired, and nothing lives behind it.',
  'state.orphaned-not-in-eks':
    'Nobody owns {loadBalancer} any more: EKS does not have the cluster {cluster}, and nothing lives behind it.',
  'state.disowned':
    '{stack} exists in {cluster} but neither asks for {loadBalancer} nor holds on to it: no controller will ever delete it.',
  'state.unserved-no-controller':
    '{kind} {namespace}/{name} asks for a load balancer, and no controller is there to make one.',
  'state.failing':
    'The controller tries to reconcile {kind} {namespace}/{name} and fails.',
  'state.failing-frozen':
    '{kind} {namespace}/{name} keeps the controller from loading {owners|it|the group of {owners}}: nothing of it is reconciled, and no event says so.',
  'state.failing-in-aws': 'AWS says that {loadBalancer} failed: {reason}.',
  'state.provisioning': 'AWS is still setting up {loadBalancer}.',
  'state.provisioning-no-load-balancer':
    '{kind} {namespace}/{name} asks for a load balancer, and the controller has not made it yet.',
  'state.drifted':
    '{count|One thing|{count} things} of {loadBalancer} {count|is|are} otherwise in AWS than its owners ask.',
  'state.degraded':
    '{unhealthy|1 of {total} targets is unhealthy|{unhealthy} of {total} targets are unhealthy}.',
  'state.degraded-impaired':
    'AWS says that {loadBalancer} routes traffic but lacks the resources to scale.',
  'state.foreign-unmanaged':
    'It carries no tag of any controller: it was made by hand or by another tool.',
  'state.foreign-v1':
    'It was made by the ALB Ingress Controller version 1 for {stack}; a current controller takes it over only if that Ingress exists.',
} as const satisfies MessageTemplates;

/** Target bindings. */
const bindingStates = {
  'binding-state.bound':
    'The controller keeps the targets of {namespace}/{name} up to date.',
  'binding-state.unattended':
    'No controller keeps the targets of {namespace}/{name} up to date.',
  'binding-state.stuck-deleting':
    'The deletion of {namespace}/{name} was asked for and waits for a controller.',
  'binding-state.stranded':
    '{namespace}/{name} names the target group {arn}, which AWS does not have.',
  'binding-state.contested':
    'Cluster {cluster} binds the same target group as {namespace}/{name} without multi-cluster mode on both: they deregister the targets of each other.',
  'binding-state.scope-unread':
    'The target groups of the account and Region of {arn} were not read completely, so nobody knows whether {namespace}/{name} binds anything.',
  'binding-state.no-arn': '{namespace}/{name} names no target group ARN yet.',
  'binding.status':
    'The status of {kind} {namespace}/{name} names {loadBalancer}, which carries this cluster tag.',
  'binding.target-group':
    'The TargetGroupBinding {namespace}/{name} names the target group {targetGroup}, which carries this cluster tag.',
} as const satisfies MessageTemplates;

/** What an owner asks for, and of whom. */
const claims = {
  'claim.classes-unread':
    'The classes of the cluster were not read completely.',
  'claim.params-unread': 'IngressClassParams were not read completely.',
  'claim.ingress-class-missing': 'The IngressClass {name} does not exist.',
  'claim.ingress-class-params-missing':
    'The IngressClassParams {name}, which the IngressClass {ingressClass} names, do not exist.',
  'claim.gateway-class-missing': 'The GatewayClass {name} does not exist.',
  'claim.group-name-invalid':
    'The group name (annotation {annotation}, or the IngressClassParams) is not valid, so the Ingress belongs to no group: use lower case letters, digits, - and . only, 63 at most.',
  'claim.group-order-invalid':
    'The annotation {annotation} is {order}: it must be a whole number from -1000 to 1000.',
  'claim.external-without-target-type':
    'The Service has the type external but no annotation {annotation}: neither this controller nor the cloud controller serves it. Set it to ip or instance.',
} as const satisfies MessageTemplates;

/** Whether a controller lives. */
const controllers = {
  'controller.lease-renewed':
    'The controller renewed its Lease at {renewedAt}.',
  'controller.pods-ready':
    '{ready|One Pod|{ready} Pods} of the controller {ready|is|are} ready; its Lease could not be read.',
  'controller.ready-without-lease':
    '{ready|One Pod|{ready} Pods} of the controller {ready|is|are} ready, but none renews the Lease: nobody leads.',
  'controller.webhook-answers':
    'No Pod of a controller was found, but something answers for its webhooks.',
  'controller.deployments-unread':
    'Deployments were not read completely, and the Lease says nothing.',
  'controller.scaled-to-zero':
    'The Deployment {namespace}/{name} is scaled to 0 replicas.',
  'controller.no-pod-ready':
    'The Deployment {namespace}/{name} wants {wanted|one replica|{wanted} replicas}, and none is ready.',
  'controller.namespace-not-watched':
    'The controller watches only the namespace {watched}, not {namespace}.',
  'controller.no-deployment':
    'The cluster has no Deployment of the controller, and nobody renews its Lease.',
  'controller.not-found':
    'No Deployment of the controller was found, and its Lease could not be read.',
} as const satisfies MessageTemplates;

const evidence = {
  'evidence.deployment':
    'Deployment {namespace}/{name}: {ready} of {wanted} replicas ready.',
  'evidence.lease-renewed': 'Lease renewed at {renewedAt}.',
  'evidence.lease-not-renewed': 'Lease not renewed since {renewedAt}.',
  'evidence.webhook-without-endpoints':
    'The webhook Service {service} has no ready endpoint; {webhooks|{webhooks} refuses|{webhooks} refuse} writes (failurePolicy Fail).',
  'evidence.deletion-asked':
    '{kind} {namespace}/{name} has a deletion timestamp ({deletedAt}) and the finalizer {finalizers}.',
  'evidence.released':
    '{kind} {namespace}/{name} no longer asks for this load balancer but holds the finalizer {finalizers}.',
  'evidence.event': '{kind} {namespace}/{name}: {reason}: {text}',
  'evidence.condition':
    '{kind} {namespace}/{name}: {type} is False ({reason}): {text}',
  'evidence.no-tracking-tags': 'None of its tags is a controller’s.',
  'evidence.not-in-aws':
    'Account {accountId}, {region} was read completely and has no load balancer named {hostname}.',
  'evidence.cluster-not-in-eks':
    'EKS does not have {arn}, which {cluster} was. If it is gone for good, take {cluster} out of the portal: 24 hours after EKS said so first, what it left behind and does not live is called orphaned.',
  'evidence.renamed':
    'The controller of {cluster} was renamed: {from} and {to} were both seen to be this very cluster.',
  'evidence.renamed-by-uid':
    'The controller of {cluster} was renamed from {from} to {to}: the name of the load balancer was made of {from} and the UID of the owner that is there now.',
  'evidence.successor':
    'The owner’s status names {successor} ({hostname}) instead.',
  'evidence.owner-witnessed':
    '{kind} {namespace}/{name} was seen with this load balancer, last at {lastSeenAt}.',
  'blocker.no-controller':
    'No controller runs that would remove the finalizer {finalizers} of {kind} {namespace}/{name}.',
  'blocker.webhook':
    'The webhook {webhooks} has no endpoint ({service}) and refuses every change of {kind} {namespace}/{name}, taking the finalizer off by hand included.',
  'blocker.frozen-group':
    'The group cannot be loaded because of {member}, so the deletion of {kind} {namespace}/{name} waits.',
  'blocker.group-not-built':
    'The group cannot be built because of {member}, so the deletion of {kind} {namespace}/{name} waits: {text}',
  'blocker.deletion-protection':
    'Deletion protection is asked for by the annotation {annotation} of {kind} {namespace}/{name}, so AWS refuses the deletion.',
} as const satisfies MessageTemplates;

/** What was not read completely. */
const gaps = {
  'gap.kind-incomplete': '{kind} were not read completely.',
  'gap.namespaces-missing':
    'The list of namespaces lacks {namespaces}: the portal’s account may see only part of the cluster.',
  'gap.namespaces-hidden':
    'The list of namespaces lacks some that you may not read: the portal’s account may see only part of the cluster.',
  'gap.no-source': 'Nothing here reads {kind} in AWS.',
  'gap.events': 'Events were not read completely, so failures may be hidden.',
  'gap.health':
    'The health of {unread|one target group|{unread} target groups} has not been read yet.',
  'gap.second-health-reading':
    'Targets were unhealthy in one reading; a second one decides.',
  'gap.drift-failed':
    'Drift could not be examined, which is a fault of this product: {detail}',
  'gap.drift-controller':
    'Drift was not examined: what the controller of {cluster} builds depends on its flags, and {controllers|one controller was|{controllers} controllers were} found there.',
  'gap.drift-before-change':
    'Listeners, rules and attributes were read at {observedAt}, before the owner last changed, so drift was not examined. Read them again.',
  'gap.drift-before-success':
    'Listeners, rules and attributes were read at {observedAt}, before the controller last succeeded, so drift was not examined. Read them again.',
  'gap.drift':
    'Listeners, rules and attributes were not read, so drift was not examined.',
} as const satisfies MessageTemplates;

/** What would decide an `unknown`. */
const needs = {
  'need.tags': 'Its tags were not read.',
  'need.tracking-tags':
    'Its tracking tags are not whole, so the stack cannot be told for sure.',
  'need.binding':
    'Cluster {clusterTag} is not known here: no object of any cluster of this portal was seen with it.',
  'need.single-binding':
    'Several clusters use the name {clusterTag} there: {clusters}.',
  'need.no-owner-elsewhere':
    '{clusters} has an owner of {stack} too, and its status names no load balancer: this one may be its.',
  'need.no-cluster-bound':
    'The cluster tag {clusterTag} is said to be retired, but {clusters} use it there.',
  'need.no-cluster-named':
    'The cluster tag {clusterTag} is said to be retired, but the controller of {clusters} goes by that name, and nothing shows yet which load balancers are its.',
  'need.made-before':
    'The cluster {clusterTag} is said to be gone since {goneAt}, and this load balancer was made after that ({createdAt}): another cluster of that name must have made it.',
  'need.creation-time':
    'AWS did not say when this load balancer was made, so it cannot be told whether the cluster that is gone made it.',
  'need.group-owner':
    'No member of the group {group} was ever seen here, and its name does not tell which namespace one would be in.',
  'need.nothing-healthy':
    'Target group {targetGroup} has healthy targets, so something still lives there.',
  'need.vpc': 'Its VPC is not known.',
  'need.global-accelerator':
    'AWS Global Accelerator is not read, so nobody here knows what became of the accelerator.',
  'need.auto-mode':
    'It asks EKS Auto Mode for a load balancer and has none. Whether Auto Mode is switched on for the cluster, and what it does, is not read.',
  'need.security-groups':
    'The security groups and load balancers of the account were not read completely, so nobody knows whether the group is there and in use.',
  'need.group-witnessed':
    'It was never seen with a load balancer whose owner was there, and EC2 does not tell when it was made: it may belong to an older cluster of the same name.',
  'need.cluster-of-backend-group':
    'It is the backend security group that all load balancers of the cluster {clusterTag} share, and it stays with that cluster: no load balancer has it now, and the next one may.',
  'need.describe':
    'The load balancers of the account were not read completely.',
  'need.target-groups':
    'The target groups of the account were not read completely.',
  'need.health': 'The health of target group {targetGroup} was not read.',
  'need.targets-known':
    'Healthy targets ({targets}) were not found as Pods or Nodes of {cluster}: somebody else may use it.',
  'need.target-bindings':
    'The TargetGroupBindings of cluster {cluster} were not read completely.',
  'need.target-group-free':
    'The TargetGroupBinding {namespace}/{name} of cluster {cluster} uses its target group.',
  'need.not-infrastructure':
    'The tag {tag} says that infrastructure code made it.',
  'need.controller-name':
    'Its name is not in the controller’s form and it was never seen with an owner: it may have been adopted.',
  'need.mass-loss-confirmed':
    'Many owners of {cluster} went away at once; a person has to confirm that this is true.',
  'need.classes':
    'An owner of {stack} names a class that does not exist, so nobody can tell whether it still asks for it.',
  'need.cluster-older':
    'The cluster is not older than the load balancer, so it cannot be the one that made it.',
  'need.second-sighting':
    'It has to be seen once more, at least {waitSeconds} after the first time.',
  'need.second-reading-of-aws':
    'AWS has to be read once more after the owner’s status was.',
  'need.status-cleared':
    'The status of an object that no longer asks for it still names it.',
  'need.owner-of-other-generation':
    'Its owner was not found, and the tags of the generation {generation} do not prove which cluster it belongs to.',
  'need.controller-evidence':
    'Neither a Deployment nor a Lease tells whether a controller lives.',
  'need.scope':
    'No load balancer of this cluster was seen yet, so its AWS account is not known.',
  'need.scope-of-hostname':
    'The account and Region of {hostname} are not known or were not read completely.',
} as const satisfies MessageTemplates;

/** Lines of the proof that a load balancer is orphaned. */
const proofs = {
  'proof.bound': 'The cluster tag {clusterTag} belongs to {cluster} alone.',
  'proof.retired':
    'The configuration says that the cluster {clusterTag} is gone there (by {by}, {retiredAt}).',
  'proof.cluster-gone':
    'EKS answered at {firstAt} and at {lastAt} that it does not have {arn}, the one cluster that {clusterTag} was bound to there.',
  'proof.group-unused':
    'AWS itself listed the security group, and no load balancer has it. Whether anything else uses it, such as a network interface or a rule of another group, was not examined; AWS refuses to delete one that is in use.',
  'proof.group-witnessed':
    'It was seen on a load balancer of its stack while the owner was there.',
  'proof.nothing-lives': 'None of its targets is healthy.',
  'proof.vpc': 'It is in the VPC of that cluster, {vpc}.',
  'proof.family': 'Every {family} and its classes were read completely.',
  'proof.described': 'AWS itself listed the load balancer.',
  'proof.tags-complete': 'All tags of the account’s load balancers were read.',
  'proof.tags': 'Its tracking tags are whole and name {stack}.',
  'proof.classes': 'No owner with a missing class could claim it.',
  'proof.cluster-older':
    'The cluster (kube-system of {createdAt}) is older than the load balancer.',
  'proof.target-bindings':
    'No TargetGroupBinding of a user or of another cluster uses its target groups.',
  'proof.made-by-controller':
    'The controller made it, not infrastructure code.',
  'proof.no-mass-loss': 'No mass loss of owners is in the way.',
  'proof.targets':
    '{healthy|Its healthy target is a Pod or Node|Its {healthy} healthy targets are Pods or Nodes} of the cluster, or it has none.',
  'proof.sightings':
    'The owner was absent in two sweeps, at {firstAt} and {lastAt}.',
} as const satisfies MessageTemplates;

/** What happens next. */
const consequences = {
  'then.reconciled': 'Changes of the owner are reconciled by the controller.',
  'then.pods-lose-targets':
    'Traffic flows to the targets that were registered when the controller went; Pods that restart lose their place, new ones get none.',
  'then.gates-wait':
    'Pods with a readiness gate never become ready, so rollouts hang.',
  'then.deletion-would-hang':
    'Deleting {kind} {namespace}/{name} now would hang on its finalizer.',
  'then.writes-refused':
    'Changes of {resources} are refused by the API server: the webhook does not answer.',
  'then.keeps-billing': 'It keeps billing.',
  'then.finalizer-waits':
    '{kind} {namespace}/{name} stays until its finalizer is removed by a controller.',
  'then.removing-finalizer-orphans':
    'Taking the finalizer off by hand would leave the load balancer, its target groups and security groups behind for ever.',
  'then.deleted-next':
    'The controller of {cluster} deletes the load balancer, then its target groups and security groups, then removes the finalizer.',
  'then.nobody-deletes':
    'No controller looks at it again: nothing scans for stacks without objects.',
  'then.may-still-serve': 'It still has healthy targets and may still serve.',
  'then.old-name-dies':
    'Whoever still uses its DNS name may get 503: its targets are no longer looked after.',
  'then.name-resolves-no-more':
    'The DNS name in the owner’s status leads nowhere.',
  'then.stays-without':
    '{kind} {namespace}/{name} stays without a load balancer.',
  'then.changes-stall':
    'What was deployed before keeps serving; later changes are not applied.',
  'then.group-frozen':
    'The whole group waits for its bad member, deletions included.',
  'then.active-soon': 'It becomes active within minutes.',
  'then.fewer-targets': 'Traffic goes to the healthy targets only.',
  'then.reverted': 'The next reconcile reverts what was changed in AWS.',
  'then.drift-replaced':
    'The controller would make anew what differs, with another DNS name and an outage, as soon as it reconciles.',
  'then.drift-not-noticed':
    'Nothing tells the controller of a change in AWS: it looks by itself after up to ten hours, or when an owner changes.',
  'then.not-the-controllers':
    'The AWS Load Balancer Controller does not look after it.',
} as const satisfies MessageTemplates;

/** What to do, and what to leave alone. */
const advice = {
  'do.nothing': 'Nothing to do.',
  'do.wait': 'Wait; nothing to do.',
  'do.start-controller':
    'Start the controller of {cluster} again, under the same cluster name.',
  'do.start-controller-to-delete':
    'Start the controller of {cluster} again, under the same cluster name, and let it finish the deletion.',
  'do.do-not-delete':
    'Until then, do not delete {kind} {namespace}/{name}: it would hang.',
  'do.keep-finalizer':
    'Leave the finalizer in place: without it nobody deletes the load balancer.',
  'do.protection-off':
    'Set deletion_protection.enabled=false in the annotation {annotation} of {kind} {namespace}/{name}; the deletion then goes on.',
  'do.recreate-class':
    'Create the missing class again; the deletion then goes on.',
  'do.recreate-and-delete':
    'If it is not needed: create {kind} {namespace}/{name} again with a controller running, then delete it properly; the controller takes the load balancer over and removes it.',
  'do.check-before-cleaning':
    'Before anything is deleted in AWS: check with the commands below that nobody uses {loadBalancer}.',
  'do.move-dns': 'Move every DNS record to the new load balancer’s name.',
  'do.clean-up-old':
    'Remove the old load balancer in AWS once nobody uses its name.',
  'do.touch-owner':
    'Change any annotation of {kind} {namespace}/{name}, or restart the controller: it then makes a new load balancer with a new DNS name.',
  'do.fix-class':
    'Name a class that exists in {kind} {namespace}/{name}, or create it again.',
  'do.fix-failure':
    'Mend what the message names in {kind} {namespace}/{name}; the controller tries again by itself.',
  'do.look-at-targets':
    'Look at the targets below: AWS says why each is unhealthy.',
  'do.look-at-drift':
    'Look at what differs and put it into the owner’s spec if it shall stay.',
  'do.let-us-see':
    'Let the portal see what is missing; each line under “what would decide” names one thing.',
} as const satisfies MessageTemplates;

const deploys = {
  'deploy.attended': 'New pods are registered as targets.',
  'deploy.attended-by-others':
    'AWS or the cloud controller registers new targets.',
  'deploy.unattended':
    'New pods get no traffic: nobody in {cluster} registers them.',
  'deploy.failing':
    'New pods are probably registered, but changes of the owner are not applied.',
  'deploy.leaving': 'It is being deleted: new pods will not get traffic.',
  'deploy.no-owner': 'It has no owner: a deploy does not reach it.',
  'deploy.not-connected': 'A deploy does not reach it.',
  'deploy.unknown': 'Not known: nobody can tell whether a controller lives.',
} as const satisfies MessageTemplates;

const traffic = {
  'traffic.served': 'Served: {healthy} of {total} targets healthy.',
  'traffic.partly':
    'Partly served: {healthy} of {total} targets healthy, and some routes have none.',
  'traffic.fail-open':
    'None of {total} targets is healthy; the load balancer sends to all of them.',
  'traffic.no-targets': 'Not served: no target is registered.',
  'traffic.not-active':
    'Not served: AWS says that the load balancer is {state}.',
  'traffic.none-healthy': 'Not served: none of {total} targets is healthy.',
  'traffic.unknown': 'Not known: target health has not been read yet.',
  'traffic.dead-name': 'Not served: {hostname} does not exist any more.',
  'traffic.no-load-balancer': 'Not served: there is no load balancer.',
} as const satisfies MessageTemplates;

const commands = {
  'command.owner': '{kind} {namespace}/{name}: finalizers, status, class',
  'command.controller': 'Whether a controller lives in {cluster}',
  'command.load-balancer': 'Whether AWS has {name}, and in which state',
  'command.tags': 'Whose tags {name} carries',
  'command.security-group': 'Whether anything still uses {name}',
  'command.target-health': 'Health of the targets in {name}',
} as const satisfies MessageTemplates;

/** Everything that identity, inventory and lifecycle say. */
export const lifecycleEnglish = {
  ...states,
  ...bindingStates,
  ...claims,
  ...controllers,
  ...evidence,
  ...gaps,
  ...needs,
  ...proofs,
  ...consequences,
  ...advice,
  ...deploys,
  ...traffic,
  ...commands,
} as const satisfies MessageTemplates;
