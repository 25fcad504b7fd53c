import { MessageTemplates } from '../templates';

const proofRows = {
  'proof-row.bound': 'Its cluster tag belongs to a cluster known here.',
  'proof-row.single-binding': 'That tag belongs to one cluster only.',
  'proof-row.vpc': 'It is in the VPC that the binding was proven for.',
  'proof-row.family-complete':
    'Everything in that cluster that could own it was read.',
  'proof-row.described': 'AWS itself says that it exists.',
  'proof-row.tags-complete': 'All tags were read.',
  'proof-row.tracking-tags': 'The controller’s tracking tags are whole.',
  'proof-row.no-class-missing':
    'No class is missing that could hide its owner.',
  'proof-row.cluster-older':
    'The cluster is older than the load balancer, so it can be the one that made it.',
  'proof-row.target-bindings-read':
    'The TargetGroupBindings of every known cluster were read.',
  'proof-row.no-other-target-binding': 'Nobody else binds its target groups.',
  'proof-row.not-adopted':
    'The controller made it, not a hand or infrastructure code.',
  'proof-row.no-mass-loss':
    'Its owner did not vanish together with many others at once.',
  'proof-row.targets-known':
    'Every healthy target is a Pod or Node of this cluster.',
  'proof-row.two-sightings':
    'Its owner was missing twice, in sweeps far enough apart.',
  'proof-row.retired': 'Its cluster is said to be gone for good.',
  'proof-row.no-cluster-bound':
    'No living cluster is bound to the same tag there.',
  'proof-row.nothing-lives': 'No target is healthy.',
  'proof-row.targets-still': 'Its targets do not change any more.',
  'proof-row.same-cluster':
    'The cluster is the one that the binding was proven for.',
  'proof-row.namespaces-listed':
    'The list of namespaces lacks none that had load balancers.',
  'proof-row.generation': 'The AWS Load Balancer Controller made it.',
  'proof-row.status-cleared': 'No status names it any more.',
} as const satisfies MessageTemplates;

const whatIf = {
  'what-if.not-the-controllers':
    'The AWS Load Balancer Controller has nothing to do with it; it stays as it is.',
  'what-if.no-owner-goes': 'None of its owners would go.',
  'what-if.no-class-named': 'None of its owners depends on that IngressClass.',
  'what-if.leaks-already':
    'Nobody owns it any more, so it is left over already; see Clean-up.',
  'what-if.leaks-superseded':
    'Its owner has another load balancer now and lets go of that one only, so this one is left over already.',
  'what-if.one-of-many':
    'It has {count} owners. If one goes, the load balancer stays for the others; the last one takes it along.',
  'what-if.group-stays':
    'The load balancer stays: {remaining|one owner needs|{remaining} owners need} it still. Only the rules of {going|the one that goes|the {going} that go} are removed.',
  'what-if.group-member-hangs':
    'The load balancer stays for {remaining|the other owner|the other {remaining} owners}, but what goes would hang, and its rules with it.',
  'what-if.group-unattended-unknown':
    'The load balancer stays for {remaining|the other owner|the other {remaining} owners}; whether what goes would hang is not known.',
  'what-if.goes':
    'The controller removes the load balancer, its target groups and the security groups that it made.',
  'what-if.goes-without-trace':
    'It has no load balancer in AWS, so nothing is left there.',
  'what-if.owner-hangs':
    'The deletion would hang: {count|one owner waits|{count} owners wait} for a finalizer that nobody takes away, and everything in AWS stays.',
  'what-if.leaks-without-finalizer':
    'Its owner carries no finalizer of the controller, so it can be deleted without the controller noticing: everything in AWS would be left over.',
  'what-if.class-missing-deletion':
    'The class is missing. Controller 3.5.0 still removes everything in AWS, but the object hangs: the controller’s own webhook refuses to let its finalizer go.',
  'what-if.controller-goes':
    'Traffic keeps flowing to the targets that are registered at that moment. New Pods get none, changes are not applied, and whoever deletes the owner afterwards waits for ever.',
  'what-if.controller-gone-already':
    'That has happened already: traffic flows to the targets that were registered last, and nobody applies changes.',
  'what-if.controller-goes-leaving':
    'It is being deleted right now: without a controller that deletion never ends.',
  'what-if.controller-goes-unserved':
    'It asks for a load balancer and would not get one.',
  'what-if.class-goes':
    'Without {classes} the controller cannot load the group: the load balancer keeps serving, but no change is applied, and its Ingresses can be neither changed nor let go.',
  'what-if.cluster-goes':
    'Everything that the controller made in AWS is left over: the objects that named it, and the controller that would have removed it, go with the cluster.',
  'what-if.cluster-goes-nothing':
    'It has no load balancer in AWS, so nothing is left there.',
  'what-if.protection-in-aws-only':
    'Deletion protection of {loadBalancer} is on in AWS but not asked for by the owner: the controller switches it off and deletes.',
  'what-if.security-group-if-managed':
    'Only if the controller made it for this stack: one that the owner supplied, or that the whole cluster shares, stays.',
  'what-if.stays.other-members':
    '{count|One other owner needs|{count} other owners need} it.',
  'what-if.stays.keeps-billing':
    'It keeps serving the targets it has, and keeps billing, until the deletion is unblocked.',
  'what-if.stays.registered-targets':
    'It serves the targets that are registered at that moment, and keeps billing.',
  'what-if.stays.unattended': 'It stays; nobody looks after it.',
  'what-if.stays.frozen': 'It keeps serving as it is; nothing changes it.',
  'what-if.goes.by-controller': 'The controller removes it.',
  'what-if.goes.with-last-member': 'Removed once the last owner goes.',
  'what-if.hangs.finalizer':
    '{object} would wait for {finalizers}, which only the controller takes away. Taking it away by hand ends the wait and leaves everything in AWS without an owner.',
  'what-if.hangs.now':
    '{object} already waits for {finalizers}; without a controller it waits for ever.',
  'what-if.hangs.later':
    '{object} would wait for {finalizers} as soon as somebody deletes it.',
  'what-if.hangs.class':
    '{object} would wait for {finalizers} once it is deleted: the controller’s webhook refuses every change of it while its class is missing.',
  'what-if.hangs.namespace':
    'Namespace {namespace} stays Terminating until {count|that object is|all {count} objects are} gone.',
  'what-if.leaks.no-finalizer':
    'The controller never learns that its owner is gone.',
  'what-if.leaks.no-cluster': 'No controller is left to remove it.',
  'what-if.leaks.nobodys': 'Nobody owns it.',
  'what-if.unknown.controller':
    'Whether a controller lives is not known, so whether the deletion would end is not either.',
  'what-if.unknown.owner':
    'Whose it is has not been decided yet; what its removal would do is not known either.',
  'what-if.unknown.facts':
    'It was judged before the product looked at this; the next sweep brings it.',
  'what-if.unknown.cloud-controller':
    'The cloud controller manager made it and would remove it; whether that one lives is not read.',
  'what-if.unknown.auto-mode':
    'EKS Auto Mode looks after it; what AWS does with it then has not been observed.',
  'what-if.unknown.security-group-use':
    'Whether other security groups refer to its own is not read; a reference makes the controller wait, with the load balancer gone and the owner still there.',
  'what-if.unknown.class-missing-release':
    'That AWS is emptied although the class is missing was watched on 3.5.0; releases before may leave everything.',
  'what-if.unknown.readiness-gates':
    'Whether Pods wait for a readiness gate of this load balancer is not read; those would never become ready.',
  'what-if.unknown.unread':
    '{kind} of {cluster} were not read completely, so there may be more.',
  'what-if.unknown.more':
    '{count|One more load balancer was|{count} more load balancers were} not looked at.',
  'what-if.note.helm-takes-class':
    'helm uninstall also takes the IngressClass and its IngressClassParams; a controller that comes back without them lets no Ingress go.',
  'what-if.note.webhooks-go-too':
    'If the webhook configurations stay behind, changes of Ingresses and TargetGroupBindings and new Services are refused in the whole cluster.',
  'what-if.note.finalizers-orphan':
    'Taking finalizers away by hand makes deletions end, and leaves every load balancer, target group and security group behind them without an owner.',
  'what-if.note.recreate-class':
    'Creating the class again heals it; nothing is lost meanwhile.',
  'what-if.note.members-outside':
    'Owners outside of the namespace keep the load balancer; paths of theirs that lead to a Service that is gone answer 503.',
  'what-if.note.loose-bindings-go':
    'TargetGroupBindings written by hand go too: their targets are deregistered, also from load balancers that Terraform or others own.',
  'what-if.note.loose-targets-stay':
    'Target groups that hand-written TargetGroupBindings fill keep targets that no longer exist.',
  'what-if.note.vpc-stays':
    'The VPC and its subnets cannot be deleted while these are there.',
  'what-if.note.backend-security-group':
    'The shared backend security group of the cluster, and the rules that name it, are left over too.',
} as const satisfies MessageTemplates;

const order = {
  'order.clean-up':
    'Clean up what is left over already: {count|one load balancer or security group|{count} load balancers or security groups}. What is orphaned says how in its section “Clean-up”.',
  'order.start-controller':
    'Start the controller of {clusters} again: only it can remove what it made.',
  'order.unblock':
    'Clear what stands in the way first: {count|one thing is|{count} things are} named.',
  'order.move-traffic':
    'Move DNS names and clients elsewhere, and let the old name’s time to live pass.',
  'order.delete-owners':
    'Delete {count|the owner|the {count} owners}: {names}.',
  'order.wait-until-gone':
    'Wait until AWS no longer has {count|the load balancer|the {count} load balancers} {names}, and until the objects are gone.',
  'order.delete-target-bindings':
    'Delete {count|the TargetGroupBinding that was|the {count} TargetGroupBindings that were} written by hand: {names}. Their targets are deregistered then.',
  'order.delete-classes':
    'Only now delete the classes and their parameters: {names}.',
  'order.delete-namespace': 'Then delete the namespace.',
  'order.uninstall-controller':
    'Then uninstall the controller, its webhook configurations with it.',
  'order.delete-backend-security-group':
    'Look for the cluster’s shared backend security group and the rules that name it, and delete what is left.',
  'order.delete-iam': 'Then remove the controller’s IAM role and policy.',
  'order.delete-cluster': 'Then delete the cluster.',
} as const satisfies MessageTemplates;

const cleanUp = {
  'clean-up.orphan':
    '{loadBalancer} is orphaned: nobody removes it but a person.',
  'clean-up.security-group':
    '{name} is left over: no load balancer uses it and nobody owns it.',
  'clean-up.not-an-orphan':
    'It is {state}, not orphaned. There is nothing to clean up; the section “What if” says how it goes in good order.',
  'clean-up.instead':
    'Safer than deleting in AWS: create the owner again with the same namespace and name while a controller runs, and delete it properly; the controller takes the load balancer over and removes it with all that belongs to it.',
  'clean-up.allowed.witnessed':
    'This portal saw owner and load balancer together, and it has been orphaned for more than a day.',
  'clean-up.allowed.confirmed':
    '{by} confirmed {confirmedAt} that it may be cleaned up.',
  'clean-up.not-allowed.proof':
    'The proof is not whole, so no command that changes AWS is shown.',
  'clean-up.not-allowed.stale':
    'What this rests on was read {observedAt}, so no command that changes AWS is shown.',
  'clean-up.lacking.fresh':
    'The cluster and the AWS account must have been read within {hours|the last hour|the last {hours} hours}.',
  'clean-up.not-allowed.young':
    'It has not been orphaned for a day yet, so no command that changes AWS is shown.',
  'clean-up.not-allowed.inferred':
    'This portal never saw its owner: a load balancer of a cluster that nobody here can see looks the same. No command that changes AWS is shown until an operator confirms it.',
  'clean-up.lacking.proof':
    'The proof has not been written down yet; the next sweep brings it.',
  'clean-up.lacking.day':
    'It must have been orphaned for {hours} hours; it has been since {sinceAt}.',
  'clean-up.lacking.witness':
    'That this portal itself had seen the owner and the load balancer together.',
  'clean-up.lacking.confirmation':
    'Or an operator’s word: add arn “{arn}”, by and at to lbc.confirmedOrphans in the portal’s configuration.',
  'clean-up.lacking.confirmed-later':
    'The confirmation by {by} is dated {confirmedAt}, which is still to come.',
  'clean-up.lacking.confirmed-before':
    '{by} confirmed it {confirmedAt}, before it became orphaned {sinceAt}; confirm it again.',
  'clean-up.serving.healthy':
    'It may still serve: {healthy|one target is|{healthy} targets are} healthy.',
  'clean-up.serving.health-unread':
    'It may still serve: the health of {count|one target group|{count} target groups} has not been read.',
  'clean-up.serving.traffic-unmeasured':
    'It may still serve: no target is healthy, but nobody measured its traffic.',
  'clean-up.serving.no-load-balancer':
    'No load balancer uses it, so it serves nobody; other things in the VPC may use it.',
  'clean-up.step.look':
    'Look at {loadBalancer} once more: whose it is, whether it has healthy targets and traffic.',
  'clean-up.step.references':
    'Find what points at it: DNS records of {dnsName}, listeners and target groups, endpoint services, Global Accelerator.',
  'clean-up.step.protection':
    'Switch deletion protection of {loadBalancer} off. It was switched on for a reason: ask who did it.',
  'clean-up.step.protection-if-on':
    'If the check says that deletion protection of {loadBalancer} is on: ask who switched it on, then switch it off.',
  'clean-up.step.load-balancer':
    'Delete {loadBalancer}; its listeners and rules go with it.',
  'clean-up.step.target-group':
    'Delete the target group {name}, once no listener refers to it.',
  'clean-up.step.security-group':
    'Delete the security group {id}, once its network interfaces are gone and nobody refers to it; that takes some minutes.',
  'clean-up.check.tags': 'Whose tags {name} carries today',
  'clean-up.check.traffic':
    'Whether anybody used it in the last {days} days; no data points mean that none was measured',
  'clean-up.check.listeners': 'Which listeners it has',
  'clean-up.check.as-target':
    'Target groups that forward to a load balancer; describe-target-health of each says to which',
  'clean-up.check.endpoint-services': 'Endpoint services that stand on it',
  'clean-up.check.protection': 'Whether deletion protection of {name} is on',
  'clean-up.check.target-group':
    'Whether {name} is still there, and which load balancers use it',
  'clean-up.check.security-group':
    'Whose tags {id} carries; go on only if they name this stack',
  'clean-up.check.security-group-interfaces':
    'What uses {id}; it must be empty',
  'clean-up.check.security-group-references':
    'Which security groups refer to {id}; it must be empty',
  'clean-up.act.protection-off': 'Switches deletion protection of {name} off',
  'clean-up.act.delete': 'Deletes {name}',
  'clean-up.act.wait': 'Waits until {name} is gone',
  'clean-up.blocker.names-unread':
    'DNS records and Global Accelerator are not read here.',
  'clean-up.blocker.endpoint-service-unread':
    'Whether a VPC endpoint service stands on it is not read here; it would keep the load balancer from being deleted.',
  'clean-up.blocker.protection-unread':
    'Whether deletion protection is on has not been read.',
  'clean-up.blocker.used-elsewhere':
    '{name} is used by {loadBalancers} too: leave it alone.',
  'clean-up.blocker.bound-elsewhere':
    'TargetGroupBinding {binding} in {cluster} binds {name}: leave it alone.',
  'clean-up.blocker.security-group-unread':
    'Who made {id} is not known: security groups are not read. The shared backend security group, or one that a person supplied, must stay.',
  'clean-up.blocker.security-group-not-managed':
    'The controller did not make {id} for this stack: leave it alone.',
  'clean-up.blocker.security-group-use':
    'Whether anything uses or refers to {id} is not read here.',
  'clean-up.gone.load-balancer':
    '{name} is gone if the answer is LoadBalancerNotFound',
  'clean-up.gone.target-group':
    '{name} is gone if the answer is TargetGroupNotFound',
  'clean-up.gone.interfaces':
    'Its network interfaces are gone if the list is empty; they linger for some minutes',
  'clean-up.gone.security-group':
    '{id} is gone if the answer is InvalidGroup.NotFound',
  'clean-up.gone.target-binding':
    'TargetGroupBinding {binding} is a leftover in the cluster and keeps its namespace from going; delete it while a controller runs',
} as const satisfies MessageTemplates;

const cost = {
  'cost.hours': 'Hours: {hours} a month at {price} USD in {region}',
  'cost.addresses':
    'Public IPv4: {count|one address|{count} addresses}, one a zone, at {price} USD an hour',
  'cost.unknown.hours':
    'No price of {region} is known here; lbc.prices can say it.',
  'cost.unknown.addresses': 'How many public addresses it has is not known.',
  'cost.unknown.address-price':
    'No price of a public address is known here; lbc.prices can say it.',
  'cost.unknown.usage':
    'Capacity units and data are not measured here; they come on top.',
} as const satisfies MessageTemplates;

/** Everything that removal and cost say. */
export const removalEnglish = {
  ...proofRows,
  ...whatIf,
  ...order,
  ...cleanUp,
  ...cost,
} as const satisfies MessageTemplates;
