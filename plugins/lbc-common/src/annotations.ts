/** Names the stack: `<cluster>/<ingress|group|service|gateway>/<namespace>/<name>`. @public */
export const ANNOTATION_LBC_STACK = 'lbc/stack';

/** Names tags of the load balancer: `team=payments,app=checkout`. @public */
export const ANNOTATION_LBC_TAGS = 'lbc/tags';

/** On an entity that stands for a cluster: the cluster's name in the portal. @public */
export const ANNOTATION_LBC_CLUSTER = 'lbc/cluster';

/** Annotations in use elsewhere that hold a load balancer's ARN. @public */
export const ARN_ANNOTATIONS = [
  'aws.amazon.com/arn',
  'amazonaws.com/load-balancer-arn',
  'aws.amazon.com/load-balancer-arn',
] as const;

/** Holds a load balancer's DNS name. @public */
export const ANNOTATION_LOAD_BALANCER_DNS_NAME =
  'amazonaws.com/load-balancer-dns-name';
