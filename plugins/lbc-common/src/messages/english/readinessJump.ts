import { MessageTemplates } from '../templates';

const jump = {
  'readiness.kubernetes-step-unknown':
    'Which version of Kubernetes the cluster runs was not read.',
  'readiness.kubernetes-steps':
    'From Kubernetes {from} to {to} are {steps} minor versions: a control plane goes one at a time.',
  'readiness.do-step-kubernetes': 'Go to Kubernetes {next} first.',
  'readiness.kubernetes-one-step':
    'From Kubernetes {from} to {to} is one minor version.',
  'readiness.eks-not-asked':
    'EKS says nothing of this cluster: it was not asked, or the cluster is not one of its own.',
  'readiness.stops-unknown':
    'Whether the way from {from} to {to} needs stops can’t be told.',
  'readiness.no-stops': 'From {from} to {to} no stop is needed.',
  'readiness.stop-at': 'The way from {from} to {to} must stop at {stop}.',
  'readiness.stop-at-inferred':
    'The way from {from} to {to} should stop at {stop}: upstream does not say so, it follows from its code.',
  'readiness.do-stop-at':
    'Choose {stop} as the target first, and let it settle.',
  'readiness.do-stop-at-or-scale':
    'Choose {stop} as the target first, or scale the old controller to zero and wait until its Pods are gone before the new one starts.',
  'readiness.do-scale-to-zero':
    'Scale the old controller to zero and wait until its Pods are gone before the new one starts.',
  'readiness.no-known-issues': '{version} has no known issue to avoid it for.',
  'readiness.known-issue': '{version} has the known issue {issue}: {text}',
  'readiness.known-issue-if':
    '{version} has the known issue {issue}: {text} It bites if: {condition}.',
  'readiness.known-issue-not-here':
    '{version} has the known issue {issue}, which does not bite here ({condition}): {text}',
  'readiness.do-go-to': 'Go to {version} instead.',
  'evidence.release-source': 'Read in {source}',
  'evidence.release-note': '{version}: {text}',
  'readiness.notes':
    'From {from} to {to} are {releases|one release|{releases} releases} with {changes|one note|{changes} notes} of changes; the other checks judge what of them matters here.',
  'readiness.notes-unknown':
    'What upstream changed between {from} and {to} can’t be told.',
  'readiness.no-chart':
    'The controller was not installed by the chart, as far as its labels say.',
  'readiness.helm-crds-done': 'The CRDs of {version} are there already.',
  'readiness.helm-leaves-crds':
    'helm upgrade does not touch CRDs: these must be applied by hand before {version}: {crds}.',
  'readiness.helm-leaves-gateway-crds':
    'helm upgrade does not touch CRDs, and the documented command leaves gateway-crds.yaml out: these must be applied by hand before {version}: {crds}.',
  'readiness.do-apply-crds-by-hand':
    'Apply crds.yaml, and gateway-crds.yaml if Gateways are used, of the target’s tag; let Flux do it by crds: CreateReplace.',
  'readiness.stored-versions-kept':
    '{version} has every version that objects are stored in.',
  'readiness.stored-version-lost':
    'Objects of {crd} may be stored in {stored}, which {version} no longer has.',
  'readiness.do-migrate-storage':
    'Write every object of {crd} once more under the newer version, and take the old one out of status.storedVersions, before the CRD is replaced.',
  'readiness.gateway-not-used':
    'No GatewayClass of the controller’s is in the cluster.',
  'readiness.gateway-same':
    '{from} and {to} are built for the same Gateway API {bundle}.',
  'readiness.gateway-order':
    'Order: the Gateway API {bundle} first, then the controller’s own CRDs, then {to}. Detection runs once, as the controller starts.',
  'readiness.gateway-l4-window':
    'From the Gateway API {before} to {bundle} routes of TCP, UDP or TLS change their version: from the moment that the CRDs are applied until {to} runs, {from} no longer reads them. Order: the Gateway API {bundle} first, then the controller’s own CRDs, then {to}.',
  'readiness.do-keep-window-short':
    'Apply the CRDs and upgrade in one go, and change no L4 route in between.',
  'readiness.gateway-alone':
    'No other implementation of the Gateway API has a GatewayClass here.',
  'readiness.gateway-others-stay':
    'Others use the Gateway API, too ({controllers}); its CRDs are at {bundle} or newer already and stay.',
  'readiness.gateway-others':
    'Others use the Gateway API, too ({controllers}): whether they work with {bundle} is not known here.',
  'readiness.do-ask-others':
    'Ask those who run {controllers}, and attest what they say.',
  'readiness.no-assumed-roles':
    'No TargetGroupBinding asks for a role of another account.',
  'readiness.role-not-broad': 'The role may not more than it should.',
  'readiness.role-not-read': 'The role was not read.',
  'readiness.no-roles-left': 'No role of an earlier controller was seen.',
  'readiness.features-allowed':
    'No action is missing that only some features need, as far as the role was read.',
  'readiness.rbac-short-now':
    'Rights in the cluster are missing already for {from}: {resources}.',
  'readiness.rbac-comes':
    '{count|One kind of right is|{count} kinds of rights are} needed by {to} and not there yet ({resources}): the {channel} brings them, the image alone does not.',
  'readiness.rbac-enough': 'The rights in the cluster are enough for {to}.',
  'readiness.rbac-not-seen':
    'Whether the rights in the cluster are enough for {to} was not seen; the {channel} brings them.',
  'readiness.image-of-chart':
    'Image {version} and chart {chart} are of one release.',
  'readiness.certificate-by-cert-manager':
    'cert-manager keeps the certificate of the webhooks: the upgrade does not renew it.',
  'readiness.certificate-never-kept':
    'The chart of {version} makes a new CA at every helm upgrade: writes of Ingresses, TargetGroupBindings and new Services fail with x509 errors until Pods have the new certificate.',
  'readiness.certificate-kept':
    'keepTLSSecret is set: the chart of {version} keeps the certificate of the webhooks.',
  'readiness.certificate-kept-by-default':
    'The chart of {version} keeps the certificate of the webhooks by default.',
  'readiness.certificate-renewed':
    'keepTLSSecret is off, as the chart of {version} has it: every helm upgrade makes a new CA, and writes of Ingresses, TargetGroupBindings and new Services fail with x509 errors until the mounted Secret is refreshed.',
  'readiness.certificate-unknown':
    'Whether keepTLSSecret is set is not known: the portal has not the values. By default the chart of {version} makes a new CA at every helm upgrade, and writes fail with x509 errors until the mounted Secret is refreshed.',
  'readiness.do-keep-certificate':
    'Set keepTLSSecret: true, or let cert-manager make the certificate (enableCertManager: true).',
  'readiness.webhooks-delta-unknown':
    'How the webhooks of the two releases differ can’t be told.',
  'readiness.webhooks-same':
    'The webhooks of both releases fail in the same way.',
  'readiness.webhook-new':
    'Webhook {webhook} is new and fails closed: where it does not answer, {operations} of {resources} is refused.',
  'readiness.webhook-new-narrow':
    'New webhooks that only labelled namespaces or objects of a gate meet: {webhooks}.',
  'readiness.do-know-webhook':
    'Keep two replicas, so that it answers while Pods are replaced; leave it out by the chart’s value if nobody needs it.',
  'readiness.webhook-policy':
    'Webhook {webhook} changes its failure policy from {was} to {policy}.',
  'readiness.ca-kept-before':
    'Charts up to 1.17.1 keep the certificate of the webhooks, unless somebody told them otherwise.',
  'readiness.ca-before-unknown':
    'Whether an earlier helm upgrade made a new CA is not known: nothing keeps that here.',
  'readiness.chart-values-unknown':
    'How the charts of the two releases differ is not known.',
  'readiness.chart-defaults-same':
    'No default of the chart changes that other checks do not look at.',
  'readiness.chart-values-kept': 'Every value that matters is still read.',
  'readiness.values-not-read':
    'The values of the chart are not known here (Helm keeps them in a Secret, which is never read), and the jump changes: {values}.',
  'readiness.do-give-values':
    'Give the values by lbc.readiness.values, or compare them by hand with helm get values.',
  'readiness.chart-default-flips':
    'The default of {name} changes from {was} to {is}, and your values do not set it.',
  'readiness.chart-default-set':
    'The default of {name} changes from {was} to {is}; your values set it.',
  'readiness.do-set-value': 'Set {name}: {was} to keep what you have.',
  'readiness.chart-value-gone':
    'The chart no longer reads {name}, which you set.',
  'readiness.chart-value-renamed':
    'The chart reads {renamed} instead of {name}, which you set.',
  'readiness.chart-value-retyped':
    'The chart takes {name} as a list now, and you set it as a map: the upgrade fails.',
  'readiness.do-change-value': 'Change {name} in your values.',
  'readiness.flags-unknown': 'The flags of one of the releases are not known.',
  'readiness.flags-kept': '{version} knows every flag that is set.',
  'readiness.flag-gone':
    '{version} does not know --{flag}, which is set: it ends at start.',
  'readiness.do-remove-flag': 'Take --{flag} out.',
  'readiness.flag-defaults-same':
    'No default changes of a flag that is not set.',
  'readiness.flag-default':
    'The default of --{flag} changes from “{was}” to “{is}”, and it is not set.',
  'readiness.do-set-flag': 'Set --{flag} to “{was}” to keep what you have.',
  'readiness.gates-not-set': 'No feature gate is set.',
  'readiness.gates-unknown':
    'Feature gates are set, and which ones {version} knows can’t be told.',
  'readiness.gates-kept': '{version} knows every gate that is set: {gates}.',
  'readiness.gate-gone':
    '{version} does not know the gate {gate}, which is set: it ends at start.',
  'readiness.gate-renamed':
    '{version} calls the gate {gate} {renamed}, and {gate} is set: it ends at start.',
  'readiness.gates-delta-unknown':
    'Which gates are on by default is not known for one of the releases.',
  'readiness.gates-same': '{version} has no other gates on than now.',
  'readiness.gate-on': 'Gate {gate} is on in {version}, and was not.',
  'readiness.gate-off': 'Gate {gate} is off in {version}, and was on.',
  'readiness.do-set-gate':
    'Read what it does; set {gate}={value} to keep what you have.',
  'readiness.features-unknown':
    'What annotations mean under both releases can’t be compared.',
  'readiness.features-same':
    'No annotation or field begins to act under {version}.',
  'readiness.features-kept':
    '{version} reads every annotation and field that acts now.',
  'readiness.feature-begins':
    '{name} does nothing now and acts under {version}, on {count|one object|{count} objects}: {objects}.',
  'readiness.do-want-feature':
    'Make sure that you still want what {name} says; else take it out before the upgrade.',
  'readiness.feature-ends':
    '{name} acts now and {version} does not read it, on {count|one object|{count} objects}: {objects}.',
  'readiness.do-rewrite-feature':
    'Rewrite {name} as the target reads it, together with its CRD.',
  'readiness.meanings-same':
    'No word that these objects use changes its meaning on the way.',
  'readiness.means-nlb-internal':
    'Since {since} a new NLB is internal unless its scheme is named; those that stand keep theirs: {objects}.',
  'readiness.do-name-scheme':
    'Name the scheme by annotation, so that a new one is as the old one.',
  'readiness.means-backend-security-group':
    'Since {since} the controller makes a shared security group and gives it to every ALB, and rules on Nodes change: {objects}.',
  'readiness.do-expect-security-group':
    'Allow the role ec2:CreateSecurityGroup, and tell those who watch security groups.',
  'readiness.means-ingress-class':
    'Since {since} the chart makes the IngressClass alb, and one is here that Helm does not keep: {objects}.',
  'readiness.do-adopt-ingress-class':
    'Let Helm adopt it by label and annotations, or set createIngressClassResource: false.',
  'readiness.means-service-mutator':
    'Since {since} a webhook makes new Services of type LoadBalancer without a class the controller’s, as internal NLBs; {count|one such Service is|{count} such Services are} here, and a new one would differ: {objects}.',
  'readiness.do-decide-mutator':
    'Decide, and set enableServiceMutatorWebhook: false to leave them to the cloud controller.',
  'readiness.means-nlb-security-groups':
    'Since {since} new NLBs have security groups, and only there source ranges are rules of the group; those that stand have none: {objects}.',
  'readiness.do-review-source-ranges':
    'Review the source ranges of these Services.',
  'readiness.means-class-missing':
    'Since {since} every change of an Ingress is refused while its class is missing, even the removal of a finalizer: {objects}.',
  'readiness.do-make-class':
    'Make the class, or take ingressClassName out, before the upgrade.',
  'readiness.means-ip-families':
    'Since {since} targets are registered by the IP family of the target group; these Services have two: {objects}.',
  'readiness.do-check-ip-families':
    'Check that every target group has targets of its own family afterwards.',
  'readiness.means-route-order':
    'From {since} on rules of routes are ordered otherwise (routes without a host name, HTTPRoute beside GRPCRoute): {objects}.',
  'readiness.do-check-route-order':
    'Compare the order of the rules before and after: a baseline tells.',
  'readiness.means-dualstack-subnets':
    'Since {since} subnets of dualstack load balancers are discovered only where they have IPv6: {objects}.',
  'readiness.do-name-subnets':
    'Name the subnets by annotation, or see that those found have IPv6.',
  'readiness.lock-unknown':
    'What the leader locks under both releases can’t be told.',
  'readiness.lock-shared':
    '{from} and {to} share a lock: one waits while the other leads.',
  'readiness.lock-not-shared':
    '{from} locks on {was} and {to} on {is}: while both run, both lead.',
  'readiness.lock-not-shared-alone':
    '{from} locks on {was} and {to} on {is}; as the Deployment is set, they never run at once.',
  'readiness.image-unknown': 'Which image runs can’t be told.',
  'readiness.image-moved':
    'Up to 2.4.5 the chart’s image is in a registry of AWS’ account 602401143452; {version} is in public.ecr.aws.',
  'readiness.do-allow-registry':
    'Let Nodes pull from public.ecr.aws, or mirror the image.',
  'readiness.image-upstream':
    'The image comes from {registry}, where upstream publishes {version} for amd64 and arm64.',
  'readiness.image-mirror':
    'The image comes from {registry}: whether {version} is there, for the architecture of the Nodes, is not known here.',
  'readiness.do-mirror-image':
    'Push {version} to {registry} for every architecture of your Nodes, and attest it.',
  'readiness.not-rehearsed':
    'No other cluster that the portal reads runs {version}.',
  'readiness.do-rehearse': 'Upgrade a cluster that matters less first.',
  'readiness.rehearsed-verified':
    'Rehearsed in {cluster}: it runs {version} since {sinceAt}, was verified, and covers {covers} of {of} features that are used here.',
  'readiness.rehearsed-only':
    '{cluster} runs {version} since {sinceAt} and covers {covers} of {of} features that are used here; nobody compared it with a baseline.',
} as const satisfies MessageTemplates;

/** Answers of the checks that look at a jump. */
export const jumpChecksEnglish = jump;
