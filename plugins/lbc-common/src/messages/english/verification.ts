import { MessageTemplates } from '../templates';

export const verificationEnglish = {
  'verification.all.verified':
    '{total|The stack is|All {total} stacks are} as before, and the new leader has reconciled every owner.',
  'verification.all.expected':
    'Everything that changed was to be expected: {count|one|{count}} of {total|one stack|{total} stacks} changed.',
  'verification.all.unexpected':
    '{count|One|{count}} of {total|one stack|{total} stacks} changed in a way that nobody asked for, and {unexpected|one thing|{unexpected} things} of the cluster did. Look at these before you go on.',
  'verification.all.settling':
    '{count|One|{count}} of {total|one stack|{total} stacks} still settles. Compare again when what is awaited has come.',
  'verification.all.cannot-tell':
    'Of {count|one|{count}} of {total|one stack|{total} stacks} too little was read to tell.',
  'verification.all.empty':
    'The baseline holds no stack, so there is nothing to compare. Take another one.',
  'verification.because.verified':
    'Nothing of it changed, and the new leader has reconciled its owners.',
  'verification.because.expected':
    '{count|One thing|{count} things} of it changed, as was to be expected.',
  'verification.because.unexpected':
    '{count|One thing|{count} things} of it changed that neither its owners nor the release explain.',
  'verification.awaited.leader':
    'No other leader of the controller has taken over since the baseline. Upgrade, then compare again.',
  'verification.awaited.stable-leader':
    'The new leader {holder} has led for less than a minute, or does not renew its Lease.',
  'verification.awaited.owner':
    'The new leader has not reported a success of {owner} yet.',
  'verification.awaited.deregistration':
    'Targets may still be deregistering until {settledAt}. Compare again after that.',
  'verification.awaited.reading':
    'It was read before the new leader reconciled it. Compare again.',
  'verification.awaited.target':
    'The ready endpoint {address} is no target of {name} yet.',
  'verification.awaited.healthy':
    'No target of {name} is healthy yet; health checks run.',
  'verification.awaited.sweep':
    'The cluster has not been read since the comparison was asked for.',
  'verification.awaited.sweeps':
    'The comparison waits until the cluster and AWS were read again; then the stacks are read.',
  'verification.awaited.comparison':
    'The stacks are being read for the comparison: {done} of {total} so far.',
  'verification.unread.stack':
    'It was not read this time, so it cannot be told whether it changed. Compare again.',
  'verification.unread.leader':
    "The controller's Lease could not be read, so it cannot be told whether a new leader took over. Give the portal leave to list Leases.",
  'verification.unread.owner':
    '{owner} was not read, then or now, so it cannot be told whether it changed or was reconciled. Give the portal leave to list it.',
  'verification.unread.load-balancer':
    'The load balancer itself was not read, then or now.',
  'verification.unread.listeners': 'Listeners were not read, then or now.',
  'verification.unread.certificates':
    'Certificates of listeners were not read, then or now.',
  'verification.unread.rules':
    'Rules of the listener on port {port} were not read, then or now.',
  'verification.unread.target-groups':
    'Target groups were not read, then or now.',
  'verification.unread.health':
    'Health of the targets of {name} was not read, then or now.',
  'verification.unread.tags': 'Tags were not read completely, then or now.',
  'verification.unread.attributes':
    'Attributes were not read completely, then or now.',
  'verification.unread.baseline':
    '{count|One stack|{count} stacks} of the baseline could not be read when it was taken, so it says nothing of them. Take another baseline before the next change.',
  'verification.unread.cluster':
    'The cluster {cluster} has never been read, so nothing of its side is compared.',
  'verification.unread.sweep':
    'Since the comparison was asked for, the cluster {cluster} or its load balancers could not be listed completely.',
  'verification.unread.other-cluster':
    'The cluster {cluster} is another one than when the baseline was taken: its kube-system namespace has another UID. Take another baseline.',
  'verification.found.load-balancer-replaced':
    'The load balancer was replaced: its DNS name was {dnsBefore} and is {dnsAfter}. Whoever uses the old name must change it.',
  'verification.found.load-balancer-gone':
    'The load balancer {name} is gone, though its owner is there.',
  'verification.found.load-balancer-gone-with-owner':
    'The load balancer {name} is gone, as are its owners.',
  'verification.found.setting':
    'The {setting} of {ofPlace} was {before} and is {after}.',
  'verification.found.attribute':
    'The attribute {key} of {ofPlace} was {before} and is {after}.',
  'verification.found.tag':
    'The tag {key} of {ofPlace} was {before} and is {after}.',
  'verification.found.tag-removed':
    'The tag {key} of {ofPlace}, which was {before}, is gone.',
  'verification.found.listener-removed': 'The listener on port {port} is gone.',
  'verification.found.listener-added':
    'There is a new listener on port {port}.',
  'verification.found.listener-replaced':
    'The listener on port {port} was deleted and made again.',
  'verification.found.rule-removed':
    'The rule of port {port} for {conditions} is gone.',
  'verification.found.rule-added':
    'There is a new rule of port {port} for {conditions}.',
  'verification.found.rule-replaced':
    'The rule of port {port} for {conditions} was deleted and made again.',
  'verification.found.rule-priority':
    'The rule of port {port} for {conditions} had priority {before} and has {after}.',
  'verification.found.rule-setting':
    'The {setting} of the rule of port {port} for {conditions} were {before} and are {after}.',
  'verification.found.target-group-removed': 'The target group {name} is gone.',
  'verification.found.target-group-added':
    'There is a new target group {name}.',
  'verification.found.target-group-replaced':
    'The target group {name} was deleted and made again.',
  'verification.found.target-group-detached':
    'The target group {name} was {before} and is {after}.',
  'verification.found.target-lost':
    'The endpoint {address} is ready, and is no target of {name} any more.',
  'verification.found.none-healthy':
    'No target of {name} is healthy; {before} were.',
  'verification.found.security-group-removed':
    'The security group {name} is gone.',
  'verification.found.security-group-replaced':
    'The security group {name} was deleted and made again: {before} became {after}.',
  'verification.found.permission-removed':
    'The security group {name} does not let in {permission} any more.',
  'verification.found.permission-added':
    'The security group {name} lets in {permission} as well.',
  'verification.found.owner-changed':
    '{owner} was changed by whoever writes it.',
  'verification.found.owner-removed': '{owner} is gone from the stack.',
  'verification.found.owner-added': '{owner} is new in the stack.',
  'verification.found.owner-recreated': '{owner} was deleted and made again.',
  'verification.found.owner-failing':
    'The controller fails to reconcile {owner} since {failedAt}: {reason}.',
  'verification.found.finalizer-removed':
    '{owner} has no finalizer {finalizer} any more; deleting it would leave its load balancer behind.',
  'verification.found.condition':
    'The condition {type} of {owner} was {before} and is {after} ({reason}).',
  'verification.found.input-changed':
    '{input}, which the stack is built from, was changed, added or removed.',
  'verification.cluster.version':
    'The controller {name} was {before} and is {after}.',
  'verification.cluster.image':
    'The controller {name} runs another image of the same version: {after} instead of {before}.',
  'verification.cluster.controller-gone':
    'The Deployment {name} of the controller is gone.',
  'verification.cluster.controller-new':
    'There is a new Deployment {name} of the controller.',
  'verification.cluster.crd-added': 'The CRD {name} is new.',
  'verification.cluster.crd-removed':
    'The CRD {name} is gone, and so are all its objects.',
  'verification.cluster.crd-setting':
    'In the CRD {name}, the {what} changed from {before} to {after}.',
  'verification.cluster.crd-fields-added':
    'The CRD {name} has new fields in {version}: {fields}.',
  'verification.cluster.crd-fields-removed':
    'The CRD {name} lost fields in {version}: {fields}. What objects say there is thrown away.',
  'verification.cluster.webhook-added': 'The webhook {name} is new.',
  'verification.cluster.webhook-removed': 'The webhook {name} is gone.',
  'verification.cluster.webhook-setting':
    'In the webhook {name}, the {what} changed from {before} to {after}.',
  'verification.cluster.webhook-ca':
    'The webhook {name} has another CA. Writes fail until the Pods of the controller have the certificate that belongs to it.',
  'verification.cluster.class-removed': '{name} is gone.',
  'verification.cluster.class-changed':
    '{name} was changed; it changes what its Ingresses ask for.',
  'verification.note.traffic':
    'Traffic was not measured: errors that clients saw during the change are not in this comparison.',
  'verification.note.older-than-stack':
    '{count|One stack|{count} stacks} came after the baseline was taken, so it says nothing of them.',
  'verification.note.no-comparison':
    'Nobody has asked for a comparison yet. Ask for one; it reads the stacks.',
} as const satisfies MessageTemplates;
