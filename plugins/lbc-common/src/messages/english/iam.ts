import { MessageTemplates } from '../templates';

/** What is said of a controller's role in AWS. Codes: `iam.…`, `command.iam-…`. */
export const iamEnglish = {
  'iam.auto-mode':
    'EKS Auto Mode has a role of its own in cluster {cluster}, which AWS keeps up.',
  'iam.verdict-pass':
    'The role {role} allows everything that release {version} asks for.',
  'iam.verdict-warn':
    'The role {role} allows what the controller needs, with something to look at.',
  'iam.verdict-unknown':
    'Whether the role {role} allows everything that the controller needs could not be told.',

  'iam.granted':
    'The role {role} allows {granted} of the {total} statements that the policy of release {version} is made of, an action each.',
  'iam.policies-read':
    '{role} has {count|one policy|{count} policies}: {policies}.',
  'iam.scp-not-seen':
    "Policies of the AWS organisation (SCP, RCP) and of sessions can refuse what the role allows. They can't be seen from here.",
  'iam.no-statement-allows':
    'No statement of a policy of {role} allows {actions}.',
  'iam.statement-decides': 'The statement {statement} of {role} decides this.',

  'iam.action-missing':
    'The role {role} lacks {count|one action|{count} actions} that every controller of release {version} needs: {actions}.',
  'iam.feature-action-missing':
    'The role {role} lacks {count|one action|{count} actions} of release {version} that {feature} needs: {actions}.',
  'iam.add-statement':
    'Add this to the statements of a policy of the role {role}:\n{statement}',
  'iam.action-refused':
    'A statement refuses {count|an action|{count} actions} that release {version} needs, whatever else allows it: {actions}.',
  'iam.narrow-deny':
    'Narrow or remove the statements of {role} that refuse {actions}: {statements}. A statement that allows it has no effect beside them.',
  'iam.boundary':
    'The permission boundary of {role} does not allow {count|an action|{count} actions} that its policies allow and release {version} needs: {actions}.',
  'iam.widen-boundary':
    "Allow {actions} in the permission boundary of {role}, too; policies of the role alone can't.",
  'iam.action-narrowed':
    "The role {role} allows {count|an action|{count} actions} of release {version} on fewer resources, or under a stricter condition, than upstream's policy does: {actions}.",
  'iam.check-narrowed':
    'Check that these statements cover every resource that the controller is to manage, or take resources and conditions from the policy of release {version}: {statements}.',
  'iam.action-undecided':
    "Whether the role {role} allows {count|an action|{count} actions} of release {version} depends on a condition or a policy variable that can't be decided from here: {actions}.",
  'iam.check-undecided':
    'Check these statements by hand, for instance with the IAM policy simulator: {statements}.',

  'iam.policy-not-json':
    'The policy {policy} of {role} is not valid JSON, so nobody can tell what it allows. Look at it in IAM and save it again.',
  'iam.policy-too-large':
    'The policy {policy} of {role} is larger than any policy of IAM may be and was not read.',
  'iam.policy-not-read':
    'The policy {policy} of {role} could not be read, so what it allows or refuses is not known.',
  'iam.policy-no-policy':
    'The policy {policy} of {role} has no statements in the form that IAM describes. Look at it in IAM.',
  'iam.policy-bad-statement':
    'Statement {statement} of the policy {policy} of {role} has not the form that IAM describes, so what it allows or refuses is not known. Look at it in IAM.',
  'iam.role-partly-read':
    'The role {role} was read only in part, because the portal may not use {actions}. What was not read may allow or refuse anything.',

  'iam.role-not-known':
    'Which role the controller {namespace}/{name} in cluster {cluster} has could not be told.',
  'iam.node-role-not-known':
    'The controller {namespace}/{name} in cluster {cluster} has no role of its own and uses that of its nodes, which is not read. Any Pod there can use it; give the controller a role of its own.',
  'iam.static-keys':
    "The controller {namespace}/{name} in cluster {cluster} has an access key instead of a role. Whose it is can't be seen. Give it a role by IRSA or Pod Identity and remove the key.",
  'iam.pod-identity-not-seen':
    'The controller in cluster {cluster} gets its role from EKS Pod Identity, and EKS was not asked which.',
  'iam.let-eks-tell':
    'Switch EKS on, and allow eks:ListPodIdentityAssociations and eks:DescribePodIdentityAssociation.',
  'iam.account-not-configured':
    'The role {role} is in account {accountId}, which configuration does not name, so it is not read: what a cluster says never steers a call.',
  'iam.let-account-be-read':
    'If account {accountId} is yours, add it to the AWS accounts and Regions that are read.',
  'iam.switched-off':
    'The role {role} is not read, because reading IAM is switched off.',
  'iam.let-iam-be-read':
    'Switch IAM on and allow the actions of the statement OptionalIam in the README of the backend plugin.',
  'iam.role-not-readable': 'The role {role} could not be read.',
  'iam.role-not-read-yet':
    'The role {role} has not been read yet. It is read with the next sweep of its account.',
  'iam.release-unknown':
    'Which release runs in cluster {cluster} is not known, so neither is what its role must allow.',
  'iam.no-policy-of-partition':
    'Upstream publishes no policy of release {version} for the partition {partition}.',

  'iam.role-missing':
    "The role {role} does not exist, so the controller can't call AWS at all.",
  'iam.no-such-role': 'IAM answers that there is no role {role}.',
  'iam.make-role':
    "Make the role {role} with upstream's policy, or give the service account one that exists.",

  'iam.trust-lets-in': '{role} may be assumed by {who}.',
  'iam.trust-no-pod-identity':
    'EKS gives the role {role} to {namespace}/{serviceAccount}, but its trust policy does not let pods.eks.amazonaws.com in.',
  'iam.trust-other-account':
    "The trust policy of {role} does not let the service account {namespace}/{serviceAccount} in, so the controller can't assume it.",
  'iam.trust-fix':
    "Let system:serviceaccount:{namespace}:{serviceAccount} of the cluster's OIDC provider, or pods.eks.amazonaws.com, assume {role} in its trust policy.",
  'iam.trust-any-service-account':
    'Every service account that {provider} vouches for may assume the role {role}.',
  'iam.trust-name-subject':
    "Add a condition on the claims sub and aud to the trust policy of {role}, naming the controller's service account.",
  'iam.trust-instances':
    'EC2 instances may have the role {role}, so every Pod on such a node that reaches the metadata service can use it.',
  'iam.use-own-role':
    "Give the controller a role of its own by IRSA or Pod Identity, and take upstream's policy off {role}.",

  'iam.too-broad':
    'The role {role} allows far more than the controller needs: {allows}.',
  'iam.use-upstream-policy':
    'Replace it by the policy that upstream publishes for the release that runs ({version}).',
  'iam.role-left':
    'The role {role} can still be assumed, {days|one day|{days} days} after {namespace}/{user} in cluster {cluster} stopped using it.',
  'iam.remove-left-role':
    'If nothing else needs the role {role}, delete it, or let nobody assume it.',

  'iam.assumed-role-missing':
    'A TargetGroupBinding asks for the role {role}, which does not exist.',
  'iam.assumed-role-short':
    'The role {role}, which a TargetGroupBinding asks for, lacks {count|an action|{count} actions}: {actions}.',
  'iam.assumed-role-undecided':
    'Whether the role {role}, which a TargetGroupBinding asks for, allows what it needs could not be told.',

  'iam.eks-extended':
    'Kubernetes {version} of cluster {cluster} is in extended support of EKS, which costs more, until {ends}.',
  'iam.eks-ended':
    'EKS no longer supports Kubernetes {version} of cluster {cluster}, and upgrades it by itself.',
  'iam.eks-issue':
    'EKS finds something wrong with cluster {cluster}: {code}. It says: {detail}',
  'iam.eks-upgrade':
    'Plan the upgrade of cluster {cluster} from Kubernetes {version}, the controller first where its release needs it.',

  'command.iam-role': 'Who may assume the role {role}, and its boundary',
  'command.iam-attached': 'Policies that are attached to the role {role}',
  'command.iam-inline': 'Policies that are written into the role {role}',
} as const satisfies MessageTemplates;
