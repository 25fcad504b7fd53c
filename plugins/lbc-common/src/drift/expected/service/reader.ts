import { ServiceObject } from '../../../inventory/objects';
import { BuildContext } from '../context';
import { AnnotationReader } from '../parts/annotations';
import { checkExternalTags, withDefaultTags } from '../parts/tags';

const PREFIX = 'service.beta.kubernetes.io';

/** Annotations of a Service, most of them after `aws-load-balancer-`. */
export function serviceReader(service: ServiceObject): AnnotationReader {
  return AnnotationReader.create({
    prefix: PREFIX,
    sources: [service.metadata.annotations],
  });
}

/** Tags of everything that a Service makes (`buildAdditionalResourceTags`). */
export function serviceTags(
  { settings }: BuildContext,
  reader: AnnotationReader,
): Record<string, string> {
  const tags = reader.map('aws-load-balancer-additional-resource-tags') ?? {};
  checkExternalTags(tags, settings);
  return withDefaultTags(tags, settings);
}
