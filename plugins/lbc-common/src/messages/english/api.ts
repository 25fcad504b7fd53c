import { MessageTemplates } from '../templates';

/** What the API says of entities, annotations and configuration. Codes: `entity.…`, `config.…`. */
export const apiEnglish = {
  'config.kubernetes-missing':
    'The portal knows no Kubernetes cluster: the block kubernetes is missing from its configuration. Add it as shown, with the clusters whose load balancers are to be seen.',
  'config.clusters-none':
    'The portal has not found a Kubernetes cluster yet. If this stays so for more than a few minutes, check clusterLocatorMethods in the block kubernetes, and lbc.clusters, which may exclude them all.',
  'config.scopes-missing':
    'No AWS account and Region is configured, so no load balancer can be looked up in AWS. Add lbc.aws.regions, or the accounts and Regions themselves as lbc.aws.scopes, as shown.',
  'entity.stack-malformed':
    'The annotation {annotation} holds “{value}”, which names no stack. Write <cluster>/ingress/<namespace>/<name>, <cluster>/service/<namespace>/<name>, <cluster>/gateway/<namespace>/<name>, or <cluster>/group/<name> for a group of Ingresses.',
  'entity.cluster-unknown':
    'The annotation {annotation} names the cluster “{cluster}”, which the portal does not know. It knows {clusters|only {clusters}|{clusters}}: use one of these names, or add the cluster to the portal’s configuration.',
  'entity.cluster-none-known':
    'The annotation {annotation} names the cluster “{cluster}”, but the portal knows no cluster yet.',
  'entity.tags-malformed':
    'The annotation {annotation} holds “{value}”, which is no list of tags. Write key=value pairs with commas between them, as in team=payments,app=checkout; write %2C for a comma and %3D for an equals sign within a key or value.',
  'entity.arn-malformed':
    'The annotation {annotation} holds “{value}”, which is no ARN. The ARN of a load balancer looks like arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/my-name/50dc6c495c0c9188.',
  'entity.arn-no-load-balancer':
    'The annotation {annotation} holds “{value}”, which is not the ARN of an Application, Network or Gateway Load Balancer. Only these have a life that this page follows.',
  'entity.scope-not-configured':
    'The annotation {annotation} names a load balancer in account {accountId}, Region {region}, which the portal is not configured to read. It reads {scopes}. If that account is yours, add it to lbc.aws.scopes; it has not been called.',
  'entity.scope-none-configured':
    'The annotation {annotation} names a load balancer in account {accountId}, Region {region}, and the portal is not configured to read any account. If that account is yours, add it to lbc.aws.scopes; it has not been called.',
  'entity.selector-malformed':
    'The annotation {annotation} holds “{value}”, which Kubernetes would not accept as a label selector. Write requirements with commas between them, as in app=checkout,tier in (web,api).',
  'entity.not-permitted':
    'You are not permitted to read load balancers here. Ask those who run the portal for the permission lbc.stack.read.',
  'entity.claim-not-permitted':
    'An annotation of this entity claims load balancers that you are not permitted to read. An annotation alone gives no right to see them: ask those who run the portal for the permission lbc.stack.read on what it names.',
  'entity.members-not-permitted':
    'Beside what is shown there {count|is one load balancer|are {count} load balancers} of this entity that you are not permitted to read.',
  'subject.member-hidden':
    'This is about a member that you may not read. Ask its team, or those who run the portal for the permission lbc.stack.read on it.',
  'entity.controllers-not-permitted':
    'You are not permitted to see the controllers of this cluster. Ask those who run the portal for the permission lbc.fleet.read.',
  'entity.cluster-not-swept':
    'This entity stands for the cluster “{cluster}”, which the portal does not read. It reads {clusters}. If it is known there by another name, say so with the annotation {annotation}.',
  'entity.parts-not-asked':
    '{count|One more part of this entity was|{count} more parts of this entity were} not looked at: a page takes in 500 parts at most. Open the parts themselves to see their load balancers.',
} as const satisfies MessageTemplates;
