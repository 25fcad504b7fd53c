import { MessageTemplates } from '../templates';

/** Known patterns of failure: their names, what they are and what to do. */
const kubernetesSide = {
  'finding.controller-gone': 'Blocked by its finalizer: the controller is gone',
  'finding.controller-gone.is':
    'The API server accepted the deletion, and the object stays until a controller has removed the load balancer and then the finalizer.',
  'finding.controller-uninstalled': 'Uninstalled before its objects were gone',
  'finding.controller-uninstalled.is':
    '{objects} still hold its finalizers; helm uninstall also took the IngressClass and the permissions along.',
  'finding.controller-uninstalled.do':
    'Install the controller of {cluster} again, under the same cluster name and with its IngressClass, delete these objects and let it finish; uninstall it after that.',
  'finding.webhook-dead': 'The controller’s webhook does not answer',
  'finding.webhook-dead.is':
    'That also refuses taking a finalizer off by hand, so a dead webhook and a missing controller block twice.',
  'finding.webhook-dead.do':
    'Start the controller again. If it is to stay away for good, remove its webhook configurations after the last of its objects is gone, not before.',
  'finding.service-webhook-dead':
    'No Service can be created in the whole cluster',
  'finding.service-webhook-dead.is':
    'The API server asks the controller’s webhook about every new Service in {cluster}, of whatever type, and refuses it because nobody answers.',
  'finding.service-webhook-dead.do':
    'Start the controller again, with two replicas; or install it with enableServiceMutatorWebhook=false if Services need no default class.',
  'finding.webhook-certificate':
    'The API server does not trust the webhook’s certificate',
  'finding.webhook-certificate.is':
    'Calls of {webhook} fail because of its certificate: writes of Ingresses and TargetGroupBindings and new Services are refused. With chart 3.5.0 every helm upgrade makes a new authority.',
  'finding.webhook-certificate.do':
    'Restart the controller’s Pods so that they serve the new certificate, and set keepTLSSecret=true or let cert-manager make it.',
  'finding.class-missing': 'Its IngressClass, or its parameters, are missing',
  'finding.class-missing.staying':
    'The controller can’t tell whose Ingress it is, so the whole group waits until the class is back.',
  'finding.class-missing.leaving':
    'A current controller removes everything in AWS all the same. Its own webhook then refuses to take the finalizer off an Ingress without a class, and no event says so.',
  'finding.class-missing.empty':
    'AWS is empty already, and only the finalizer hangs: the controller’s own webhook refuses to take it off an Ingress without a class, and no event says so.',
  'finding.gateway-class-missing': 'Its GatewayClass is missing',
  'finding.gateway-class-missing.is':
    'Without the class the controller skips the Gateway silently: no event, no condition, and a deletion waits for ever.',
  'finding.gateway-class-missing.do':
    'Create the GatewayClass again, with the same controllerName.',
  'finding.namespace-terminating': 'Its namespace is being deleted',
  'finding.namespace-terminating.is':
    'The namespace {namespace} stays in Terminating until the controller has taken its finalizer off.',
  'finding.namespace-terminating.seen':
    'The namespace {namespace} is being deleted.',
  'finding.namespace-terminating.do':
    'Clear what blocks the objects in {namespace}; the namespace goes by itself then.',
  'finding.left-scope': 'It left what the controller looks at',
  'finding.left-scope.is':
    '{kind} {namespace}/{name} no longer asks for the controller, by its class, type or annotations: a controller that runs deletes the load balancer.',
  'finding.left-scope.member':
    '{kind} {namespace}/{name} no longer asks for the controller, by its class, type or annotations: a controller that runs takes its rules out of the group’s load balancer.',
  'finding.left-scope.do':
    'If it is to keep its load balancer: give {kind} {namespace}/{name} its former class, type and annotations back.',
  'finding.left-scope.unwatched':
    'Nothing of it is reconciled, and its finalizer is never taken off.',
  'finding.left-scope.watch':
    'Let the controller watch {namespace} again (--watch-namespace).',
  'finding.dead-host-name': 'A dead host name will be left in its status',
  'finding.dead-host-name.is':
    'When the load balancer is gone, {kind} {namespace}/{name} keeps {hostname} in its status: the controller does not look at it any more, and nothing else takes the name out.',
  'finding.dead-host-name.seen':
    'The status of {kind} {namespace}/{name} names {hostname}.',
  'finding.dead-host-name.do':
    'Take {hostname} out of DNS and of whatever reads the status; the controller of the new class may write its own name there.',
  'finding.moved-between-groups': 'The Ingress moved to another group',
  'finding.moved-between-groups.is':
    'Ingress {namespace}/{name} belongs to {after} now, not to {before}.',
  'finding.moved-between-groups.held':
    'It still holds the finalizer of the former group, so the controller removes this load balancer.',
  'finding.moved-between-groups.left':
    'It does not hold the finalizer of the former group any more, so no controller removes this load balancer.',
  'finding.finalizer-stripped': 'Somebody took the finalizer off',
  'finding.finalizer-stripped.is':
    '{kind} {namespace}/{name} is served and has no finalizer: deleting it now would leave everything in AWS behind.',
  'finding.finalizer-stripped.seen':
    'The status of {kind} {namespace}/{name} names this load balancer, and none of its finalizers is the controller’s.',
  'finding.finalizer-stripped.do':
    'Find what writes {kind} {namespace}/{name} as a whole and let it keep finalizers that it does not know; the controller sets its own again at the next reconcile.',
  'finding.finalizer-removed': 'Its owner went without cleaning up',
  'finding.finalizer-removed.is':
    '{kind} {namespace}/{name} had this load balancer and is gone. The controller removes the load balancer first, so the finalizer went another way, as a rule by hand.',
  'finding.owner-recreated': 'Its owner was made anew and took it over',
  'finding.owner-recreated.is':
    'An earlier {kind} {namespace}/{name} had this load balancer, and the controller went on with it for the new one.',
  'finding.owner-recreated.seen':
    '{kind} {namespace}/{name} was made at {ownerAt}, the load balancer at {loadBalancerAt}.',
  'finding.owner-recreated.witnessed':
    'Another {kind} {namespace}/{name} (UID {uid}) had it, seen last at {lastSeenAt}.',
  'finding.bindings-left-behind': 'TargetGroupBindings outlived the owner',
  'finding.bindings-left-behind.is':
    '{bindings|{bindings} is no proof that the owner exists; it waits for a controller and keeps its namespace from going.|{bindings} are no proof that the owner exists; they wait for a controller and keep their namespace from going.}',
  'finding.bindings-left-behind.seen':
    'The labels of {bindings} name the stack {stack}.',
  'finding.bindings-left-behind.do':
    'Delete them with a controller running; it takes their finalizers off.',
  'finding.two-controllers': 'Two controllers run in the cluster',
  'finding.two-controllers.is':
    '{controllers} run at the same time. That is not supported: they share names of locks and tags and undo each other’s work.',
  'finding.two-controllers.do': 'Keep one of the Deployments.',
  'finding.gateway-crds-too-old': 'The Gateway CRDs are too old',
  'finding.gateway-crds-too-old.is':
    'Controller {version} does not start its part for Gateways of type {type}: CRDs that it needs are missing. Only its log says so.',
  'finding.gateway-crds-too-old.seen': 'Not served by the cluster: {missing}.',
  'finding.gateway-crds-too-old.do':
    'Install the Gateway API’s CRDs and those of controller {version}, then restart the controller.',
  'finding.crd-outdated': 'A CRD was not updated with the controller',
  'finding.crd-outdated.is':
    'Controller {version} knows {field}, and the CRD {crd} of the cluster does not: what is written there is dropped.',
  'finding.crd-outdated.seen':
    'The CRD {crd} has no {field}, which came with {since}.',
  'finding.crd-outdated.do':
    'Apply the CRDs of {version}: helm upgrade does not update them.',
  'finding.gateway-configuration-missing':
    'It names a LoadBalancerConfiguration that is missing',
  'finding.gateway-configuration-missing.is':
    'Gateway {namespace}/{name} names the LoadBalancerConfiguration {configuration}, which does not exist. No event says so, only the condition Accepted.',
  'finding.gateway-configuration-missing.do':
    'Create the LoadBalancerConfiguration {configuration}, or take the reference out.',
  'finding.backend-missing': 'A route leads to a Service that is missing',
  'finding.backend-missing.is':
    'Ingress {namespace}/{name} routes to {services}, which do not exist. The controller lets that pass and answers 503 there.',
  'finding.backend-missing.do':
    'Create the Service, or take its routes out of Ingress {namespace}/{name}.',
  'finding.hollow-gateway': 'The Gateway is hollow',
  'finding.hollow-gateway.is':
    'Gateway {namespace}/{name} says that it is programmed, and no route is attached: its load balancer has nothing behind it and keeps billing.',
  'finding.hollow-gateway.seen':
    'No listener of Gateway {namespace}/{name} has a route, and {loadBalancer} has no target group.',
  'finding.hollow-gateway.do':
    'Attach a route, or delete Gateway {namespace}/{name}.',
  'evidence.condition-true': '{kind} {name}: {type} is True: {text}',
} as const satisfies MessageTemplates;

const groups = {
  'finding.group-frozen': 'One bad member freezes the group',
  'finding.group-frozen.is':
    'Ingress {namespace}/{name} can’t be built, and it is one of {members} members.',
  'finding.group-frozen-silently':
    'One bad member freezes the group, and no event says so',
} as const satisfies MessageTemplates;

const awsSide = {
  'finding.deletion-protection': 'Deletion protection forbids the deletion',
  'finding.deletion-protection.is':
    'It can’t return to normal: once deletion was asked for, the object is not reconciled any more.',
  'finding.protected-in-aws-only':
    'Deletion protection is on in AWS only, and will not hold',
  'finding.protected-in-aws-only.is':
    'No annotation asks for it, so the controller switches it off and deletes the load balancer when its owner goes.',
  'finding.protected-in-aws-only.seen': 'AWS has {attribute}=true on {name}.',
  'finding.protected-in-aws-only.do':
    'Put {attribute}=true into the annotation for load balancer attributes.',
  'finding.security-group-in-use': 'Its security group can’t be deleted',
  'finding.security-group-in-use.is':
    'The load balancer goes first, then its security group; a rule of another group, often that of the nodes, still names it, and the object waits.',
  'finding.security-group-in-use.seen':
    'The load balancer is gone, and the security group {id} ({name}) of its stack is still there.',
  'finding.security-group-in-use.do':
    'Find the rule that names the group, in the security groups of the nodes first, and remove it. The deletion then goes on.',
  'finding.security-group-in-use.unread':
    'Security groups are not read (lbc.aws.optional.ec2), so whether one is left and blocks the deletion was not examined.',
  'finding.quota': 'A quota of AWS is reached',
  'finding.quota.is':
    'AWS refuses with {quota}. That keeps the object from being deleted, too.',
  'finding.quota.do':
    'Raise the quota, or spread the routes over more load balancers.',
  'finding.access-denied': 'The controller’s role lacks a permission',
  'finding.access-denied.is': 'AWS refuses {action} to the controller.',
  'finding.access-denied.some': 'AWS refuses a call of the controller.',
  'finding.access-denied.then':
    'Changes of the owner are not applied; targets mostly go on following the Pods.',
  'finding.access-denied.do':
    'Give the controller’s role the policy of the release that runs: each release brings its own.',
  'finding.certificate-missing': 'There is no certificate for HTTPS',
  'finding.certificate-missing.is':
    'HTTPS is asked for, and AWS has no such certificate.',
  'finding.certificate-missing.then':
    'The load balancer itself is made before, so it may be left without a listener.',
  'finding.certificate-missing.do':
    'Put the ARN of a certificate of this account and Region into the owner, or import one that covers its hosts.',
  'finding.no-listener': 'The load balancer has no listener',
  'finding.no-listener.is': 'It answers nobody, and keeps billing.',
  'finding.no-listener.seen': 'AWS has {name}, and no listener on it.',
  'finding.no-listener.do':
    'See why the controller could not make one: a missing certificate, or no route at all.',
  'finding.name-taken': 'Its name is taken in AWS',
  'finding.name-taken.is':
    'The controller does not find a load balancer of its own and can’t make one: another one has the name that it gives. It finds its own by their tags alone.',
  'finding.name-taken.do':
    'Look at the load balancer of that name: if it is the owner’s, put its tracking tags right; if it is of a former cluster name, either tag it anew with the controller stopped or give another name.',
  'finding.name-deadlock': 'A deadlock on a name after a deletion in AWS',
  'finding.name-deadlock.is':
    'The TargetGroupBinding {namespace}/{name} names a target group that was deleted in AWS. The new one gets the same name, so the controller can’t make its TargetGroupBinding, and that does not pass by itself.',
  'finding.name-deadlock.do':
    'Delete the TargetGroupBinding {namespace}/{name}: its target group is gone, so nothing is lost, and the controller makes it anew.',
  'finding.target-group-missing':
    'A TargetGroupBinding names a target group that is missing',
  'finding.target-group-missing.is':
    'Its targets are registered nowhere. Releases before 3.5.0 also can’t clean it up when it is deleted.',
  'finding.target-group-missing.do':
    'See which target group it should name; one of a stack is made anew when its owner is reconciled.',
  'finding.node-security-group': 'The nodes’ security group is ambiguous',
  'finding.node-security-group.is':
    'The controller looks for exactly one security group tagged {tag} on a network interface and found {found}: it opens no port, and targets are not reachable.',
  'finding.node-security-group.do':
    'Leave the tag {tag} on one security group of each node, or narrow it down by --service-target-eni-security-group-tags.',
  'finding.tracking-tags-removed': 'Its tracking tags are not whole',
  'finding.tracking-tags-removed.is':
    'The tag for {missing} is not there, so the controller does not recognise its own load balancer: it tries to make another one of the same name and fails.',
  'finding.tracking-tags-removed.seen': '{name} lacks the tag for {missing}.',
  'finding.tracking-tags-removed.do':
    'Put the tag for {missing} back; the controller goes on at its next attempt.',
  'finding.adopted': 'Made by infrastructure code, and held by the controller',
  'finding.adopted.is':
    'Its tracking tags make it the controller’s: it changes listeners, rules and attributes, and deletes the load balancer when the last owner goes.',
  'finding.adopted.do':
    'Bind target groups by TargetGroupBinding in place of tags if the load balancer is to stay with its infrastructure code.',
  'finding.renamed': 'The controller’s cluster name changed',
  'finding.renamed.is':
    'The controller called itself {before} when it made this one and is called {after} now: it made everything anew and ignores this one for ever.',
  'finding.renamed.seen':
    'Its cluster tag is {before}; {successor} has {after}.',
  'finding.targets-emptied': 'The renamed controller emptied its target groups',
  'finding.targets-emptied.is':
    'The targets were taken out, so whoever still uses its DNS name gets 503.',
  'finding.targets-emptied.seen': 'No target is registered in {targetGroups}.',
  'finding.targets-emptied.unread':
    'Target health was not read, so whether the renamed controller took the targets out was not examined.',
  'finding.same-name-twice': 'Two clusters use one cluster name',
  'finding.same-name-twice.is':
    'Unless the portal knows one cluster by both names: their controllers find each other’s load balancers and change them in turn.',
  'finding.same-name-twice.do':
    'Give each cluster a name of its own (--cluster-name); a new name makes new load balancers.',
  'finding.duplicate-load-balancers': 'Two load balancers have the same tags',
  'finding.duplicate-load-balancers.is':
    '{others} carries the same tracking tags. The controller changes all of them and removes none.',
  'finding.duplicate-load-balancers.seen':
    'The same cluster, stack and resource tags: {names}.',
  'finding.duplicate-load-balancers.do':
    'Delete the one that no DNS name leads to, by hand.',
  'finding.shared-with-auto-mode': 'EKS Auto Mode binds the same target group',
  'finding.shared-with-auto-mode.is':
    'A TargetGroupBinding of EKS Auto Mode names the target group of {namespace}/{name}.',
  'finding.shared-with-auto-mode.then':
    'Deleting either of the two deregisters the targets, those of the other included.',
  'finding.shared-with-auto-mode.do':
    'Switch multiClusterTargetGroup on in both before one of them is deleted.',
  'finding.deleted-in-aws': 'Deleted in AWS',
  'finding.deleted-in-aws.is':
    'The controller notices only at its next full pass, up to 10 h later, or when the owner changes. The new one has another DNS name.',
  'finding.cluster-gone': 'Its cluster is gone',
  'finding.cluster-gone.is':
    'The cluster {clusterTag} made it. Load balancers, target groups and security groups stay when a cluster is deleted first, and keep its VPC from being deleted.',
  'finding.cluster-gone.do':
    'Delete what carries its cluster tag: the load balancers first, then target groups, then security groups.',
  'finding.version-one-left': 'Left by version 1 of the controller',
  'finding.version-one-left.is':
    'Releases up to 1.1.2 tagged it for {stack}; no current controller takes it over, and a new load balancer is made beside it.',
  'finding.version-one-left.seen':
    '{name} has the tags of the releases up to 1.1.2 only.',
  'finding.version-one-left.do':
    'Move DNS to the new load balancer and delete this one; upgrading by way of 1.1.9 would have kept it.',
  'finding.backend-group-left': 'The shared backend security group is left',
  'finding.backend-group-left.is':
    'The controller removes it only with the last of its objects, and leaves it behind when two go at once, after a restart, after a dry run or where its flag is switched off.',
  'finding.backend-group-left.seen':
    'No load balancer has the security group {id} ({name}).',
  'finding.backend-group-left.do':
    'If the cluster is to have no load balancers any more: delete the group once the rules that name it are gone.',
} as const satisfies MessageTemplates;

/** Everything that findings say. */
export const findingsEnglish = {
  ...kubernetesSide,
  ...groups,
  ...awsSide,
} as const satisfies MessageTemplates;
