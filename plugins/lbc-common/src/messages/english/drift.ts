import { MessageTemplates } from '../templates';

export const driftEnglish = {
  'drift.refused.not-boolean':
    'The annotation {annotation} is "{value}"; it must be true or false.',
  'drift.refused.not-number':
    'The annotation {annotation} is "{value}"; it must be a whole number.',
  'drift.refused.not-map':
    'The annotation {annotation} is "{value}"; it must be a list of key=value pairs, with commas between them.',
  'drift.refused.not-json':
    'The annotation {annotation} is not the JSON that the controller reads: {value}.',
  'drift.refused.listen-ports':
    'The annotation {annotation} of {owner} is "{value}"; it must be a JSON list of protocol (HTTP or HTTPS) and port, with ports from 1 to 65535.',
  'drift.refused.mutual-authentication':
    'The annotation {annotation} of {owner} asks for a mutual authentication that the controller refuses; compare its mode, its port and its trust store with the documentation.',
  'drift.refused.action':
    'The annotation {annotation} of {owner} is no action that the controller takes; compare it with the documentation.',
  'drift.refused.condition':
    'The annotation {annotation} of {owner} holds a condition that the controller refuses; each needs its configuration, with values or with regular expressions.',
  'drift.refused.transform':
    'The annotation {annotation} of {owner} holds a transform that the controller refuses; each needs at least one rewrite.',
  'drift.refused.value':
    '{field} is "{value}"; the controller takes only {allowed}.',
  'drift.refused.conflict':
    '{field} is asked for with several values ({values}); all that ask for it must ask for the same.',
  'drift.refused.group-conflict':
    '{owners} ask for a different {what}; members of a group must agree about it.',
  'drift.refused.group-order':
    'group.order of {owner} is {order}; it must be a number from -1000 to 1000.',
  'drift.refused.external-tag':
    'The tag {key} is asked for, but --external-managed-tags leaves it to others; take it out of the spec.',
  'drift.refused.name-too-long':
    'The load balancer name "{name}" is longer than 32 characters.',
  'drift.refused.cidr':
    '"{value}" of {owner} is no CIDR, such as 192.0.2.0/24.',
  'drift.refused.ipv6-range':
    'The source range {value} is IPv6, but the load balancer is not dualstack.',
  'drift.refused.ipv6-on-ipv4':
    'The Service has IPv6 addresses, but the load balancer is not dualstack.',
  'drift.refused.service-missing':
    '{owner} needs the Service {namespace}/{name}, which is not there.',
  'drift.refused.service-port-missing':
    'The Service {namespace}/{name} has no port {port}.',
  'drift.refused.backend-without-service':
    'A backend of {owner} names no Service.',
  'drift.refused.no-port-ip':
    'The Service has no target port to send to; check its type and ports.',
  'drift.refused.no-port-instance':
    'The Service has no node port to send to; instance targets need a Service of type NodePort or LoadBalancer.',
  'drift.refused.cluster-ip-instance':
    'The Service {namespace}/{name} is of type ClusterIP, and instance targets need a node port; ask for IP targets, or change the type.',
  'drift.refused.named-health-check-port':
    'The health check port "{port}" is a name that leads to no number; name a number.',
  'drift.refused.ip-targets-off':
    'IP targets are asked for, but the gate EnableIPTargetType of the controller is off.',
  'drift.refused.control-port-of-instances':
    'A target control port is asked for; it needs IP targets and HTTP or HTTPS.',
  'drift.refused.backend-security-group-off':
    'Rules for the targets are asked for beside named security groups, but --enable-backend-security-group of the controller is off.',
  'drift.refused.security-groups-off':
    'The load balancer has security groups, and the spec asks for none; AWS cannot take them away.',
  'drift.refused.wildcard-path':
    'The path {path} of {owner} holds a wildcard (* or ?), which paths of this type may not.',
  'drift.refused.values-and-regex':
    'A {field} condition of {owner} has both values and regular expressions; it may have one of them.',
  'drift.refused.default-backends':
    '{owners} each have a default backend; only one member of a group may.',
  'drift.refused.ssl-redirect':
    'Port {port} is to be redirected to, but there is no HTTPS listener on it.',
  'drift.refused.auth-without-idp':
    '{owner} asks for authentication by {type}, but names no identity provider for it.',
  'drift.refused.auth-and-jwt':
    '{owner} asks for authentication and for JWT validation; it may have one of them.',
  'drift.refused.eip-internal':
    'Elastic IP addresses are asked for on an internal load balancer; only one that faces the internet has them.',
  'drift.refused.addresses':
    '{annotation} is asked for; it needs a load balancer that is {needs}.',
  'drift.refused.subnet-count':
    '{field} must name one value for each of the subnets.',
  'drift.refused.ssl-ports':
    'ssl-ports names {ports}, which the Service does not have.',
  'drift.refused.quic': 'QUIC is asked for on a listener of {protocol}.',
  'drift.refused.tcp-udp':
    'Port {port} is to serve TCP and UDP alike, but has {protocols}.',
  'drift.refused.configuration-missing':
    'The {kind} {name} is named, but is not there or may not be used so.',
  'drift.refused.listener-protocols':
    'Listeners of the Gateway want port {port} with different protocols.',
  'drift.refused.no-hostnames':
    'The listener on port {port} needs a certificate: name one in the LoadBalancerConfiguration, or a host name by which one can be found.',
  'drift.refused.grpc-method':
    'A match of a GRPCRoute names neither a service nor a method.',
  'drift.refused.weight':
    'A backend of {route} has the weight {weight}; 999 is the most.',
  'drift.refused.filter':
    'A rule has a filter of type {type}, which the controller does not take.',
  'drift.refused.redirect-without-filter':
    'A ListenerRuleConfiguration asks for a redirect, but the rule has no RequestRedirect filter.',
  'drift.refused.frozen':
    'The group cannot be loaded, because the class of {owner} is missing.',
  'drift.refused.no-owner': 'No owner asks for this load balancer any more.',
  'drift.not-modelled.subnet-discovery':
    'Subnets were not compared: the controller finds them by their tags, and none are named.',
  'drift.not-modelled.subnet-names':
    'Subnets were not compared: the spec names them by their Name tag.',
  'drift.not-modelled.subnet-addresses':
    'Addresses of the subnets were not compared: their ranges decide which is whose.',
  'drift.not-modelled.certificate-discovery':
    'Certificates were not compared: none is named, and the controller finds them in ACM by host name.',
  'drift.not-modelled.certificate-creation':
    'Certificates were not compared: the controller asks ACM to make them.',
  'drift.not-modelled.security-group-names':
    'Security groups were not compared: the spec names them by their Name tag.',
  'drift.not-modelled.source-ranges-of-subnets':
    'Rules of the targets’ security groups were not compared: they hold the ranges of the load balancer’s subnets.',
  'drift.not-modelled.trust-store-names':
    'Trust stores were not compared: the spec names them, and AWS knows which ARN a name has.',
  'drift.not-modelled.target-group-names':
    'Some target groups were not compared: the spec names them, and AWS knows which ARN a name has.',
  'drift.not-modelled.web-acl-names':
    'The web ACL was not compared: the spec names it, and AWS knows which ARN a name has.',
  'drift.not-modelled.secret':
    'The client of an identity provider was not compared: a Secret holds it, and Secrets are never read.',
  'drift.not-modelled.gateway-target':
    'A target group was not compared: its target is the load balancer of another Gateway.',
  'drift.not-modelled.existing-load-balancer':
    'What a load balancer keeps was not compared: it is not known which one there is.',
  'drift.not-modelled.vpc':
    'The VPC was not compared: nothing that was read names it.',
  'drift.not-modelled.objects-unread':
    'Drift was not examined: not all objects that decide what the controller builds could be read.',
  'drift.not-modelled.controller-unread':
    'Drift was not examined: the flags of the controller are not known, and they decide what it builds.',
  'drift.not-modelled.release':
    'Drift was not examined: what this release of the controller builds is not modelled, or its version is not known.',
  'drift.not-modelled.object-version':
    'Drift was not examined: the owner uses objects that are not modelled, such as a ListenerSet.',
  'drift.not-modelled.refused':
    'Drift was not examined: the controller refuses this spec, so nothing new comes of it.',
  'drift.unread.tags': 'Tags of {ofPlace} were not read.',
  'drift.unread.attributes': 'Attributes of {ofPlace} were not read.',
  'drift.unread.rules': 'Rules of the listener on port {port} were not read.',
  'drift.unread.transforms':
    'Transforms of rules on port {port} were not read.',
  'drift.unread.listeners': 'Listeners were not read.',
  'drift.unread.certificates':
    'Further certificates of the listener on port {port} were not read.',
  'drift.unread.mutual-authentication':
    'Mutual authentication of the listener on port {port} was not read.',
  'drift.unread.load-balancer': 'The load balancer itself was not read.',
  'drift.unread.security-groups':
    'Security groups were not read, so they were not compared.',
  'drift.unread.addresses':
    'Addresses of the load balancer in its subnets are not compared.',
  'drift.unread.add-ons':
    'Web ACL, Shield, reserved capacity, address pools, source NAT and rules for PrivateLink are asked for and not compared.',
  'drift.unread.target-groups': 'Target groups were not read.',
  'drift.unread.target-group':
    'The target group {name} was not among those of the load balancer, so it was not compared.',
  'drift.unread.bindings':
    'Not all TargetGroupBindings of the cluster were read, so they were not compared.',
  'drift.unread.health-check':
    'Not all of the health check of {name} was read.',
  'drift.found.tag':
    'The tag {key} of {ofPlace} is "{live}" and should be "{expected}".',
  'drift.found.tag-missing':
    'The tag {key}={expected} of {ofPlace} is missing.',
  'drift.found.tag-extra':
    'The tag {key}={live} of {ofPlace} is asked for by nobody.',
  'drift.found.attribute':
    'The attribute {key} of {ofPlace} is "{live}" and should be "{expected}".',
  'drift.found.type':
    'The load balancer is of type {live}, and the spec asks for {expected}.',
  'drift.found.scheme':
    'The load balancer is {live}, and the spec asks for {expected}.',
  'drift.found.name':
    'The load balancer is named {live}; made today it would be {expected}.',
  'drift.found.ip-address-type':
    'The address type is {live}, and the spec asks for {expected}.',
  'drift.found.subnets':
    'The subnets are {live}, and the spec asks for {expected}.',
  'drift.found.security-groups':
    'The security groups are {live}, and should be {expected}.',
  'drift.found.listener-missing':
    'There is no listener on port {port}, and the spec asks for {expected}.',
  'drift.found.listener-extra':
    'There is a listener {live} that nobody asks for.',
  'drift.found.listener-protocol':
    'The listener on port {port} speaks {live}, and the spec asks for {expected}.',
  'drift.found.ssl-policy':
    'The listener on port {port} has the SSL policy {live}, and should have {expected}.',
  'drift.found.alpn-policy':
    'The listener on port {port} has the ALPN policy {live}, and should have {expected}.',
  'drift.found.certificate':
    'The default certificate on port {port} is {live}, and should be {expected}.',
  'drift.found.certificates':
    'Further certificates on port {port} are "{live}", and should be "{expected}".',
  'drift.found.mutual-authentication':
    'Mutual authentication on port {port} is {live}, and should be {expected}.',
  'drift.found.default-action':
    'The default action on port {port} is "{live}", and should be "{expected}".',
  'drift.found.rule-missing': 'A rule on port {port} is missing: {conditions}.',
  'drift.found.rule-extra':
    'There is a rule on port {port} that nobody asks for: {conditions}.',
  'drift.found.rule-priority':
    'The rule on port {port} for {conditions} has the priority {live}, and should have {expected}.',
  'drift.found.rule-actions':
    'The rule on port {port} for {conditions} does "{live}", and should do "{expected}".',
  'drift.found.rule-transforms':
    'The rule on port {port} for {conditions} rewrites "{live}", and should rewrite "{expected}".',
  'drift.found.target-group-replaced':
    'The {setting} of the target group {name} is {live}, and the spec asks for {expected}.',
  'drift.found.target-group-kept':
    'The {setting} of the target group {name} is {live}; made today it would be {expected}.',
  'drift.found.health-check':
    'The health check of {name} has {setting} {live}, and should have {expected}.',
  'drift.found.binding-target':
    'The TargetGroupBinding {namespace}/{name} binds {live}, and should bind {expected}: targets are registered elsewhere.',
  'drift.found.binding-setting':
    'The {setting} of the TargetGroupBinding {namespace}/{name} is {live}, and should be {expected}.',
  'drift.found.binding-missing':
    'The TargetGroupBinding {namespace}/{name} is missing: nothing registers targets.',
  'drift.found.security-group-kept':
    'The {setting} of the security group {group} is {live}; made today it would be {expected}.',
  'drift.found.ingress-missing':
    'The security group {group} does not let in {rule}.',
  'drift.found.ingress-extra':
    'The security group {group} lets in {rule}, which nobody asks for.',
  'drift.kind.reverted-at-next-reconcile':
    'The next reconcile, which is due, ends this.',
  'drift.kind.not-noticed':
    'Nothing tells the controller of this; it looks by itself after up to ten hours.',
  'drift.kind.replaces':
    'The controller would make this anew: another DNS name, and an outage meanwhile.',
  'drift.kind.ignored': 'The controller never changes this.',
} as const satisfies MessageTemplates;
