import { MessageTemplates } from '../templates';

/** What the doctor says. Codes: `doctor.…`. */
export const doctorEnglish = {
  'doctor.verdict-all-seen':
    'Everything is seen: {clusters|one cluster|{clusters} clusters} and {scopes|one AWS account and Region|{scopes} AWS accounts and Regions}, each read whole and in time.',
  'doctor.verdict-something-missing':
    '{missing|One thing is|{missing} things are} missing; {places|one cluster or account is|{places} clusters or accounts are} seen in part or not at all. What that hides is unknown on every page until it is allowed.',
  'doctor.verdict-nothing-seen':
    'Nothing is seen: no cluster and no AWS account could be read. Every state is unknown until that changes.',
  'doctor.kind-denied':
    'Cluster {cluster} does not let the portal read {resource}.',
  'doctor.kind-not-whole':
    'Of {resource} in cluster {cluster} not everything was read.',
  'doctor.action-refused':
    'AWS refuses {action} in account {accountId}, {region}.',
  'doctor.aws-not-whole':
    'Of {kind} in account {accountId}, {region}, not everything was read.',
  'doctor.not-read-yet': '{target} was not read yet.',
  'doctor.sweep-late':
    '{target} was read {ageSeconds} ago; it should be read every {cadenceSeconds}.',
  'doctor.source-late':
    '{kind} of {target} was read {ageSeconds} ago; it should be read every {cadenceSeconds}.',
  'doctor.no-clusters': 'No cluster is configured, or none is selected.',
  'doctor.no-scopes': 'No AWS account and Region is configured.',
  'doctor.scope-suggested':
    'Target bindings in {clusters} name account {accountId}, {region}, which configuration does not have: it is never called.',
  'doctor.switched-off': '{option} is off.',
  'doctor.cluster-tag-unknown':
    '{count|One load balancer carries|{count} load balancers carry} the cluster tag {clusterTag} ({places}), and no cluster here is known to be it.',
  'doctor.cluster-tag-in-several-vpcs':
    'The cluster tag {clusterTag} is in use in several places: {places}. They may be several clusters of one name.',
  'doctor.cluster-empty':
    'Cluster {cluster} was read whole and has neither a controller nor anything that asks for a load balancer of AWS. It may not be on AWS.',
  'doctor.jobs-overdue':
    '{count|One job waits|{count} jobs wait} for longer than it should take, the oldest since {oldestAt}.',
  'doctor.job-failing':
    'The job {job} failed {attempts|once|{attempts} times in a row}: {error}',
  'doctor.rules-newer':
    'This replica judges by version {version} of the rules, and {count|one cluster was|{count} clusters or tags were} judged by version {newest}: another replica is newer. This one writes no states.',
  'doctor.rules-older':
    '{count|One cluster was|{count} clusters or tags were} judged last by rules older than version {version}.',
  'doctor.hides-unknown-cluster':
    'Whether anybody still needs them: their state is unknown, never orphaned.',
  'doctor.hides-shared-name':
    'Nothing, as long as each VPC’s cluster proves which is which; one that can’t stays unknown.',
  'doctor.hides-old-answers':
    'What is shown is older than its cadence; verdicts that rest on it end.',
  'doctor.do-add-rule':
    'Add the rule to the ClusterRole of the portal’s identity in cluster {cluster}.',
  'doctor.do-show-whole':
    'Make what stands between the portal and cluster {cluster} show all of {resource}, or confirm in lbc.confirmedGoneNamespaces what is gone for good.',
  'doctor.do-wait':
    'It is tried again at the next sweep. If it stays, look at the API server of cluster {cluster} and at the portal’s log.',
  'doctor.do-wait-aws':
    'It is tried again at the next sweep. If it stays, look at the portal’s log for account {accountId}, {region}.',
  'doctor.do-wait-first':
    'The first sweep follows discovery. If it stays, look at the queue of jobs below.',
  'doctor.do-allow-action':
    'Allow the action in the policy of the role that the portal has in account {accountId}. It takes no narrower Resource.',
  'doctor.do-allow-action-narrowed':
    'Allow the action in the policy of the role that the portal has in account {accountId}. Resource may be narrowed as far as what is to be seen.',
  'doctor.do-let-assume':
    'Let the portal’s own identity assume the role in account {accountId}, and let the role’s trust policy name that identity, with the external ID of aws.accounts where one is set.',
  'doctor.do-add-account':
    'Name the role of account {accountId} in the block aws, or take {region} of it out of lbc.aws.scopes.',
  'doctor.do-reach-scope':
    'Check the credentials, the Region and the endpoints of account {accountId}, {region}.',
  'doctor.do-service-account':
    'Give cluster {cluster} an auth provider that needs no user, such as aws or serviceAccount, or leave it out.',
  'doctor.do-apply-cluster-role':
    'Apply deploy/clusterrole.yaml of the backend package in cluster {cluster}, and bind it to the portal’s identity.',
  'doctor.do-reach-cluster':
    'Check url, caData and auth provider of cluster {cluster} in the kubernetes configuration, and that the portal may connect to it.',
  'doctor.do-look-at-jobs':
    'Look at the queue of jobs: failing ones are named with their errors, overdue ones need more hands (lbc.jobs.concurrency, another replica).',
  'doctor.do-fix-configuration': 'Correct the configuration and restart.',
  'doctor.do-add-clusters':
    'Add clusters to the block kubernetes, or look at lbc.clusters.include and exclude.',
  'doctor.do-add-regions':
    'Set the Regions that hold load balancers, beside the accounts of the block aws.',
  'doctor.do-add-scope':
    'If account {accountId} is yours, add it; otherwise leave it.',
  'doctor.do-switch-on':
    'Set {option}, and allow its actions in every account. Leave it off if you do not need it.',
  'doctor.do-bind-or-retire':
    'If a cluster of this portal is {clusterTag}, bind it. If the cluster is gone for good, retire it: only then may what it left behind be called orphaned. If it lives elsewhere, leave it.',
  'doctor.do-name-each-vpc':
    'If one of them is not proven, say in lbc.bindings which cluster it is, VPC by VPC.',
  'doctor.do-exclude':
    'If it is not on AWS, leave it out: it is then no longer read.',
  'doctor.do-more-hands':
    'Raise lbc.jobs.concurrency, add a replica, or read less often (lbc.schedule). A budget of AWS that is too small for the account shows here too.',
  'doctor.do-look-at-log':
    'It is tried again by itself, later each time. The portal’s log has the whole error.',
  'doctor.do-finish-upgrade':
    'Finish the upgrade: replace this replica by the newer one.',
  'doctor.do-wait-for-correlate':
    'They are judged again when their sources are read next.',
  'doctor.snippet-rule': 'To add under rules of the ClusterRole:',
  'doctor.snippet-statement': 'To add to the policy:',
  'doctor.snippet-assume':
    'For the policy of the portal’s own identity, to reach account {accountId}:',
  'doctor.snippet-account':
    'For app-config.yaml, with the name of your role in account {accountId}:',
  'doctor.snippet-regions': 'For app-config.yaml, with your Regions:',
  'doctor.snippet-scope':
    'For app-config.yaml, to read account {accountId} in {region}:',
  'doctor.snippet-switch': 'For app-config.yaml, to switch {option} on:',
  'doctor.snippet-bind':
    'For app-config.yaml, if a cluster of this portal is {clusterTag}:',
  'doctor.snippet-retire':
    'For app-config.yaml, if {clusterTag} is gone for good:',
  'doctor.snippet-exclude': 'For app-config.yaml, to leave {cluster} out:',
  'doctor.command-can-i':
    'Whether the portal may {verb} {resource}; run it with the portal’s credentials for {cluster}.',
  'doctor.command-list-rights':
    'What the portal may do; run it with the portal’s credentials for {cluster}.',
  'doctor.command-simulate':
    'Whether the role’s own policies allow {action}; PORTAL_ROLE_ARN is the portal’s role in account {accountId}.',
} as const satisfies MessageTemplates;
