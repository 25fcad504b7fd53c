import { MessageTemplates } from '../templates';
import { jumpChecksEnglish } from './readinessJump';

const titles = {
  'check.version': 'Release that runs',
  'check.two-controllers': 'One controller alone',
  'check.rollout-now': 'No rollout under way',
  'check.terminating': 'Nothing is being deleted',
  'check.failing': 'Nothing fails now',
  'check.pending-drift': 'What the restart sets back or deletes',
  'check.pending-specs': 'Changes that wait to be applied',
  'check.pending-released': 'Owners that left the controller’s scope',
  'check.pending-unattended': 'Time without a controller',
  'check.kubernetes-range': 'Kubernetes version',
  'check.kubernetes-step': 'One minor version of Kubernetes at a time',
  'check.eks': 'Support by EKS',
  'check.stops': 'Stops on the way',
  'check.known-issues': 'Known issues of the target',
  'check.notes': 'Upstream’s notes',
  'check.iam': 'IAM policy',
  'check.iam-features': 'IAM actions that only some need',
  'check.iam-assumed': 'Roles assumed in other accounts',
  'check.iam-broad': 'Role that may too much',
  'check.iam-left': 'Roles left over',
  'check.gateway-crds': 'CRDs of the Gateway API',
  'check.gateway-order': 'Order of CRDs and controller',
  'check.gateway-others': 'Other implementations of the Gateway API',
  'check.crds': 'CRDs of the controller',
  'check.helm-crds': 'CRDs that Helm leaves alone',
  'check.stored-versions': 'Stored versions of CRDs',
  'check.rbac': 'RBAC',
  'check.image-and-chart': 'Image and chart of one release',
  'check.webhooks-answer': 'Webhooks answer',
  'check.webhook-certificate': 'Certificate of the webhooks',
  'check.webhook-policies': 'Webhooks that come or fail otherwise',
  'check.webhook-ca-before': 'CA of the webhooks at earlier upgrades',
  'check.chart-defaults': 'Defaults of the chart',
  'check.chart-values-gone': 'Values that the chart no longer reads',
  'check.flags-gone': 'Flags that are gone',
  'check.flag-defaults': 'Defaults of flags',
  'check.gates-gone': 'Feature gates that are gone',
  'check.gates-on': 'Feature gates that change',
  'check.features-begin': 'Annotations and fields that begin to act',
  'check.features-end': 'Annotations and fields that stop acting',
  'check.meanings': 'Same words, another meaning',
  'check.generations': 'What stands in AWS is recognised',
  'check.duplicates': 'Duplicates and leftovers',
  'check.name-twice': 'Cluster name used once',
  'check.protection': 'Deletion protection',
  'check.replicas': 'One controller always alive',
  'check.strategy': 'How Pods are replaced',
  'check.disruption-budget': 'Disruption budget',
  'check.lock': 'Lock of leader election',
  'check.api-budget': 'API budget of the restart',
  'check.quotas': 'Quotas of the account',
  'check.readiness-gates': 'Readiness gates of Pods',
  'check.single-targets': 'Services with one target',
  'check.image': 'Where the image comes from',
  'check.rehearsal': 'Rehearsed elsewhere',
  'check.auto-mode': 'EKS Auto Mode beside',
} as const satisfies MessageTemplates;

const state = {
  'readiness.version-unknown':
    'Which release runs is not known here, so that no jump can be judged.',
  'readiness.target-unknown':
    'What the target is can’t be told: nothing is compared with it.',
  'readiness.one-controller': 'One controller runs in this cluster.',
  'readiness.two-controllers':
    'Cluster {cluster} has several controllers that run: {controllers}. They fight over the same stacks; this report is about {judged}.',
  'readiness.two-controllers-stopped':
    'Cluster {cluster} has several controllers, of which one runs at most: {controllers}. This report is about {judged}.',
  'readiness.rollout-done': 'No rollout of the controller is under way.',
  'readiness.rollout-under-way':
    'A rollout of the controller is under way: an upgrade on top of it can’t be told apart from it.',
  'readiness.rollout-stuck':
    'The last rollout of the controller is stuck: its new Pods do not become ready.',
  'readiness.rollout-unknown':
    'Whether a rollout is under way can’t be told: the Deployment has no status.',
  'readiness.two-versions-now':
    'Pods of several versions run at the same time: {versions}.',
  'readiness.do-finish-rollout':
    'Finish the rollout or undo it: kubectl rollout status.',
  'readiness.none-terminating':
    'No object with a finalizer of the controller is being deleted.',
  'readiness.terminating':
    '{count|One object is|{count} objects are} being deleted and {count|waits|wait} for the controller: {objects}.',
  'readiness.do-finish-deletion':
    'See that the deletion ends before you upgrade: what blocks it now blocks it after, and looks like the upgrade’s fault.',
  'readiness.none-failing':
    'None of {count|one owner|{count} owners} of load balancers fails.',
  'readiness.failing': '{stack} is {state} now.',
  'readiness.do-mend-first':
    'Mend it before you upgrade: the restart tries again at once, and a frozen group stays frozen.',
  'readiness.states-unknown':
    'How {count|one stack stands|{count} stacks stand} is not known: {stacks}.',
  'readiness.not-settled':
    '{count|One stack is|{count} stacks are} not settled (targets unhealthy, or still being made): {stacks}.',
  'readiness.nothing-pending':
    'What stands in AWS is what the owners ask, in {count|the only stack|all {count} stacks}: the restart changes nothing.',
  'readiness.detail-not-read':
    'Listeners, rules and attributes of {count|one stack were|{count} stacks were} not read, or not since they last changed, so that what the restart changes there is not known: {stacks}.',
  'readiness.do-read-detail':
    'Take a baseline, which reads every stack, or open these and read their detail.',
  'readiness.drift-not-whole':
    'More differs than the comparison keeps: {stacks}.',
  'readiness.pending-replacement':
    'The restart replaces a part of {stack} ({places}): it is deleted first, then made anew.',
  'readiness.pending-deletion':
    'The restart deletes {count|one part|{count} parts} of {stack} that nobody asks for: {places}.',
  'readiness.pending-revert':
    'The restart sets back {count|one setting|{count} settings} of {stack} that somebody changed in AWS: {places}.',
  'readiness.do-settle-replacement':
    'Make the replacement on a day of your own, or change the spec back to what stands in AWS.',
  'readiness.do-settle-deletion':
    'If somebody needs it, move it to the spec or to a load balancer of its own before the restart.',
  'readiness.do-settle-drift':
    'If somebody needs it, write it into the annotations or the configuration; else let the restart set it back.',
  'readiness.specs-applied':
    'Every change of {count|the only owner|{count} owners} was applied, as far as Events tell.',
  'readiness.specs-unapplied':
    '{count|One owner was|{count} owners were} changed after the controller last succeeded, so that the restart applies it: {stacks}.',
  'readiness.do-wait-for-spec':
    'Wait until the change is applied, or take it back.',
  'readiness.specs-untold':
    'Whether the last change of {count|one owner|{count} owners} was applied can’t be told from Events: {stacks}.',
  'readiness.none-released': 'No owner left the controller’s scope.',
  'readiness.released':
    '{stack} left the controller’s scope (class, type or group changed): the restart deletes its load balancer.',
  'readiness.do-claim-again':
    'If it is still needed, give it its class back; else let it be deleted on a day of your own.',
  'readiness.attended': 'A controller looks after every stack now.',
  'readiness.liveness-unknown':
    'Whether the controller lives can’t be told, and so neither how much has waited for it.',
  'readiness.controller-gone':
    'No controller of this cluster lives: all that was changed since then happens at once when one starts.',
  'readiness.unattended':
    'Nobody has looked after {count|one stack|{count} stacks} since {sinceAt}: all that was changed since then happens at once. {stacks}.',
  'readiness.do-start-old-first':
    'Start the release that ran before, let it settle, and upgrade then.',
  'readiness.replicas-unknown':
    'How many replicas the controller has can’t be told.',
  'readiness.scaled-to-zero':
    'The controller is scaled to zero: the upgrade would be its start.',
  'readiness.none-ready': 'None of {wanted} replicas is ready now.',
  'readiness.some-not-ready': 'Only {ready} of {wanted} replicas are ready.',
  'readiness.do-mend-controller':
    'Find out why its Pods are not ready before you change them.',
  'readiness.one-replica':
    'The controller has one replica: until the new one leads, nobody registers targets and its webhooks may refuse writes.',
  'readiness.do-two-replicas': 'Set replicas to 2 before you upgrade.',
  'readiness.replicas':
    '{ready} replicas are ready: one is alive while another is replaced.',
  'readiness.strategy-unknown': 'How Pods are replaced can’t be told.',
  'readiness.strategy-recreate':
    'The Deployment’s strategy is Recreate: there is a time with no controller at all.',
  'readiness.do-rolling': 'Set the strategy to RollingUpdate.',
  'readiness.strategy-rolling': 'Pods are replaced by {strategy}.',
  'readiness.budget': 'The disruption budget {budget} covers the controller.',
  'readiness.budget-unknown':
    'Whether a disruption budget covers the controller was not seen.',
  'readiness.no-budget':
    'No disruption budget covers the controller: when Nodes are drained, all its Pods may go at once.',
  'readiness.do-set-budget':
    'Set the chart’s podDisruptionBudget.maxUnavailable to 1.',
  'readiness.no-budget-needed':
    'No disruption budget covers the controller; a rolling update does not ask for one.',
  'readiness.protection-as-asked':
    'No load balancer is protected in AWS alone.',
  'readiness.protected-in-aws':
    '{count|One load balancer is|{count} load balancers are} protected in AWS and not by annotation: the controller takes that protection off when it deletes. {stacks}.',
  'readiness.do-ask-for-protection':
    'Ask for the protection in the annotation or the LoadBalancerConfiguration.',
  'readiness.no-duplicates': 'No stack has two load balancers.',
  'readiness.duplicates':
    '{count|One stack has|{count} stacks have} two load balancers, and the controller writes to both: {stacks}.',
  'readiness.do-remove-duplicate':
    'Find out which one DNS names, and delete the other by hand.',
  'readiness.left-over':
    '{count|One load balancer is|{count} load balancers are} left over and {count|costs|cost} on; the upgrade does not touch {count|it|them}: {stacks}.',
  'readiness.name-once':
    'No other known cluster uses this cluster’s name for the same stacks.',
  'readiness.name-twice':
    'Two clusters use the cluster name {name} and fight over {count|one stack|{count} stacks}: {stacks}.',
  'readiness.do-rename-cluster':
    'Settle which cluster has the name before anything restarts.',
  'readiness.resync-short':
    'The restart reads {count|one stack|{count} stacks} anew: about {resyncSeconds} at {rate} calls a second.',
  'readiness.resync-long':
    'The restart reads {count} stacks anew: about {resyncSeconds} at {rate} calls a second, and changes wait for that long.',
  'readiness.resync-measured':
    'Reckoned from a report of 900 Ingresses that took 1.5 hours at 20 calls a second (#3540); other controllers of the account share its throttle.',
  'readiness.own-throttle': '--aws-api-throttle is set: {throttle}',
  'readiness.maybe-more-stacks': 'There may be more stacks than were seen.',
  'readiness.do-quiet-hour':
    'Choose an hour in which nobody deploys, and watch aws_api_call_throttled_errors_total.',
  'readiness.quota-hit':
    '{count|One stack has|{count} stacks have} hit a quota of AWS: {stacks}.',
  'readiness.do-raise-quota': 'Ask AWS for a higher quota first.',
  'readiness.quotas-not-read':
    'How near this account is to its quotas is not known: the portal does not read Service Quotas. It knows of {count|one load balancer|{count} load balancers} here.',
  'readiness.see-quotas': 'The quotas of Elastic Load Balancing',
  'readiness.no-readiness-gates':
    'No namespace asks for readiness gates of the controller.',
  'readiness.readiness-gates':
    'Pods of {count|one namespace|{count} namespaces} wait for the controller to become ready ({namespaces}); another replica takes over within seconds.',
  'readiness.readiness-gates-wait':
    'Pods of {count|one namespace|{count} namespaces} wait for the controller to become ready: while none leads, rollouts there stand still ({namespaces}).',
  'readiness.readiness-gate-namespaces':
    'Namespaces that ask for readiness gates: {namespaces}',
  'readiness.do-freeze-deploys':
    'Ask those teams not to deploy during the upgrade, or run two replicas.',
  'readiness.no-single-targets': 'No target group has one target alone.',
  'readiness.single-targets':
    '{count|One load balancer has|{count} load balancers have} a target group with one target alone: {stacks}.',
  'readiness.do-second-target':
    'Run a second replica for the time of the upgrade.',
  'readiness.targets-unread':
    'How many targets {count|one load balancer has|{count} load balancers have} was not read yet.',
  'readiness.no-auto-mode': 'EKS Auto Mode is not in this cluster.',
  'readiness.auto-mode':
    'EKS Auto Mode runs beside: neither takes over the other’s load balancers, and moving one means a new one and DNS.',
  'readiness.auto-mode-mutator':
    'EKS Auto Mode runs beside, and the controller’s webhook gives it every new Service without a class; enableServiceMutatorWebhook=false leaves those to Auto Mode.',
} as const satisfies MessageTemplates;

/** Titles and answers of the checks. */
export const checksEnglish = {
  ...titles,
  ...state,
  ...jumpChecksEnglish,
} as const satisfies MessageTemplates;
