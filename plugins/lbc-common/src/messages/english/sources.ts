import { MessageTemplates } from '../templates';

/** What sources say of what they could not read. Codes: `source.…`. */
export const sourcesEnglish = {
  'source.denied': 'Not permitted: {detail}',
  'source.failed': 'Could not be read: {detail}',

  'source.needs-user-token':
    "Cluster {cluster} uses the auth provider {provider}, which needs a user's token, so it cannot be read in the background. Give it a server-side auth provider such as serviceAccount or aws, or add a second entry for it that has one.",
  'source.cluster-unknown':
    'The kubernetes plugin does not know a cluster named {cluster}. Add it to the kubernetes configuration, or take it out of lbc.clusters.',
  'source.cluster-unreachable':
    'Cluster {cluster} could not be reached: {detail}. Check its url and caData in the kubernetes configuration, and that the portal may connect to it.',
  'source.cluster-rejects-credentials':
    'Cluster {cluster} does not accept the credentials of the portal. Renew the token, or check the auth provider of this cluster in the kubernetes configuration.',
  'source.cluster-denies':
    "Cluster {cluster} does not let the portal read {resource}: {detail}. Grant get and list on it to the portal's service account.",
  'source.timed-out':
    'Cluster {cluster} did not answer within {limitSeconds}. It is asked again at the next sweep.',
  'source.come-back-later':
    'The API server was too busy to answer ({status}), also when asked again. It is asked again at the next sweep.',
  'source.server-error': 'The API server answered {status}: {detail}',
  'source.not-json':
    'The answer is not what an API server sends: {detail}. Something between the portal and the cluster may have changed it.',
  'source.page-too-large':
    'One page of the list is larger than {limitMebibytes} MiB and was not read.',
  'source.list-expired':
    'The list expired again and again while it was read. It is read again at the next sweep.',
  'source.list-inconsistent':
    'The list expired twice while it was read and was continued as it is now, so objects that changed meanwhile may be missing.',
  'source.page-repeated':
    'The server handed out the same objects twice in one list, so others may be missing from it.',
  'source.pages-never-end':
    'The list did not end: after {pages|one page|{pages} pages} the server named a page that it had already sent, or there were too many.',
  'source.malformed-items':
    '{count|One object was|{count} objects were} left out because of fields that are not what the API describes, for example {example}.',
  'source.kube-system-hidden':
    'The list of namespaces lacks kube-system, which every cluster has: the portal is shown only a part of this cluster. Let it list namespaces at the cluster scope.',
  'source.cluster-changed':
    'Cluster {cluster} was another one at the end of the sweep than at its beginning: the UID of its namespace kube-system was {before}, then {after}. What was read counts for nothing; what was known before stays, with its age. Check where its url in the kubernetes configuration leads.',
  'source.cluster-unconfirmed':
    'Whether cluster {cluster} was the same to the end of the sweep could not be told, because its namespace kube-system could not be read again. What was read counts for nothing; what was known before stays, with its age.',
  'source.version-not-known':
    'The cluster serves {resource} only in {versions|version|versions} {versions}, which this release cannot read.',
  'source.served-but-missing':
    'The cluster names {resource} among what it serves, but does not find it when asked.',
  'source.discovery-unavailable':
    'Whether the cluster has {resource} could not be told, because it did not say what it serves.',
  'source.depends-on':
    'Which of {resource} matter is known only from {dependency}, and that was not read completely.',
  'source.some-denied':
    'Some of {resource} could not be read, because the portal is not permitted to: {detail}.',

  'source.detail-calls':
    'It was left out, because the rest of the stack took {calls} calls already.',
  'source.detail-too-many':
    'The stack has {total} {what}; the first {read} were read.',

  'source.aws-not-configured':
    'No AWS account and Region is configured. Set lbc.aws.regions beside the aws block, or list accounts and Regions in lbc.aws.scopes.',
  'source.aws-scope-not-configured':
    'Account {accountId} in {region} is not among the configured AWS scopes, so it is not called. Add it to lbc.aws.scopes, or to aws.accounts and lbc.aws.regions.',
  'source.aws-regions-missing':
    'AWS accounts are configured but no Region is. Set lbc.aws.regions to the Regions that hold load balancers.',
  'source.aws-main-account-unknown':
    'Which account the portal itself runs in could not be told: {detail}. Give it credentials (aws.mainAccount or the environment), or list accounts and Regions in lbc.aws.scopes.',
  'source.aws-no-credentials':
    'There are no credentials for account {accountId}: {detail}. Add it to aws.accounts, or take it out of lbc.aws.scopes.',
  'source.aws-role-not-assumable':
    'The role of account {accountId} could not be assumed: {detail}. Let the portal’s own identity call sts:AssumeRole on it, and let the role trust that identity, with the external ID of aws.accounts where one is set.',
  'source.aws-denied':
    'AWS does not let the portal call {operation} in account {accountId}: {detail}. Allow the action in the policy of the role that the portal uses there.',
  'source.aws-rejects-credentials':
    'AWS does not accept the credentials for account {accountId} in {region}: {detail}. Check the role and its trust, and that the Region is enabled for the account.',
  'source.aws-throttled':
    'AWS throttled {operation}, also when asked again. It is asked again at the next sweep; a lower lbc.aws.budget makes it rarer.',
  'source.aws-failed': '{operation} failed: {detail}',
  'source.aws-pages-never-end':
    'The list of {operation} did not end: after {pages|one page|{pages} pages} AWS named a page that it had already sent.',
  'source.aws-page-repeated':
    '{operation} handed out the same page twice, so resources may be missing from the list.',
  'source.aws-other-account':
    'The credentials for {scope} answered {operation} with a resource of another account or Region ({arn}). Check the role in aws.accounts and the endpoints in lbc.aws.scopes.',
  'source.aws-malformed-items':
    '{count|One resource was|{count} resources were} left out, because {operation} described {count|it|them} in an unexpected form, for example in {example}.',
  'source.aws-tags-unread':
    'The tags of {count|one resource|{count} resources} were not read: {detail}',
  'source.aws-tags-without-lists':
    'Tags were not read, because the lists of load balancers and target groups that confirm them were not.',
  'source.aws-too-many-roles':
    'Controllers name {total} roles in this account; the first {read} were read.',
  'source.aws-security-groups-unconfirmed':
    'EC2 does not let the portal describe security groups in account {accountId}, so those that the tagging API knows are shown without proof that they exist. Allow ec2:DescribeSecurityGroups, or switch lbc.aws.optional.ec2 off.',
  'source.aws-tags-of-some':
    'Tags were read for a part only, because the list of load balancers or of target groups was not complete.',
} as const satisfies MessageTemplates;
