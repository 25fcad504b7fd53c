import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_LBC_STACK,
  ANNOTATION_LBC_TAGS,
  ARN_ANNOTATIONS,
} from '@lbc-backstage/plugin-lbc-common';
import type { EntityLoadBalancersResponse } from '@lbc-backstage/plugin-lbc-common';

/** An annotation that would make a load balancer appear, filled in for one entity. */
export interface AnnotationExample {
  id: 'ifStack' | 'ifTags' | 'ifArn';
  annotation: string;
  value: string;
}

/** The annotations that would help, with this entity's own names where they are known. */
export function annotationExamples(
  entity: Entity,
  searched: EntityLoadBalancersResponse['searched'],
): AnnotationExample[] {
  const annotations = entity.metadata.annotations ?? {};
  const name =
    annotations['backstage.io/kubernetes-id'] ?? entity.metadata.name;
  const namespace =
    annotations['backstage.io/kubernetes-namespace'] ??
    entity.metadata.namespace ??
    'default';
  const cluster = searched.clusters[0]?.name ?? '<cluster>';
  const scope = searched.scopes[0];
  const region = scope?.region ?? '<region>';
  const account = scope?.accountId ?? '<account>';
  return [
    {
      id: 'ifStack',
      annotation: ANNOTATION_LBC_STACK,
      value: `${cluster}/ingress/${namespace}/${name}`,
    },
    {
      id: 'ifTags',
      annotation: ANNOTATION_LBC_TAGS,
      value: `app=${entity.metadata.name}`,
    },
    {
      id: 'ifArn',
      annotation: ARN_ANNOTATIONS[0],
      value: `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/app/<name>/<id>`,
    },
  ];
}

/** As it is written into `catalog-info.yaml`. */
export function asYaml({ annotation, value }: AnnotationExample): string {
  const plain = /^[\w./-]+$/.test(value);
  return `${annotation}: ${plain ? value : JSON.stringify(value)}`;
}
