import { MessageTemplates } from '../templates';

/** What is said of a controller against all that it depends on. */
export const compatibilityEnglish = {
  // The verdict on a controller.
  'compatibility.verdict-pass':
    'Controller {namespace}/{name} of {cluster} runs {version}, the newest release known, and fits all that it depends on.',
  'compatibility.verdict-pass-behind':
    'Controller {namespace}/{name} of {cluster} runs {version} and fits all that it depends on; it is behind by {behind|one release|{behind} releases}.',
  'compatibility.verdict-warn':
    'Controller {namespace}/{name} of {cluster} runs {version} and works, but has a weak spot: {warns}. It is behind by {behind|one release|{behind} releases}.',
  'compatibility.verdict-warn-newest':
    'Controller {namespace}/{name} of {cluster} runs {version}, the newest release known, and works, but has a weak spot: {warns}.',
  'compatibility.verdict-fail':
    'Controller {namespace}/{name} of {cluster} runs {version} and does not fit: {fails}.',
  'compatibility.verdict-unknown':
    'Controller {namespace}/{name} of {cluster} runs {version}; nothing was found that does not fit, but not everything could be told: {unknowns}.',
  'compatibility.verdict-unknown-and-warn':
    'Controller {namespace}/{name} of {cluster} runs {version} and has a weak spot: {warns}. Not everything could be told: {unknowns}.',
  'compatibility.verdict-no-version':
    'Which release controller {namespace}/{name} of {cluster} runs is not told by its image, so it cannot be said what it fits.',
  'compatibility.verdict-unknown-release':
    'Controller {namespace}/{name} of {cluster} runs {version}, which is none of the releases that are known here, so it cannot be said what it fits.',
  'compatibility.verdict-auto-mode':
    'EKS Auto Mode serves load balancers in {cluster}. AWS runs that controller outside the cluster and keeps it up to date: no version of it can be seen.',

  // Why a report is empty.
  'compatibility.no-controller':
    'No controller was found in {cluster}: there is no Deployment of its image.',
  'compatibility.controllers-not-read':
    'Whether a controller runs in {cluster} is not known: its Deployments could not be read.',
  'compatibility.no-cluster':
    'No load balancer of this entity is known, so there is no controller to look at.',
  'compatibility.cluster-not-read': 'Cluster {cluster} was not read yet.',
  'compatibility.hidden-owners':
    'What other teams’ objects use is left out: you may not read them.',

  // What could not be seen.
  'compatibility.not-permitted':
    'The portal may not read {resource} in {cluster}.',
  'compatibility.not-whole':
    'Only a part of {resource} in {cluster} could be read.',
  'compatibility.not-read': '{resource} in {cluster} could not be read.',
  'compatibility.version-not-told':
    'Nothing was compared: which release controller {namespace}/{name} runs is not known.',
  'compatibility.release-not-known':
    'Nothing was compared: {version} is none of the releases that are known here.',
  'compatibility.auto-mode':
    'EKS Auto Mode runs its controller outside {cluster}, so there is nothing to compare.',
  'compatibility.auto-mode-crds':
    'EKS keeps the CRDs of Auto Mode in {cluster}; there is nothing to apply.',

  // The controller itself.
  'compatibility.controller-known':
    'Controller {namespace}/{name} of {cluster} runs {version}.',
  'compatibility.controller-unknown':
    'It cannot be told which known release controller {namespace}/{name} of {cluster} runs.',
  'compatibility.controller-needs-a-look':
    'Controller {namespace}/{name} of {cluster} runs {version}, and something about it needs a look.',
  'compatibility.version-of-image': 'The image tag says {version}: {image}',
  'compatibility.version-of-label':
    'The image names no tag; the chart’s label says {version}: {image}',
  'compatibility.version-fork':
    'The image was rebuilt or forked from {version} (its tag ends in “{suffix}”): what was changed in it is not known. It is judged as {version}.',
  'compatibility.version-pre-release':
    '{version} is a test version that was made before a release; what is in it is not known.',
  'compatibility.version-newer':
    '{version} is newer than {newest}, the newest release known here; what it needs is not known.',
  'compatibility.version-older':
    '{version} is older than {oldest}: it is the ALB Ingress Controller v1, which is not known here.',
  'compatibility.version-not-released':
    'Upstream never released a {version}; what is in it is not known.',
  'compatibility.version-digest-only':
    'The image is named by digest only, and no label says its version: {image}',
  'compatibility.version-unreadable':
    'The image tag is no version, so it does not say which release runs: {image}',
  'compatibility.two-versions':
    'Two versions of {namespace}/{name} run at once while it rolls: {versions}. Only one of them leads, and all answer webhooks.',
  'compatibility.two-versions-stuck':
    'The rollout of {namespace}/{name} is stuck, and two versions run at once: {versions}. Look at the Pods that do not become ready, or roll back.',
  'compatibility.rollout-stuck':
    'The rollout of {namespace}/{name} is stuck. Look at the Pods that do not become ready, or roll back.',
  'compatibility.no-replicas':
    'Nothing of {namespace}/{name} runs: it is scaled to 0. What is said here is of {version}, which starts when it is scaled up.',
  'compatibility.no-replica-ready':
    'None of {wanted|its one Pod|the {wanted} Pods} of {namespace}/{name} is ready.',
  'compatibility.image-differs-from-chart':
    'The image is {version}, but the chart {chart} brings {label}: the image was changed alone, so RBAC and webhooks are those of {label}.',
  'compatibility.gate-unknown':
    '{version} does not know the feature gate {gate}, and ends at start with “unknown feature”.',
  'compatibility.gate-malformed':
    'A part of --feature-gates is no name=true or name=false, and the controller ends at start: {text}',
  'compatibility.known-issue': '{version} has a known defect ({issue}): {text}',
  'compatibility.known-issue-if':
    '{version} has a known defect ({issue}): {text} It bites where: {condition}',

  // How it gets its rights.
  'compatibility.identity-static-keys':
    'Its environment names access keys, so it uses these and no role of its own.',
  'compatibility.identity-pod-identity':
    'EKS Pod Identity gives it credentials; which role that is, EKS knows.',
  'compatibility.identity-irsa-annotation':
    'The annotation of ServiceAccount {namespace}/{serviceAccount} names the role {roleArn}.',
  'compatibility.identity-irsa-pod':
    'Its Pods were given the role {roleArn} for their service account.',
  'compatibility.identity-node-role':
    'Neither ServiceAccount {namespace}/{serviceAccount} nor its Pods name a role, so it uses the role of its Node.',
  'compatibility.identity-unknown':
    'Which role it uses is not known: ServiceAccount {namespace}/{serviceAccount} or its Pods could not be read.',

  // Kubernetes.
  'compatibility.kubernetes-documented':
    'Kubernetes {minor} is within the range that upstream documents for {version}: {min} to {max}.',
  'compatibility.kubernetes-upper-end-untested':
    'Kubernetes {minor} is within the range that upstream documents for {version} ({min} and up); the upper end is untested, as upstream documents none.',
  'compatibility.kubernetes-too-old':
    'Kubernetes {minor} is too old for {version}, which needs {min} at least.',
  'compatibility.kubernetes-too-new':
    'Kubernetes {minor} is too new for {version}, which is documented up to {max}.',
  'compatibility.kubernetes-not-seen':
    'The version of Kubernetes in {cluster} is not known: /version could not be read.',
  'compatibility.api-removed':
    '{version} calls {api}, which Kubernetes removed in {since}: it cannot run here.',
  'compatibility.api-removed-by-flag':
    '{version} with {flag} calls {api}, which Kubernetes removed in {since}: it crashes here.',
  'compatibility.endpoints-deprecated':
    '{version} reads Endpoints, which Kubernetes deprecates since 1.33: it works, with warnings in its log.',

  // CRDs.
  'compatibility.crds-fit':
    'Nothing that {version} needs is missing from its {count|CRD|{count} CRDs}.',
  'compatibility.crds-none': '{version} brings no CRDs.',
  'compatibility.crds-unknown':
    'Whether the CRDs fit {version} is not known: not all could be read.',
  'compatibility.crds-behind':
    'The CRDs are behind {version} in {behind|one point|{behind} points}: apply those of {version}.',
  'compatibility.crds-fail':
    '{version} cannot work with the CRDs as they are ({behind|one point|{behind} points}): apply those of {version}.',
  'compatibility.crd-fits': '{crd} has every field that {version} knows.',
  'compatibility.crd-missing':
    '{crd} is not installed; {version} does not start without it.',
  'compatibility.crd-missing-unneeded':
    '{crd} is not installed; {version} needs it only for a feature that is off or not used.',
  'compatibility.crd-missing-gateway':
    '{crd} is not installed; {version} needs it only for Gateways, and what that means is said under Gateway API.',
  'compatibility.crd-missing-maybe-needed':
    '{crd} is not installed; whether {version} needs it depends on a feature gate whose state is not known.',
  'compatibility.crd-not-seen':
    'Whether {crd} is installed is not known: CRDs could not be read completely.',
  'compatibility.crd-version-not-served':
    '{crd} does not serve {apiVersion}, which {version} works with; it serves {served}.',
  'compatibility.crd-field-missing':
    '{crd} {apiVersion} lacks {count|a field|{count} fields} that {version} knows ({fields}): the API server drops what is written to {count|it|them}.',
  'compatibility.crd-fields-newer':
    '{crd} {apiVersion} has {count|a field|{count} fields} of a newer release ({fields}): {version} does not read {count|it|them}, and may drop {count|it|them} when it writes the object.',
  'compatibility.crd-fields-older':
    '{crd} {apiVersion} has {count|a field|{count} fields} of an older release ({fields}), which {version} no longer reads.',
  'compatibility.crd-fields-unrecognised':
    '{crd} {apiVersion} has {count|a field|{count} fields} that no known release has ({fields}): it was changed by hand.',
  'compatibility.crd-schema-not-seen':
    'Which fields {crd} {versions} has is not known: it has no schema, or none was read.',
  'compatibility.crd-stored-version-unknown':
    'Objects of {crd} may be stored as {stored}, which the CRD of {version} does not have: this CRD cannot be taken back to it.',

  // Gateway API.
  'compatibility.gateway-not-used':
    'No GatewayClass in {cluster} names this controller.',
  'compatibility.gateway-fits':
    'The CRDs of the Gateway API have what {version} needs; it is built for {builtFor}.',
  'compatibility.gateway-unknown':
    'Whether the CRDs of the Gateway API fit {version} is not known.',
  'compatibility.gateway-off':
    'Gateways are not served: {version} and the CRDs of the Gateway API do not fit.',
  'compatibility.gateway-needs-a-look':
    'Gateways are served by {version}, and something about their CRDs needs a look.',
  'compatibility.gateway-unknown-to-release':
    'A GatewayClass names {controller}, and {version} knows no Gateway API: nobody serves its Gateways.',
  'compatibility.gateway-gate-off':
    'A GatewayClass names {controller}, but the feature gate {gate} is off: nobody serves its Gateways.',
  'compatibility.gateway-gate-unknown':
    'Whether the feature gate {gate} is on in {version} is not known.',
  'compatibility.gateway-classes-not-seen':
    'Whether Gateways are used is not known: GatewayClasses could not be read completely.',
  'compatibility.gateway-crds-served':
    'All that {version} needs for {controller} is served.',
  'compatibility.gateway-crds-not-seen':
    'Whether {crds} is served is not known: CRDs could not be read completely.',
  'compatibility.gateway-switched-off':
    '{version} has switched {controller} off at start, without an error, because these are not served: {crds}. Gateways of it are not changed, and deleting one hangs.',
  'compatibility.gateway-crash':
    '{version} crashes at start, because these are not served: {crds}.',
  'compatibility.gateway-bundle':
    'Gateway API {bundle} is installed (channel {channel}); {version} is built for {builtFor}.',
  'compatibility.gateway-bundle-unknown':
    'Which release of the Gateway API is installed is not told by its CRDs: they carry no bundle version.',
  'compatibility.gateway-managed-by':
    '{manager} keeps the CRDs of the Gateway API: change them there.',
  'compatibility.gateway-managed-by-eks':
    'EKS keeps the CRDs of the Gateway API in this cluster: they cannot be changed by you, only by EKS.',
  'compatibility.gateway-maybe-eks':
    'Nothing says who keeps the CRDs of the Gateway API. This cluster has EKS Auto Mode, which may: such ones can be changed only by EKS.',
  'compatibility.gateway-crds-after-start':
    'These CRDs are newer than the controller’s Pods, started at {startedAt}: {crds}. It looks for CRDs once, when it starts.',

  // IAM.
  'compatibility.iam-not-read':
    'What the controller may do in AWS is not known: no role is read.',

  // RBAC.
  'compatibility.rbac-fits':
    'ServiceAccount {namespace}/{serviceAccount} may do all that {version} asks for.',
  'compatibility.rbac-short':
    'ServiceAccount {namespace}/{serviceAccount} may not do all that {version} asks for.',
  'compatibility.rbac-unknown':
    'Whether ServiceAccount {namespace}/{serviceAccount} may do all that {version} asks for is not known.',
  'compatibility.rbac-not-known':
    'Which rights {version} asks for is not known here.',
  'compatibility.rbac-rules-fit':
    'All {asked} rights that the {channel} of {version} grants are granted.',
  'compatibility.rbac-rule-missing':
    '{version} asks for {verbs} on {resource}, and no role grants it.',
  'compatibility.rbac-not-seen':
    'Whether {verbs} on {resource} is granted is not known: not all roles could be read.',
  'compatibility.rbac-kind-absent':
    '{verbs} on {resource} is not granted; no such kind is installed, so {version} does not need it here.',
  'compatibility.rbac-secrets-missing':
    '{verbs} on secrets is not granted for all namespaces, and an Ingress signs users in by OIDC: {version} reads its client secret only where a Role allows it.',
  'compatibility.rbac-secrets-unneeded':
    '{verbs} on secrets is not granted for all namespaces; {version} needs it only to sign users in by OIDC.',

  // Webhooks.
  'compatibility.webhooks-fit':
    'The webhooks in {cluster} are those of {version}, and answer.',
  'compatibility.webhooks-unknown':
    'Whether the webhooks in {cluster} are right is not known.',
  'compatibility.webhooks-fail':
    'The webhooks in {cluster} refuse writes that they should let through.',
  'compatibility.webhooks-need-a-look':
    'The webhooks in {cluster} work, and something about them needs a look.',
  'compatibility.webhooks-answer': 'Pods answer behind {services}.',
  'compatibility.webhooks-dead':
    'No Pod answers behind {services}: the API server refuses writes of {resources}.',
  'compatibility.webhooks-not-seen':
    'Whether the webhooks answer is not known: they, or their endpoints, could not be read completely.',
  'compatibility.webhook-ca-missing':
    'These webhooks name no CA, so that the API server trusts none: {webhooks}.',
  'compatibility.webhook-ca-differs':
    'The controller’s webhooks trust {count} different CAs, but its Pods show one certificate: some of them are refused with x509.',
  'compatibility.webhook-ca-expired':
    'The CA of the webhooks expired at {expiresAt}: the API server refuses them with x509.',
  'compatibility.webhook-ca-expires':
    'The CA of the webhooks expires at {expiresAt}.',
  'compatibility.webhook-missing':
    'The webhook {webhook} of {version} is not configured: the chart or manifest of another release was applied.',
  'compatibility.webhook-left-out':
    'The webhook {webhook} is not configured: a value of the chart, or a feature gate, leaves it out.',
  'compatibility.webhook-not-in-release':
    '{version} does not serve the webhook {webhook}: it is skipped.',
  'compatibility.webhook-not-in-release-fail':
    '{version} does not serve the webhook {webhook}, whose failure policy is Fail: writes that it is asked about are refused.',
  'compatibility.webhook-policy-differs':
    'The webhook {webhook} has the failure policy {policy}; {version} comes with {usual}.',

  // Objects in use.
  'compatibility.objects-none':
    'No objects that this controller serves are asked about.',
  'compatibility.objects-fit':
    '{version} reads everything that {objects|one object|{objects} objects} use ({features|one annotation or field|{features} annotations and fields}).',
  'compatibility.objects-need-a-look':
    'Of {features|one annotation or field in use|{features} annotations and fields in use}, {other|one is|{other} are} not read by {version}.',
  'compatibility.objects-unknown':
    'Whether everything in use is read is not known.',
  'compatibility.objects-auto-mode':
    'What EKS Auto Mode reads is up to EKS: which version of it runs cannot be seen.',
  'compatibility.objects-auto-mode-ignores':
    'Objects that EKS Auto Mode serves use annotations that it does not read.',
  'compatibility.auto-mode-ignores':
    'EKS Auto Mode does not read {name}, which {objects} {objects|uses|use}.',
  'compatibility.no-feature':
    'The objects use no annotation, label or field of the controller.',
  'compatibility.features-read':
    '{version} reads {count|one annotation or field|{count} annotations and fields} in use.',
  'compatibility.feature-not-yet':
    '{version} does not know {name} yet, which {objects} {count|uses|use}: it is ignored until {introducedIn}.',
  'compatibility.feature-newer':
    '{version} does not know {name} yet, which {objects} {count|uses|use}: it is of a newer release, and ignored.',
  'compatibility.feature-removed':
    '{version} no longer reads {name}, which {objects} {count|uses|use}: {lastIn} was the last to read it.',
  'compatibility.feature-ignored': '{name} is not read on {kind}: {objects}.',
  'compatibility.feature-ignored-on':
    'Not read on this {kind}; it belongs on {kinds}.',
  'compatibility.feature-deprecated': 'Deprecated upstream.',
  'compatibility.feature-typo':
    'No known release reads {name}, which {objects} {count|uses|use}: {nearest} may be meant.',
  'compatibility.feature-unrecognised':
    'No known release reads {name}, which {objects} {count|uses|use}.',
  'compatibility.feature-unknown':
    'Whether {name} is read is not known, because it is not known which release runs; {objects} {count|uses|use} it.',

  // Resources in AWS.
  'compatibility.resources-none':
    'No load balancers of these objects are known in AWS.',
  'compatibility.resources-fit':
    '{version} recognises {count|the load balancer|the {count} load balancers} that AWS has.',
  'compatibility.resources-unknown':
    'Whether {version} recognises all {count} load balancers that AWS has is not known.',
  'compatibility.resources-not-recognised':
    '{version} does not recognise every load balancer that AWS has ({count} were looked at).',
  'compatibility.resources-managed':
    '{version} manages {count|one load balancer|{count} load balancers} of its own generation ({family}).',
  'compatibility.resources-adopted':
    '{version} takes over {count|one load balancer|{count} load balancers} that the ALB Ingress Controller v1 made.',
  'compatibility.resources-too-new':
    '{version} does not recognise {count|one load balancer|{count} load balancers} that a newer release made ({family}): nobody changes or removes {count|it|them}.',
  'compatibility.resources-left-behind':
    '{version} does not take over {count|one load balancer|{count} load balancers} that an old ALB Ingress Controller made: it makes new ones beside them.',
  'compatibility.resources-of-others':
    '{count|One load balancer is|{count} load balancers are} of another maker ({generation}): {version} leaves {count|it|them} alone.',
  'compatibility.resources-not-known':
    'Whether {version} recognises {count|one load balancer|{count} load balancers} of {generation} is not known.',

  // Others that claim the same.
  'compatibility.claims-alone':
    'Nobody else in {cluster} claims what this controller serves.',
  'compatibility.claims-unknown':
    'Whether somebody else in {cluster} claims what this controller serves is not known.',
  'compatibility.claims-conflict':
    'Somebody else in {cluster} claims what this controller serves.',
  'compatibility.claims-need-a-look':
    'Who serves what in {cluster} needs a look.',
  'compatibility.controllers-not-seen':
    'Whether another controller runs in {cluster} is not known: Deployments could not be read completely.',
  'compatibility.second-controller':
    'Two controllers run in {cluster}: {controllers}. Upstream does not support that: they use one lock and the same tags, and undo each other’s work.',
  'compatibility.second-controller-stopped':
    'There is more than one Deployment of the controller in {cluster}, of which at most one runs: {controllers}. If both ran, they would undo each other’s work.',
  'compatibility.auto-mode-beside':
    'EKS Auto Mode serves load balancers in {cluster}, too. Their classes differ; a Service of type LoadBalancer without a class is served by Auto Mode.',
  'compatibility.auto-mode-beside-mutator':
    'EKS Auto Mode serves load balancers in {cluster}, too. Their classes differ; a new Service of type LoadBalancer without a class is given to this controller by its webhook.',
  'compatibility.two-finalizers':
    '{kind} {namespace}/{name} carries finalizers of {holders}: each of them has made a load balancer for it.',
  'compatibility.claimed-by-cloud-controller':
    '{kind} {namespace}/{name} carries this controller’s finalizer, but as it is written now the cloud controller serves it.',
  'compatibility.claimed-by-nobody':
    '{kind} {namespace}/{name} asks for a load balancer in a way that no controller answers.',

  // What to do.
  'compatibility.do-name-the-version':
    'Name the image by its release’s tag, or set the label app.kubernetes.io/version on the Deployment, so that one can tell what runs.',
  'compatibility.do-use-release': 'Use a released version.',
  'compatibility.do-update-knowledge':
    'Update this plugin, or tell it of the release by configuration.',
  'compatibility.do-scale-up':
    'Scale the Deployment up again, or nothing will be changed in AWS.',
  'compatibility.do-start-controller':
    'Start the controller again, or remove its webhook configurations if it is not to come back.',
  'compatibility.do-upgrade-by-chart':
    'Upgrade by the chart or the manifest of the release, never by the image alone: RBAC and webhooks come with it.',
  'compatibility.do-upgrade-controller': 'Upgrade the controller.',
  'compatibility.do-upgrade-kubernetes':
    'Upgrade Kubernetes, or use an older release of the controller.',
  'compatibility.do-remove-gate': 'Take {gate} out of --feature-gates.',
  'compatibility.do-set-gate':
    'Set {gate}=true in --feature-gates, or delete the GatewayClass if no Gateway needs it.',
  'compatibility.do-go-to': 'Go to {version}, which no longer has it.',
  'compatibility.do-apply-crds':
    'Apply crds.yaml of {version} (kubectl apply --server-side): helm upgrade never changes CRDs.',
  'compatibility.do-apply-gateway-crds':
    'Apply gateway-crds.yaml of {version} (kubectl apply --server-side): helm upgrade never changes CRDs, and crds.yaml does not hold {crd}.',
  'compatibility.do-install-gateway-crds':
    'Install the missing ones ({crds}) before the controller: those of gateway.networking.k8s.io come with Gateway API {builtFor}, those of gateway.k8s.aws with gateway-crds.yaml of the release. Then restart the controller. CRDs that EKS manages can be changed only by EKS.',
  'compatibility.do-restart': 'Restart the controller, so that it looks again.',
  'compatibility.do-grant':
    'Apply the roles of the release’s chart or manifest, or add the rule: {rule}',
  'compatibility.do-renew-ca':
    'Renew the webhooks’ certificate and its CA (helm upgrade, or cert-manager), and restart the controller’s Pods.',
  'compatibility.do-remove-feature':
    'Remove {name}, or correct its name: it has no effect.',
  'compatibility.do-replace-feature': 'Use {replacement} in place of {name}.',
  'compatibility.do-move-feature':
    'Move {name} to an object on which it is read, or remove it.',
  'compatibility.do-keep-one-controller':
    'Keep one controller a cluster: scale the others to 0, and uninstall them.',
  'compatibility.do-make-a-new-one':
    'Make a new object whose class names one controller and move traffic to it: moving one in place is not supported, and leaves a load balancer behind.',

  // Evidence and commands.
  'evidence.controller-image':
    '{pods|One Pod runs|{pods} Pods run} the image {image}.',
  'evidence.deployment-image': 'The Deployment asks for the image {image}.',
  'evidence.kubernetes-version': '/version of {cluster} says {gitVersion}.',
  'evidence.kubernetes-range':
    'Upstream documents Kubernetes {min} to {max} ({source}).',
  'evidence.kubernetes-range-open':
    'Upstream documents Kubernetes {min} and up, without an upper end ({source}).',
  'evidence.client-library':
    '{version} is built with client-go {clientGo}; that is no documented limit.',
  'evidence.crd': '{crd} serves {served}; objects are stored as {stored}.',
  'evidence.crds-served': 'Served: {crds}.',
  'evidence.gateway-bundle':
    'The CRD of Gateways says bundle {bundle}, channel {channel}.',
  'command.controller-image':
    'Which image Deployment {namespace}/{name} asks for',
  'command.crds': 'Which CRDs are installed, and which versions they serve',
  'command.gateway-crds': 'Which release of the Gateway API is installed',
  'command.webhooks': 'Which webhooks there are, and what they do on failure',
  'command.may-controller': 'Whether the controller may do it ({resource})',
} as const satisfies MessageTemplates;
