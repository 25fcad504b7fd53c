import { MessageTemplates } from '../templates';

/** What nobody can say where a right is missing. Codes: `rights.hides-…`. */
export const rightsEnglish = {
  'rights.hides-cluster-identity':
    'Which cluster this is, and whether a list is whole. Nothing of it is ever called orphaned, and whose its load balancers are can’t be proven.',
  'rights.hides-version':
    'The version of Kubernetes and which kinds the cluster serves: the axis Kubernetes of the tab Compatibility and the checks of Upgrade readiness that go by it.',
  'rights.hides-ingresses':
    'Owners of Application Load Balancers: states that rest on an Ingress not being there (orphaned, superseded, deleting) are unknown.',
  'rights.hides-services':
    'Owners of Network Load Balancers and what rules route to: states that rest on a Service not being there are unknown.',
  'rights.hides-gateways':
    'Owners by the Gateway API, their routes and configurations: states of the load balancers of Gateways are unknown.',
  'rights.hides-target-group-bindings':
    'Which target groups are in use: a load balancer that one of them may serve is never called orphaned, and target bindings are not shown.',
  'rights.hides-accelerators':
    'Global Accelerators that the controller made, and what would become of them.',
  'rights.hides-controllers':
    'Whether a controller runs, which release and which Pods: attended or unattended is unknown, and so are the tabs Compatibility and Upgrade readiness.',
  'rights.hides-locks':
    'Which replica of the controller leads, and whether one still does: unattended is unknown.',
  'rights.hides-webhooks':
    'Whether the controller’s webhooks refuse changes because nobody answers behind them.',
  'rights.hides-crds':
    'Which custom kinds and fields are installed: the axis CRDs of the tab Compatibility is unknown, and the absence of a kind is not proven.',
  'rights.hides-rbac':
    'What the controller may do in its cluster, and which IAM role it has: the axes RBAC and IAM of the tab Compatibility are unknown.',
  'rights.hides-disruption-budgets':
    'Whether a node that is drained can take the last controller with it: a check of the tab Upgrade readiness is unknown.',
  'rights.hides-events':
    'What the controller says about its own failures: why an owner has no load balancer, and whether its last change was applied, are unknown.',
  'rights.hides-nodes':
    'Which Nodes targets are: a load balancer with healthy instances as targets can’t be proven to be orphaned, and its chain ends at the target.',
  'rights.hides-load-balancers':
    'Which load balancers exist: every state in this account and Region is unknown.',
  'rights.hides-target-groups':
    'Which target groups exist: whose targets are and what is left over is unknown.',
  'rights.hides-tags':
    'Whose a load balancer is. Without tag:GetResources tags are asked for twenty at a time, which takes more calls; without elasticloadbalancing:DescribeTags what never had a tag stays unknown.',
  'rights.hides-health':
    'Whether targets are healthy: what traffic does now is unknown, and an orphan can’t be proven.',
  'rights.hides-stack':
    'A part of what the detail of a load balancer shows: its chain, drift and baselines leave that part out.',
  'rights.hides-security-groups':
    'Security groups that controllers made and left over.',
  'rights.hides-eks-clusters':
    'Whether EKS still has a cluster, and how long it supports its version: a cluster that is gone for good is not known to be.',
  'rights.hides-pod-identities':
    'Which IAM role a controller has by EKS Pod Identity: the axis IAM of the tab Compatibility may be unknown.',
  'rights.hides-roles':
    'What the IAM roles of controllers allow: the axis IAM of the tab Compatibility is unknown.',
} as const satisfies MessageTemplates;
