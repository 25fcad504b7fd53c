/** States of the page, and what the sources could not see. */
export const stateMessages = {
  'coverage.label': 'Coverage',
  'coverage.title': 'Seen incompletely',
  'coverage.more': 'What this hides and how to allow it',
  'coverage.item': '{{kind}} in {{target}} ({{word}})',
  'coverage.others_one': 'and one more',
  'coverage.others_other': 'and {{count}} more',
  'coverage.word.complete': 'complete',
  'coverage.word.partial': 'in part',
  'coverage.word.denied': 'not permitted',
  'coverage.word.failed': 'could not be read',
  'coverage.word.absent': 'not installed',
  'coverage.hides.title': 'What this hides',
  'coverage.hides.kubernetes':
    'Objects of this kind, and every verdict that needs to know that one is not there.',
  'coverage.hides.aws':
    'Resources of this kind, and every verdict that needs to know that one is not there.',
  'coverage.hides.tags':
    'Whose the resources are: without tags a load balancer belongs to nobody.',
  'coverage.hides.events':
    'Why the controller fails, where it only says so in events.',
  'coverage.hides.health':
    'How many targets are healthy; no state depends on it alone.',
  'coverage.hides.kept': 'What is shown of it was read {{age}}.',
  'coverage.allow.title': 'How to allow it',
  'coverage.allow.copy': 'Copy the rule',
  'coverage.allow.denied':
    'Let the role that the portal uses in this cluster list {{resource}} in all namespaces:',
  'coverage.allow.deniedAws':
    'Let the role that the portal uses in this account call {{action}}.',
  'coverage.allow.failed':
    'Nothing to allow: it is tried again with the next reading. The reason above says what was in the way.',
  'coverage.allow.partial':
    'Let the role that the portal uses see all namespaces; what it cannot see it cannot rule out.',
  'coverage.tried': 'Tried {{age}}',
  stale:
    'What you see is {{age}} old. It stays until something newer can be read.',
  staleError:
    'This could not be loaded again: {{error}} What you see was loaded before.',
  retry: 'Try again',
  'error.title': 'The load balancers could not be loaded',
  'error.detail': 'The details could not be loaded',
  'error.notAllowed': 'You are not permitted to use this plugin',
  'error.notAllowedHow':
    'Ask those who look after the portal for the permission lbc.use.',
  'problems.label': 'Problems',
  'problems.example': 'This would help:',
  'problems.copy': 'Copy the block',
  'empty.title': 'No load balancer is known for this {{kind}}.',
  'empty.wouldAppear': 'It would appear here if …',
  'empty.ifStack':
    '… this annotation names what the controller built it from: cluster, kind (ingress, group, service or gateway), namespace and name.',
  'empty.ifTags': '… this annotation names tags that the load balancer has.',
  'empty.ifArn': '… this annotation holds its ARN.',
  'empty.ifKubernetes':
    '… or the Kubernetes tab of this entity shows an Ingress, a Service of type LoadBalancer or a Gateway that has one.',
  'empty.copy': 'Copy {{annotation}}',
  'empty.searched': 'What was searched',
  'empty.nothingSearched':
    'Nothing was searched: no cluster and no account is known.',
  'empty.target': 'Where',
  'empty.read': 'Last read',
  'empty.neverRead': 'not read yet',
  'empty.cluster': 'Cluster {{name}}',
  'empty.scope': 'Account {{accountId}}, {{region}}',
  'notPermitted.title':
    'You are not permitted to read the load balancers of this {{kind}}.',
  'notPermitted.text':
    'Some are known. Ask those who look after the portal for the permission lbc.stack.read on them.',
  'notConfigured.title': 'The portal cannot look for load balancers yet.',
  'notConfigured.text': 'Those who look after the portal can change this:',
} as const;
